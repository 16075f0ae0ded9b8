/* The rules of routing (I3): places, choice of operator, status transitions. Pure functions of what the
 * transaction read under its lock. */
#ifndef OC_ROUTE_H
#define OC_ROUTE_H

#include "core/oc_model.h"

/* ongoing: conversations an operator has; free: sum of the free capacity of the operators present (online and
 * not away); holds: places kept for who is typing a first message; queue: the shop lets visitors wait. */
typedef struct {
	uint32_t maximum, ongoing, waiting, holds, free, present, queue_limit;
	bool queue;
	bool closed;    /* outside the opening hours: nobody gets a hold or begins; what runs or waits goes on */
	uint64_t opens; /* ms, 0: not closed, or not known */
} oc_counts;

/* There is a place: ongoing + holds < maximum and holds < free. Who has a hold (own_hold, one of holds) does
 * not count it against themselves. */
bool oc_place(const oc_counts *c, bool own_hold);

/* What a visitor without a place gets: OC_QUEUED, OC_FULL, or OC_CLOSED where nobody is present (a queue that
 * nobody serves takes no one). */
oc_outcome oc_no_place(const oc_counts *c);

/* What a shop page shows: the chat, a place in the queue, the form (offline_mode) or nothing (G6). */
oc_mode oc_mode_of(const oc_counts *c, bool offline_mode);

typedef struct {
	uint32_t id, load, capacity;
	uint64_t idle_since;
} oc_candidate;

/* < 0 if a is chosen before b: fewest load, then idle longest (smaller idle_since), then smaller id. */
int oc_candidate_compare(const oc_candidate *a, const oc_candidate *b);

/* The first by that order of those below their capacity; NULL if there is none. */
const oc_candidate *oc_choose(const oc_candidate *list, size_t n);

/* How long who stands at this place of the queue may have to wait, ms: place by place the mean gap between places
 * freed in the last hour. freed: how many since since_ms. 0: not known (fewer than three, or not waiting); else at
 * least 1000. */
uint64_t oc_estimate(uint32_t position, uint64_t freed, uint64_t since_ms, uint64_t now_ms);
#define OC_ESTIMATE_MINUTES 60
uint64_t oc_estimate_minute(uint64_t ms); /* what places are counted by */

typedef enum {
	OC_EV_POST = 0, /* a message; in finished the visitor's, which reopens (G17) */
	OC_EV_TAKE,     /* an operator takes it from the queue */
	OC_EV_TRANSFER, /* its operator gives it to a colleague */
	OC_EV_END,
	OC_EV_GONE,     /* no sign of the visitor for five minutes */
	OC_EV_REOPEN,   /* to an operator */
	OC_EV_ASSIGN,   /* the router gives it to an operator: from the queue, or as its own one leaves */
	OC_EV_REQUEUE,  /* to the queue: its operator leaves, or it is reopened without a place */
	OC_EV_ARCHIVE
} oc_event_kind;
#define OC_EVENT_KINDS 9

/* Where the event leads from this status, OC_NO_STATUS if it is refused there. */
oc_status oc_after(oc_status from, oc_event_kind event);
bool oc_may(oc_status from, oc_event_kind event);

#endif
