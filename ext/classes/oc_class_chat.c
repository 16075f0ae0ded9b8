#include "classes/oc_options.h"
#include "classes/oc_publish.h"
#include "classes/oc_request.h"
#include "store/oc_digest.h"
#include "store/oc_embedded.h"
#include "store/oc_pool.h"
#include "store/oc_redis_api.h"
#include "store/oc_update.h"

ZEND_METHOD(OnlineChat_Chat, __construct)
{
	oc_chat_object *object = oc_chat_object_of(Z_OBJ_P(ZEND_THIS));
	HashTable *options;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(options)
	ZEND_PARSE_PARAMETERS_END();

	/* Also after a failed try: strings of that one may still be in chat.own. */
	if (object->chat.own.chunks) {
		zend_throw_error(NULL, "OnlineChat\\Chat::__construct() has already been called");
		RETURN_THROWS();
	}
	if (!oc_options_read(options, "", &object->chat)) {
		RETURN_THROWS();
	}
	object->chat.claimer = oc_random_word();
	object->ready = true;
}

/* A method without arguments that asks MySQL for a version. */
static void version_call(INTERNAL_FUNCTION_PARAMETERS, bool (*ask)(oc_call *, uint32_t *))
{
	oc_request r;
	uint32_t version = 0;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!oc_request_chat(&r, Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!ask(&r.call, &version)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_LONG(version);
}

ZEND_METHOD(OnlineChat_Chat, migrate)
{
	version_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, oc_migrate);
}

ZEND_METHOD(OnlineChat_Chat, schema)
{
	version_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, oc_schema);
}

ZEND_METHOD(OnlineChat_Chat, publish)
{
	HashTable *settings;
	oc_request r;
	oc_settings s = {0};
	zend_string *document;
	bool ok;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(settings)
	ZEND_PARSE_PARAMETERS_END();

	document = oc_settings_encode(settings);
	if (!document) {
		RETURN_THROWS();
	}
	if (!oc_request_chat(&r, Z_OBJ_P(ZEND_THIS)) || !oc_settings_from(settings, r.call.arena, &s)) {
		zend_string_release(document);
		RETURN_THROWS();
	}
	s.document = oc_str_of_zend(document);
	ok = oc_settings_write(&r.call, &s);
	zend_string_release(document);
	if (!ok) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_router_settle(&r.call);
	RETURN_LONG(s.version);
}

ZEND_METHOD(OnlineChat_Chat, settings)
{
	oc_request r;
	oc_settings s = {0};

	ZEND_PARSE_PARAMETERS_NONE();

	if (!oc_request_chat(&r, Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!oc_settings_read(&r.call, &s)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	if (!oc_settings_to(&s, return_value)) {
		RETURN_THROWS();
	}
}

static void part_call(INTERNAL_FUNCTION_PARAMETERS, zend_class_entry *ce)
{
	ZEND_PARSE_PARAMETERS_NONE();

	oc_part_new(return_value, ce, Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(OnlineChat_Chat, router)
{
	part_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, oc_ce_Router);
}

ZEND_METHOD(OnlineChat_Chat, conversations)
{
	part_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, oc_ce_Conversations);
}

ZEND_METHOD(OnlineChat_Chat, history)
{
	part_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, oc_ce_History);
}

ZEND_METHOD(OnlineChat_Chat, presence)
{
	part_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, oc_ce_Presence);
}

ZEND_METHOD(OnlineChat_Chat, mailbox)
{
	part_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, oc_ce_Mailbox);
}

ZEND_METHOD(OnlineChat_Chat, tickets)
{
	part_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, oc_ce_Ticket);
}

static bool arg_action(const zend_string *v)
{
	if (zend_string_equals_literal(v, "write") || zend_string_equals_literal(v, "start") ||
			zend_string_equals_literal(v, "poll") || zend_string_equals_literal(v, "form")) {
		return true;
	}
	return oc_throw_invalid("action", "must be \"write\", \"start\", \"poll\" or \"form\"");
}

