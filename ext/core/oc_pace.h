/* How long a client waits before its next poll. */
#ifndef OC_PACE_H
#define OC_PACE_H

#include "core/oc_base.h"

/* changed: this poll brought something; typing: the other side types; hidden: nobody looks at the tab;
 * degraded: Redis is away, each poll costs MySQL; waiting: in the queue; idle_ms: since the newest message;
 * polls: of this server in the last second, polls_budget: how many it should answer (0: no limit). */
typedef struct {
	bool changed, typing, hidden, degraded, waiting;
	uint64_t idle_ms;
	unsigned polls, polls_budget;
} oc_pace;

/* A visitor's delay, ms: typing 1000, changed 1500, idle < 30 s 2000, < 2 min 4000, < 10 min 8000, else 15000;
 * waiting at most 4000; hidden three times that, at most 30000; degraded at least 15000; over the budget
 * stretched by polls / polls_budget. Then ±10 % by random, so that clients do not march in step; never below
 * 1000 nor above 60000. */
uint32_t oc_pace_delay(const oc_pace *p, uint32_t random);

/* An operator's: 1500 while something happens (typing, changed, idle < 30 s), else 3000; hidden three times
 * that, at most 10000; degraded, budget and jitter as above; never above 30000, well below the 150 s after
 * which an operator counts as away. */
uint32_t oc_pace_operator(const oc_pace *p, uint32_t random);

#endif
