/* One timer for all connections: a slot for each turn, a connection in the slot of its next duty. A timer of its own
 * would cost each stream as much memory as the rest of it; what all streams do in one second, the messages of that
 * second would wait for. */
#include "gateway/oc_gateway.h"

#include "store/oc_pool.h"

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

static void put(oc_conn *c, uint64_t turns)
{
	oc_conn **slot;

	oc_wheel_remove(c);
	/* Farther than the wheel goes: it looks again on the way. */
	c->due = c->g->turn + (turns == 0 ? 1 : turns < OC_GW_SLOTS ? turns : OC_GW_SLOTS - 1);
	slot = &c->g->slot[c->due % OC_GW_SLOTS];
	c->next = *slot;
	if (*slot) {
		(*slot)->before = c;
	}
	*slot = c;
}

void oc_wheel_set(oc_conn *c, uint64_t seconds)
{
	put(c, (seconds ? seconds : 1) * OC_GW_TURNS);
}

void oc_wheel_spread(oc_conn *c, uint64_t seconds)
{
	put(c, 1 + oc_random_word() % (seconds * OC_GW_TURNS));
}

/* The slot is emptied first: who is due puts itself elsewhere, or ends, and may end others. */
static void turn_one(oc_gateway *g)
{
	oc_conn **slot = &g->slot[++g->turn % OC_GW_SLOTS], *c;

	g->second = g->turn / OC_GW_TURNS;
	while ((c = *slot) != NULL) {
		oc_conn_due(c);
		/* Whoever stays in the slot would be due for ever. */
		if (*slot == c) {
			put(c, 1);
		}
	}
}

void oc_wheel_turn(oc_gateway *g, uint64_t turn)
{
	/* After a long stop of the process: each slot once is enough. */
	if (turn > g->turn + OC_GW_SLOTS) {
		g->turn = turn - OC_GW_SLOTS;
	}
	while (g->turn < turn) {
		turn_one(g);
	}
}
