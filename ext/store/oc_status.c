/* The public status of a shop. */
#include "store/oc_redis_api.h"
#include "store/oc_shop.h"
#include "store/oc_update.h"

#define DELAY_MS 60000 /* a page that is looked at asks again (design.md, Entry and tickets) */

static void tell_counts(oc_call *c, const oc_counts *n, const oc_settings *s, uint64_t decision)
{
	oc_tell tell = {
		.decision = decision, .maximum = n->maximum, .ongoing = n->ongoing, .waiting = n->waiting, .holds = n->holds,
		.free = n->free, .present = n->present, .queue = n->queue, .queue_limit = n->queue_limit,
		.offline_mode = s->offline_mode, .settings = s->version, .outside = n->closed, .opens = n->opens};

	oc_tell_send(c, &tell);
	*c->error = (oc_error){0};
}

bool oc_status_now(oc_call *c, oc_shop_status *out)
{
	oc_counts n;
	oc_settings s;
	uint64_t decision;
	bool known = false, asked = oc_gate_status(c, out, &known);

	if (asked && known) {
		return true;
	}
	if (!asked && c->error->cause != OC_E_REDIS) {
		return false;
	}
	*c->error = (oc_error){0};
	if (!oc_shop_counts(c, &n, &s, &decision)) {
		return false;
	}
	*out = (oc_shop_status){
		.mode = oc_mode_of(&n, s.offline_mode), .degraded = !asked, .settings = s.version,
		.delay = DELAY_MS, .opens = n.opens};
	if (asked) {
		tell_counts(c, &n, &s, decision);
	}
	return true;
}
