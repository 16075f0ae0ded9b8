#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "store/oc_history.h"

#define PAGE_MAX 200
#define DELETE_MAX 1000

ZEND_METHOD(OnlineChat_History, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(OnlineChat_History, page)
{
	zend_object *who;
	zend_long before = 0, limit = 50, before_id = 0;
	oc_request r;
	oc_thread *list = NULL;
	size_t n = 0;

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(before)
		Z_PARAM_LONG(limit)
		Z_PARAM_LONG(before_id)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "history") ||
			!oc_arg_id("before", before, true) || !oc_arg_range("limit", limit, 1, PAGE_MAX) ||
			!oc_arg_id("beforeId", before_id, true)) {
		RETURN_THROWS();
	}
	if (!oc_history_page(&r.call, &r.who, (uint64_t)before, (uint64_t)before_id, (uint32_t)limit, &list, &n)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_threads(return_value, list, n);
}

ZEND_METHOD(OnlineChat_History, read)
{
	zend_object *who;
	zend_long thread;
	bool all = false;
	oc_request r;
	oc_messages *list = NULL;
	size_t n = 0;
	zval conversation;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(who, oc_ce_Identity)
		Z_PARAM_LONG(thread)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(all)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || (who && !oc_request_who(&r, who, OC_FOR_OPERATORS, "history")) ||
			!oc_arg_id("thread", thread, false)) {
		RETURN_THROWS();
	}
	if (!oc_history_read(&r.call, who ? &r.who : NULL, (uint64_t)thread, all, &list, &n)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	array_init_size(return_value, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		oc_value_messages(&conversation, &list[i]);
		add_next_index_zval(return_value, &conversation);
	}
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
