/* The history: a line's columns, what a left message says (G20, G22), and whose line an operator reads. */
#include "store/oc_history.h"

#include "store/oc_answer.h"

void oc_line_row(const oc_rows *r, unsigned i, oc_thread *out)
{
	*out = (oc_thread){.id = oc_cell_u64(r, i, 0), .customer = oc_cell_u64(r, i, 1), .name = oc_cell(r, i, 2),
		.email = oc_cell(r, i, 3), .phone = oc_cell(r, i, 4), .last_text = oc_cell(r, i, 5),
		.last_at = oc_cell_u64(r, i, 6) / 1000, .conversations = (uint32_t)oc_cell_u64(r, i, 7)};
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

bool oc_history_theirs(oc_call *c, const oc_identity *who, uint64_t thread)
{
	uint64_t shop = c->chat->shop;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT 1 FROM %T c FORCE INDEX (thread) WHERE c.thread = %u AND c.shop = %u AND (c.operator = %u OR"
		" c.status = %u OR (%u = 1 AND c.status = %u) OR EXISTS (SELECT 1 FROM %T a WHERE a.conversation = c.id AND"
		" a.operator = %u)) LIMIT 1", "conversation", thread, shop, who->id, (uint64_t)OC_WAITING, (uint64_t)who->supervisor,
		(uint64_t)OC_ONGOING, "assistant", who->id);
	oc_sql_add(&s, "SELECT 1 FROM %T WHERE id = %u AND shop = %u", "thread", thread, shop);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	return r[0].rows || r[1].rows == 0 || oc_fail(c->error, OC_E_DENIED, "thread",
		"thread: none of the conversations of line %llu is or was yours", (unsigned long long)thread);
}
