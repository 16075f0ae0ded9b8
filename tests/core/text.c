#include "core/oc_text.h"
#include "support.h"

static oc_str repeat(oc_arena *a, const char *character, size_t times)
{
	oc_buf b = oc_buf_new(a, strlen(character) * times);

	for (size_t i = 0; i < times; i++) {
		oc_puts(&b, character);
	}
	return oc_buf_str(&b);
}

static void test_counts_characters_not_bytes(void **state)
{
	static const char *const characters[] = {"x", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};

	for (size_t i = 0; i < COUNT(characters); i++) {
		oc_error e = {0};

		assert_true(oc_text_check("text", repeat(*state, characters[i], OC_TEXT_MAX), OC_TEXT_MAX, true, &e));
		assert_int_equal(e.cause, OC_OK);
		assert_false(oc_text_check("text", repeat(*state, characters[i], OC_TEXT_MAX + 1), OC_TEXT_MAX, true, &e));
		assert_invalid(&e, "text", "text: at most 4000 characters, got 4001");
	}
}

static void test_blank_only_where_required(void **state)
{
	static const char *const blank[] = {"", " ", "\r\n\t", "\xe2\x80\x8b", "\xc2\xa0\xef\xbb\xbf", "\xe2\xa0\x80",
		"\xe3\x85\xa4"};

	for (size_t i = 0; i < COUNT(blank); i++) {
		oc_error e = {0};

		assert_false(oc_text_check("text", oc_str_of(blank[i]), OC_TEXT_MAX, true, &e));
		assert_invalid(&e, "text", "text: must not be blank");
		assert_true(oc_text_check("note", oc_str_of(blank[i]), OC_TEXT_MAX, false, &e));
	}
}

static void test_names_the_first_bad_byte(void **state)
{
	oc_error e;

	assert_false(oc_text_check("note", S("h\xc3\xa9llo \xff\xfe"), OC_TEXT_MAX, false, &e));
	assert_invalid(&e, "note", "note: must be valid UTF-8, byte 8 is not");
	assert_false(oc_text_check("text", S("\0"), OC_TEXT_MAX, true, &e));
	assert_invalid(&e, "text", "text: must be valid UTF-8, byte 1 is not");
}

static void test_control_characters(void **state)
{
	oc_error e;

	assert_true(oc_text_check("text", S("one\ttwo\r\nthree"), OC_TEXT_MAX, true, &e));
	assert_false(oc_text_check("text", S("one\x1b[2J"), OC_TEXT_MAX, true, &e));
	assert_invalid(&e, "text", "text: control characters other than tab and line breaks are not allowed");
}

static void test_validity_is_asked_before_length(void **state)
{
	oc_error e;

	assert_false(oc_text_check("name", S("\xff\xff\xff"), 2, true, &e));
	assert_invalid(&e, "name", "name: must be valid UTF-8, byte 1 is not");
}

static void test_stream(void **state)
{
	assert_true(oc_str_is_stream(S("a")));
	assert_true(oc_str_is_stream(S("AZaz09_-")));
	assert_true(oc_str_is_stream(repeat(*state, "x", 40)));
	assert_false(oc_str_is_stream(repeat(*state, "x", 41)));
	assert_false(oc_str_is_stream(S("")));
	assert_false(oc_str_is_stream(S("a b")));
	assert_false(oc_str_is_stream(S("a:b")));
	assert_false(oc_str_is_stream(S("a\0b")));
	assert_false(oc_str_is_stream(S("\xc3\xa9")));
}

static void test_session(void **state)
{
	assert_true(oc_str_is_session(S("")));
	assert_true(oc_str_is_session(repeat(*state, "-", 64)));
	assert_false(oc_str_is_session(repeat(*state, "-", 65)));
	assert_false(oc_str_is_session(S("a.b")));
}

static void test_language(void **state)
{
	static const char *const good[] = {"", "en", "fr", "fra", "fr-ca", "FR-CA", "zh-Hant", "pt-br", "es-419",
		"qaa-abcdefgh"};
	static const char *const bad[] = {"e", "engl", "en-", "en-x", "en-abcdefghi", "en_US", "-en", "e1", "en-us-x", " en",
		"en ", "en-\xc3\xa9\xc3\xa9"};

	for (size_t i = 0; i < COUNT(good); i++) {
		assert_true(oc_str_is_language(oc_str_of(good[i])));
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		assert_false(oc_str_is_language(oc_str_of(bad[i])));
	}
	assert_false(oc_str_is_language(S("en\0")));
}

static void test_number(void **state)
{
	uint64_t v = 7;

	assert_true(oc_str_is_number(S("1"), UINT32_MAX, &v));
	assert_int_equal(v, 1);
	assert_true(oc_str_is_number(S("4294967295"), UINT32_MAX, &v));
	assert_int_equal(v, UINT32_MAX);
	assert_true(oc_str_is_number(S("10"), 10, NULL));
	assert_false(oc_str_is_number(S("11"), 10, NULL));
	assert_false(oc_str_is_number(S("4294967296"), UINT32_MAX, &v));
	assert_false(oc_str_is_number(S("0"), UINT32_MAX, &v));
	assert_false(oc_str_is_number(S("01"), UINT32_MAX, &v));
	assert_false(oc_str_is_number(S(""), UINT32_MAX, &v));
	assert_false(oc_str_is_number(S("-1"), UINT32_MAX, &v));
	assert_false(oc_str_is_number(S("+1"), UINT32_MAX, &v));
	assert_false(oc_str_is_number(S("1 "), UINT32_MAX, &v));
	assert_false(oc_str_is_number(S("99999999999999999999"), UINT64_MAX, &v));
	assert_int_equal(v, UINT32_MAX);
}

static void test_url(void **state)
{
	static const char *const good[] = {"/", "/a?b=c#d", "/\xc3\xa9", "http://a", "https://shop.example/"};
	static const char *const bad[] = {"", "a", "//a", "/\\a", "http://", "https://", "ftp://a", "javascript:1",
		"HTTP://a", "/a b", "/a\tb", "/a\n"};
	oc_error e = {0};

	for (size_t i = 0; i < COUNT(good); i++) {
		assert_true(oc_url_check("url", oc_str_of(good[i]), 30, &e));
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		e = (oc_error){0};
		assert_false(oc_url_check("url", oc_str_of(bad[i]), 30, &e));
		assert_int_equal(e.cause, OC_E_INVALID);
		assert_string_equal(e.detail, "url");
	}
	assert_false(oc_url_check("url", S("/123456789"), 9, &e));
	assert_invalid(&e, "url", "url: at most 9 characters, got 10");
}

static void test_phone(void **state)
{
	oc_arena *a = *state;
	oc_str plain = oc_phone_plain(a, S("+33 (0)6.12-34/56"));

	assert_string_equal(plain.p, "+3306123456");
	assert_int_equal(plain.n, 11);
	assert_null(oc_phone_plain(a, S("")).p);
	assert_null(oc_phone_plain(a, S(" .-/()")).p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_url),
		arena_test(test_counts_characters_not_bytes),
		cmocka_unit_test(test_blank_only_where_required),
		cmocka_unit_test(test_names_the_first_bad_byte),
		cmocka_unit_test(test_control_characters),
		cmocka_unit_test(test_validity_is_asked_before_length),
		arena_test(test_phone),
		arena_test(test_stream),
		arena_test(test_session),
		cmocka_unit_test(test_language),
		cmocka_unit_test(test_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
