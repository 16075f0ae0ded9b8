#include "classes/oc_form_settings.h"
#include "classes/oc_publish.h"
#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "core/oc_text.h"
#include "store/oc_mailbox.h"

#define LIMIT_MAX 100
#define REASON_MAX 4000 /* a mail server may say a lot; 255 characters are kept */

ZEND_METHOD(OnlineChat_Mailbox, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

/* What the shop published last. */
static bool read_settings(oc_request *r, zval *all)
{
	oc_settings settings = {0};

	return oc_settings_read(&r->call, &settings) ? oc_settings_to(&settings, all) : oc_request_failed(r);
}

/* The rules as published now: a form that was opened before may meet others. */
static bool read_rules(oc_request *r, oc_form_rules *rules)
{
	zval all;
	bool ok;

	if (!read_settings(r, &all)) {
		return false;
	}
	ok = oc_form_settings(Z_ARRVAL(all), rules);
	zval_ptr_dtor(&all);
	return ok;
}

static bool check_leave(oc_request *r, const zend_string *key, const zend_string *address, HashTable *fields,
	const zend_string *language, oc_form *form)
{
	oc_form_rules rules;

	if (!oc_request_key(r, key) || !oc_arg_address(address)) {
		return false;
	}
	if (!oc_str_is_language(oc_str_of_zend(language))) {
		return oc_throw_invalid("language", "must be an ISO code such as \"en\" or \"fr-ca\", or empty");
	}
	return oc_form_fields(fields, form) && read_rules(r, &rules) &&
		(oc_form_check(form, rules, &r->error) || oc_request_failed(r));
}

/* Whose conversation would it be? */
static bool check_owner(oc_request *r, zend_object *who, zend_long conversation)
{
	if (!oc_arg_id("conversation", conversation, true)) {
		return false;
	}
	if (!who && conversation) {
		oc_fail(&r->error, OC_E_DENIED, NULL, "leave: a conversation needs its visitor's ticket");
		return oc_request_failed(r);
	}
	return true;
}

ZEND_METHOD(OnlineChat_Mailbox, leave)
{
	zend_object *who;
	zend_string *key, *address, *language;
	HashTable *fields;
	zend_long conversation = 0;
	oc_request r;
	oc_form form;
	oc_body body;
	uint64_t id = 0;

	ZEND_PARSE_PARAMETERS_START(5, 6)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_STR(address)
		Z_PARAM_ARRAY_HT(fields)
		Z_PARAM_STR(language)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(conversation)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || (who && !oc_request_who(&r, who, OC_FOR_VISITORS, "leave")) ||
			!check_owner(&r, who, conversation) || !check_leave(&r, key, address, fields, language, &form)) {
		RETURN_THROWS();
	}
	oc_body_start(&body);
	for (unsigned i = 0; i < OC_FORM_FIELDS; i++) {
		oc_body_text(&body, form.field[i]);
	}
	oc_body_number(&body, (uint64_t)conversation);
	if (!oc_mail_leave(&r.call, who ? &r.who : NULL, oc_request_once(&r, &body), &form, oc_str_of_zend(language),
			oc_str_of_zend(address), (uint64_t)conversation, &id)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_LONG((zend_long)id);
}

ZEND_METHOD(OnlineChat_Mailbox, due)
{
	zend_long limit = 20;
	oc_request r;
	oc_mail *list = NULL;
	size_t n = 0;
	zval item;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_arg_range("limit", limit, 1, LIMIT_MAX)) {
		RETURN_THROWS();
	}
	if (!oc_mail_due(&r.call, (uint32_t)limit, &list, &n)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	array_init_size(return_value, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		oc_value_mail(&item, &list[i]);
		add_next_index_zval(return_value, &item);
	}
}

static bool arg_state(const zend_string *v, oc_mail_state *out)
{
	if (zend_string_equals_literal(v, "sent")) {
		*out = OC_MAIL_SENT;
	} else if (zend_string_equals_literal(v, "failed")) {
		*out = OC_MAIL_FAILED;
	} else if (zend_string_equals_literal(v, "off")) {
		*out = OC_MAIL_OFF;
	} else {
		return oc_throw_invalid("state", "must be \"sent\", \"failed\" or \"off\"");
	}
	return true;
}

ZEND_METHOD(OnlineChat_Mailbox, mailed)
{
	zend_long id;
	zend_string *state, *reason = NULL;
	oc_request r;
	oc_mail_state parsed = OC_MAIL_OFF;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_LONG(id)
		Z_PARAM_STR(state)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(reason)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_arg_id("id", id, false) || !arg_state(state, &parsed) ||
			(reason && !oc_arg_text("reason", reason, REASON_MAX, false))) {
		RETURN_THROWS();
	}
	if (!oc_mail_done(&r.call, (uint64_t)id, parsed, reason ? oc_str_of_zend(reason) : OC_STR(""))) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
}

ZEND_METHOD(OnlineChat_Mailbox, again)
{
	zend_object *who;
	zend_long id;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "again") ||
			!oc_arg_id("id", id, false)) {
		RETURN_THROWS();
	}
	if (!oc_mail_again(&r.call, &r.who, (uint64_t)id)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
}

ZEND_METHOD(OnlineChat_Mailbox, unread)
{
	zend_long limit = 20;
	oc_request r;
	oc_unread *list = NULL;
	size_t n = 0;
	zval item, settings, *on;
	bool wanted;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_arg_range("limit", limit, 1, LIMIT_MAX) ||
			!read_settings(&r, &settings)) {
		RETURN_THROWS();
	}
	on = zend_hash_str_find(Z_ARRVAL(settings), ZEND_STRL("mail_unread"));
	wanted = on && Z_TYPE_P(on) == IS_TRUE;
	zval_ptr_dtor(&settings);
	if (wanted && !oc_unread_due(&r.call, (uint32_t)limit, &list, &n)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	array_init_size(return_value, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		oc_value_unread(&item, &list[i]);
		add_next_index_zval(return_value, &item);
	}
}

ZEND_METHOD(OnlineChat_Mailbox, answered)
{
	zend_long conversation, up_to;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(conversation)
		Z_PARAM_LONG(up_to)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_arg_id("conversation", conversation, false) ||
			!oc_arg_number("upTo", up_to)) {
		RETURN_THROWS();
	}
	if (!oc_unread_done(&r.call, (uint64_t)conversation, (uint32_t)up_to)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
}

ZEND_METHOD(OnlineChat_Mailbox, unanswered)
{
	zend_long conversation;
	bool again = false;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(conversation)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_arg_id("conversation", conversation, false)) {
		RETURN_THROWS();
	}
	if (!oc_unread_failed(&r.call, (uint64_t)conversation, &again)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_BOOL(again);
}
