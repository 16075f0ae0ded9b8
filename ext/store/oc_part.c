/* Reading a line back in parts (G23, G24): however long it is, a part is found by where the one before ended, and costs
 * what it shows. */
#include "store/oc_history.h"

#include "store/oc_answer.h"
#include "store/oc_tx.h"

/* One after another until there are as many messages as a part may have; out is what is shown of them, without their
 * messages yet. */
static void choose(oc_call *c, const oc_rows *r, oc_reached after, uint32_t limit, oc_part *out)
{
	uint32_t room = limit;

	out->list = oc_alloc(c->arena, sizeof(oc_messages) * (r->rows + 1));
	out->next = after;
	for (unsigned i = 0; i < r->rows; i++) {
		uint64_t id = oc_cell_u64(r, i, 0);
		uint32_t last = (uint32_t)oc_cell_u64(r, i, 1), before = id == after.conversation ? after.number : 0;
		uint32_t shown = last > before ? last - before : 0;

		out->more = shown > room;
		shown = out->more ? room : shown;
		if (shown) {
			out->list[out->n++] = (oc_messages){.conversation = id, .from = before + 1, .to = before + shown, .last = last,
				.revision = (uint32_t)oc_cell_u64(r, i, 2), .operator_id = (uint32_t)oc_cell_u64(r, i, 3),
				.operator_name = oc_cell(r, i, 4), .started_at = oc_cell_u64(r, i, 5) / 1000,
				.finished_at = oc_cell_u64(r, i, 6) / 1000, .status = (oc_status)oc_cell_u64(r, i, 7),
				.delivered_to_other = -1};
			out->next = (oc_reached){id, before + shown};
			room -= shown;
		}
		if (out->more) {
			return;
		}
	}
}

/* The ranges of the key that a part is; one message posted meanwhile is in none of them. */
static oc_str ranges(oc_call *c, const oc_part *part)
{
	oc_buf b = oc_buf_new(c->arena, 100 * part->n + 1);

	for (size_t i = 0; i < part->n; i++) {
		const oc_messages *m = &part->list[i];

		oc_putf(&b, "%s(conversation = %llu AND number BETWEEN %u AND %u)", i ? " OR " : "", (unsigned long long)m->conversation,
			m->from, m->to);
	}
	return oc_buf_str(&b);
}

/* They come ordered by conversation: one pass deals them out. */
static void deal(oc_call *c, const oc_rows *messages, oc_part *part)
{
	oc_message *m = oc_alloc(c->arena, sizeof(oc_message) * (messages->rows + 1));
	unsigned at = 0;

	for (size_t i = 0; i < part->n; i++) {
		oc_messages *conv = &part->list[i];

		conv->list = m + at;
		while (at < messages->rows && oc_cell_u64(messages, at, 5) == conv->conversation) {
			oc_message_row(messages, at, 0, &m[at]);
			at++;
			conv->n++;
		}
	}
}

bool oc_history_part(oc_call *c, const oc_identity *who, uint64_t thread, oc_reached after, uint32_t limit, bool all,
	oc_part *out)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	*out = (oc_part){0};
	/* One more than there can be messages, and one that the part before may have ended with. */
	oc_sql_add(&s, "SELECT c.id, c.last_number, c.revision, c.operator, o.name, c.started_at, c.finished_at, c.status FROM"
		" %T c FORCE INDEX (thread) LEFT JOIN %T o ON o.shop = c.shop AND o.id = c.operator WHERE c.thread = %u AND c.id >= %u"
		" AND c.shop = %u AND c.status >= %u ORDER BY c.id LIMIT %u", "conversation", "operator", thread, after.conversation,
		(uint64_t)c->chat->shop, (uint64_t)(all ? OC_WAITING : OC_ARCHIVED), (uint64_t)limit + 2);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	choose(c, &r[0], after, limit, out);
	if (out->n == 0) {
		return true;
	}
	oc_sql_add(&s, "SELECT number, author, name, text, at, conversation FROM %T WHERE %s ORDER BY conversation, number",
		"message", ranges(c, out).p);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	deal(c, &r[0], out);
	return true;
}
