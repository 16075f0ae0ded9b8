#include "classes/oc_form_settings.h"

#include "classes/oc_classes.h"
#include "classes/oc_throw.h"

/* A list of the form's fields as bits; left as it is where it is not given. */
static bool read_list(HashTable *form, const char *name, unsigned *out)
{
	zval *list = zend_hash_str_find_deref(form, name, strlen(name)), *item;
	oc_form_field field;

	if (!list) {
		return true;
	}
	if (Z_TYPE_P(list) != IS_ARRAY) {
		return oc_throw_invalid("form", "\"%s\" must be a list of fields", name);
	}
	*out = 0;
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), item) {
		ZVAL_DEREF(item);
		if (Z_TYPE_P(item) != IS_STRING || !oc_form_find(oc_str_of_zend(Z_STR_P(item)), &field)) {
			return oc_throw_invalid("form", "\"%s\" may hold first_name, last_name, email, phone and message only", name);
		}
		*out |= 1u << field;
	} ZEND_HASH_FOREACH_END();
	return true;
}

bool oc_form_settings(HashTable *settings, oc_form_rules *out)
{
	zval *form = zend_hash_str_find_deref(settings, ZEND_STRL("form"));

	*out = OC_FORM_DEFAULT;
	if (!form) {
		return true;
	}
	if (Z_TYPE_P(form) != IS_ARRAY) {
		zend_type_error("OnlineChat\\Chat::publish(): setting \"form\" must be of type array, %s given",
			zend_zval_type_name(form));
		return false;
	}
	if (!read_list(Z_ARRVAL_P(form), "ask", &out->ask)) {
		return false;
	}
	/* Without a list of its own, what is required by default and asked for. */
	out->require &= out->ask;
	if (!read_list(Z_ARRVAL_P(form), "require", &out->require)) {
		return false;
	}
	if (!(out->ask >> OC_FORM_MESSAGE & 1)) {
		return oc_throw_invalid("form", "\"ask\" must hold message");
	}
	if (out->require & ~out->ask) {
		return oc_throw_invalid("form", "\"require\" may hold only what \"ask\" holds");
	}
	return true;
}

static void add_list(zval *form, const char *name, unsigned bits)
{
	zval list;

	array_init(&list);
	for (unsigned i = 0; i < OC_FORM_FIELDS; i++) {
		if (bits >> i & 1) {
			add_next_index_string(&list, oc_form_name((oc_form_field)i));
		}
	}
	add_assoc_zval(form, name, &list);
}

void oc_form_settings_to(oc_form_rules rules, zval *settings)
{
	zval form;

	array_init(&form);
	add_list(&form, "ask", rules.ask);
	add_list(&form, "require", rules.require);
	add_assoc_zval(settings, "form", &form);
}

bool oc_form_fields(HashTable *fields, oc_form *out)
{
	zend_string *name;
	zval *v;
	oc_form_field field;

	*out = (oc_form){0};
	ZEND_HASH_FOREACH_STR_KEY_VAL(fields, name, v) {
		ZVAL_DEREF(v);
		if (!name || !oc_form_find(oc_str_of_zend(name), &field)) {
			return oc_throw_invalid("fields", "first_name, last_name, email, phone and message only");
		}
		if (Z_TYPE_P(v) != IS_STRING) {
			zend_type_error("OnlineChat\\Mailbox::leave(): field \"%s\" must be of type string, %s given", ZSTR_VAL(name),
				zend_zval_type_name(v));
			return false;
		}
		out->field[field] = oc_str_of_zend(Z_STR_P(v));
	} ZEND_HASH_FOREACH_END();
	return true;
}
