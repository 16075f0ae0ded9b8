#include "core/oc_form.h"

#include <string.h>

#include "core/oc_text.h"
#include "core/oc_utf8.h"

static const struct {
	const char *name;
	size_t most;
	bool one_line;
} fields[OC_FORM_FIELDS] = {
	{"first_name", OC_NAME_MAX, true}, {"last_name", OC_NAME_MAX, true}, {"email", 255, true}, {"phone", 32, true},
	{"message", OC_TEXT_MAX, false},
};

const char *oc_form_name(oc_form_field field)
{
	return fields[field].name;
}

bool oc_form_find(oc_str name, oc_form_field *out)
{
	for (unsigned i = 0; i < OC_FORM_FIELDS; i++) {
		if (oc_str_eq(name, oc_str_of(fields[i].name))) {
			*out = (oc_form_field)i;
			return true;
		}
	}
	return false;
}

bool oc_str_is_email(oc_str s)
{
	size_t at = 0, found = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c <= ' ' || c == 0x7f || strchr("\"(),:;<>[\\]", c)) {
			return false;
		}
		if (c == '@') {
			at = i;
			found++;
		}
	}
	return found == 1 && at > 0 && at + 1 < s.n;
}

/* As PrestaShop's Validate::isPhoneNumber() takes an address's. */
static bool is_phone(oc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!memchr("0123456789+. ()/-", s.p[i], 17)) {
			return false;
		}
	}
	return true;
}

static bool has_line_break(oc_str s)
{
	return s.n && (memchr(s.p, '\n', s.n) || memchr(s.p, '\r', s.n));
}

static bool check_field(oc_form_field field, oc_str text, oc_form_rules rules, oc_error *e)
{
	const char *name = fields[field].name;
	bool required = field == OC_FORM_MESSAGE || (rules.require >> field & 1);

	if (text.n && !(rules.ask >> field & 1)) {
		return oc_fail(e, OC_E_INVALID, name, "%s: this shop's form does not ask for it", name);
	}
	if (!oc_text_check(name, text, fields[field].most, required, e)) {
		return false;
	}
	if (fields[field].one_line && has_line_break(text)) {
		return oc_fail(e, OC_E_INVALID, name, "%s: line breaks are not allowed", name);
	}
	if (field == OC_EMAIL && text.n && !oc_str_is_email(text)) {
		return oc_fail(e, OC_E_INVALID, name, "%s: must have the form name@host", name);
	}
	if (field == OC_PHONE && !is_phone(text)) {
		return oc_fail(e, OC_E_INVALID, name, "%s: may hold digits, spaces and + . ( ) / - only", name);
	}
	return true;
}

bool oc_form_check(const oc_form *form, oc_form_rules rules, oc_error *e)
{
	for (unsigned i = 0; i < OC_FORM_FIELDS; i++) {
		if (!check_field((oc_form_field)i, form->field[i], rules, e)) {
			return false;
		}
	}
	return true;
}
