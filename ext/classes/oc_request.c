#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "classes/oc_values.h"
#include "core/oc_key.h"
#include "core/oc_text.h"

bool oc_request_chat(oc_request *r, zend_object *chat)
{
	oc_chat_object *object = oc_chat_object_of(chat);

	if (!object->ready) {
		zend_throw_error(NULL, "OnlineChat\\Chat::__construct() has not been called, or it failed");
		return false;
	}
	oc_arena_reset(&OC_G(arena));
	r->error = (oc_error){0};
	r->call = (oc_call){&object->chat, &OC_G(links), &OC_G(arena), &r->error};
	return true;
}

bool oc_request_part(oc_request *r, zend_object *part)
{
	zend_object *chat = oc_part_object_of(part)->chat;

	if (!chat) {
		zend_throw_error(NULL, "%s objects are made by the chat only", ZSTR_VAL(part->ce->name));
		return false;
	}
	return oc_request_chat(r, chat);
}

bool oc_request_who(oc_request *r, zend_object *identity, oc_audience audience, const char *action)
{
	if (!oc_identity_read(identity, r->call.chat->shop, &r->who)) {
		return false;
	}
	if (audience == OC_FOR_VISITORS && r->who.role == OC_OPERATOR) {
		oc_fail(&r->error, OC_E_DENIED, NULL, "%s: for guests and customers, not for operators", action);
		return oc_request_failed(r);
	}
	if (audience == OC_FOR_OPERATORS && r->who.role != OC_OPERATOR) {
		oc_fail(&r->error, OC_E_DENIED, NULL, "%s: for operators, not for guests and customers", action);
		return oc_request_failed(r);
	}
	return true;
}

bool oc_request_key(oc_request *r, const zend_string *key)
{
	return oc_key_parse(oc_str_of_zend(key), r->key, &r->error) || oc_request_failed(r);
}

oc_once oc_request_once(oc_request *r, oc_body *body)
{
	oc_body empty;

	if (!body) {
		oc_body_start(&empty);
		body = &empty;
	}
	oc_body_end(body, r->hash);
	return (oc_once){r->key, r->hash};
}

bool oc_request_failed(oc_request *r)
{
	oc_throw(&r->error);
	return false;
}

void oc_request_placed(zval *return_value, oc_request *r, bool ok, const oc_placement *p)
{
	if (ok) {
		oc_value_placement(return_value, p);
	} else {
		oc_request_failed(r);
	}
}

bool oc_arg_range(const char *field, zend_long v, zend_long min, zend_long max)
{
	if (v < min || v > max) {
		return oc_throw_invalid(field, "must be from " ZEND_LONG_FMT " to " ZEND_LONG_FMT ", got " ZEND_LONG_FMT, min,
			max, v);
	}
	return true;
}

bool oc_arg_id(const char *field, zend_long v, bool or_none)
{
	if (v < (or_none ? 0 : 1)) {
		return oc_throw_invalid(field, "must be at least %d, got " ZEND_LONG_FMT, or_none ? 0 : 1, v);
	}
	return true;
}

bool oc_arg_number(const char *field, zend_long v)
{
	return oc_arg_range(field, v, 0, UINT32_MAX);
}

bool oc_arg_text(const char *field, const zend_string *v, size_t max, bool required)
{
	oc_error e = {0};

	if (!oc_text_check(field, oc_str_of_zend(v), max, required, &e)) {
		oc_throw(&e);
		return false;
	}
	return true;
}

bool oc_arg_stream(const zend_string *v)
{
	if (!oc_str_is_stream(oc_str_of_zend(v))) {
		return oc_throw_invalid("stream", "must be 1 to 40 of A-Z, a-z, 0-9, _ and -");
	}
	return true;
}

bool oc_arg_address(const zend_string *v)
{
	size_t n = ZSTR_LEN(v);

	if (n == 0 || n > 45 || strspn(ZSTR_VAL(v), "0123456789abcdefABCDEF:.") != n) {
		return oc_throw_invalid("address", "must be an IPv4 or IPv6 address");
	}
	return true;
}
