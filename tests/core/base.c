#include "support.h"

static void test_numbers(void **state)
{
	uint64_t v;

	assert_true(oc_str_u64(S("0"), &v) && v == 0);
	assert_true(oc_str_u64(S("9999999999999999999"), &v) && v == UINT64_C(9999999999999999999));
	assert_false(oc_str_u64(S(""), &v));
	assert_false(oc_str_u64(S("10000000000000000000"), &v));
	assert_false(oc_str_u64(S("1x"), &v));
	assert_false(oc_str_u64(S("-1"), &v));
}

static void test_equality(void **state)
{
	assert_true(oc_str_eq(S(""), (oc_str){NULL, 0}));
	assert_true(oc_str_eq(S("a\0b"), S("a\0b")));
	assert_false(oc_str_eq(S("a\0b"), S("a\0c")));
	assert_false(oc_str_eq(S("a"), S("ab")));
}

static void test_memory_is_zeroed_and_aligned(void **state)
{
	for (size_t n = 1; n < 40000; n = n * 3 + 1) {
		unsigned char *p = oc_alloc(*state, n);

		assert_int_equal((uintptr_t)p % 16, 0);
		for (size_t i = 0; i < n; i++) {
			assert_int_equal(p[i], 0);
		}
		memset(p, 0xff, n);
	}
	oc_arena_reset(*state);
	assert_int_equal(*(unsigned char *)oc_alloc(*state, 64), 0);
	oc_arena_reset(*state);
	oc_arena_reset(*state);
}

static void test_buffer_grows(void **state)
{
	oc_buf b = oc_buf_new(*state, 0);
	oc_str s;

	for (int i = 0; i < 5000; i++) {
		oc_putf(&b, "%d,", i % 10);
	}
	oc_put_u64(&b, UINT64_MAX);
	oc_put_hex(&b, "\x00\xaf", 2);
	s = oc_buf_str(&b);
	assert_int_equal(s.n, 10000 + 20 + 4);
	assert_string_equal(s.p + 9998, "9,1844674407370955161500af");
}

static void test_format_of_any_length(void **state)
{
	char word[1000];

	memset(word, 'x', sizeof word);
	for (int n = 110; n < 1000; n++) {
		oc_str s = oc_format(*state, "%.*s", n, word);

		assert_int_equal(s.n, n);
		assert_int_equal(s.p[n], 0);
	}
}

static void test_errors_are_cut_not_overrun(void **state)
{
	char text[1000];
	oc_error e;

	memset(text, 'y', sizeof text - 1);
	text[sizeof text - 1] = 0;
	assert_false(oc_fail(&e, OC_E_INVALID, text, "%s", text));
	assert_int_equal(strlen(e.detail), sizeof e.detail - 1);
	assert_int_equal(strlen(e.message), sizeof e.message - 1);
	assert_false(oc_fail(&e, OC_E_MYSQL, NULL, "gone"));
	assert_string_equal(e.detail, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_equality),
		arena_test(test_memory_is_zeroed_and_aligned),
		arena_test(test_buffer_grows),
		arena_test(test_format_of_any_length),
		cmocka_unit_test(test_errors_are_cut_not_overrun),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
