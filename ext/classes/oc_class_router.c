#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "core/oc_text.h"

#define CAPACITY_MAX 1000
#define EMAIL_MAX 255
#define PHONE_MAX 32

ZEND_METHOD(OnlineChat_Router, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

/* The end of every method that answers with a placement. */
static void answer(zval *return_value, oc_request *r, bool ok, const oc_placement *p)
{
	if (ok) {
		oc_value_placement(return_value, p);
	} else {
		oc_request_failed(r);
	}
}

ZEND_METHOD(OnlineChat_Router, online)
{
	zend_object *who;
	zend_string *key, *name = NULL;
	zend_long capacity = 0;
	bool default_capacity = true, ok;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	oc_str new_name;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(name)
		Z_PARAM_LONG_OR_NULL(capacity, default_capacity)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "online") ||
			!oc_request_key(&r, key) || (name && !oc_arg_text("name", name, OC_NAME_MAX, true)) ||
			(!default_capacity && !oc_arg_range("capacity", capacity, 1, CAPACITY_MAX))) {
		RETURN_THROWS();
	}
	if (default_capacity) {
		capacity = 0;
	}
	oc_body_start(&body);
	oc_body_number(&body, name != NULL);
	if (name) {
		new_name = oc_str_of_zend(name);
		oc_body_text(&body, new_name);
	}
	oc_body_number(&body, (uint64_t)capacity);
	ok = oc_router_online(&r.call, &r.who, oc_request_once(&r, &body), name ? &new_name : NULL, (uint32_t)capacity, &p);
	answer(return_value, &r, ok, &p);
}

ZEND_METHOD(OnlineChat_Router, offline)
{
	zend_object *who, *mode = NULL;
	zend_string *key;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	oc_signoff signoff;
	bool ok;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS(mode, oc_ce_SignOff)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "offline") ||
			!oc_request_key(&r, key)) {
		RETURN_THROWS();
	}
	signoff = mode ? oc_signoff_of(mode) : OC_ASK;
	oc_body_start(&body);
	oc_body_number(&body, signoff);
	ok = oc_router_offline(&r.call, &r.who, oc_request_once(&r, &body), signoff, &p);
	answer(return_value, &r, ok, &p);
}

ZEND_METHOD(OnlineChat_Router, hold)
{
	zend_object *who;
	zend_string *address;
	oc_request r;
	oc_placement p = {0};
	bool ok;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(address)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_VISITORS, "hold") ||
			!oc_arg_address(address)) {
		RETURN_THROWS();
	}
	ok = oc_router_hold(&r.call, &r.who, oc_str_of_zend(address), &p);
	answer(return_value, &r, ok, &p);
}

ZEND_METHOD(OnlineChat_Router, release)
{
	zend_object *who;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_VISITORS, "release")) {
		RETURN_THROWS();
	}
	if (!oc_router_release(&r.call, &r.who)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
}

/* A member of start()'s $about; absent or null leaves out as it is. */
static bool about_text(HashTable *about, const char *name, size_t max, oc_str *out)
{
	zval *v = zend_hash_str_find(about, name, strlen(name));

	if (v) {
		ZVAL_DEREF(v);
	}
	if (!v || Z_TYPE_P(v) == IS_NULL) {
		return true;
	}
	if (Z_TYPE_P(v) != IS_STRING) {
		zend_type_error("OnlineChat\\Router::start(): Argument #5 ($about) \"%s\" must be of type string, %s given", name,
			zend_zval_type_name(v));
		return false;
	}
	if (!oc_arg_text(name, Z_STR_P(v), max, false)) {
		return false;
	}
	*out = oc_str_of_zend(Z_STR_P(v));
	return true;
}

static bool about_known(HashTable *about)
{
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(about, name) {
		if (!name || (!zend_string_equals_literal(name, "email") && !zend_string_equals_literal(name, "phone"))) {
			return oc_throw_invalid("about", "may hold email and phone only");
		}
	} ZEND_HASH_FOREACH_END();
	return true;
}

ZEND_METHOD(OnlineChat_Router, start)
{
	zend_object *who;
	zend_string *key, *text, *address;
	HashTable *about = NULL;
	bool first = true, ok;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	oc_str email = {0}, phone = {0};

	ZEND_PARSE_PARAMETERS_START(4, 6)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_STR(text)
		Z_PARAM_STR(address)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(about)
		Z_PARAM_BOOL(first)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_VISITORS, "start") ||
			!oc_request_key(&r, key) || !oc_arg_text("text", text, OC_TEXT_MAX, true) || !oc_arg_address(address)) {
		RETURN_THROWS();
	}
	if (about && (!about_known(about) || !about_text(about, "email", EMAIL_MAX, &email) ||
			!about_text(about, "phone", PHONE_MAX, &phone))) {
		RETURN_THROWS();
	}
	/* Address and $first may differ from try to try; what is asked for is the text. */
	oc_body_start(&body);
	oc_body_text(&body, oc_str_of_zend(text));
	ok = oc_router_start(&r.call, &r.who, oc_request_once(&r, &body), oc_str_of_zend(text), oc_str_of_zend(address), email,
		phone, first, &p);
	answer(return_value, &r, ok, &p);
}

typedef bool (*on_conversation)(oc_call *, const oc_identity *, oc_once, uint64_t, oc_placement *);

/* take, end and reopen: a person, a key and a conversation. */
static void conversation_call(INTERNAL_FUNCTION_PARAMETERS, oc_audience audience, const char *action, on_conversation act)
{
	zend_object *who;
	zend_string *key;
	zend_long conversation;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	bool ok;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_LONG(conversation)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, audience, action) ||
			!oc_request_key(&r, key) || !oc_arg_id("conversation", conversation, false)) {
		RETURN_THROWS();
	}
	oc_body_start(&body);
	oc_body_number(&body, (uint64_t)conversation);
	ok = act(&r.call, &r.who, oc_request_once(&r, &body), (uint64_t)conversation, &p);
	answer(return_value, &r, ok, &p);
}

ZEND_METHOD(OnlineChat_Router, take)
{
	conversation_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, OC_FOR_OPERATORS, "take", oc_router_take);
}

ZEND_METHOD(OnlineChat_Router, end)
{
	conversation_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, OC_FOR_ALL, "end", oc_router_end);
}

ZEND_METHOD(OnlineChat_Router, reopen)
{
	conversation_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, OC_FOR_ALL, "reopen", oc_router_reopen);
}

ZEND_METHOD(OnlineChat_Router, transfer)
{
	zend_object *who;
	zend_string *key, *note = NULL;
	zend_long conversation, operator_id;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	oc_str note_text = OC_STR("");
	bool ok;

	ZEND_PARSE_PARAMETERS_START(4, 5)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_LONG(conversation)
		Z_PARAM_LONG(operator_id)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(note)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "transfer") ||
			!oc_request_key(&r, key) || !oc_arg_id("conversation", conversation, false) ||
			!oc_arg_range("operator", operator_id, 1, UINT32_MAX) ||
			(note && !oc_arg_text("note", note, OC_TEXT_MAX, false))) {
		RETURN_THROWS();
	}
	if (note) {
		note_text = oc_str_of_zend(note);
	}
	oc_body_start(&body);
	oc_body_number(&body, (uint64_t)conversation);
	oc_body_number(&body, (uint64_t)operator_id);
	oc_body_text(&body, note_text);
	ok = oc_router_transfer(&r.call, &r.who, oc_request_once(&r, &body), (uint64_t)conversation, (uint32_t)operator_id,
		note_text, &p);
	answer(return_value, &r, ok, &p);
}
