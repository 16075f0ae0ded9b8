#include "core/oc_route.h"

bool oc_place(const oc_counts *c, bool own_hold)
{
	uint32_t holds = c->holds - (own_hold && c->holds > 0);

	return c->ongoing < c->maximum && holds < c->maximum - c->ongoing && holds < c->free;
}

static bool queue_takes(const oc_counts *c)
{
	return c->queue && c->waiting < c->queue_limit;
}

oc_outcome oc_no_place(const oc_counts *c)
{
	if (c->present == 0) {
		return OC_CLOSED;
	}
	return queue_takes(c) ? OC_QUEUED : OC_FULL;
}

oc_mode oc_mode_of(const oc_counts *c, bool offline_mode)
{
	if (c->present > 0 && !c->closed) {
		if (oc_place(c, false)) {
			return OC_MODE_CHAT;
		}
		if (queue_takes(c)) {
			return OC_MODE_QUEUE;
		}
	}
	return offline_mode ? OC_MODE_FORM : OC_MODE_NONE;
}

static int order(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

int oc_candidate_compare(const oc_candidate *a, const oc_candidate *b)
{
	int by_load = order(a->load, b->load);
	int by_idle = order(a->idle_since, b->idle_since);

	return by_load ? by_load : by_idle ? by_idle : order(a->id, b->id);
}

const oc_candidate *oc_choose(const oc_candidate *list, size_t n)
{
	const oc_candidate *best = NULL;

	for (size_t i = 0; i < n; i++) {
		if (list[i].load < list[i].capacity && (!best || oc_candidate_compare(&list[i], best) < 0)) {
			best = &list[i];
		}
	}
	return best;
}

#define ESTIMATE_FROM 3
#define MINUTE_MS 60000u

uint64_t oc_estimate_minute(uint64_t ms)
{
	return ms / MINUTE_MS;
}

uint64_t oc_estimate(uint32_t position, uint64_t freed, uint64_t since_ms, uint64_t now_ms)
{
	uint64_t wait;

	if (position == 0 || freed < ESTIMATE_FROM || now_ms < since_ms) {
		return 0;
	}
	wait = (now_ms - since_ms) * position / freed;
	return wait < 1000 ? 1000 : wait;
}

/* The table of docs/design.md, "Status of a conversation". What is not listed is refused. */
static const oc_status transitions[OC_ARCHIVED + 1][OC_EVENT_KINDS] = {
	[OC_WAITING] = {
		[OC_EV_POST] = OC_WAITING,
		[OC_EV_TAKE] = OC_ONGOING,
		[OC_EV_ASSIGN] = OC_ONGOING,
		[OC_EV_END] = OC_FINISHED,
		[OC_EV_GONE] = OC_FINISHED,
	},
	[OC_ONGOING] = {
		[OC_EV_POST] = OC_ONGOING,
		[OC_EV_TRANSFER] = OC_ONGOING,
		[OC_EV_ASSIGN] = OC_ONGOING,
		[OC_EV_REQUEUE] = OC_WAITING,
		[OC_EV_END] = OC_FINISHED,
		[OC_EV_GONE] = OC_FINISHED,
	},
	[OC_FINISHED] = {
		[OC_EV_POST] = OC_ONGOING,
		[OC_EV_REOPEN] = OC_ONGOING,
		[OC_EV_REQUEUE] = OC_WAITING,
		[OC_EV_ARCHIVE] = OC_ARCHIVED,
	},
};

oc_status oc_after(oc_status from, oc_event_kind event)
{
	return (unsigned)from <= OC_ARCHIVED && (unsigned)event < OC_EVENT_KINDS ? transitions[from][event] : OC_NO_STATUS;
}

bool oc_may(oc_status from, oc_event_kind event)
{
	return oc_after(from, event) != OC_NO_STATUS;
}
