/* The Router as visitors meet it: the door, and a guest who signs in. */
#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "core/oc_form.h"
#include "core/oc_text.h"
#include "core/oc_ticket.h"

ZEND_METHOD(OnlineChat_Router, hold)
{
	zend_object *who;
	zend_string *address;
	oc_request r;
	oc_placement p = {0};
	bool ok;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(address)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_VISITORS, "hold") ||
			!oc_arg_address(address)) {
		RETURN_THROWS();
	}
	ok = oc_router_hold(&r.call, &r.who, oc_str_of_zend(address), &p);
	oc_request_placed(return_value, &r, ok, &p);
}

ZEND_METHOD(OnlineChat_Router, release)
{
	zend_object *who;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_VISITORS, "release")) {
		RETURN_THROWS();
	}
	if (!oc_router_release(&r.call, &r.who)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
}

/* A member of start()'s $about; absent, null or empty leaves out as it is. */
static bool about_text(HashTable *about, const char *name, size_t max, oc_str *out)
{
	zval *v = zend_hash_str_find(about, name, strlen(name));

	if (v) {
		ZVAL_DEREF(v);
	}
	if (!v || Z_TYPE_P(v) == IS_NULL) {
		return true;
	}
	if (Z_TYPE_P(v) != IS_STRING) {
		zend_type_error("OnlineChat\\Router::start(): Argument #5 ($about) \"%s\" must be of type string, %s given", name,
			zend_zval_type_name(v));
		return false;
	}
	if (!oc_arg_text(name, Z_STR_P(v), max, false)) {
		return false;
	}
	if (strpbrk(Z_STRVAL_P(v), "\r\n")) {
		return oc_throw_invalid(name, "line breaks are not allowed");
	}
	if (Z_STRLEN_P(v)) {
		*out = oc_str_of_zend(Z_STR_P(v));
	}
	return true;
}

/* Letters go there. */
static bool about_email(HashTable *about, oc_str *out)
{
	return about_text(about, "email", OC_EMAIL_MAX, out)
		&& (out->n == 0 || oc_str_is_email(*out) || oc_throw_invalid("email", "must have the form name@host"));
}

static bool about_known(HashTable *about)
{
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(about, name) {
		if (!name || (!zend_string_equals_literal(name, "email") && !zend_string_equals_literal(name, "phone"))) {
			return oc_throw_invalid("about", "may hold email and phone only");
		}
	} ZEND_HASH_FOREACH_END();
	return true;
}

ZEND_METHOD(OnlineChat_Router, start)
{
	zend_object *who;
	zend_string *key, *text, *address;
	HashTable *about = NULL;
	bool first = true, ok;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	oc_str email = {0}, phone = {0};

	ZEND_PARSE_PARAMETERS_START(4, 6)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_STR(text)
		Z_PARAM_STR(address)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(about)
		Z_PARAM_BOOL(first)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_VISITORS, "start") ||
			!oc_request_key(&r, key) || !oc_arg_text("text", text, OC_TEXT_MAX, true) || !oc_arg_address(address)) {
		RETURN_THROWS();
	}
	if (about && (!about_known(about) || !about_email(about, &email) ||
			!about_text(about, "phone", OC_PHONE_MAX, &phone))) {
		RETURN_THROWS();
	}
	if (email.n == 0 && r.who.email.n) {
		email = r.who.email;
	}
	if (phone.n == 0 && r.who.phone.n) {
		phone = r.who.phone;
	}
	/* Address and $first may differ from try to try; what is asked for is the text. */
	oc_body_start(&body);
	oc_body_text(&body, oc_str_of_zend(text));
	ok = oc_router_start(&r.call, &r.who, oc_request_once(&r, &body), oc_str_of_zend(text), oc_str_of_zend(address), email,
		phone, first, &p);
	oc_request_placed(return_value, &r, ok, &p);
}

ZEND_METHOD(OnlineChat_Router, adopt)
{
	zend_object *from, *to;
	zend_string *key;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	oc_identity guest;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_OBJ_OF_CLASS(from, oc_ce_Identity)
		Z_PARAM_OBJ_OF_CLASS(to, oc_ce_Identity)
		Z_PARAM_STR(key)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, to, OC_FOR_VISITORS, "adopt") ||
			!oc_identity_read(from, r.call.chat->shop, &guest) || !oc_request_key(&r, key)) {
		RETURN_THROWS();
	}
	if (guest.role != OC_GUEST || r.who.role != OC_CUSTOMER) {
		oc_fail(&r.error, OC_E_DENIED, NULL, "adopt: from a guest to a customer only");
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_body_start(&body);
	oc_body_text(&body, guest.person);
	if (!oc_router_adopt(&r.call, &guest, &r.who, oc_request_once(&r, &body), &p)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_LONG(p.number);
}
