#include "core/oc_utf8.h"
#include "support.h"

/* Encodes any number below 2^21 by the pattern of UTF-8, surrogates too. */
static size_t encode(uint32_t code, char out[4])
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xC0 | code >> 6);
		out[1] = (char)(0x80 | (code & 63));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (char)(0xE0 | code >> 12);
		out[1] = (char)(0x80 | (code >> 6 & 63));
		out[2] = (char)(0x80 | (code & 63));
		return 3;
	}
	out[0] = (char)(0xF0 | code >> 18);
	out[1] = (char)(0x80 | (code >> 12 & 63));
	out[2] = (char)(0x80 | (code >> 6 & 63));
	out[3] = (char)(0x80 | (code & 63));
	return 4;
}

static void test_every_code_point(void **state)
{
	for (uint32_t code = 0; code < 0x200000; code++) {
		char bytes[4];
		oc_str s = {bytes, encode(code, bytes)};
		bool expected = code != 0 && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
		uint32_t read = 0;

		if (oc_utf8_valid(s) != expected) {
			fail_msg("U+%04X: valid %d", (unsigned)code, !expected);
		}
		if (expected && (oc_utf8_next(s, &read) != s.n || read != code || oc_utf8_length(s) != 1)) {
			fail_msg("U+%04X was read as U+%04X", (unsigned)code, (unsigned)read);
		}
	}
}

/* Of all 2^16 and 2^24 byte strings just so many are one character; overlongs would make it more. */
static void test_every_short_string(void **state)
{
	unsigned two = 0, three = 0;

	for (uint32_t v = 0; v < 1u << 24; v++) {
		const char bytes[3] = {(char)(v >> 16), (char)(v >> 8), (char)v};
		uint32_t code;

		three += oc_utf8_next((oc_str){bytes, 3}, &code) == 3;
		if (v < 1u << 16) {
			two += oc_utf8_next((oc_str){bytes + 1, 2}, &code) == 2;
		}
	}
	assert_int_equal(two, 0x800 - 0x80);
	assert_int_equal(three, 0x10000 - 0x800 - 0x800);
}

static void test_bad_bytes_and_where(void **state)
{
	static const struct {
		oc_str s;
		size_t at;
	} cases[] = {
		{S("\x80"), 0}, {S("ab\xff"), 2}, {S("\xc0\x80"), 0}, {S("\xc1\xbf"), 0}, {S("a\xe0\x9f\xbf"), 1},
		{S("\xf0\x8f\xbf\xbf"), 0}, {S("\xed\xa0\x80"), 0}, {S("\xed\xbf\xbf"), 0}, {S("\xf4\x90\x80\x80"), 0},
		{S("\xf5\x80\x80\x80"), 0}, {S("\xf8\x88\x80\x80\x80"), 0}, {S("\xfe"), 0}, {S("\xc3"), 0}, {S("\xe2\x82"), 0},
		{S("\xf0\x9f\x98"), 0}, {S("\xe2\x28\xa1"), 0}, {S("a\0b"), 1}, {S("\0"), 0}, {S("\xc3\xa9\xc3"), 2},
		{S("\xf0\x9f\x98\x80\xf0\x9f\x98\x80\x80"), 8},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(oc_utf8_bad(cases[i].s), cases[i].at);
		assert_false(oc_utf8_valid(cases[i].s));
		assert_false(oc_utf8_clean(cases[i].s));
	}
}

static void test_cut_short_never_reads_past_the_end(void **state)
{
	static const char whole[] = "\xf0\x9f\x98\x80";

	for (size_t n = 1; n < 4; n++) {
		char *exact = malloc(n);

		memcpy(exact, whole, n);
		assert_int_equal(oc_utf8_bad((oc_str){exact, n}), 0);
		free(exact);
	}
}

static void test_clean(void **state)
{
	for (int c = 1; c < 0x20; c++) {
		const char text[3] = {'a', (char)c, 'b'};

		assert_true(oc_utf8_valid((oc_str){text, 3}));
		assert_int_equal(oc_utf8_clean((oc_str){text, 3}), c == '\t' || c == '\n' || c == '\r');
	}
	assert_true(oc_utf8_clean(S("")));
	assert_true(oc_utf8_clean(S("Bonjour, \xc3\xa7" "a va ? \xf0\x9f\x98\x80\r\n")));
}

static void test_length(void **state)
{
	assert_int_equal(oc_utf8_length(S("")), 0);
	assert_int_equal(oc_utf8_length((oc_str){NULL, 0}), 0);
	assert_int_equal(oc_utf8_length(S("abc")), 3);
	assert_int_equal(oc_utf8_length(S("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80")), 4);
}

static void test_blank(void **state)
{
	static const uint32_t blank[] = {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160,
		0x1680, 0x180E, 0x2000, 0x200A, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x202F,
		0x205F, 0x2060, 0x2064, 0x2066, 0x206F, 0x2800, 0x3000, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xE0001, 0xE007F};
	static const uint32_t seen[] = {'!', '0', 'a', '~', 0xA1, 0xAC, 0xAE, 0x300, 0x600, 0x6DD, 0x115E, 0x1161, 0x1FFF,
		0x2010, 0x2027, 0x2030, 0x205E, 0x2070, 0x27FF, 0x2801, 0x2FFF, 0x3001, 0x3163, 0x3165, 0xFDFF, 0xFE10, 0xFEFE,
		0xFF01, 0xFF9F, 0xFFA1, 0xFFFC, 0xFFFD, 0x1F600, 0x10FFFF};
	char all[COUNT(blank) * 4], bytes[4];
	size_t n = 0;

	assert_true(oc_utf8_blank(S("")));
	for (size_t i = 0; i < COUNT(blank); i++) {
		n += encode(blank[i], all + n);
		if (!oc_utf8_blank((oc_str){bytes, encode(blank[i], bytes)})) {
			fail_msg("U+%04X is not blank", (unsigned)blank[i]);
		}
	}
	assert_true(oc_utf8_blank((oc_str){all, n}));
	for (size_t i = 0; i < COUNT(seen); i++) {
		if (oc_utf8_blank((oc_str){bytes, encode(seen[i], bytes)})) {
			fail_msg("U+%04X is blank", (unsigned)seen[i]);
		}
	}
	assert_false(oc_utf8_blank(S("   \xe2\x80\x8b.")));
	assert_false(oc_utf8_blank(S("  \xff")));
}

static void test_cut(void **state)
{
	oc_str s = S("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z");
	static const size_t ends[] = {0, 1, 3, 6, 10, 11, 11, 11};

	for (size_t i = 0; i < COUNT(ends); i++) {
		oc_str cut = oc_utf8_cut(s, i);

		assert_int_equal(cut.n, ends[i]);
		assert_ptr_equal(cut.p, s.p);
		assert_true(oc_utf8_valid(cut));
	}
	assert_int_equal(oc_utf8_cut(S(""), 5).n, 0);
	assert_int_equal(oc_utf8_cut((oc_str){NULL, 0}, 0).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_code_point),
		cmocka_unit_test(test_every_short_string),
		cmocka_unit_test(test_bad_bytes_and_where),
		cmocka_unit_test(test_cut_short_never_reads_past_the_end),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_length),
		cmocka_unit_test(test_blank),
		cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
