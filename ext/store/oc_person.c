/* Whose lines are whose (GDPR): by customer, email and phone, a lot at a time, in the order of their numbers. */
#include "store/oc_delete.h"

#include "core/oc_text.h"
#include "store/oc_answer.h"

/* A select for each thing known, by an index of its own. Names of lines fold accents, of which two people's addresses may
 * differ. */
static void select_lines(oc_sql *s, const oc_person *p, oc_str phone, uint64_t after, uint64_t limit)
{
	uint64_t shop = s->chat->shop;

	oc_sql_add(s, "(SELECT id FROM %T WHERE shop = %u AND customer = %u AND id > %u)", "thread", shop, p->customer, after);
	oc_sql_more(s, " UNION (SELECT id FROM %T WHERE shop = %u AND left_by = %u AND id > %u ORDER BY id LIMIT %u)", "thread",
		shop, p->customer, after, limit);
	if (p->email.n) {
		oc_sql_more(s, " UNION (SELECT id FROM %T WHERE shop = %u AND email = %t AND LOWER(email) COLLATE utf8mb4_bin ="
			" LOWER(%t) AND customer IS NULL AND id > %u ORDER BY id LIMIT %u)", "thread", shop, p->email, p->email, after, limit);
	}
	if (phone.n) {
		oc_sql_more(s, " UNION (SELECT id FROM %T WHERE shop = %u AND phone_plain = %t AND customer IS NULL AND id > %u ORDER BY"
			" id LIMIT %u)", "thread", shop, phone, after, limit);
	}
	oc_sql_more(s, " ORDER BY id LIMIT %u", limit);
}

bool oc_person_lines(oc_call *c, const oc_identity *who, const oc_person *p, uint64_t after, uint32_t limit,
	uint64_t *ids, unsigned *n)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	select_lines(&s, p, oc_phone_plain(c->arena, p->phone), after, limit);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	*n = r[0].rows;
	for (unsigned i = 0; i < *n; i++) {
		ids[i] = oc_cell_u64(&r[0], i, 0);
	}
	return true;
}

bool oc_history_person(oc_call *c, const oc_identity *who, const oc_person *p, uint64_t after, uint32_t limit,
	oc_thread **list, size_t *n)
{
	uint64_t *ids = oc_alloc(c->arena, sizeof(uint64_t) * (limit + 1));
	oc_buf known = oc_buf_new(c->arena, 21 * (size_t)limit + 1);
	oc_sql s = oc_sql_new(c);
	unsigned found;
	oc_rows *r;

	*n = 0;
	if (!oc_person_lines(c, who, p, after, limit, ids, &found)) {
		return false;
	}
	if (found == 0) {
		return true;
	}
	for (unsigned i = 0; i < found; i++) {
		oc_put_listed(&known, ids[i]);
	}
	oc_sql_add(&s, "SELECT " OC_LINE_COLUMNS ", " OC_MAIL_COLUMNS " FROM %T t LEFT JOIN %T m ON m.id = t.mail WHERE t.id IN"
		" (%s) AND t.shop = %u ORDER BY t.id", "thread", "mail", oc_buf_str(&known).p, (uint64_t)c->chat->shop);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	*list = oc_lines(c, &r[0]);
	*n = r[0].rows;
	return true;
}
