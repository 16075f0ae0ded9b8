#include "core/oc_hours.h"
#include "support.h"

#define HOUR 3600
#define DAY 86400
/* Europe/Paris: 2025-03-30 01:00 UTC and 2025-10-26 01:00 UTC. */
#define SPRING INT64_C(1743296400)
#define AUTUMN INT64_C(1761440400)

static oc_hours paris(void)
{
	return (oc_hours){.offsets = {{0, HOUR}, {SPRING, 2 * HOUR}, {AUTUMN, HOUR}}, .n_offsets = 3};
}

static void every_day(oc_hours *h, uint32_t from, uint32_t to)
{
	for (uint32_t day = 0; day < 7; day++) {
		oc_hours_add(h, day, from, to);
	}
}

static int64_t day(const char *date)
{
	int32_t n;

	assert_true(oc_hours_date(oc_str_of(date), &n));
	return n;
}

/* UTC seconds of a UTC time. */
static int64_t utc(const char *date, int hour, int minute)
{
	return day(date) * DAY + hour * HOUR + minute * 60;
}

static void times_of_the_day(void **state)
{
	static const char *const wrong[] = {"", "9:00", "09:60", "24:01", "25:00", "0900", "09:0", "09:00 ", "-1:00", "0x:00", "09.00"};
	uint32_t minute;

	assert_true(oc_hours_minute(S("00:00"), false, &minute) && minute == 0);
	assert_true(oc_hours_minute(S("23:59"), false, &minute) && minute == 1439);
	assert_true(oc_hours_minute(S("24:00"), true, &minute) && minute == 1440);
	assert_false(oc_hours_minute(S("24:00"), false, &minute));
	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_false(oc_hours_minute(oc_str_of(wrong[i]), true, &minute));
	}
}

static void dates_are_days_since_1970(void **state)
{
	static const char *const wrong[] = {"", "1969-12-31", "2025-00-01", "2025-13-01", "2025-02-29", "2024-02-30", "2025-04-31",
		"2100-02-29", "2025-1-01", "25-01-01", "2025/01/01", "2025-01-00", "2025-01-01 "};
	int32_t n;

	assert_int_equal(day("1970-01-01"), 0);
	assert_int_equal(day("1970-12-31"), 364);
	assert_int_equal(day("1972-02-29"), 789);
	assert_int_equal(day("1972-03-01"), 790);
	assert_int_equal(day("2000-02-29"), 11016);
	assert_int_equal(day("2025-03-30"), SPRING / DAY);
	assert_int_equal(day("2100-03-01"), 47541);
	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_false(oc_hours_date(oc_str_of(wrong[i]), &n));
	}
}

static void open_by_the_wall_clock(void **state)
{
	oc_hours h = paris();

	oc_hours_add(&h, 0, 540, 720);   /* Monday 9 to 12, 14 to 18 */
	oc_hours_add(&h, 0, 840, 1080);
	/* 2025-01-06 is a Monday; local is an hour ahead. */
	assert_false(oc_hours_open(&h, utc("2025-01-06", 8, 0) - 1));
	assert_true(oc_hours_open(&h, utc("2025-01-06", 8, 0)));
	assert_true(oc_hours_open(&h, utc("2025-01-06", 11, 0) - 1));
	assert_false(oc_hours_open(&h, utc("2025-01-06", 11, 0)));
	assert_true(oc_hours_open(&h, utc("2025-01-06", 13, 0)));
	assert_false(oc_hours_open(&h, utc("2025-01-07", 8, 0)));
	/* In summer two hours. */
	assert_true(oc_hours_open(&h, utc("2025-07-07", 7, 0)));
	assert_false(oc_hours_open(&h, utc("2025-07-07", 7, 0) - 1));
	assert_int_equal(oc_hours_opens(&h, utc("2025-01-06", 11, 30)), utc("2025-01-06", 13, 0));
	assert_int_equal(oc_hours_opens(&h, utc("2025-01-06", 18, 0)), utc("2025-01-13", 8, 0));
}

