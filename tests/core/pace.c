#include "core/oc_pace.h"
#include "support.h"

/* 900 + 100 of 201 steps: no jitter. */
#define MIDDLE 100
#define ASSERT_DELAY(ms, ...) assert_int_equal(oc_pace_delay(&(oc_pace){__VA_ARGS__}, MIDDLE), ms)
#define ASSERT_OPERATOR(ms, ...) assert_int_equal(oc_pace_operator(&(oc_pace){__VA_ARGS__}, MIDDLE), ms)

static void test_by_idleness(void **state)
{
	ASSERT_DELAY(1000, .typing = true, .changed = true);
	ASSERT_DELAY(1000, .typing = true, .idle_ms = 10000000);
	ASSERT_DELAY(1500, .changed = true, .idle_ms = 10000000);
	ASSERT_DELAY(2000, .idle_ms = 0);
	ASSERT_DELAY(2000, .idle_ms = 29999);
	ASSERT_DELAY(4000, .idle_ms = 30000);
	ASSERT_DELAY(4000, .idle_ms = 119999);
	ASSERT_DELAY(8000, .idle_ms = 120000);
	ASSERT_DELAY(8000, .idle_ms = 599999);
	ASSERT_DELAY(15000, .idle_ms = 600000);
	ASSERT_DELAY(15000, .idle_ms = UINT64_MAX);
}

static void test_waiting_asks_sooner(void **state)
{
	ASSERT_DELAY(2000, .waiting = true);
	ASSERT_DELAY(4000, .waiting = true, .idle_ms = 700000);
	ASSERT_DELAY(12000, .waiting = true, .idle_ms = 700000, .hidden = true);
}

static void test_hidden(void **state)
{
	ASSERT_DELAY(3000, .typing = true, .hidden = true);
	ASSERT_DELAY(6000, .hidden = true);
	ASSERT_DELAY(24000, .hidden = true, .idle_ms = 300000);
	ASSERT_DELAY(30000, .hidden = true, .idle_ms = 600000);
}

static void test_degraded(void **state)
{
	ASSERT_DELAY(15000, .degraded = true, .typing = true);
	ASSERT_DELAY(15000, .degraded = true, .idle_ms = 600000);
	ASSERT_DELAY(30000, .degraded = true, .hidden = true, .idle_ms = 600000);
}

static void test_over_the_budget(void **state)
{
	ASSERT_DELAY(2000, .polls = 1500, .polls_budget = 1500);
	ASSERT_DELAY(4000, .polls = 3000, .polls_budget = 1500);
	ASSERT_DELAY(2000, .polls = 3000, .polls_budget = 0);
	ASSERT_DELAY(60000, .polls = 3000000000, .polls_budget = 1, .idle_ms = 600000, .hidden = true);
}

static void test_operator(void **state)
{
	ASSERT_OPERATOR(1500, .typing = true, .idle_ms = 600000);
	ASSERT_OPERATOR(1500, .changed = true, .idle_ms = 600000);
	ASSERT_OPERATOR(1500, .idle_ms = 29999);
	ASSERT_OPERATOR(3000, .idle_ms = 30000);
	ASSERT_OPERATOR(3000, .idle_ms = UINT64_MAX);
	ASSERT_OPERATOR(4500, .hidden = true);
	ASSERT_OPERATOR(9000, .hidden = true, .idle_ms = UINT64_MAX);
	ASSERT_OPERATOR(15000, .degraded = true);
	ASSERT_OPERATOR(6000, .idle_ms = 30000, .polls = 3000, .polls_budget = 1500);
	ASSERT_OPERATOR(30000, .hidden = true, .idle_ms = 30000, .polls = 4000000000, .polls_budget = 1);
}

/* Every state of the flags and the random numbers: within ±10 % of the middle, and within the bounds. */
static void test_jitter_bounds(void **state)
{
	static const uint64_t idle[] = {0, 30000, 120000, 600000};

	for (unsigned v = 0; v < 32 * 4 * 3; v++) {
		oc_pace p = {.changed = v & 1, .typing = v & 2, .hidden = v & 4, .degraded = v & 8, .waiting = v & 16,
			.idle_ms = idle[v / 32 % 4], .polls = 100 * (v / 128), .polls_budget = 90};
		uint32_t visitor = oc_pace_delay(&p, MIDDLE), console = oc_pace_operator(&p, MIDDLE), low = UINT32_MAX, high = 0;

		for (uint32_t random = 0; random < 201; random++) {
			uint32_t delay = oc_pace_delay(&p, random), other = oc_pace_operator(&p, UINT32_MAX - random);

			assert_in_range(delay, 1000, 60000);
			assert_in_range(delay, visitor * 9 / 10, visitor * 11 / 10);
			assert_in_range(other, 1000, 30000);
			assert_in_range(other, console * 9 / 10, console * 11 / 10);
			low = delay < low ? delay : low;
			high = delay > high ? delay : high;
		}
		assert_true(low < visitor || visitor == 1000);
		assert_true(high > visitor || visitor == 60000);
	}
}

static void test_jitter_uses_the_whole_width(void **state)
{
	oc_pace p = {.idle_ms = 600000};

	assert_int_equal(oc_pace_delay(&p, 0), 13500);
	assert_int_equal(oc_pace_delay(&p, 200), 16500);
	assert_int_equal(oc_pace_delay(&p, 201), 13500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_idleness),
		cmocka_unit_test(test_waiting_asks_sooner),
		cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_degraded),
		cmocka_unit_test(test_over_the_budget),
		cmocka_unit_test(test_operator),
		cmocka_unit_test(test_jitter_bounds),
		cmocka_unit_test(test_jitter_uses_the_whole_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
