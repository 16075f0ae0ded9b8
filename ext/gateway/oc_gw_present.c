/* Who is here: said of many streams at once, of each every 15 s, not by a command a stream. Who left: after a grace, since
 * a change of page is a stream that ends and one that begins. What is due: somebody is asked to poll, and the poll
 * sweeps. */
#include "gateway/oc_gw_hub.h"

#include <string.h>

#include "gateway/oc_gw_memory.h"
#include "store/oc_clocks.h"
#include "store/oc_pool.h"
#include "store/oc_update.h"

#define PRESENT_MS 15000
#define STEP_MS 60          /* between two parts: each is a call, a longer one would hold messages up */
#define NUDGE_EVERY_MS 2000
#define NUDGED_MS 4000        /* no second gateway asks within */
#define STREAM_AWAY_MS 60000  /* an operator without stream counts as away (docs/design.md) */
#define QUEUE_LEFT_MS 20000   /* who waits and closed the shop keeps the place in the queue for so long */
#define PARTS_LEAST 50        /* of the table of people: no call says more, after a pause either */

static void nothing(oc_hub *h, const redisReply *r, void *of)
{
	(void)of;
	oc_hub_forgot(h, r);
}

/* A part of the table of people. */
typedef struct {
	size_t from, n;
} part;

static const oc_stream *talking(const oc_stream *s)
{
	while (s && !s->n_known) {
		s = s->next;
	}
	return s;
}

/* Who of the shop is in this part: an operator with their number, a visitor with each conversation. How many these are;
 * w NULL: only counted. */
static size_t here(const oc_gshop *shop, const part *of, oc_words *w)
{
	const oc_gateway *g = shop->g;
	size_t n = 0;

	for (size_t i = 0; i < of->n; i++) {
		for (const oc_person *p = g->people[(of->from + i) % g->size_people]; p; p = p->next_hash) {
			const oc_stream *s = p->operator_id ? p->streams : talking(p->streams);

			for (; s && p->shop == shop; s = p->operator_id ? NULL : talking(s->next)) {
				n++;
				if (w) {
					oc_word(w, oc_str_of(p->actor));
					oc_word_u64(w, p->operator_id ? p->operator_id : s->known[0].conversation);
				}
			}
		}
	}
	return n;
}

static void say_here(oc_gshop *shop, const part *of)
{
	size_t n = here(shop, of, NULL);
	oc_words w;

	if (n == 0) {
		return;
	}
	w = oc_hub_script(shop->g, shop, &oc_script_present, 2 + 2 * n);
	oc_word_u64(&w, STREAM_AWAY_MS);
	oc_word_u64(&w, OC_GONE_MS);
	here(shop, of, &w);
	oc_hub_ask(shop->hub, &w, nothing, NULL);
}

/* All in one go would hold Redis up, and with it the messages. */
void oc_gw_present_turn(oc_gateway *g, uint64_t now_ms)
{
	part of = {.from = g->present_at, .n = g->size_people * (now_ms - g->present_ms) / PRESENT_MS};

	if (now_ms - g->present_ms < STEP_MS || of.n == 0) {
		return;
	}
	if (of.n > g->size_people / PARTS_LEAST + 1) {
		of.n = g->size_people / PARTS_LEAST + 1;
	}
	g->present_ms = now_ms;
	g->present_at = (of.from + of.n) % g->size_people;
	for (size_t i = 0; i < g->n_shops; i++) {
		oc_arena_reset(&g->scratch);
		say_here(&g->shops[i], &of);
	}
}

