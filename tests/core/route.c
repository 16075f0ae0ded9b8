#include "core/oc_route.h"
#include "support.h"

static void test_place_at_the_maximum(void **state)
{
	oc_counts c = {.maximum = 20, .ongoing = 19, .free = 10, .present = 3};

	assert_true(oc_place(&c, false));
	c.ongoing = 20;
	assert_false(oc_place(&c, false));
	c.ongoing = 25; /* the maximum was lowered below what runs */
	assert_false(oc_place(&c, false));
	c.maximum = UINT32_MAX;
	c.ongoing = UINT32_MAX - 1;
	assert_true(oc_place(&c, false));
	c.holds = 1;
	assert_false(oc_place(&c, false));
}

static void test_place_at_the_capacity(void **state)
{
	oc_counts c = {.maximum = 100, .ongoing = 4, .free = 1, .present = 1};

	assert_true(oc_place(&c, false));
	c.free = 0;
	assert_false(oc_place(&c, false));
	assert_false(oc_place(&c, true));
}

static void test_holds_keep_places_from_others(void **state)
{
	oc_counts c = {.maximum = 20, .ongoing = 18, .holds = 1, .free = 5, .present = 2};

	assert_true(oc_place(&c, false));
	c.holds = 2;
	assert_false(oc_place(&c, false));
	assert_true(oc_place(&c, true));
	c.holds = 3; /* more holds than places: the maximum was lowered */
	assert_false(oc_place(&c, true));
	c = (oc_counts){.maximum = 20, .ongoing = 0, .holds = 3, .free = 3, .present = 1};
	assert_false(oc_place(&c, false));
	assert_true(oc_place(&c, true));
	c.holds = 0; /* says to have a hold that is not counted */
	assert_true(oc_place(&c, true));
}

/* Whatever the counts: giving places while oc_place says so exceeds neither limit. */
static void test_giving_places_never_exceeds(void **state)
{
	for (uint32_t maximum = 0; maximum < 6; maximum++) {
		for (uint32_t capacity = 0; capacity < 6; capacity++) {
			for (uint32_t holds = 0; holds < 6; holds++) {
				oc_counts c = {.maximum = maximum, .holds = holds, .free = capacity, .present = 1};

				while (oc_place(&c, false)) {
					c.ongoing++;
					c.free--;
				}
				assert_true(c.ongoing <= maximum && c.ongoing <= capacity);
				assert_int_equal(c.ongoing, holds >= maximum || holds >= capacity ? 0 :
						(maximum < capacity ? maximum : capacity) - holds);
			}
		}
	}
}

static void test_without_a_place(void **state)
{
	oc_counts c = {.maximum = 1, .ongoing = 1, .present = 1, .queue_limit = 2, .queue = true};

	assert_int_equal(oc_no_place(&c), OC_QUEUED);
	c.waiting = 1;
	assert_int_equal(oc_no_place(&c), OC_QUEUED);
	c.waiting = 2;
	assert_int_equal(oc_no_place(&c), OC_FULL);
	c.waiting = 0;
	c.queue = false;
	assert_int_equal(oc_no_place(&c), OC_FULL);
	c.present = 0;
	assert_int_equal(oc_no_place(&c), OC_CLOSED);
	c.queue = true;
	assert_int_equal(oc_no_place(&c), OC_CLOSED);
}

static void test_mode(void **state)
{
	oc_counts c = {.maximum = 2, .ongoing = 1, .free = 1, .present = 1, .queue_limit = 1, .queue = true};

	assert_int_equal(oc_mode_of(&c, true), OC_MODE_CHAT);
	assert_int_equal(oc_mode_of(&c, false), OC_MODE_CHAT);
	c.ongoing = 2;
	assert_int_equal(oc_mode_of(&c, true), OC_MODE_QUEUE);
	c.waiting = 1;
	assert_int_equal(oc_mode_of(&c, true), OC_MODE_FORM);
	assert_int_equal(oc_mode_of(&c, false), OC_MODE_NONE);
	c.waiting = 0;
	c.queue = false;
	assert_int_equal(oc_mode_of(&c, true), OC_MODE_FORM);
	c = (oc_counts){.maximum = 2, .queue_limit = 1, .queue = true};
	assert_int_equal(oc_mode_of(&c, true), OC_MODE_FORM);
	assert_int_equal(oc_mode_of(&c, false), OC_MODE_NONE);
}

static void test_order_of_candidates(void **state)
{
	const oc_candidate base = {.id = 5, .load = 2, .capacity = 4, .idle_since = 1000};
	const oc_candidate less = {.id = 9, .load = 1, .capacity = 4, .idle_since = 9000};
	const oc_candidate idle = {.id = 9, .load = 2, .capacity = 4, .idle_since = 999};
	const oc_candidate first = {.id = 4, .load = 2, .capacity = 4, .idle_since = 1000};
	const oc_candidate large = {.id = 5, .load = 2, .capacity = 400, .idle_since = 1000};

	assert_true(oc_candidate_compare(&less, &base) < 0 && oc_candidate_compare(&base, &less) > 0);
	assert_true(oc_candidate_compare(&idle, &base) < 0 && oc_candidate_compare(&base, &idle) > 0);
	assert_true(oc_candidate_compare(&first, &base) < 0 && oc_candidate_compare(&base, &first) > 0);
	assert_int_equal(oc_candidate_compare(&base, &base), 0);
	assert_int_equal(oc_candidate_compare(&base, &large), 0);
}

