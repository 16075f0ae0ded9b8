/* Sliding windows, revocation, and what an address counts as. */
#include "server.h"

#include "store/oc_limits.h"

#include <string.h>

static bool admitted(const char *person, const char *address, const char *action)
{
	oc_identity who = person ? guest(person) : (oc_identity){0};

	if (oc_admit(worker_call(&w), person ? &who : NULL, oc_str_of(address), oc_str_of(action))) {
		return true;
	}
	assert_int_equal(w.error.cause, OC_E_RATE);
	assert_true(w.error.retry_after > 0);
	return false;
}

static unsigned until_refused(const char *person, const char *address, const char *action)
{
	unsigned n = 0;

	while (n < 5000 && admitted(person, address, action)) {
		n++;
	}
	return n;
}

static void a_person_has_a_limit(void **state)
{
	assert_int_equal(until_refused("anna", "192.0.2.1", "write"), 20);
	assert_in_range(w.error.retry_after, 1, 20000);
	assert_true(admitted("bert", "192.0.2.1", "write"));
	assert_int_equal(until_refused("anna", "192.0.2.1", "start"), 5);
	assert_in_range(w.error.retry_after, 1, 120000);
}

static void an_address_has_a_wider_limit(void **state)
{
	unsigned n = 0;

	n += until_refused("anna", "192.0.2.1", "write");
	n += until_refused("bert", "192.0.2.1", "write");
	n += until_refused("carl", "192.0.2.1", "write");
	n += until_refused("dora", "192.0.2.1", "write");
	assert_int_equal(n, 60);
	assert_true(admitted("dora", "192.0.2.9", "write"));
	assert_int_equal(until_refused(NULL, "192.0.2.5", "write"), 60);
}

static void a_refusal_costs_nothing(void **state)
{
	unsigned n = until_refused("anna", "192.0.2.1", "write");

	for (int i = 0; i < 100; i++) {
		assert_false(admitted("anna", "192.0.2.1", "write"));
	}
	/* The address has what the refused did not take. */
	n += until_refused("bert", "192.0.2.1", "write");
	n += until_refused("carl", "192.0.2.1", "write");
	assert_int_equal(n, 60);
}

/* The wait that was said is enough, and not twice too long. */
static void who_waits_as_told_is_admitted(void **state)
{
	until_refused("anna", "", "write");
	assert_in_range(w.error.retry_after, 1, 11000);
	sleep_ms((unsigned)w.error.retry_after + 5);
	assert_true(admitted("anna", "", "write"));
}

/* Never more than the limit in any window, by the clock: what went before weighs until it is out of it. */
static void no_burst_at_the_edge_of_a_window(void **state)
{
	unsigned n = until_refused("anna", "", "write");

	assert_int_equal(n, 20);
	for (uint64_t end = now_us() + 6000000; now_us() < end;) {
		n += admitted("anna", "", "write");
		sleep_ms(100);
	}
	assert_in_range(n, 20, 33);
}

static void a_poll_has_its_own_limit(void **state)
{
	oc_identity anna = guest("anna"), op = operator_of(3, "3");
	oc_poll_answer a = {0};
	unsigned n = 0;

	while (n < 200) {
		OK(&w, oc_poll_visitor(worker_call(&w), &anna, OC_STR("192.0.2.1"), OC_STR("t"), 7, 0, 0, &a));
		if (a.retry_after) {
			break;
		}
		n++;
	}
	assert_int_equal(n, 50);
	n = 0;
	while (n < 200) {
		OK(&w, oc_poll_operator(worker_call(&w), &op, OC_STR("192.0.2.1"), OC_STR("t"), 0, &a));
		if (a.retry_after) {
			break;
		}
		n++;
	}
	assert_int_equal(n, 50);
}

static void a_revoked_ticket_is_refused(void **state)
{
	oc_identity anna = guest("anna"), op = operator_of(3, "3");
	oc_poll_answer a;

	OK(&w, oc_revoked_tell(worker_call(&w), OC_STR("g:anna/s1"), 1000));
	OK(&w, oc_revoked_tell(worker_call(&w), OC_STR("o:3/s1"), 1000));
	assert_false(oc_admit(worker_call(&w), &anna, OC_STR(""), OC_STR("write")));
	assert_int_equal(w.error.cause, OC_E_TICKET);
	assert_string_equal(w.error.detail, "revoked");
	assert_true(poll_of(&w, "anna", "t", 7, 0, 0).revoked);
	OK(&w, oc_poll_operator(worker_call(&w), &op, OC_STR(""), OC_STR("t"), 0, &a));
	assert_true(a.revoked);
	anna.issued = op.issued = 1001;
	OK(&w, oc_admit(worker_call(&w), &anna, OC_STR(""), OC_STR("write")));
	anna.issued = 500;
	anna.session = OC_STR("s2");
	OK(&w, oc_admit(worker_call(&w), &anna, OC_STR(""), OC_STR("write")));
	OK(&w, oc_poll_operator(worker_call(&w), &op, OC_STR(""), OC_STR("t"), 0, &a));
	assert_false(a.revoked);
}

static void an_unknown_action_is_named(void **state)
{
	oc_identity anna = guest("anna");

	assert_false(oc_admit(worker_call(&w), &anna, OC_STR(""), OC_STR("dance")));
	assert_int_equal(w.error.cause, OC_E_INVALID);
	assert_string_equal(w.error.detail, "action");
}

static void what_an_address_counts_as(void **state)
{
	static const char *const cases[][2] = {
		{"192.0.2.1", "192.0.2.1"},
		{"::ffff:192.0.2.1", "192.0.2.1"},
		{"2001:db8:1:2:aaaa::1", "20010db800010002/64"},
		{"2001:DB8:1:2::9", "20010db800010002/64"},
		{"", ""},
		{"not:an:address", "not:an:address"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		oc_str s = oc_rate_address(worker_call(&w)->arena, oc_str_of(cases[i][0]));

		assert_true(oc_str_eq(s, oc_str_of(cases[i][1])));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_ON_REDIS(a_person_has_a_limit),
		TEST_ON_REDIS(an_address_has_a_wider_limit),
		TEST_ON_REDIS(a_refusal_costs_nothing),
		TEST_ON_REDIS(who_waits_as_told_is_admitted),
		TEST_ON_REDIS(no_burst_at_the_edge_of_a_window),
		TEST_ON_REDIS(a_poll_has_its_own_limit),
		TEST_ON_REDIS(a_revoked_ticket_is_refused),
		TEST_ON_REDIS(an_unknown_action_is_named),
		TEST_ON_REDIS(what_an_address_counts_as),
	};

	return cmocka_run_group_tests(tests, redis_up, redis_down);
}
