/* A stream: opened under a ticket (I9), within its limits; ended by the reader, the ticket, a slow link or a restart. */
#include "gateway/oc_gateway.h"

#include <stdio.h>
#include <string.h>

#include "core/oc_envelope.h"
#include "gateway/oc_gw_memory.h"
#include "gateway/oc_gw_params.h"
#include "store/oc_pool.h"

#define LIMIT_WAIT_MS 30000

/* The shop a ticket names says which of ours could have made it; several may have one number. */
static oc_gshop *shop_of(oc_gateway *g, oc_str ticket, oc_identity *who, oc_error *e)
{
	oc_error first = {0};

	oc_fail(e, OC_E_TICKET, "malformed", "The ticket has not the form of a ticket");
	for (size_t i = 0; i < g->n_shops; i++) {
		const oc_chat *chat = &g->shops[i].chat;

		if (oc_ticket_verify(&g->scratch, ticket, chat->shop, chat->secret, chat->secret[1].n ? 2 : 1,
				oc_time_us() / 1000, g->hmac, who, e)) {
			return &g->shops[i];
		}
		/* Another shop's refusal says less than that of the shop that signed it. */
		if (first.cause == OC_OK || strcmp(e->detail, "expired") == 0) {
			first = *e;
		}
	}
	*e = first.cause ? first : *e;
	return NULL;
}

/* The proxy's own address, where it names nobody, says nothing about who comes. from: the whole address, since of IPv6
 * the network that is counted is no proxy's. */
static bool nobodys(const oc_conn *c, const oc_ip *from)
{
	const oc_gw_options *options = &c->g->options;

	return (!c->has_peer && memcmp(from->byte, (oc_ip){{0}}.byte, sizeof from->byte) == 0) ||
		oc_networks_have(options->proxies, options->n_proxies, from);
}

/* o: NULL where the address says nothing. */
static bool within_limits(oc_conn *c, const oc_person *p, const oc_origin *o, bool by_operator)
{
	const oc_gw_options *options = &c->g->options;
	oc_gw_counters *n = &c->g->counters;

	if (c->g->stop) {
		oc_gw_problem(c, "unavailable", "", 1000, "the gateway is being restarted");
		return false;
	}
	if (c->g->n_streams >= options->most_streams || (c->g->shedding == 2 && !by_operator)) {
		n->refused_full++;
		oc_gw_problem(c, "shedding", "", LIMIT_WAIT_MS, "the gateway has as many streams as it can serve: poll the entry");
		return false;
	}
	if (p && p->n >= options->streams_person) {
		n->refused_limit++;
		oc_gw_problem(c, "rate-limited", "", LIMIT_WAIT_MS, "too many streams of one person");
		return false;
	}
	if (o && o->n >= options->streams_address) {
		n->refused_limit++;
		oc_gw_problem(c, "rate-limited", "", LIMIT_WAIT_MS, "too many streams from one address");
		return false;
	}
	return true;
}

static oc_stream *stream_new(oc_conn *c, oc_person *p, const oc_identity *who, const oc_gw_params *params)
{
	oc_stream *s = oc_gw_zeroed(sizeof *s + who->session.n + params->stream.n + 2);

	s->conn = c;
	s->person = p;
	s->issued = who->issued;
	s->expires = who->expires;
	s->cursor = params->cursor;
	memcpy(s->text, who->session.n ? who->session.p : "", who->session.n);
	memcpy(s->text + who->session.n + 1, params->stream.n ? params->stream.p : "", params->stream.n);
	if (params->n_known) {
		s->known = oc_gw_checked(malloc(params->n_known * sizeof *s->known));
		memcpy(s->known, params->known, params->n_known * sizeof *s->known);
		s->n_known = (uint16_t)params->n_known;
	}
	s->next = p->streams;
	if (s->next) {
		s->next->before = s;
	}
	p->streams = s;
	p->n++;
	return s;
}

static void count(oc_stream *s, int by)
{
	oc_gshop *shop = s->person->shop;

	shop->g->n_streams += (size_t)by;
	*(s->person->operator_id ? &shop->n_operators : &shop->n_visitors) += (size_t)by;
}

