/* Sliding-window limits. */
#include "support.h"

#include "core/oc_window.h"

#define WINDOW 10000

/* How many of `tries` at one moment pass. */
static unsigned pass(uint64_t *word, uint64_t now, unsigned tries, uint32_t limit, uint32_t *wait)
{
	unsigned passed = 0;

	for (unsigned i = 0; i < tries; i++) {
		uint32_t w;

		*word = oc_window_step(*word, now, WINDOW, limit, &w);
		passed += w == 0;
		if (w) {
			*wait = w;
		}
	}
	return passed;
}

static void allows_the_limit_and_no_more(void **state)
{
	uint64_t word = 0;
	uint32_t wait = 0;

	assert_int_equal(pass(&word, 1000000, 60, 50, &wait), 50);
	assert_in_range(wait, WINDOW, 2 * WINDOW);
}

static void the_wait_it_names_is_long_enough_and_not_much_longer(void **state)
{
	for (uint64_t start = 1000000; start < 1010000; start += 777) {
		uint64_t word = 0, early;
		uint32_t wait = 0, w;

		pass(&word, start, 50, 50, &wait);
		assert_int_equal(pass(&word, start, 1, 50, &wait), 0);
		oc_window_step(word, start + wait, WINDOW, 50, &w);
		assert_int_equal(w, 0);
		early = wait > 210 ? wait - 210 : 0;
		oc_window_step(word, start + early, WINDOW, 50, &w);
		assert_true(early == 0 || w > 0);
	}
}

static void the_window_before_fades(void **state)
{
	uint64_t word = 0;
	uint32_t wait = 0;

	assert_int_equal(pass(&word, 1000000, 50, 50, &wait), 50);
	assert_int_equal(pass(&word, 1010000, 50, 50, &wait), 0);
	assert_int_equal(pass(&word, 1015000, 50, 50, &wait), 25);
	assert_int_equal(pass(&word, 1040000, 60, 50, &wait), 50);
}

static void never_more_than_the_limit_in_any_window(void **state)
{
	uint64_t word = 0, at[20000];
	size_t n = 0;
	uint32_t random = 1, wait;

	for (uint64_t now = 5000000; now < 5400000; now += random >> 25) {
		random = random * 1664525 + 1013904223;
		word = oc_window_step(word, now, WINDOW, 50, &wait);
		if (wait == 0 && n < 20000) {
			at[n++] = now;
		}
	}
	assert_true(n > 1000);
	/* The weighing supposes that the window before was even: a tenth more is the most it misses by here. */
	for (size_t i = 55; i < n; i++) {
		assert_true(at[i] - at[i - 55] >= WINDOW);
	}
}

static void a_clock_that_jumps_starts_anew(void **state)
{
	uint64_t word = 0;
	uint32_t wait = 0;

	assert_int_equal(pass(&word, 9000000, 50, 50, &wait), 50);
	assert_int_equal(pass(&word, 1000000, 50, 50, &wait), 50);
	assert_int_equal(pass(&word, UINT64_C(1) << 60, 50, 50, &wait), 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(allows_the_limit_and_no_more),
		cmocka_unit_test(the_wait_it_names_is_long_enough_and_not_much_longer),
		cmocka_unit_test(the_window_before_fades),
		cmocka_unit_test(never_more_than_the_limit_in_any_window),
		cmocka_unit_test(a_clock_that_jumps_starts_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
