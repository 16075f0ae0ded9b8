#include "classes/oc_request.h"
#include "classes/oc_values.h"

#define PAGE_MAX 200

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
	zval line;

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
	array_init_size(return_value, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		oc_value_thread(&line, &list[i]);
		add_next_index_zval(return_value, &line);
	}
}

ZEND_METHOD(OnlineChat_History, read)
{
	zend_object *who;
	zend_long thread;
	oc_request r;
	oc_messages *list = NULL;
	size_t n = 0;
	zval conversation;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_LONG(thread)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "history") ||
			!oc_arg_id("thread", thread, false)) {
		RETURN_THROWS();
	}
	if (!oc_history_read(&r.call, &r.who, (uint64_t)thread, &list, &n)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	array_init_size(return_value, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		oc_value_messages(&conversation, &list[i]);
		add_next_index_zval(return_value, &conversation);
	}
}