ZEND_METHOD(OnlineChat_Chat, admit)
{
	zend_object *who;
	zend_string *address, *action;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(who, oc_ce_Identity)
		Z_PARAM_STR(address)
		Z_PARAM_STR(action)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_chat(&r, Z_OBJ_P(ZEND_THIS)) || (who && !oc_request_who(&r, who, OC_FOR_ALL, "admit")) ||
			!oc_arg_address(address) || !arg_action(action)) {
		RETURN_THROWS();
	}
	if (!oc_admit(&r.call, who ? &r.who : NULL, oc_str_of_zend(address), oc_str_of_zend(action)) &&
			r.error.cause != OC_E_REDIS) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
}

static void add_store(zval *all, const char *name, const oc_store_health *h, const char *policy)
{
	zval store;

	array_init(&store);
	add_assoc_bool(&store, "ok", h->ok);
	add_assoc_string(&store, "message", (char *)h->message);
	add_assoc_string(&store, "version", (char *)h->version);
	add_assoc_double(&store, "ms", h->ms);
	if (policy) {
		add_assoc_string(&store, "policy", (char *)policy);
	}
	add_assoc_zval(all, name, &store);
}

static void add_breaker(zval *all, const oc_chat *chat)
{
	static const char *const names[] = {"mysql", "redis"};
	const oc_address *at[] = {&chat->mysql, &chat->redis};
	uint64_t open_until, times, now = oc_clock_ms();
	zval breaker, one;
	char key[160];

	array_init(&breaker);
	for (int i = 0; i < 2; i++) {
		oc_address_key(at[i], (oc_store)i, key);
		oc_breaker_state(key, &open_until, &times);
		array_init(&one);
		add_assoc_bool(&one, "open", open_until > now);
		add_assoc_long(&one, "ms", open_until > now ? (zend_long)(open_until - now) : 0);
		add_assoc_long(&one, "times", (zend_long)times);
		add_assoc_zval(&breaker, names[i], &one);
	}
	add_assoc_zval(all, "breaker", &breaker);
}

#define BEHIND_MS (24 * 3600 * 1000) /* what waits longer is not being worked on */

/* What is archived and cannot be found by its words yet. */
static void add_history(zval *all, oc_request *r, bool there)
{
	uint32_t waiting = 0;
	uint64_t since = 0;
	bool known = there && oc_undigested(&r->call, &waiting, &since);
	zval part;

	array_init(&part);
	add_assoc_bool(&part, "ok", known && (since == 0 || oc_time_us() / 1000 < since + BEHIND_MS));
	add_assoc_long(&part, "waiting", waiting);
	add_assoc_bool(&part, "more", waiting == OC_UNDIGESTED_MOST);
	add_assoc_long(&part, "since", (zend_long)since);
	add_assoc_zval(all, "history", &part);
}

ZEND_METHOD(OnlineChat_Chat, health)
{
	oc_request r;
	oc_store_health mysql = {0}, redis = {0};
	zval part;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!oc_request_chat(&r, Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	oc_health_mysql(&r.call, &mysql);
	oc_health_redis(&r.call, &redis);
	array_init(return_value);
	add_store(return_value, "mysql", &mysql, NULL);
	add_store(return_value, "redis", &redis, redis.policy);

	array_init(&part);
	add_assoc_bool(&part, "ok", mysql.ok && mysql.schema == oc_migrations[oc_migrations_n - 1].version);
	add_assoc_long(&part, "version", mysql.schema);
	add_assoc_long(&part, "expected", oc_migrations[oc_migrations_n - 1].version);
	add_assoc_zval(return_value, "schema", &part);

	add_breaker(return_value, r.call.chat);

	array_init(&part);
	add_assoc_bool(&part, "ok", mysql.ok && mysql.clock_skew > -2000 && mysql.clock_skew < 2000);
	add_assoc_long(&part, "skew", (zend_long)mysql.clock_skew);
	add_assoc_zval(return_value, "clock", &part);

	add_history(return_value, &r, mysql.ok && mysql.schema == oc_migrations[oc_migrations_n - 1].version);
}
