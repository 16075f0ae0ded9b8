/* The first word of a stream: what of the reader's numbers is behind, compared in one asynchronous read. Without Redis it
 * says so, and is said again when Redis is back. */
#include "gateway/oc_gw_hub.h"
#include "gateway/oc_gw_params.h"

#include <string.h>

#include "core/oc_envelope.h"
#include "core/oc_json.h"
#include "gateway/oc_gw_memory.h"
#include "store/oc_pool.h"

#define AT_ONCE 500     /* streams greeted a second when Redis is back: so many then ask the entry */
#define SPREAD_MOST_S 30

static int64_t number_at(const redisReply *r, size_t i)
{
	return i < r->elements && r->element[i]->type == REDIS_REPLY_INTEGER ? r->element[i]->integer : 0;
}

/* What is behind will be fetched: from now on the reader counts as having it. */
static void caught_up(oc_stream *s, uint64_t conversation, uint32_t number, uint32_t revision)
{
	for (size_t i = 0; i < s->n_known; i++) {
		if (s->known[i].conversation == conversation) {
			s->known[i].number = number;
			s->known[i].revision = revision;
			s->known[i].revision_known = true;
		}
	}
}

static void put_behind(oc_stream *s, const redisReply *r, oc_buf *b)
{
	oc_json_name(b, "behind");
	oc_puts(b, "[");
	for (size_t i = 3; r && i + 2 < r->elements; i += 3) {
		uint64_t conversation = (uint64_t)number_at(r, i), n = (uint64_t)number_at(r, i + 1), v = (uint64_t)number_at(r, i + 2);

		oc_puts(b, b->p[b->n - 1] == '[' ? "{" : ",{");
		oc_json_u64(b, "conversation", conversation);
		oc_json_u64(b, "number", n);
		oc_json_u64(b, "revision", v);
		oc_puts(b, "}");
		caught_up(s, conversation, (uint32_t)n, (uint32_t)v);
		s->conn->g->counters.behind++;
	}
	oc_puts(b, "]");
}

/* r NULL: Redis cannot say. */
static void greet(oc_stream *s, const redisReply *r)
{
	oc_conn *c = s->conn;
	oc_arena *a = &c->g->scratch;
	oc_buf b = oc_buf_new(a, 300), all = oc_buf_new(a, 700);
	bool first = !s->greeted;

	oc_puts(&b, "{");
	oc_json_text(&b, "event", OC_STR("hello"));
	oc_json_text(&b, "stream", oc_str_of(oc_gw_stream_id(s)));
	oc_json_bool(&b, "degraded", r == NULL);
	oc_json_u64(&b, "settings", r ? (uint64_t)number_at(r, 1) : 0);
	put_behind(s, r, &b);
	if (s->person->operator_id && r && number_at(r, 2)) {
		s->cursor = (uint64_t)number_at(r, 2);
		oc_json_u64(&b, "board", s->cursor);
	} else {
		oc_json_null(&b, "board");
	}
	oc_json_u64(&b, "grace", (uint64_t)c->g->options.grace * 1000);
	oc_puts(&b, "}");
	s->degraded = r == NULL;
	s->greeted = true;
	c->g->counters.hellos++;
	if (!first) {
		oc_gw_send_event(s, OC_STR("hello"), oc_buf_str(&b));
		return;
	}
	oc_puts(&all, OC_GW_STREAM_HEAD);
	oc_put(&all, oc_event_frame(a, OC_STR("hello"), oc_buf_str(&b)));
	oc_wheel_spread(c, c->g->options.heartbeat);
	oc_conn_begin(c, oc_buf_str(&all));
}

static void no_longer_good(oc_stream *s)
{
	oc_conn *c = s->conn;

	c->g->counters.revoked++;
	if (s->greeted) {
		oc_gw_bye(s, "ticket", 0);
		return;
	}
	oc_gw_stream_close(s);
	c->n_out = 0;
	oc_gw_problem(c, "ticket-revoked", "", 0, "ticket: it was revoked; sign in again");
}

static void answered(oc_hub *h, const redisReply *r, void *of)
{
	struct oc_ask *ask = of;
	oc_stream *s = ask->stream;

	free(ask);
	if (!s) {
		return;
	}
	s->ask = NULL;
	if (oc_hub_forgot(h, r)) {
		oc_gw_hello(s);
	} else if (r && r->type == REDIS_REPLY_ARRAY && r->elements >= 1 && number_at(r, 0) == 1) {
		no_longer_good(s);
	} else if (r && r->type == REDIS_REPLY_ARRAY && r->elements >= 3) {
		greet(s, r);
	} else {
		/* Refused, and the link is well: nothing but the next try tells when it works again. */
		s->again = s->again || r != NULL;
		if (!s->greeted) {
			greet(s, NULL);
		}
	}
}

void oc_gw_hello(oc_stream *s)
{
	const oc_person *p = s->person;
	oc_gateway *g = s->conn->g;
	oc_words w = oc_hub_script(g, p->shop, &oc_script_hello, 4 + 3 * (size_t)s->n_known);
	struct oc_ask *ask;

	if (s->ask) {
		return;
	}
	oc_word(&w, oc_format(&g->scratch, "%s/%s", p->actor, s->text));
	oc_word_u64(&w, s->issued);
	oc_word(&w, oc_str_of(p->actor));
	oc_word_u64(&w, p->operator_id);
	for (size_t i = 0; i < s->n_known; i++) {
		oc_word_u64(&w, s->known[i].conversation);
		oc_word_u64(&w, s->known[i].number);
		if (s->known[i].revision_known) {
			oc_word_u64(&w, s->known[i].revision);
		} else {
			oc_word(&w, OC_STR(""));
		}
	}
	ask = oc_gw_zeroed(sizeof *ask);
	ask->stream = s;
	s->ask = ask;
	if (!oc_hub_ask(p->shop->hub, &w, answered, ask)) {
		free(ask);
		s->ask = NULL;
		if (!s->greeted) {
			greet(s, NULL);
		}
	}
}

/* Redis takes its time; its answer, when it comes, is a hello once more. */
void oc_gw_hello_late(oc_stream *s)
{
	greet(s, NULL);
}

static void tell_person(const oc_person *p, bool up, unsigned spread)
{
	for (oc_stream *s = p->streams, *next; s; s = next) {
		next = s->next;
		if (!s->greeted) {
			continue;
		}
		if (up) {
			s->again = true;
			oc_wheel_spread(s->conn, spread);
		} else if (!s->degraded) {
			s->degraded = true;
			oc_gw_send_event(s, OC_STR("degraded"), OC_STR("{\"event\":\"degraded\",\"degraded\":true}"));
		}
	}
}

void oc_gw_degraded(oc_hub *h)
{
	oc_gateway *g = h->g;
	unsigned spread = (unsigned)(1 + g->n_streams / AT_ONCE);

	spread = spread < SPREAD_MOST_S ? spread : SPREAD_MOST_S;
	for (size_t i = 0; i < g->n_shops; i++) {
		oc_person *lists[] = {g->shops[i].visitors, g->shops[i].operators};

		for (int l = 0; l < 2 && g->shops[i].hub == h; l++) {
			for (oc_person *p = lists[l], *next; p; p = next) {
				next = p->next;
				tell_person(p, oc_hub_up(h), spread);
			}
		}
	}
}
