/* Chat's methods about shops that the shop system has no more. */
#include "classes/oc_request.h"
#include "store/oc_gone.h"

#define ERASE_MAX 1000

ZEND_METHOD(OnlineChat_Chat, shops)
{
	oc_request r;
	uint32_t *ids;
	size_t n;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!oc_request_chat(&r, Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!oc_shops(&r.call, &ids, &n)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	array_init_size(return_value, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		add_next_index_long(return_value, (zend_long)ids[i]);
	}
}

ZEND_METHOD(OnlineChat_Chat, kept)
{
	oc_request r;
	oc_kept kept;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!oc_request_chat(&r, Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!oc_shop_kept(&r.call, &kept)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	array_init(return_value);
	add_assoc_long(return_value, "conversations", (zend_long)kept.conversations);
	add_assoc_long(return_value, "messages", (zend_long)kept.messages);
}

ZEND_METHOD(OnlineChat_Chat, endAll)
{
	oc_request r;
	uint32_t lines = 0;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!oc_request_chat(&r, Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!oc_shop_close(&r.call, &lines)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_LONG(lines);
}

ZEND_METHOD(OnlineChat_Chat, eraseAll)
{
	zend_long limit = 100;
	oc_request r;
	uint32_t lines = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_chat(&r, Z_OBJ_P(ZEND_THIS)) || !oc_arg_range("limit", limit, 1, ERASE_MAX)) {
		RETURN_THROWS();
	}
	if (!oc_shop_erase(&r.call, (uint32_t)limit, &lines)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_LONG(lines);
}
