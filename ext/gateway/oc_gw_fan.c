/* What is published on a shop's channel goes to those it is for. It is framed once; a stream that takes it at once costs no
 * copy. */
#include "gateway/oc_gateway.h"

#include <string.h>

#include "core/oc_envelope.h"
#include "gateway/oc_gw_memory.h"

typedef struct {
	oc_str frame, name;
	uint64_t conversation, number, revision, cursor;
	bool has_number, has_revision;
} told;

/* What the reader will have, for the hello after Redis was away. */
static void learn(oc_stream *s, const told *t)
{
	oc_known *k = s->known, *end = s->known + s->n_known;

	if (t->cursor > s->cursor) {
		s->cursor = t->cursor;
	}
	while (k < end && k->conversation != t->conversation) {
		k++;
	}
	if (k == end) {
		/* A visitor's newest conversation is the one that counts: it began while the stream was open. */
		if (!t->conversation || s->person->operator_id) {
			return;
		}
		if (!s->known) {
			s->known = oc_gw_zeroed(sizeof *s->known);
			s->n_known = 1;
		}
		k = s->known;
		*k = (oc_known){.conversation = t->conversation, .number = t->has_number ? (uint32_t)t->number - 1 : 0};
	}
	if (t->has_number && t->number == (uint64_t)k->number + 1) {
		k->number = (uint32_t)t->number;
	}
	if (t->has_revision && t->revision > k->revision) {
		k->revision = (uint32_t)t->revision;
	}
}

static void to_person(oc_person *p, const told *t)
{
	for (oc_stream *s = p->streams, *next; s; s = next) {
		next = s->next;
		learn(s, t);
		s->conn->g->counters.delivered++;
		oc_conn_send(s->conn, t->frame);
	}
}

static void to_all(oc_person *list, const told *t)
{
	for (oc_person *p = list, *next; p; p = next) {
		next = p->next;
		to_person(p, t);
	}
}

static void to_operators(oc_gshop *shop, oc_str list, const told *t)
{
	uint32_t id;

	if (oc_str_eq(list, OC_STR("*"))) {
		to_all(shop->operators, t);
		return;
	}
	while (list.n && oc_envelope_operator(&list, &id)) {
		oc_person *p = oc_person_find(shop->g, shop, oc_format(&shop->g->scratch, "o:%u", (unsigned)id));

		if (p) {
			to_person(p, t);
		}
	}
}

static void to_visitors(oc_gshop *shop, oc_str visitor, const told *t)
{
	oc_person *p;

	if (oc_str_eq(visitor, OC_STR("*"))) {
		to_all(shop->visitors, t);
		return;
	}
	p = visitor.n ? oc_person_find(shop->g, shop, visitor) : NULL;
	/* An actor of an operator is no visitor, whatever was published. */
	if (p && !p->operator_id) {
		to_person(p, t);
	}
}

/* "c:7/SESSION": streams under tickets made up to then. */
static void revoke(oc_gshop *shop, oc_str json)
{
	oc_str subject;
	uint64_t before;
	const char *slash;
	oc_person *p;

	if (!oc_event_word(json, "subject", &subject) || !oc_event_number(json, "before", &before) ||
			!(slash = memchr(subject.p, '/', subject.n))) {
		shop->g->counters.malformed_events++;
		return;
	}
	p = oc_person_find(shop->g, shop, (oc_str){subject.p, (size_t)(slash - subject.p)});
	for (oc_stream *s = p ? p->streams : NULL, *next; s; s = next) {
		next = s->next;
		if (s->issued <= before && oc_str_eq(oc_str_of(s->text), (oc_str){slash + 1, subject.n - (size_t)(slash + 1 - subject.p)})) {
			shop->g->counters.revoked++;
			oc_gw_bye(s, "ticket", 0);
		}
	}
}

void oc_gw_event(oc_gshop *shop, oc_str payload)
{
	oc_gateway *g = shop->g;
	oc_envelope e;
	told t = {0};

	oc_arena_reset(&g->scratch);
	if (!oc_envelope_parse(payload, &e)) {
		g->counters.malformed_events++;
		return;
	}
	g->counters.events++;
	if (oc_str_eq(e.name, OC_STR("revoked"))) {
		revoke(shop, e.json);
		return;
	}
	/* The next poll has the marks. */
	if (g->shedding && (oc_str_eq(e.name, OC_STR("typing")) || oc_str_eq(e.name, OC_STR("seen")))) {
		g->counters.left_out++;
		return;
	}
	oc_event_number(e.json, "conversation", &t.conversation);
	oc_event_number(e.json, "cursor", &t.cursor);
	t.has_number = oc_str_eq(e.name, OC_STR("message")) && oc_event_number(e.json, "number", &t.number);
	t.has_revision = oc_event_number(e.json, "revision", &t.revision);
	t.name = e.name;
	t.frame = oc_event_frame(&g->scratch, e.name, e.json);
	to_visitors(shop, e.visitor, &t);
	to_operators(shop, e.operators, &t);
}
