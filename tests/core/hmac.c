#include "support.h"

static void assert_mac(oc_str secret, oc_str data, const char *expected)
{
	uint8_t mac[32];
	char hex[65];

	test_hmac(secret, data, mac);
	for (int i = 0; i < 32; i++) {
		snprintf(hex + 2 * i, 3, "%02x", mac[i]);
	}
	assert_string_equal(hex, expected);
}

static void test_rfc_4231(void **state)
{
	char secret[131];

	memset(secret, 0x0b, 20);
	assert_mac((oc_str){secret, 20}, S("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
	assert_mac(S("Jefe"), S("what do ya want for nothing?"),
		"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	memset(secret, 0xaa, sizeof secret);
	assert_mac((oc_str){secret, sizeof secret}, S("Test Using Larger Than Block-Size Key - Hash Key First"),
		"60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
	assert_mac((oc_str){secret, sizeof secret},
		S("This is a test using a larger than block-size key and a larger than block-size data. The key needs to be "
		  "hashed before being used by the HMAC algorithm."),
		"9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_rfc_4231)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
