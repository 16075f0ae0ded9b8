/* One timer for all connections: a slot for each second, a connection in the slot of its next duty. A timer of its own
 * would cost each stream as much memory as the rest of it. */
#include "gateway/oc_gateway.h"

void oc_wheel_remove(oc_conn *c)
{
	if (c->before) {
		c->before->next = c->next;
	} else if (c->g->slot[c->due % OC_GW_SLOTS] == c) {
		c->g->slot[c->due % OC_GW_SLOTS] = c->next;
	}
	if (c->next) {
		c->next->before = c->before;
	}
	c->next = c->before = NULL;
}

void oc_wheel_set(oc_conn *c, uint64_t seconds)
{
	oc_conn **slot;

	oc_wheel_remove(c);
	/* Farther than the wheel goes: it looks again on the way. */
	c->due = c->g->second + (seconds == 0 ? 1 : seconds < OC_GW_SLOTS ? seconds : OC_GW_SLOTS - 1);
	slot = &c->g->slot[c->due % OC_GW_SLOTS];
	c->next = *slot;
	if (*slot) {
		(*slot)->before = c;
	}
	*slot = c;
}

/* The slot is emptied first: who is due puts itself elsewhere, or ends, and may end others. */
static void turn_one(oc_gateway *g)
{
	oc_conn **slot = &g->slot[++g->second % OC_GW_SLOTS], *c;

	while ((c = *slot) != NULL) {
		oc_conn_due(c);
		/* Whoever stays in the slot would be due for ever. */
		if (*slot == c) {
			oc_wheel_set(c, 1);
		}
	}
}

void oc_wheel_turn(oc_gateway *g, uint64_t second)
{
	/* After a long stop of the process: each slot once is enough. */
	if (second > g->second + OC_GW_SLOTS) {
		g->second = second - OC_GW_SLOTS;
	}
	while (g->second < second) {
		turn_one(g);
	}
}
