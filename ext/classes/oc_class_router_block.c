/* The Router's blocks. */
#include "classes/oc_request.h"
#include "classes/oc_values.h"

#define SECONDS_MIN 60
#define SECONDS_MAX 31536000
#define REASON_MAX 255
#define BLOCKS_MAX 1000

static bool what_from(const zend_string *text, oc_block_what *out)
{
	bool person = zend_string_equals_literal(text, "person");

	*out = person ? OC_BLOCK_PERSON : OC_BLOCK_ADDRESS;
	return person || zend_string_equals_literal(text, "address")
		|| oc_throw_invalid("what", "must be person or address");
}

ZEND_METHOD(OnlineChat_Router, block)
{
	zend_object *who;
	zend_string *key, *what, *reason = NULL;
	zend_long conversation, seconds;
	oc_request r;
	oc_body body;
	oc_block_what kind;
	oc_placement p = {0};
	oc_str reason_text = OC_STR("");
	bool ok;

	ZEND_PARSE_PARAMETERS_START(5, 6)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_LONG(conversation)
		Z_PARAM_STR(what)
		Z_PARAM_LONG(seconds)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(reason)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "block") ||
			!oc_request_key(&r, key) || !oc_arg_id("conversation", conversation, false) || !what_from(what, &kind) ||
			!oc_arg_range("seconds", seconds, SECONDS_MIN, SECONDS_MAX) ||
			(reason && !oc_arg_text("reason", reason, REASON_MAX, false))) {
		RETURN_THROWS();
	}
	if (reason) {
		reason_text = oc_str_of_zend(reason);
	}
	oc_body_start(&body);
	oc_body_number(&body, (uint64_t)conversation);
	oc_body_number(&body, kind);
	oc_body_number(&body, (uint64_t)seconds);
	oc_body_text(&body, reason_text);
	ok = oc_router_block(&r.call, &r.who, oc_request_once(&r, &body), (uint64_t)conversation, kind, (uint64_t)seconds,
		reason_text, &p);
	oc_request_placed(return_value, &r, ok, &p);
}

ZEND_METHOD(OnlineChat_Router, unblock)
{
	zend_object *who;
	zend_long block;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_LONG(block)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "unblock") ||
			!oc_arg_id("block", block, false)) {
		RETURN_THROWS();
	}
	if (!oc_router_unblock(&r.call, &r.who, (uint64_t)block)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
}

ZEND_METHOD(OnlineChat_Router, blocks)
{
	zend_object *who;
	zend_long limit = 100;
	oc_request r;
	oc_block *list = NULL;
	size_t n = 0;
	zval item;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "blocks") ||
			!oc_arg_range("limit", limit, 1, BLOCKS_MAX)) {
		RETURN_THROWS();
	}
	if (!oc_router_blocks(&r.call, &r.who, (uint32_t)limit, &list, &n)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	array_init_size(return_value, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		oc_value_block(&item, &list[i]);
		add_next_index_zval(return_value, &item);
	}
}
