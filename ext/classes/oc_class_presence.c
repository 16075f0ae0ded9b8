#include "classes/oc_hide.h"
#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "core/oc_text.h"
#include "core/oc_utf8.h"
#include "store/oc_redis_api.h"
#include "store/oc_update.h"

#define HERE_MAX 1000
#define URL_MAX 2000
#define TITLE_MAX 200
#define AGENT_MAX 300
#define PATH_MAX_BYTES 2000

ZEND_METHOD(OnlineChat_Presence, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

static bool arg_path(const zend_string *path)
{
	if (ZSTR_LEN(path) > PATH_MAX_BYTES) {
		return oc_throw_invalid("path", "at most %d bytes, got %zu", PATH_MAX_BYTES, ZSTR_LEN(path));
	}
	return oc_utf8_valid(oc_str_of_zend(path)) || oc_throw_invalid("path", "must be UTF-8");
}

ZEND_METHOD(OnlineChat_Presence, status)
{
	zend_string *path = ZSTR_EMPTY_ALLOC();
	oc_request r;
	oc_shop_status status = {0};
	bool hidden = false;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(path)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !arg_path(path)) {
		RETURN_THROWS();
	}
	if (!oc_status_now(&r.call, &status) ||
			(ZSTR_LEN(path) && !oc_hide_page(&r, status.settings, path, &hidden))) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	if (hidden) {
		status.mode = OC_MODE_NONE;
	}
	oc_value_shop_status(return_value, &status);
}

ZEND_METHOD(OnlineChat_Presence, gone)
{
	zend_object *who;
	zend_string *stream;
	zend_long conversation = 0;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(stream)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(conversation)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_ALL, "gone") ||
			!oc_arg_stream(stream) || !oc_arg_id("conversation", conversation, true)) {
		RETURN_THROWS();
	}
	/* Redis away knows no tabs: there is nothing to end. */
	if (!oc_gone(&r.call, &r.who, oc_str_of_zend(stream), (uint64_t)conversation) && r.error.cause != OC_E_REDIS) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
}

static bool read_ids(oc_request *r, HashTable *list, uint64_t **ids)
{
	size_t n = 0;
	zval *v;

	if (!oc_arg_range("conversations", zend_hash_num_elements(list), 0, HERE_MAX)) {
		return false;
	}
	*ids = oc_alloc(r->call.arena, zend_hash_num_elements(list) * sizeof **ids);
	ZEND_HASH_FOREACH_VAL(list, v) {
		ZVAL_DEREF(v);
		if (Z_TYPE_P(v) != IS_LONG) {
			zend_type_error("OnlineChat\\Presence::here(): Argument #1 ($conversations) must be a list of int, %s given",
				zend_zval_type_name(v));
			return false;
		}
		if (!oc_arg_id("conversations", Z_LVAL_P(v), false)) {
			return false;
		}
		(*ids)[n++] = (uint64_t)Z_LVAL_P(v);
	} ZEND_HASH_FOREACH_END();
	return true;
}

ZEND_METHOD(OnlineChat_Presence, here)
{
	HashTable *conversations;
	oc_request r;
	uint64_t *ids;
	int *here;
	size_t n;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(conversations)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !read_ids(&r, conversations, &ids)) {
		RETURN_THROWS();
	}
	n = zend_hash_num_elements(conversations);
	here = oc_alloc(r.call.arena, n * sizeof *here);
	if (n && !oc_here(&r.call, ids, n, here)) {
		if (r.error.cause != OC_E_REDIS) {
			oc_request_failed(&r);
			RETURN_THROWS();
		}
		RETURN_NULL();
	}
	array_init_size(return_value, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		add_index_bool(return_value, (zend_ulong)ids[i], here[i] > 0);
	}
}

static bool check_visit(oc_request *r, const zend_string *url, const zend_string *title, const zend_string *agent)
{
	return (oc_url_check("url", oc_str_of_zend(url), URL_MAX, &r->error) &&
			oc_text_check("title", oc_str_of_zend(title), TITLE_MAX, false, &r->error) &&
			oc_text_check("agent", oc_str_of_zend(agent), AGENT_MAX, false, &r->error)) || oc_request_failed(r);
}

ZEND_METHOD(OnlineChat_Presence, visit)
{
	zend_object *who;
	zend_string *url, *title, *agent;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(4, 4)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(url)
		Z_PARAM_STR(title)
		Z_PARAM_STR(agent)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_VISITORS, "visit") ||
			!check_visit(&r, url, title, agent)) {
		RETURN_THROWS();
	}
	if (!oc_visit(&r.call, &r.who, oc_str_of_zend(url), oc_str_of_zend(title), oc_str_of_zend(agent)) &&
			r.error.cause != OC_E_REDIS) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
}

ZEND_METHOD(OnlineChat_Presence, trail)
{
	zend_object *who;
	zend_long conversation;
	oc_request r;
	oc_trail trail = {0};

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_LONG(conversation)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "trail") ||
			!oc_arg_id("conversation", conversation, false)) {
		RETURN_THROWS();
	}
	if (!oc_trail_read(&r.call, &r.who, (uint64_t)conversation, &trail)) {
		if (r.error.cause != OC_E_REDIS) {
			oc_request_failed(&r);
			RETURN_THROWS();
		}
		RETURN_NULL();
	}
	oc_value_trail(return_value, &trail);
}
