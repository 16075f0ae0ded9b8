#include "core/oc_json.h"
#include "support.h"

static void assert_json(oc_arena *a, oc_str s, const char *expected)
{
	oc_buf b = oc_buf_new(a, 0);

	oc_json_string(&b, s);
	assert_str(oc_buf_str(&b), expected);
}

static void test_plain_text(void **state)
{
	assert_json(*state, S(""), "\"\"");
	assert_json(*state, (oc_str){NULL, 0}, "\"\"");
	assert_json(*state, S("h\xc3\xa9llo \xf0\x9f\x98\x80 / '"), "\"h\xc3\xa9llo \xf0\x9f\x98\x80 / '\"");
}

static void test_escapes(void **state)
{
	assert_json(*state, S("\"\\\n\r\t"), "\"\\\"\\\\\\n\\r\\t\"");
	assert_json(*state, S("\0\x01\x1f\x7f"), "\"\\u0000\\u0001\\u001f\\u007f\"");
	assert_json(*state, S("</script>&"), "\"\\u003c/script\\u003e\\u0026\"");
	assert_json(*state, S("a\xe2\x80\xa8" "b\xe2\x80\xa9" "c"), "\"a\\u2028b\\u2029c\"");
	assert_json(*state, S("\xe2\x80\xa7\xe2\x80\xaa"), "\"\xe2\x80\xa7\xe2\x80\xaa\"");
}

static void test_bytes_that_are_not_utf8(void **state)
{
	assert_json(*state, S("a\xff" "b"), "\"a\\ufffdb\"");
	assert_json(*state, S("\xe2\x82"), "\"\\ufffd\\ufffd\"");
	assert_json(*state, S("\xc3\""), "\"\\ufffd\\\"\"");
}

static void test_members(void **state)
{
	oc_buf b = oc_buf_new(*state, 8);

	oc_puts(&b, "{");
	oc_json_text(&b, "text", S("{"));
	oc_json_u64(&b, "big", UINT64_MAX);
	oc_json_bool(&b, "yes", true);
	oc_json_bool(&b, "no", false);
	oc_json_null(&b, "nothing");
	oc_json_name(&b, "inner");
	oc_puts(&b, "{");
	oc_json_u64(&b, "zero", 0);
	oc_puts(&b, "}");
	oc_json_u64(&b, "after", 1);
	oc_puts(&b, "}");
	assert_str(oc_buf_str(&b),
		"{\"text\":\"{\",\"big\":18446744073709551615,\"yes\":true,\"no\":false,\"nothing\":null,"
		"\"inner\":{\"zero\":0},\"after\":1}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		arena_test(test_plain_text),
		arena_test(test_escapes),
		arena_test(test_bytes_that_are_not_utf8),
		arena_test(test_members),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
