/* Answers kept by key (I4). */
#include "store/oc_answer.h"

#include <string.h>

static oc_str bytes16(const uint8_t *p)
{
	return (oc_str){(const char *)p, 16};
}

void oc_answer_select(oc_sql *s, oc_str actor, oc_action action, oc_once once)
{
	oc_sql_add(s, "SELECT body, answer FROM %T WHERE shop = %u AND actor = %b AND action = %u AND `key` = %b", "outcome",
		(uint64_t)s->chat->shop, actor, (uint64_t)action, bytes16(once.key));
}

bool oc_answer_same_body(const oc_rows *r, oc_once once)
{
	return oc_str_eq(oc_cell(r, 0, 0), bytes16(once.body));
}

void oc_answer_insert(oc_sql *s, oc_str actor, oc_action action, oc_once once, const oc_placement *p, uint64_t now)
{
	oc_str answer = oc_format(s->text.arena, "%d,%llu,%u,%d,%u,%u,%llu,%llu,%llu,%.*s", (int)p->outcome,
		(unsigned long long)p->conversation, p->number, (int)p->status, p->operator_id, p->position,
		(unsigned long long)p->until, (unsigned long long)p->decision, (unsigned long long)p->estimate, (int)p->operator_name.n,
		p->operator_name.n ? p->operator_name.p : "");

	oc_sql_add(s, "INSERT INTO %T (shop, actor, action, `key`, body, answer, at) VALUES (%u, %b, %u, %b, %b, %b, %u)",
		"outcome", (uint64_t)s->chat->shop, actor, (uint64_t)action, bytes16(once.key), bytes16(once.body), answer, now);
}

/* The number up to the next comma; moves *text behind it. */
static uint64_t next_number(oc_str *text, bool *ok)
{
	const char *comma = text->n ? memchr(text->p, ',', text->n) : NULL;
	uint64_t v = 0;

	if (!comma || !oc_str_u64((oc_str){text->p, (size_t)(comma - text->p)}, &v)) {
		*ok = false;
		return 0;
	}
	text->n -= (size_t)(comma - text->p) + 1;
	text->p = comma + 1;
	return v;
}

bool oc_answer_parse(oc_str text, oc_placement *out)
{
	bool ok = true;

	*out = (oc_placement){0};
	out->outcome = (oc_outcome)next_number(&text, &ok);
	out->conversation = next_number(&text, &ok);
	out->number = (uint32_t)next_number(&text, &ok);
	out->status = (oc_status)next_number(&text, &ok);
	out->operator_id = (uint32_t)next_number(&text, &ok);
	out->position = (uint32_t)next_number(&text, &ok);
	out->until = next_number(&text, &ok);
	out->decision = next_number(&text, &ok);
	out->estimate = next_number(&text, &ok);
	out->operator_name = text;
	return ok;
}
