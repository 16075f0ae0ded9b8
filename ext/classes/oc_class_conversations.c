#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "core/oc_text.h"
#include "store/oc_redis_api.h"
#include "store/oc_update.h"

#define READ_MAX 200
#define TYPING_TEXT_MAX 4096

ZEND_METHOD(OnlineChat_Conversations, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(OnlineChat_Conversations, post)
{
	zend_object *who;
	zend_string *key, *text;
	zend_long conversation, seen = 0;
	oc_request r;
	oc_body body;
	oc_posted posted = {0};

	ZEND_PARSE_PARAMETERS_START(4, 5)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_LONG(conversation)
		Z_PARAM_STR(text)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(seen)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_ALL, "post") ||
			!oc_request_key(&r, key) || !oc_arg_id("conversation", conversation, false) ||
			!oc_arg_text("text", text, OC_TEXT_MAX, true) || !oc_arg_number("seen", seen)) {
		RETURN_THROWS();
	}
	/* What was seen meanwhile may differ from try to try. */
	oc_body_start(&body);
	oc_body_number(&body, (uint64_t)conversation);
	oc_body_text(&body, oc_str_of_zend(text));
	if (!oc_post(&r.call, &r.who, oc_request_once(&r, &body), (uint64_t)conversation, oc_str_of_zend(text),
			(uint32_t)seen, &posted)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_posted(return_value, &posted);
}

ZEND_METHOD(OnlineChat_Conversations, read)
{
	zend_object *who;
	zend_long conversation, after = 0, limit = 100;
	oc_request r;
	oc_messages messages = {0};

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_LONG(conversation)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(after)
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_ALL, "read") ||
			!oc_arg_id("conversation", conversation, false) || !oc_arg_number("after", after) ||
			!oc_arg_range("limit", limit, 1, READ_MAX)) {
		RETURN_THROWS();
	}
	if (!oc_messages_now(&r.call, &r.who, (uint64_t)conversation, (uint32_t)after, (uint32_t)limit, &messages)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_messages(return_value, &messages);
}

ZEND_METHOD(OnlineChat_Conversations, current)
{
	zend_object *who;
	oc_request r;
	uint64_t conversation = 0;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_VISITORS, "current")) {
		RETURN_THROWS();
	}
	if (!oc_current(&r.call, &r.who, &conversation)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	if (!conversation) {
		RETURN_NULL();
	}
	RETURN_LONG((zend_long)conversation);
}

/* A signal that only Redis carries: lost while it is away. */
static void signal_sent(oc_request *r, bool ok)
{
	if (!ok && r->error.cause != OC_E_REDIS) {
		oc_request_failed(r);
	}
}

ZEND_METHOD(OnlineChat_Conversations, typing)
{
	zend_object *who;
	zend_long conversation;
	bool typing = true;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_LONG(conversation)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(typing)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_ALL, "typing") ||
			!oc_arg_id("conversation", conversation, false)) {
		RETURN_THROWS();
	}
	signal_sent(&r, oc_typing(&r.call, &r.who, (uint64_t)conversation, typing));
}

ZEND_METHOD(OnlineChat_Conversations, seen)
{
	zend_object *who;
	zend_long conversation, number;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_LONG(conversation)
		Z_PARAM_LONG(number)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_ALL, "seen") ||
			!oc_arg_id("conversation", conversation, false) || !oc_arg_number("number", number)) {
		RETURN_THROWS();
	}
	signal_sent(&r, oc_seen(&r.call, &r.who, (uint64_t)conversation, (uint32_t)number));
}

ZEND_METHOD(OnlineChat_Conversations, poll)
{
	zend_object *who;
	zend_string *address, *stream;
	zend_long conversation, after, revision;
	bool typing = false, hidden = false;
	oc_request r;
	oc_visitor_has has;
	oc_update update = {0};

	ZEND_PARSE_PARAMETERS_START(6, 8)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(address)
		Z_PARAM_STR(stream)
		Z_PARAM_LONG(conversation)
		Z_PARAM_LONG(after)
		Z_PARAM_LONG(revision)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(typing)
		Z_PARAM_BOOL(hidden)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_VISITORS, "poll") ||
			!oc_arg_address(address) || !oc_arg_stream(stream) || !oc_arg_id("conversation", conversation, false) ||
			!oc_arg_number("after", after) || !oc_arg_number("revision", revision)) {
		RETURN_THROWS();
	}
	has = (oc_visitor_has){
		oc_str_of_zend(address), oc_str_of_zend(stream), (uint64_t)conversation, (uint32_t)after, (uint32_t)revision,
		typing, hidden};
	if (!oc_update_visitor(&r.call, &r.who, &has, &update)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_update(return_value, &update);
}

ZEND_METHOD(OnlineChat_Conversations, watch)
{
	zend_object *who;
	zend_string *address, *stream, *typing = NULL;
	zend_long cursor;
	bool hidden = false;
	oc_request r;
	oc_operator_has has;
	oc_update update = {0};

	ZEND_PARSE_PARAMETERS_START(4, 6)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(address)
		Z_PARAM_STR(stream)
		Z_PARAM_LONG(cursor)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(typing)
		Z_PARAM_BOOL(hidden)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "watch") ||
			!oc_arg_address(address) || !oc_arg_stream(stream) || !oc_arg_id("cursor", cursor, true)) {
		RETURN_THROWS();
	}
	if (typing && (ZSTR_LEN(typing) > TYPING_TEXT_MAX || strspn(ZSTR_VAL(typing), "0123456789,") != ZSTR_LEN(typing))) {
		oc_throw_invalid("typing", "must be ids of conversations with commas between, at most %d bytes", TYPING_TEXT_MAX);
		RETURN_THROWS();
	}
	has = (oc_operator_has){
		oc_str_of_zend(address), oc_str_of_zend(stream), (uint64_t)cursor,
		typing ? oc_str_of_zend(typing) : OC_STR(""), hidden};
	if (!oc_update_operator(&r.call, &r.who, &has, &update)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_update(return_value, &update);
}
