#include "core/oc_key.h"
#include "support.h"

static void test_parses(void **state)
{
	static const uint8_t expected[16] = {0x00, 0x01, 0x0a, 0x9f, 0xff, 0xa0, 0x10, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd,
		0xef, 0xf0, 0x0f};
	uint8_t key[16];
	oc_error e;

	assert_true(oc_key_parse(S("00010a9fffa01023456789abcdeff00f"), key, &e));
	assert_memory_equal(key, expected, 16);
}

static void test_refuses(void **state)
{
	static const char *const bad[] = {"", "0", "00010a9fffa01023456789abcdeff00", "00010a9fffa01023456789abcdeff00f0",
		"00010A9fffa01023456789abcdeff00f", "00010g9fffa01023456789abcdeff00f", "00010a9fffa01023456789abcdeff00 ",
		"0x010a9fffa01023456789abcdeff00f", "00010a9fffa01023456789abcdeff00\xff", "00010:9fffa01023456789abcdeff00f",
		"00010/9fffa01023456789abcdeff00f", "00010`9fffa01023456789abcdeff00f"};

	for (size_t i = 0; i < COUNT(bad); i++) {
		uint8_t key[16], before[16];
		oc_error e = {0};

		memset(key, 0x5a, 16);
		memset(before, 0x5a, 16);
		assert_false(oc_key_parse(oc_str_of(bad[i]), key, &e));
		assert_invalid(&e, "key", "key: must be 32 lower-case hex digits");
		assert_memory_equal(key, before, 16);
	}
}

static void test_refuses_nul_inside(void **state)
{
	uint8_t key[16];
	oc_error e;

	assert_false(oc_key_parse(S("00010a9fffa01023\0"
								"56789abcdeff00f"),
		key, &e));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parses),
		cmocka_unit_test(test_refuses),
		cmocka_unit_test(test_refuses_nul_inside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