/* The shop whose ticket the request has; NULL: it was refused. */
static oc_gshop *admitted(oc_conn *c, const oc_http *h, oc_identity *who, oc_gw_params *params)
{
	oc_gateway *g = c->g;
	oc_error e = {0};
	oc_gshop *shop;

	if (c->n_in) {
		/* It would be kept as long as the stream. */
		g->counters.refused_request++;
		c->keep = false;
		oc_gw_problem(c, "malformed", "", 0, "nothing may follow the request for a stream");
		return NULL;
	}
	if (h->ticket.n == 0) {
		g->counters.refused_ticket++;
		oc_gw_problem(c, "no-ticket", "", 0, "the header Onlinechat-Ticket is missing");
		return NULL;
	}
	shop = shop_of(g, h->ticket, who, &e);
	if (!shop) {
		g->counters.refused_ticket++;
		oc_gw_problem(c, oc_format(&g->scratch, "ticket-%s", e.detail).p, "", 0, e.message);
		return NULL;
	}
	if (!oc_gw_params_read(&g->scratch, h->query, who->role == OC_OPERATOR, params, &e)) {
		g->counters.refused_request++;
		oc_gw_problem(c, "malformed", e.detail, 0, e.message);
		return NULL;
	}
	return shop;
}

void oc_gw_stream_open(oc_conn *c, const oc_http *h)
{
	oc_gateway *g = c->g;
	oc_ip from = oc_ip_of_request(c->has_peer ? &c->peer : NULL, h->forwarded, g->options.proxies, g->options.n_proxies);
	bool nobody = nobodys(c, &from);
	oc_ip counted = nobody ? from : oc_ip_counted(from);
	oc_identity who;
	oc_gw_params params;
	oc_gshop *shop = admitted(c, h, &who, &params);
	oc_origin *origin;
	oc_person *person;

	if (!shop) {
		return;
	}
	person = oc_person_find(g, shop, oc_actor(&g->scratch, &who));
	origin = oc_origin_get(g, &counted);
	if (!within_limits(c, person, nobody ? NULL : origin, who.role == OC_OPERATOR)) {
		if (origin->n == 0) {
			oc_origin_drop(g, origin);
		}
		return;
	}
	person = oc_person_get(g, shop, oc_actor(&g->scratch, &who), who.role == OC_OPERATOR ? (uint32_t)who.id : 0);
	c->stream = stream_new(c, person, &who, &params);
	c->origin = origin;
	origin->n++;
	c->state = OC_CONN_ASKING;
	count(c->stream, 1);
	g->counters.streams++;
	oc_wheel_set(c, OC_GW_ANSWER_S + 1);
	oc_gw_hello(c->stream);
}

void oc_gw_stream_close(oc_stream *s)
{
	oc_conn *c = s->conn;
	oc_person *p = s->person;

	count(s, -1);
	if (s->ask) {
		s->ask->stream = NULL;
	}
	if (s->before) {
		s->before->next = s->next;
	} else {
		p->streams = s->next;
	}
	if (s->next) {
		s->next->before = s->before;
	}
	p->n--;
	if (s->greeted && !c->g->stop) {
		oc_gw_left(s);
	}
	if (--c->origin->n == 0) {
		oc_origin_drop(c->g, c->origin);
	}
	if (p->n == 0) {
		oc_person_drop(c->g, p);
	}
	c->origin = NULL;
	c->stream = NULL;
	free(s->known);
	free(s);
}

const char *oc_gw_stream_id(const oc_stream *s)
{
	return s->text + strlen(s->text) + 1;
}

bool oc_gw_send_event(oc_stream *s, oc_str name, oc_str json)
{
	return oc_conn_send(s->conn, oc_event_frame(&s->conn->g->scratch, name, json));
}

void oc_gw_bye(oc_stream *s, const char *why, unsigned after_ms)
{
	oc_conn *c = s->conn;
	oc_arena *a = &c->g->scratch;
	oc_str json = oc_format(a, "{\"event\":\"bye\",\"after\":%u,\"why\":\"%s\"}", after_ms, why);
	oc_buf b = oc_buf_new(a, 600);

	if (c->state == OC_CONN_ASKING) {
		oc_puts(&b, OC_GW_STREAM_HEAD);
		c->n_out = 0;
	}
	oc_put(&b, oc_event_frame(a, OC_STR("bye"), json));
	oc_gw_stream_close(s);
	oc_conn_finish(c, oc_buf_str(&b));
}

/* Its second of the wheel: the ticket's end, a hello that is due, or a sign of life to the reader. */
void oc_gw_stream_due(oc_stream *s)
{
	oc_conn *c = s->conn;
	uint64_t now = oc_time_us() / 1000, left;

	if (now >= s->expires) {
		c->g->counters.expired++;
		oc_gw_bye(s, "ticket", 0);
		return;
	}
	if (!s->greeted) {
		oc_gw_hello_late(s);
		return;
	}
	left = (s->expires - now + 999) / 1000;
	oc_wheel_set(c, left < c->g->options.heartbeat ? left : c->g->options.heartbeat);
	if (s->again) {
		s->again = false;
		oc_gw_hello(s);
	}
	/* With it, too: its answer may be long in coming. */
	oc_conn_send(c, OC_STR(":\n\n"));
}
