#include "core/oc_form.h"
#include "support.h"

static const oc_form good = {{{"Ann", 3}, {"Bell", 4}, {"ann@example.com", 15}, {"+33 1 23", 8}, {"Hello\nthere", 11}}};

static void test_names(void **state)
{
	oc_form_field field;

	for (unsigned i = 0; i < OC_FORM_FIELDS; i++) {
		assert_true(oc_form_find(oc_str_of(oc_form_name((oc_form_field)i)), &field));
		assert_int_equal(field, i);
	}
	assert_false(oc_form_find(S("name"), &field));
	assert_false(oc_form_find(S(""), &field));
}

static void test_good(void **state)
{
	oc_form least = {.field = {[OC_EMAIL] = S("a@b"), [OC_FORM_MESSAGE] = S("?")}};
	oc_form alone = {.field = {[OC_FORM_MESSAGE] = S("?")}};
	oc_error e = {0};

	assert_true(oc_form_check(&good, OC_FORM_DEFAULT, &e));
	assert_true(oc_form_check(&least, OC_FORM_DEFAULT, &e));
	assert_true(oc_form_check(&alone, (oc_form_rules){1u << OC_FORM_MESSAGE, 0}, &e));
}

static void refused(oc_form_field field, oc_str text, oc_form_rules rules, const char *message)
{
	oc_form form = good;
	oc_error e = {0};

	form.field[field] = text;
	assert_false(oc_form_check(&form, rules, &e));
	assert_invalid(&e, oc_form_name(field), message);
}

static void test_rules(void **state)
{
	oc_form_rules all = {OC_FORM_ALL, OC_FORM_ALL}, some = {OC_FORM_ALL & ~(1u << OC_PHONE), 0};
	char long_name[81];

	memset(long_name, 'x', sizeof long_name);
	refused(OC_FIRST_NAME, (oc_str){long_name, 81}, all, "first_name: at most 80 characters, got 81");
	refused(OC_LAST_NAME, S("a\nBcc: x"), all, "last_name: line breaks are not allowed");
	refused(OC_EMAIL, S("nobody"), all, "email: must have the form name@host");
	refused(OC_EMAIL, S(""), OC_FORM_DEFAULT, "email: must not be blank");
	refused(OC_PHONE, S("1\r2"), all, "phone: line breaks are not allowed");
	refused(OC_PHONE, S("123"), some, "phone: this shop's form does not ask for it");
	refused(OC_PHONE, S(""), all, "phone: must not be blank");
	refused(OC_PHONE, S("abc"), all, "phone: may hold digits, spaces and + . ( ) / - only");
	refused(OC_PHONE, S("+33 1 x 5"), all, "phone: may hold digits, spaces and + . ( ) / - only");
	refused(OC_FORM_MESSAGE, S(" \n"), (oc_form_rules){OC_FORM_ALL, 0}, "message: must not be blank");
	refused(OC_FORM_MESSAGE, S("\xff"), all, "message: must be valid UTF-8, byte 1 is not");
}

static void test_email(void **state)
{
	static const char *const yes[] = {"a@b", "a.b+c@d.example", "\xc3\xa9@\xc3\xa9.fr", "a'b@c"};
	static const char *const no[] = {"", "@", "a@", "@b", "a@b@c", "a b@c", "a@b,c@d", "<a@b>", "a@b\n", "\"a\"@b"};

	for (size_t i = 0; i < COUNT(yes); i++) {
		assert_true(oc_str_is_email(oc_str_of(yes[i])));
	}
	for (size_t i = 0; i < COUNT(no); i++) {
		assert_false(oc_str_is_email(oc_str_of(no[i])));
	}
	assert_false(oc_str_is_email(S("a\0@b")));
}

/* What PrestaShop's own address form takes. */
static void test_phone(void **state)
{
	static const char *const yes[] = {"", "0", "+33 (0)1.23/45-67", "0123456789"};

	for (size_t i = 0; i < COUNT(yes); i++) {
		oc_form form = good;
		oc_error e = {0};

		form.field[OC_PHONE] = oc_str_of(yes[i]);
		assert_true(oc_form_check(&form, OC_FORM_DEFAULT, &e));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_email),
		cmocka_unit_test(test_phone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