void oc_gw_left(oc_stream *s)
{
	const oc_person *p = s->person;
	oc_gateway *g = s->conn->g;
	const char *id = oc_gw_stream_id(s);
	size_t actor = strlen(p->actor) + 1, stream = strlen(id) + 1;
	oc_leaving *l;

	if (!p->operator_id && !s->n_known) {
		return;
	}
	l = oc_gw_zeroed(sizeof *l + actor + stream);
	l->shop = p->shop;
	l->due = g->second + g->options.grace;
	l->conversation = p->operator_id ? 0 : s->known[0].conversation;
	l->operator_id = p->operator_id;
	memcpy(l->text, p->actor, actor);
	memcpy(l->text + actor, id, stream);
	l->stream = l->text + actor;
	*g->leaving_end = l;
	g->leaving_end = &l->next;
}

static bool is_back(oc_gateway *g, const oc_leaving *l)
{
	const oc_person *p = oc_person_find(g, l->shop, oc_str_of(l->text));

	for (const oc_stream *s = p ? p->streams : NULL; s; s = s->next) {
		if (l->operator_id || (s->n_known && s->known[0].conversation == l->conversation)) {
			return true;
		}
	}
	return false;
}

static void gone(oc_gateway *g, const oc_leaving *l)
{
	const oc_script *script = l->operator_id ? &oc_script_left : &oc_script_gone;
	oc_words w = oc_hub_script(g, l->shop, script, 5);
	unsigned grace_ms = g->options.grace * 1000;

	if (l->operator_id) {
		oc_word_u64(&w, l->operator_id);
		oc_word_u64(&w, STREAM_AWAY_MS > grace_ms ? STREAM_AWAY_MS - grace_ms : 0);
	} else {
		oc_word(&w, oc_str_of(l->text));
		oc_word(&w, oc_str_of(l->stream));
		oc_word_u64(&w, l->conversation);
		oc_word_u64(&w, OC_VERIFY_MS + OC_HERE_MS);
		oc_word_u64(&w, QUEUE_LEFT_MS);
	}
	oc_hub_ask(l->shop->hub, &w, nothing, NULL);
}

static void leave(oc_gateway *g)
{
	oc_leaving *l;

	while ((l = g->leaving) != NULL && l->due <= g->second) {
		g->leaving = l->next;
		if (!g->leaving) {
			g->leaving_end = &g->leaving;
		}
		if (!is_back(g, l)) {
			gone(g, l);
		}
		free(l);
	}
}

void oc_gw_leaving_free(oc_gateway *g)
{
	for (oc_leaving *l = g->leaving, *next; l; l = next) {
		next = l->next;
		free(l);
	}
	g->leaving = NULL;
	g->leaving_end = &g->leaving;
}

/* An operator's browser before a visitor's: the sweep is the shop's work. */
static void nudged(oc_hub *h, const redisReply *r, void *of)
{
	oc_gshop *shop = of;
	const oc_person *lists[] = {shop->operators, shop->visitors};

	if (oc_hub_forgot(h, r) || !r || r->type != REDIS_REPLY_INTEGER || r->integer != 1) {
		return;
	}
	for (int l = 0; l < 2; l++) {
		for (const oc_person *p = lists[l]; p; p = p->next) {
			for (oc_stream *s = p->streams; s; s = s->next) {
				if (s->greeted) {
					shop->g->counters.nudges++;
					oc_gw_send_event(s, OC_STR("nudge"), OC_STR("{\"event\":\"nudge\"}"));
					return;
				}
			}
		}
	}
}

void oc_gw_present_tick(oc_gateway *g, uint64_t now_ms)
{
	bool nudge = now_ms - g->nudge_ms >= NUDGE_EVERY_MS;

	oc_arena_reset(&g->scratch);
	leave(g);
	for (size_t i = 0; i < g->n_shops; i++) {
		oc_gshop *shop = &g->shops[i];

		if (nudge && (shop->operators || shop->visitors)) {
			oc_words w = oc_hub_script(g, shop, &oc_script_nudge, 1);

			oc_word_u64(&w, NUDGED_MS);
			oc_hub_ask(shop->hub, &w, nudged, shop);
		}
	}
	g->nudge_ms = nudge ? now_ms : g->nudge_ms;
}
