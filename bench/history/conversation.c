/* One conversation, or one left message, from its number alone. */
#include "load.h"

#define SECOND 1000000u

static oc_str sentence(oc_arena *a, const load_lexicon *l, load_random *r, uint32_t words, const char *order)
{
	char text[LOAD_TEXT];

	return oc_dup(a, load_sentence(l, r, words, order, text, sizeof(text)));
}

/* Orders are named as PrestaShop names them: nine capitals. */
static const char *order_of(load_random *r, char into[10])
{
	for (int i = 0; i < 9; i++) {
		into[i] = (char)('A' + load_draw(r, 26));
	}
	into[9] = 0;
	return into;
}

static uint8_t author(load_random *r, const load_conversation *c, uint32_t i)
{
	if (i == 0 || c->operator_id == 0) {
		return 1;
	}
	if (load_draw(r, 100) == 0 && i + 1 < c->n) {
		return 3;
	}
	return i == 1 || load_draw(r, 2) ? 2 : 1;
}

static void who(const load_plan *p, load_random *r, load_conversation *c)
{
	load_random own;

	if (load_draw(r, 100) < 62) {
		c->person = load_person_of(r);
		snprintf(c->visitor, sizeof(c->visitor), "g:%08x%08x%08x%08x", load_draw(r, UINT32_MAX), load_draw(r, UINT32_MAX),
			load_draw(r, UINT32_MAX), c->id);
		return;
	}
	c->customer = 1 + load_zipf_draw(&p->who, r);
	own = load_random_of(2, c->customer);
	c->person = load_person_of(&own);
	snprintf(c->visitor, sizeof(c->visitor), "c:%u", c->customer);
}

load_conversation load_conversation_make(oc_arena *a, const load_plan *p, uint32_t index)
{
	load_random r = load_random_of(3, index);
	const load_lexicon *l = load_lexicon_of(&r);
	load_conversation c = {.id = index + 1, .n = p->messages[index], .language = l->language->code,
		.started = load_time(index, p->conversations) + load_draw(&r, SECOND)};
	char order[10];
	uint64_t at = c.started;

	who(p, &r, &c);
	if (load_draw(&r, 100) >= 3) {
		c.operator_id = 1 + (load_draw(&r, LOAD_OPERATORS) + load_draw(&r, LOAD_OPERATORS)) / 2;
		c.assigned = c.started + (load_draw(&r, 5) ? 0 : (uint64_t)load_draw(&r, 300 * SECOND));
	}
	c.messages = oc_alloc(a, sizeof(load_message) * c.n);
	for (uint32_t i = 0, named = load_draw(&r, 100) < 15 ? load_draw(&r, c.n) : c.n; i < c.n; i++) {
		uint8_t by = author(&r, &c, i);

		c.messages[i] = (load_message){by, at, sentence(a, l, &r, 2 + load_draw(&r, by == 1 ? 12 : 18),
			i == named ? order_of(&r, order) : NULL)};
		c.last = at;
		at += 4 * SECOND + load_draw(&r, 60 * SECOND);
		at = i == 0 && at < c.assigned ? c.assigned + SECOND : at;
	}
	c.finished = c.last + load_draw(&r, 300 * SECOND);
	return c;
}

load_mail load_mail_make(oc_arena *a, const load_plan *p, uint32_t index)
{
	load_random r = load_random_of(4, index);
	const load_lexicon *l = load_lexicon_of(&r);
	load_mail m = {.id = index + 1, .at = load_time(index, p->mails) + load_draw(&r, SECOND), .language = l->language->code};

	m.person = load_person_of(&r);
	m.customer = load_draw(&r, 10) < 3 ? 1 + load_draw(&r, p->customers) : 0;
	m.text = sentence(a, l, &r, 8 + load_draw(&r, 40), NULL);
	return m;
}
