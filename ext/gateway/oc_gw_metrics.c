/* For the operator's own tools: counters as Prometheus reads them, and whether the gateway is well. */
#include "gateway/oc_gateway.h"

#include "store/oc_pool.h"

static void put(oc_buf *b, const char *name, const char *type, const char *help, uint64_t v)
{
	oc_putf(b, "# HELP onlinechat_gateway_%s %s\n# TYPE onlinechat_gateway_%s %s\nonlinechat_gateway_%s %llu\n",
		name, help, name, type, name, (unsigned long long)v);
}

static void put_streams(oc_buf *b, const oc_gateway *g)
{
	oc_puts(b, "# HELP onlinechat_gateway_streams Streams that are open\n# TYPE onlinechat_gateway_streams gauge\n");
	for (size_t i = 0; i < g->n_shops; i++) {
		const oc_gshop *s = &g->shops[i];

		/* Two installations may both have a shop 1. */
		oc_putf(b, "onlinechat_gateway_streams{shop=\"%u\",index=\"%zu\",role=\"visitor\"} %zu\n", s->chat.shop, i, s->n_visitors);
		oc_putf(b, "onlinechat_gateway_streams{shop=\"%u\",index=\"%zu\",role=\"operator\"} %zu\n", s->chat.shop, i, s->n_operators);
	}
}

static void put_refused(oc_buf *b, const oc_gw_counters *n)
{
	oc_puts(b, "# HELP onlinechat_gateway_refused_total Requests that were refused\n"
		"# TYPE onlinechat_gateway_refused_total counter\n");
	oc_putf(b, "onlinechat_gateway_refused_total{why=\"ticket\"} %llu\n", (unsigned long long)n->refused_ticket);
	oc_putf(b, "onlinechat_gateway_refused_total{why=\"limit\"} %llu\n", (unsigned long long)n->refused_limit);
	oc_putf(b, "onlinechat_gateway_refused_total{why=\"full\"} %llu\n", (unsigned long long)n->refused_full);
	oc_putf(b, "onlinechat_gateway_refused_total{why=\"request\"} %llu\n", (unsigned long long)n->refused_request);
}

static void put_ended(oc_buf *b, const oc_gw_counters *n)
{
	oc_puts(b, "# HELP onlinechat_gateway_ended_total Streams that the gateway ended\n"
		"# TYPE onlinechat_gateway_ended_total counter\n");
	oc_putf(b, "onlinechat_gateway_ended_total{why=\"slow\"} %llu\n", (unsigned long long)n->slow);
	oc_putf(b, "onlinechat_gateway_ended_total{why=\"expired\"} %llu\n", (unsigned long long)n->expired);
	oc_putf(b, "onlinechat_gateway_ended_total{why=\"revoked\"} %llu\n", (unsigned long long)n->revoked);
}

static oc_str metrics(oc_gateway *g)
{
	const oc_gw_counters *n = &g->counters;
	oc_buf b = oc_buf_new(&g->scratch, 4096);

	put_streams(&b, g);
	put(&b, "connections", "gauge", "Connections, streams included", g->n_conns);
	put(&b, "connections_total", "counter", "Connections accepted", n->connections);
	put(&b, "streams_total", "counter", "Streams opened", n->streams);
	put_refused(&b, n);
	put_ended(&b, n);
	put(&b, "status_total", "counter", "Requests for the public status", n->statuses);
	put(&b, "status_not_modified_total", "counter", "Of these answered 304", n->not_modified);
	put(&b, "events_total", "counter", "Events heard from Redis", n->events);
	put(&b, "events_malformed_total", "counter", "Events that could not be read", n->malformed_events);
	put(&b, "delivered_total", "counter", "Events passed on to a stream", n->delivered);
	put(&b, "sent_bytes_total", "counter", "Bytes sent", n->bytes);
	put(&b, "hellos_total", "counter", "Hellos said", n->hellos);
	put(&b, "behind_total", "counter", "Conversations said to be behind", n->behind);
	put(&b, "nudges_total", "counter", "Readers asked to poll because something was due", n->nudges);
	put(&b, "load_percent", "gauge", "Of the CPU or the memory it may have", g->load);
	put(&b, "left_out_total", "counter", "Events left out under load", n->left_out);
	put(&b, "redis_up", "gauge", "Redis servers that answer", oc_hubs_up(g));
	put(&b, "redis", "gauge", "Redis servers there are", g->n_hubs);
	put(&b, "redis_lost_total", "counter", "Times a Redis server was lost", n->redis_lost);
	put(&b, "resident_bytes", "gauge", "Memory of the process", oc_gw_resident());
	put(&b, "uptime_seconds", "gauge", "Since the start", (oc_clock_ms() - g->started_ms) / 1000);
	return oc_buf_str(&b);
}

void oc_gw_metrics(oc_conn *c, const oc_http *h)
{
	oc_gateway *g = c->g;

	if (oc_str_eq(h->path, OC_STR("/metrics"))) {
		oc_gw_answer(c, 200, "text/plain; version=0.0.4", "Cache-Control: no-store\r\n", metrics(g));
	} else if (oc_str_eq(h->path, OC_STR("/health"))) {
		bool well = oc_hubs_up(g) == g->n_hubs;
		oc_str body = oc_format(&g->scratch, "{\"ok\":%s,\"streams\":%zu,\"redis\":%zu,\"redisUp\":%zu}\n",
			well ? "true" : "false", g->n_streams, g->n_hubs, oc_hubs_up(g));

		oc_gw_answer(c, well ? 200 : 503, "application/json", "Cache-Control: no-store\r\n", body);
	} else {
		oc_gw_problem(c, "not-found", "", 0, "here are \"/metrics\" and \"/health\"");
	}
}
