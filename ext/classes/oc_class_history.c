#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "store/oc_cursor.h"
#include "store/oc_history.h"

#define MESSAGES_MAX 1000
#define DELETE_MAX 1000

ZEND_METHOD(OnlineChat_History, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

/* A cursor of one line leads nowhere in another, nor from what is archived to what is not. */
static oc_str bound_to(oc_call *c, zend_long thread, bool all)
{
	return oc_format(c->arena, "messages " ZEND_LONG_FMT " %d", thread, all);
}

static bool read_place(oc_request *r, const zend_string *cursor, oc_str bound, oc_reached *out)
{
	oc_position at;

	*out = (oc_reached){0};
	if (!cursor || ZSTR_LEN(cursor) == 0) {
		return true;
	}
	if (!oc_cursor_read(&r->call, oc_hmac_sha256, bound, oc_str_of_zend(cursor), &at)) {
		return oc_request_failed(r);
	}
	*out = (oc_reached){at.at, (uint32_t)at.id};
	return true;
}

/* The part of the line after the cursor; who is known, and may. */
static void give_part(oc_request *r, const oc_identity *who, zend_long thread, const zend_string *cursor, zend_long limit,
	bool all, zval *return_value)
{
	oc_str bound = bound_to(&r->call, thread, all), next = {NULL, 0};
	oc_reached after;
	oc_part part;

	if (!read_place(r, cursor, bound, &after)) {
		return;
	}
	if (!oc_history_part(&r->call, who, (uint64_t)thread, after, (uint32_t)limit, all, &part)) {
		oc_request_failed(r);
		return;
	}
	if (part.n == 0 && after.conversation == 0) {
		oc_fail(&r->error, OC_E_NOT_FOUND, "thread", "thread: there is no line number " ZEND_LONG_FMT " in this shop's history",
			thread);
		oc_request_failed(r);
		return;
	}
	if (part.more) {
		next = oc_cursor_make(&r->call, oc_hmac_sha256, bound,
			&(oc_position){.at = part.next.conversation, .id = part.next.number});
	}
	oc_value_history_part(return_value, part.list, part.n, next);
}

ZEND_METHOD(OnlineChat_History, messages)
{
	zend_object *who;
	zend_string *cursor = NULL;
	zend_long thread, limit = 500;
	bool all = false;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(2, 5)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(who, oc_ce_Identity)
		Z_PARAM_LONG(thread)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(cursor)
		Z_PARAM_LONG(limit)
		Z_PARAM_BOOL(all)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || (who && !oc_request_who(&r, who, OC_FOR_OPERATORS, "history")) ||
			!oc_arg_id("thread", thread, false) || !oc_arg_range("limit", limit, 1, MESSAGES_MAX)) {
		RETURN_THROWS();
	}
	give_part(&r, who ? &r.who : NULL, thread, cursor, limit, all, return_value);
}

ZEND_METHOD(OnlineChat_History, earlier)
{
	zend_object *who;
	zend_string *cursor = NULL;
	zend_long thread, limit = 100;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_LONG(thread)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(cursor)
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "earlier") ||
			!oc_arg_id("thread", thread, false) || !oc_arg_range("limit", limit, 1, MESSAGES_MAX)) {
		RETURN_THROWS();
	}
	if (!oc_history_theirs(&r.call, &r.who, (uint64_t)thread)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	give_part(&r, &r.who, thread, cursor, limit, false, return_value);
}

ZEND_METHOD(OnlineChat_History, offline)
{
	zend_object *who;
	zend_long thread;
	oc_request r;
	oc_mail mail;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_LONG(thread)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "history") ||
			!oc_arg_id("thread", thread, false)) {
		RETURN_THROWS();
	}
	if (!oc_history_offline(&r.call, &r.who, (uint64_t)thread, &mail)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_mail(return_value, &mail);
}

static bool read_threads(oc_request *r, HashTable *table, uint64_t **list, size_t *n)
{
	zval *v;

	*n = 0;
	*list = oc_alloc(r->call.arena, sizeof(uint64_t) * (zend_hash_num_elements(table) + 1));
	if (zend_hash_num_elements(table) > DELETE_MAX) {
		return oc_throw_invalid("threads", "at most %d lines at once", DELETE_MAX);
	}
	ZEND_HASH_FOREACH_VAL(table, v) {
		ZVAL_DEREF(v);
		if (Z_TYPE_P(v) != IS_LONG || Z_LVAL_P(v) < 1) {
			return oc_throw_invalid("threads", "must be a list of lines' numbers");
		}
		(*list)[(*n)++] = (uint64_t)Z_LVAL_P(v);
	} ZEND_HASH_FOREACH_END();
	return true;
}

ZEND_METHOD(OnlineChat_History, delete)
{
	zend_object *who;
	HashTable *threads;
	oc_request r;
	uint64_t *list, *refused;
	size_t n, n_refused = 0;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_ARRAY_HT(threads)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "history") ||
			!read_threads(&r, threads, &list, &n)) {
		RETURN_THROWS();
	}
	refused = oc_alloc(r.call.arena, sizeof(uint64_t) * (n + 1));
	if (!oc_history_delete(&r.call, &r.who, list, n, refused, &n_refused)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	array_init_size(return_value, (uint32_t)n_refused);
	for (size_t i = 0; i < n_refused; i++) {
		add_next_index_long(return_value, (zend_long)refused[i]);
	}
}
