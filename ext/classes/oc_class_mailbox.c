#include "classes/oc_form_settings.h"
#include "classes/oc_publish.h"
#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "core/oc_text.h"
#include "store/oc_mailbox.h"

ZEND_METHOD(OnlineChat_Mailbox, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

/* The shop's rules as published now: a form that was opened before may meet others. */
static bool read_rules(oc_request *r, oc_form_rules *rules)
{
	oc_settings settings = {0};
	zval all;
	bool ok;

	if (!oc_settings_read(&r->call, &settings)) {
		return oc_request_failed(r);
	}
	if (!oc_settings_to(&settings, &all)) {
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
			(uint64_t)conversation, &id)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_LONG((zend_long)id);
}
