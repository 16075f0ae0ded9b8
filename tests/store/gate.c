/* The gate: what a new visitor is told without asking MySQL. */
#include "server.h"

static oc_tell counts(uint64_t decision, uint32_t ongoing, uint32_t present)
{
	return (oc_tell){.decision = decision,
		.maximum = 10,
		.ongoing = ongoing,
		.free = present ? 10 - ongoing : 0,
		.present = present,
		.offline_mode = 1,
		.settings = 12};
}

static oc_gate gate(void)
{
	oc_gate g;

	OK(&w, oc_gate_ask(worker_call(&w), OC_STR("g:0"), &g));
	return g;
}

static void the_gate_follows_the_counts(void **state)
{
	oc_tell open = counts(5, 3, 2), full = counts(6, 10, 2), closed = counts(7, 0, 0), late = counts(6, 3, 2);
	oc_shop_status s;
	bool known;

	assert_int_equal(gate(), OC_GATE_PASS);
	OK(&w, oc_gate_status(worker_call(&w), &s, &known));
	assert_false(known);
	OK(&w, oc_tell_send(worker_call(&w), &open));
	assert_int_equal(gate(), OC_GATE_PASS);
	OK(&w, oc_tell_send(worker_call(&w), &full));
	assert_int_equal(gate(), OC_GATE_FULL);
	OK(&w, oc_gate_status(worker_call(&w), &s, &known));
	assert_true(known && s.mode == OC_MODE_FORM && s.settings == 12 && !s.degraded && s.delay > 0);
	OK(&w, oc_tell_send(worker_call(&w), &closed));
	assert_int_equal(gate(), OC_GATE_CLOSED);
	OK(&w, oc_tell_send(worker_call(&w), &late));
	assert_int_equal(gate(), OC_GATE_CLOSED);
	full.decision = 8;
	full.queue = 1;
	full.queue_limit = 5;
	OK(&w, oc_tell_send(worker_call(&w), &full));
	assert_int_equal(gate(), OC_GATE_PASS);
	OK(&w, oc_gate_status(worker_call(&w), &s, &known));
	assert_int_equal(s.mode, OC_MODE_QUEUE);
	full.waiting = 5;
	full.decision = 9;
	OK(&w, oc_tell_send(worker_call(&w), &full));
	assert_int_equal(gate(), OC_GATE_FULL);
	assert_in_range(server_says(&redis, "return redis.call('PTTL', redis.call('KEYS', '*:gate')[1])"), 1, 10000);
}

static void the_gate_accepts_any_decision_after_a_loss(void **state)
{
	oc_tell late = counts(60, 10, 2), lower = counts(6, 3, 2);

	OK(&w, oc_tell_send(worker_call(&w), &late));
	server_does(&redis, "FLUSHALL");
	OK(&w, oc_tell_send(worker_call(&w), &lower));
	assert_int_equal(gate(), OC_GATE_PASS);
	assert_int_equal(watch_of(&w, 1).settings, 12);
}

/* The verdict counts a hold against everybody; who has it is let through. */
static void the_holder_of_a_place_passes(void **state)
{
	oc_tell full = counts(6, 10, 2);
	oc_gate g;

	OK(&w, oc_tell_send(worker_call(&w), &full));
	OK(&w, oc_tell_send(worker_call(&w), &(oc_tell){.holder = OC_STR("g:anna"), .hold_ms = 60000}));
	OK(&w, oc_gate_ask(worker_call(&w), OC_STR("g:anna"), &g));
	assert_int_equal(g, OC_GATE_PASS);
	assert_int_equal(gate(), OC_GATE_FULL);
}

static void a_shop_without_any_decision_has_a_status(void **state)
{
	oc_tell first = counts(0, 0, 0);
	oc_shop_status s;
	bool known;

	OK(&w, oc_tell_send(worker_call(&w), &first));
	OK(&w, oc_gate_status(worker_call(&w), &s, &known));
	assert_true(known && s.mode == OC_MODE_FORM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_ON_REDIS(the_gate_follows_the_counts),
		TEST_ON_REDIS(the_gate_accepts_any_decision_after_a_loss),
		TEST_ON_REDIS(the_holder_of_a_place_passes),
		TEST_ON_REDIS(a_shop_without_any_decision_has_a_status),
	};

	return cmocka_run_group_tests(tests, redis_up, redis_down);
}
