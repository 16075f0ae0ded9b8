/* The history: lines with archived conversations, and what a left message says (G20, G22). */
#include "store/oc_history.h"

#include "store/oc_answer.h"

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
