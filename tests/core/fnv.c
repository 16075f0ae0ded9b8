#include "core/oc_fnv.h"
#include "support.h"

/* The published values of FNV-1a over a text and the zero that ends it. */
static void test_known_values(void **state)
{
	assert_int_equal(oc_hash(OC_HASH_START, S("")), UINT64_C(0xaf63bd4c8601b7df));
	assert_int_equal(oc_hash(OC_HASH_START, S("foobar")), UINT64_C(0x34531ca7168b8f38));
}

static void test_fields_are_apart(void **state)
{
	uint64_t h = OC_HASH_START;

	assert_int_not_equal(oc_hash(oc_hash(h, S("a")), S("bc")), oc_hash(oc_hash(h, S("ab")), S("c")));
	assert_int_not_equal(oc_hash(h, S("abc")), oc_hash(1, S("abc")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_values),
		cmocka_unit_test(test_fields_are_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
