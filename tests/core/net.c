#include "core/oc_net.h"
#include "support.h"

static oc_ip ip(const char *text)
{
	oc_ip out;

	assert_true(oc_ip_parse(oc_str_of(text), &out));
	return out;
}

static void assert_ip(oc_ip actual, const char *expected)
{
	oc_ip e = ip(expected);

	assert_memory_equal(actual.byte, e.byte, 16);
}

static void test_addresses(void **state)
{
	oc_ip out;

	assert_ip(ip("1.2.3.4"), "::ffff:1.2.3.4");
	assert_false(oc_ip_parse(S(""), &out));
	assert_false(oc_ip_parse(S("1.2.3"), &out));
	assert_false(oc_ip_parse(S("1.2.3.4:80"), &out));
	assert_false(oc_ip_parse(S("1.2.3.4\0"), &out));
	assert_false(oc_ip_parse(S("unknown"), &out));
	assert_false(oc_ip_parse(S("1111:2222:3333:4444:5555:6666:7777:8888:9999:aaaa"), &out));
}

static void test_networks(void **state)
{
	static const oc_str wrong[] = {S(""), S("/8"), S("10.0.0.0/33"), S("10.0.0.0/"), S("10.0.0.1/8"), S("2001:db8::/129"),
		S("2001:db8::1/32"), S("10.0.0.0/8/8"), S("10.0.0.0/a")};
	oc_network n;
	oc_ip a = ip("10.255.0.1"), b = ip("11.0.0.1"), c = ip("2001:db8:ffff::1");

	assert_true(oc_network_parse(S("10.0.0.0/8"), &n));
	assert_true(oc_network_has(&n, &a));
	assert_false(oc_network_has(&n, &b));
	assert_false(oc_network_has(&n, &c));
	assert_true(oc_network_parse(S("10.128.0.0/9"), &n));
	assert_true(oc_network_has(&n, &a));
	assert_true(oc_network_parse(S("10.255.0.1"), &n));
	assert_true(oc_network_has(&n, &a));
	assert_true(oc_network_parse(S("2001:db8::/32"), &n));
	assert_true(oc_network_has(&n, &c));
	assert_true(oc_network_parse(S("0.0.0.0/0"), &n));
	assert_true(oc_network_has(&n, &b));
	assert_false(oc_network_has(&n, &c));
	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_false(oc_network_parse(wrong[i], &n));
	}
}

static void test_whose_request(void **state)
{
	oc_network proxies[2];
	oc_ip local = ip("127.0.0.1"), far = ip("198.51.100.7");

	assert_true(oc_network_parse(S("127.0.0.0/8"), &proxies[0]));
	assert_true(oc_network_parse(S("10.0.0.0/8"), &proxies[1]));
	assert_ip(oc_ip_of_request(&local, S("1.1.1.1, 2.2.2.2"), proxies, 2), "2.2.2.2");
	/* A proxy on the list passes on whom it saw. */
	assert_ip(oc_ip_of_request(&local, S("1.1.1.1, 2.2.2.2, 10.1.1.1"), proxies, 2), "2.2.2.2");
	/* Who is no proxy of ours names whom they like. */
	assert_ip(oc_ip_of_request(&far, S("1.1.1.1"), proxies, 2), "198.51.100.7");
	assert_ip(oc_ip_of_request(&local, S(""), proxies, 2), "127.0.0.1");
	assert_ip(oc_ip_of_request(&local, S("1.1.1.1, unknown"), proxies, 2), "127.0.0.1");
	assert_ip(oc_ip_of_request(&local, S("1.1.1.1,,"), proxies, 2), "127.0.0.1");
	assert_ip(oc_ip_of_request(NULL, S("2.2.2.2"), proxies, 2), "2.2.2.2");
	assert_ip(oc_ip_of_request(NULL, S(""), proxies, 2), "::");
}

static void test_what_counts(void **state)
{
	assert_ip(oc_ip_counted(ip("2001:db8:1:2:3:4:5:6")), "2001:db8:1:2::");
	assert_ip(oc_ip_counted(ip("1.2.3.4")), "1.2.3.4");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_networks),
		cmocka_unit_test(test_whose_request),
		cmocka_unit_test(test_what_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