static void over_midnight(void **state)
{
	oc_hours h = paris();

	oc_hours_add(&h, 6, 1320, 120); /* Sunday 22 to 2 */
	assert_int_equal(h.spans[0].to, 1560);
	/* 2025-01-05 is a Sunday. */
	assert_true(oc_hours_open(&h, utc("2025-01-05", 21, 0)));
	assert_true(oc_hours_open(&h, utc("2025-01-06", 0, 59)));
	assert_false(oc_hours_open(&h, utc("2025-01-06", 1, 0)));
	assert_false(oc_hours_open(&h, utc("2025-01-05", 0, 30)));
	h.n_spans = 0;
	oc_hours_add(&h, 2, 600, 600); /* from Wednesday 10 for a whole day */
	assert_true(oc_hours_open(&h, utc("2025-01-08", 9, 0)));
	assert_true(oc_hours_open(&h, utc("2025-01-09", 9, 0) - 1));
	assert_false(oc_hours_open(&h, utc("2025-01-09", 9, 0)));
	h.n_spans = 0;
	oc_hours_add(&h, 2, 600, 1440);
	assert_false(oc_hours_open(&h, utc("2025-01-08", 23, 0)));
}

static void when_the_clocks_go_forward(void **state)
{
	oc_hours h = paris();

	every_day(&h, 150, 240); /* 2:30 to 4: on that Sunday there is no 2:30 */
	assert_false(oc_hours_open(&h, SPRING - 1));
	assert_true(oc_hours_open(&h, SPRING));
	assert_false(oc_hours_open(&h, SPRING + HOUR));
	assert_int_equal(oc_hours_opens(&h, SPRING - 5 * HOUR), SPRING);
	h.n_spans = 0;
	every_day(&h, 125, 175); /* 2:05 to 2:55: not on that day */
	assert_int_equal(oc_hours_opens(&h, SPRING - HOUR), utc("2025-03-31", 0, 5));
}

static void when_the_clocks_go_back(void **state)
{
	oc_hours h = paris();

	every_day(&h, 120, 150); /* 2 to 2:30, which comes twice */
	assert_true(oc_hours_open(&h, AUTUMN - HOUR));
	assert_false(oc_hours_open(&h, AUTUMN - HOUR + 1800));
	assert_true(oc_hours_open(&h, AUTUMN));
	assert_false(oc_hours_open(&h, AUTUMN + 1800));
	assert_int_equal(oc_hours_opens(&h, AUTUMN - HOUR + 1800), AUTUMN);
	h.n_spans = 0;
	every_day(&h, 60, 165); /* closes at 2:45; then it is 2 o'clock once more */
	assert_false(oc_hours_open(&h, AUTUMN - 1));
	assert_int_equal(oc_hours_opens(&h, AUTUMN - 1), AUTUMN);
}

static void holidays(void **state)
{
	oc_hours h = paris();

	every_day(&h, 540, 1080);
	h.holidays[h.n_holidays++] = (oc_hours_days){(int32_t)day("2025-12-24"), (int32_t)day("2025-12-26")};
	assert_true(oc_hours_open(&h, utc("2025-12-23", 12, 0)));
	assert_false(oc_hours_open(&h, utc("2025-12-24", 12, 0)));
	assert_false(oc_hours_open(&h, utc("2025-12-26", 12, 0)));
	assert_true(oc_hours_open(&h, utc("2025-12-27", 12, 0)));
	assert_int_equal(oc_hours_opens(&h, utc("2025-12-23", 17, 0)), utc("2025-12-27", 8, 0));
	h.n_spans = 0;
	every_day(&h, 1320, 120);
	/* What began the day before ends at midnight, and what would begin on it is not there the day after. */
	assert_true(oc_hours_open(&h, utc("2025-12-23", 22, 59)));
	assert_false(oc_hours_open(&h, utc("2025-12-23", 23, 0)));
	assert_false(oc_hours_open(&h, utc("2025-12-27", 0, 30)));
	assert_true(oc_hours_open(&h, utc("2025-12-27", 21, 30)));
}

static void never_open(void **state)
{
	oc_hours h = paris();

	assert_false(oc_hours_open(&h, SPRING));
	assert_int_equal(oc_hours_opens(&h, SPRING), 0);
	every_day(&h, 0, 1440);
	assert_true(oc_hours_open(&h, SPRING) && oc_hours_open(&h, AUTUMN));
	h.holidays[h.n_holidays++] = (oc_hours_days){(int32_t)day("2025-01-01"), (int32_t)day("2025-12-31")};
	assert_int_equal(oc_hours_opens(&h, utc("2025-06-01", 0, 0)), 0);
	/* Sixty days before the end of it. */
	assert_int_equal(oc_hours_opens(&h, utc("2025-11-01", 23, 0)), utc("2025-12-31", 23, 0));
	assert_int_equal(oc_hours_opens(&h, utc("2025-11-01", 22, 59)), 0);
}

