/* What is asked for: streams and the status in public, metrics and health on a listener of their own. */
#include "gateway/oc_gateway.h"

void oc_gw_request(oc_conn *c, const oc_http *h)
{
	oc_str name = oc_http_name(h);

	if (!oc_str_eq(h->method, OC_STR("GET"))) {
		c->g->counters.refused_request++;
		/* Of an answer to HEAD no body is read: it would stand before the next answer. */
		c->keep = false;
		oc_gw_problem(c, "wrong-method", "", 0, "everything here is asked for by GET");
	} else if (c->metrics) {
		oc_gw_metrics(c, h);
	} else if (oc_str_eq(name, OC_STR("stream"))) {
		oc_gw_stream_open(c, h);
	} else if (oc_str_eq(name, OC_STR("status"))) {
		c->g->counters.statuses++;
		oc_gw_status(c, h);
	} else {
		c->g->counters.refused_request++;
		oc_gw_problem(c, "unknown-action", "", 0, "here are \"stream\" and \"status\"");
	}
}
