/* The history: lines with archived conversations, and reading one back (G22 to G24). */
#include "store/oc_history.h"

#include "store/oc_answer.h"
#include "store/oc_tx.h"

/* The lines after a page's last: its time is known to the millisecond only, lines are ordered to the microsecond, so
 * that the line itself says where to go on. One that has moved up since says no more than its old millisecond. */
static oc_str after_line(oc_call *c, uint64_t before, uint64_t before_id)
{
	oc_sql s = oc_sql_new(c);
	uint64_t end = before * 1000 + 999;

	if (!before) {
		oc_sql_add(&s, "last_at > 0");
	} else if (!before_id) {
		oc_sql_add(&s, "last_at > 0 AND last_at < %u", before * 1000);
	} else {
		oc_str edge;

		oc_sql_add(&s, "LEAST(%u, COALESCE((SELECT e.last_at FROM %T e WHERE e.id = %u AND e.shop = %u), %u))", end,
			"thread", before_id, (uint64_t)c->chat->shop, end);
		edge = oc_dup(c->arena, oc_buf_str(&s.text));
		s = oc_sql_new(c);
		oc_sql_add(&s, "last_at > 0 AND last_at <= %s AND (last_at < %s OR id < %u)", edge.p, edge.p, before_id);
	}
	return oc_buf_str(&s.text);
}

void oc_line_row(const oc_rows *r, unsigned i, oc_thread *out)
{
	*out = (oc_thread){.id = oc_cell_u64(r, i, 0), .customer = oc_cell_u64(r, i, 1), .name = oc_cell(r, i, 2),
		.email = oc_cell(r, i, 3), .phone = oc_cell(r, i, 4), .last_text = oc_cell(r, i, 5),
		.last_at = oc_cell_u64(r, i, 6) / 1000, .conversations = (uint32_t)oc_cell_u64(r, i, 7)};
}

bool oc_history_page(oc_call *c, const oc_identity *who, uint64_t before, uint64_t before_id, uint32_t limit,
	oc_thread **list, size_t *n)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT id, customer, name, email, phone, last_text, last_at, conversations FROM %T WHERE shop = %u AND"
		" mail IS NULL AND %s ORDER BY last_at DESC, id DESC LIMIT %u", "thread", (uint64_t)c->chat->shop,
		after_line(c, before, before_id).p, (uint64_t)limit);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	*n = r[0].rows;
	*list = oc_alloc(c->arena, sizeof(oc_thread) * (*n + 1));
	for (unsigned i = 0; i < r[0].rows; i++) {
		oc_line_row(&r[0], i, &(*list)[i]);
	}
	return true;
}

/* Messages come ordered by conversation: one pass deals them out. */
static void deal(oc_call *c, const oc_rows *conversations, const oc_rows *messages, oc_messages *list)
{
	oc_message *m = oc_alloc(c->arena, sizeof(oc_message) * (messages->rows + 1));
	unsigned at = 0;

	for (unsigned i = 0; i < conversations->rows; i++) {
		oc_messages *conv = &list[i];

		*conv = (oc_messages){.conversation = oc_cell_u64(conversations, i, 0), .from = 1,
			.last = (uint32_t)oc_cell_u64(conversations, i, 1), .revision = (uint32_t)oc_cell_u64(conversations, i, 2),
			.status = (oc_status)oc_cell_u64(conversations, i, 7), .delivered_to_other = -1,
			.operator_id = (uint32_t)oc_cell_u64(conversations, i, 3),
			.operator_name = oc_cell(conversations, i, 4), .started_at = oc_cell_u64(conversations, i, 5) / 1000,
			.finished_at = oc_cell_u64(conversations, i, 6) / 1000, .list = m + at};
		conv->to = conv->last;
		while (at < messages->rows && oc_cell_u64(messages, at, 5) == conv->conversation) {
			oc_message_row(messages, at, 0, &m[at]);
			at++;
			conv->n++;
		}
	}
}

bool oc_history_read(oc_call *c, const oc_identity *who, uint64_t thread, bool all, oc_messages **list, size_t *n)
{
	uint64_t shop = c->chat->shop, from = all ? OC_WAITING : OC_ARCHIVED;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT c.id, c.last_number, c.revision, c.operator, o.name, c.started_at, c.finished_at, c.status FROM %T c LEFT JOIN %T o ON o.shop = c.shop"
		" AND o.id = c.operator WHERE c.thread = %u AND c.shop = %u AND c.status >= %u ORDER BY c.id",
		"conversation", "operator", thread, shop, from);
	oc_sql_add(&s, "SELECT m.number, m.author, m.name, m.text, m.at, m.conversation FROM %T c JOIN %T m ON m.conversation ="
		" c.id WHERE c.thread = %u AND c.shop = %u AND c.status >= %u ORDER BY m.conversation, m.number",
		"conversation", "message", thread, shop, from);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	if (r[0].rows == 0) {
		return oc_fail(c->error, OC_E_NOT_FOUND, "thread", "thread: there is no line number %llu in this shop's history",
			(unsigned long long)thread);
	}
	*n = r[0].rows;
	*list = oc_alloc(c->arena, sizeof(oc_messages) * (*n + 1));
	deal(c, &r[0], &r[1], *list);
	return true;
}

bool oc_history_offline(oc_call *c, const oc_identity *who, uint64_t thread, oc_mail *out)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT " OC_MAIL_COLUMNS " FROM %T t JOIN %T m ON m.id = t.mail WHERE t.id = %u AND t.shop = %u",
		"thread", "mail", thread, (uint64_t)c->chat->shop);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	if (r[0].rows == 0) {
		return oc_fail(c->error, OC_E_NOT_FOUND, "thread", "thread: no left message has the line number %llu in this shop",
			(unsigned long long)thread);
	}
	*out = oc_mail_row(&r[0], 0, 0);
	return true;
}
