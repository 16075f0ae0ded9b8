#include "core/oc_pace.h"

#define SECONDS(n) ((n) * 1000u)

static uint64_t least(uint64_t a, uint64_t b)
{
	return a < b ? a : b;
}

static uint64_t most(uint64_t a, uint64_t b)
{
	return a > b ? a : b;
}

/* What holds for both sides once the base is known. */
static uint32_t finish(const oc_pace *p, uint64_t delay, uint64_t hidden_most, uint64_t upper, uint32_t random)
{
	if (p->hidden) {
		delay = least(delay * 3, hidden_most);
	}
	if (p->degraded) {
		delay = most(delay, SECONDS(15));
	}
	if (p->polls_budget && p->polls > p->polls_budget) {
		delay = delay * p->polls / p->polls_budget;
	}
	delay = least(delay, upper);
	delay = delay * (900 + random % 201) / 1000;
	return (uint32_t)least(most(delay, SECONDS(1)), upper);
}

uint32_t oc_pace_delay(const oc_pace *p, uint32_t random)
{
	uint64_t delay = SECONDS(15);

	if (p->typing) {
		delay = SECONDS(1);
	} else if (p->changed) {
		delay = 1500;
	} else if (p->idle_ms < SECONDS(30)) {
		delay = SECONDS(2);
	} else if (p->idle_ms < SECONDS(120)) {
		delay = SECONDS(4);
	} else if (p->idle_ms < SECONDS(600)) {
		delay = SECONDS(8);
	}
	if (p->waiting) {
		delay = least(delay, SECONDS(4));
	}
	return finish(p, delay, SECONDS(30), SECONDS(60), random);
}

uint32_t oc_pace_operator(const oc_pace *p, uint32_t random)
{
	bool active = p->typing || p->changed || p->idle_ms < SECONDS(30);

	return finish(p, active ? 1500 : SECONDS(3), SECONDS(10), SECONDS(30), random);
}
