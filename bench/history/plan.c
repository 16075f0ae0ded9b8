#include "load.h"

#define DAY_US 86400000000u
#define OPENS_US 25200000000u /* 7:00 UTC */
#define OPEN_US 46800000000u  /* for 13 hours */
#define LENGTH_MOST 60

/* Many are short and some are long: the mean of what is drawn is near the wanted one, and the rest is given or taken evenly. */
static uint16_t *lengths(oc_arena *a, uint32_t conversations)
{
	uint16_t *n = oc_alloc(a, sizeof(uint16_t) * conversations);
	load_random r = load_random_of(1, 0);
	int64_t rest = (int64_t)conversations * LOAD_MESSAGES;

	for (uint32_t i = 0; i < conversations; i++) {
		n[i] = 2;
		while (n[i] < LENGTH_MOST && load_draw(&r, 9)) {
			n[i]++;
		}
		rest -= n[i];
	}
	while (rest) {
		uint16_t *one = &n[load_draw(&r, conversations)];

		if (rest > 0 && *one < LENGTH_MOST) {
			(*one)++, rest--;
		} else if (rest < 0 && *one > 2) {
			(*one)--, rest++;
		}
	}
	return n;
}

load_plan load_plan_of(oc_arena *a, uint32_t conversations)
{
	uint32_t customers = conversations / 5 + 1;

	return (load_plan){conversations, conversations / 20, customers, lengths(a, conversations),
		load_zipf_new(customers, 1.0, 2.0)};
}

uint64_t load_time(uint32_t index, uint32_t of)
{
	uint64_t part = (uint64_t)index * LOAD_DAYS, day = part / of, within = part % of;

	return LOAD_BEGIN * (uint64_t)1000000 + day * DAY_US + OPENS_US + within * (OPEN_US / of);
}