/* Minute by minute, around both changes of the clocks, east and west of Greenwich. */
static void the_next_opening_is_the_first_open_minute(void **state)
{
	static const int32_t zones[] = {HOUR, -5 * HOUR, 45900, -12600};
	uint64_t seed = 7;

	for (int round = 0; round < 60; round++) {
		int32_t standard = zones[round % 4];
		int64_t change = SPRING + (int64_t)(random_next(&seed) % DAY) / 60 * 60;
		int64_t begin = change - 2 * DAY, from = -1;
		bool forward = random_next(&seed) % 2;
		oc_hours h = {.offsets = {{0, standard + (forward ? 0 : HOUR)}, {change, standard + (forward ? HOUR : 0)}},
			.n_offsets = 2};

		for (uint32_t d = 0; d < 7; d++) {
			for (uint64_t n = random_next(&seed) % 4; n; n--) {
				oc_hours_add(&h, d, (uint32_t)(random_next(&seed) % 1440), (uint32_t)(random_next(&seed) % 1441));
				h.spans[h.n_spans - 1].to = h.spans[h.n_spans - 1].from + 1 + (uint32_t)(random_next(&seed) % 200);
			}
		}
		if (round % 3 == 0) {
			h.holidays[h.n_holidays++] = (oc_hours_days){(int32_t)(change / DAY), (int32_t)(change / DAY)};
		}
		for (int64_t at = begin + 6 * DAY; at >= begin; at -= 60) {
			if (oc_hours_open(&h, at)) {
				from = at;
			} else if (from >= 0) {
				assert_int_equal(oc_hours_opens(&h, at), from);
			}
		}
	}
}

static void stored_and_read(void **state)
{
	oc_arena *a = *state;
	oc_hours h = paris(), back;
	oc_str text;

	oc_hours_add(&h, 0, 540, 1020);
	oc_hours_add(&h, 5, 1320, 120);
	h.offsets[0].offset = -12600;
	h.holidays[h.n_holidays++] = (oc_hours_days){20447, 20448};
	text = oc_hours_encode(a, &h);
	assert_str(text, "0.540.1020,5.1320.1560|0:-12600,1743296400:7200,1761440400:3600|20447:20448");
	assert_true(oc_hours_decode(text, &back));
	assert_str(oc_hours_encode(a, &back), text.p);
	h = (oc_hours){0};
	assert_str(oc_hours_encode(a, &h), "||");
	assert_true(oc_hours_decode(S("||"), &back));
	assert_false(oc_hours_open(&back, SPRING));
}

static void the_largest_there_is(void **state)
{
	oc_hours h = {0}, back;
	oc_str text;

	for (uint32_t i = 0; i < 7 * OC_HOURS_A_DAY; i++) {
		oc_hours_add(&h, i / OC_HOURS_A_DAY, 1439, 1439);
	}
	for (uint32_t i = 0; i < OC_HOURS_OFFSETS; i++) {
		h.offsets[h.n_offsets++] = (oc_hours_offset){i ? INT64_C(99999999999) + i : 0, -DAY};
	}
	for (uint32_t i = 0; i < OC_HOURS_HOLIDAYS; i++) {
		h.holidays[h.n_holidays++] = (oc_hours_days){2932895, 2932896}; /* the year 9999 */
	}
	text = oc_hours_encode(*state, &h);
	assert_true(text.n <= 6000); /* the column's */
	assert_true(oc_hours_decode(text, &back));
	assert_true(oc_str_eq(oc_hours_encode(*state, &back), text));
}

static void other_text_is_refused(void **state)
{
	static const char *const wrong[] = {"", "|", "|||", "0.540.1020", "7.0.1||", "0.1440.1441||", "0.540.540||", "0.540.1981||",
		"0.540.1020,||", ",||", "|0:0,|", "|5:0,5:0|", "|5:0,4:0|", "|0:86401|", "||5:4", "||5", "||-1:5", "0.1.99999999999999999999||",
		"||5:6 ", "a||", "0,540,1020||"};
	oc_hours h;

	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_false(oc_hours_decode(oc_str_of(wrong[i]), &h));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_of_the_day),
		cmocka_unit_test(dates_are_days_since_1970),
		cmocka_unit_test(open_by_the_wall_clock),
		cmocka_unit_test(over_midnight),
		cmocka_unit_test(when_the_clocks_go_forward),
		cmocka_unit_test(when_the_clocks_go_back),
		cmocka_unit_test(holidays),
		cmocka_unit_test(never_open),
		cmocka_unit_test(the_next_opening_is_the_first_open_minute),
		arena_test(stored_and_read),
		arena_test(the_largest_there_is),
		cmocka_unit_test(other_text_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