static void test_order_holds_for_extreme_values(void **state)
{
	const oc_candidate low = {.id = 1, .capacity = 1}, high = {.id = UINT32_MAX, .load = UINT32_MAX,
		.idle_since = UINT64_MAX};
	const oc_candidate late = {.id = 1, .idle_since = UINT64_MAX};

	assert_true(oc_candidate_compare(&low, &high) < 0 && oc_candidate_compare(&high, &low) > 0);
	assert_true(oc_candidate_compare(&low, &late) < 0 && oc_candidate_compare(&late, &low) > 0);
}

static void test_choice(void **state)
{
	const oc_candidate list[] = {
		{.id = 1, .load = 0, .capacity = 0, .idle_since = 1}, /* takes nobody */
		{.id = 2, .load = 1, .capacity = 1, .idle_since = 1}, /* full */
		{.id = 3, .load = 3, .capacity = 9, .idle_since = 1},
		{.id = 4, .load = 2, .capacity = 3, .idle_since = 50},
		{.id = 6, .load = 2, .capacity = 3, .idle_since = 40},
		{.id = 5, .load = 2, .capacity = 3, .idle_since = 40},
		{.id = 7, .load = 4, .capacity = 2, .idle_since = 1}, /* capacity lowered below the load */
	};

	assert_int_equal(oc_choose(list, COUNT(list))->id, 5);
	assert_int_equal(oc_choose(list, 3)->id, 3);
	assert_null(oc_choose(list, 2));
	assert_null(oc_choose(list, 0));
	assert_null(oc_choose(NULL, 0));
}

/* Every status and event, written out: waiting, ongoing, finished, archived or refused (-). */
static void test_transitions(void **state)
{
	static const char letters[] = "-WOFA";
	/* columns: post take transfer end gone reopen assign requeue archive */
	static const char *const expected[] = {
		[OC_NO_STATUS] = "---------",
		[OC_WAITING] = "WO-FF-O--",
		[OC_ONGOING] = "O-OFF-OW-",
		[OC_FINISHED] = "O----O-WA",
		[OC_ARCHIVED] = "---------",
	};

	assert_int_equal(OC_EV_ARCHIVE + 1, OC_EVENT_KINDS);
	for (unsigned from = 0; from < COUNT(expected); from++) {
		assert_int_equal(strlen(expected[from]), OC_EVENT_KINDS);
		for (unsigned event = 0; event < OC_EVENT_KINDS; event++) {
			assert_int_equal(letters[oc_after((oc_status)from, (oc_event_kind)event)], expected[from][event]);
			assert_int_equal(oc_may((oc_status)from, (oc_event_kind)event), expected[from][event] != '-');
		}
	}
}

static void test_unknown_status_or_event_is_refused(void **state)
{
	assert_false(oc_may((oc_status)5, OC_EV_POST));
	assert_false(oc_may((oc_status)255, OC_EV_POST));
	assert_false(oc_may(OC_ONGOING, (oc_event_kind)OC_EVENT_KINDS));
}

static void test_an_estimate_is_place_by_place_the_mean_gap(void **state)
{
	uint64_t now = UINT64_C(1700000000000), hour = 3600000;

	assert_int_equal(oc_estimate(1, 60, now - hour, now), 60000);
	assert_int_equal(oc_estimate(5, 60, now - hour, now), 300000);
	assert_int_equal(oc_estimate(1, 3, now - hour, now), 1200000);
	/* Under three places freed, or nobody waits: not known. Known is at least a second. */
	assert_int_equal(oc_estimate(1, 2, now - hour, now), 0);
	assert_int_equal(oc_estimate(0, 60, now - hour, now), 0);
	assert_int_equal(oc_estimate(1, 1000000, now - hour, now), 1000);
	/* A minute that another server's clock has begun already. */
	assert_int_equal(oc_estimate(1, 60, now + 1, now), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_place_at_the_maximum),
		cmocka_unit_test(test_place_at_the_capacity),
		cmocka_unit_test(test_holds_keep_places_from_others),
		cmocka_unit_test(test_giving_places_never_exceeds),
		cmocka_unit_test(test_without_a_place),
		cmocka_unit_test(test_mode),
		cmocka_unit_test(test_order_of_candidates),
		cmocka_unit_test(test_order_holds_for_extreme_values),
		cmocka_unit_test(test_choice),
		cmocka_unit_test(test_transitions),
		cmocka_unit_test(test_unknown_status_or_event_is_refused),
		cmocka_unit_test(test_an_estimate_is_place_by_place_the_mean_gap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
