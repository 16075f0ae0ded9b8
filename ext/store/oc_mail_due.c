/* Sending what was left: who takes a message has a minute, and what failed is tried again. */
#include "store/oc_mailbox.h"

#include "core/oc_utf8.h"
#include "store/oc_answer.h"
#include "store/oc_tx.h"

#define CLAIM (60 * US_PER_S)
#define REASON_MOST 255
#define SILENT "five times who sent it never said what came of it: see the log of PHP"

oc_mail oc_mail_row(const oc_rows *r, unsigned i, unsigned from)
{
	oc_mail m = {.id = oc_cell_u64(r, i, from), .customer = oc_cell_u64(r, i, from + 1),
		.language = oc_cell(r, i, from + 7), .at = oc_cell_u64(r, i, from + 8) / 1000,
		.state = (oc_mail_state)oc_cell_u64(r, i, from + 9), .reason = oc_cell(r, i, from + 10),
		.attempts = (uint32_t)oc_cell_u64(r, i, from + 11)};

	for (unsigned k = 0; k < OC_FORM_FIELDS; k++) {
		m.form.field[k] = oc_cell(r, i, from + 2 + k);
	}
	return m;
}

bool oc_mail_due(oc_call *c, uint32_t limit, oc_mail **list, size_t *n)
{
	uint64_t shop = c->chat->shop, now;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;
	oc_db db;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	now = oc_db_time(&db);
	/* Who never says what came of it was stopped, perhaps with the letter on its way: that is not tried for ever. */
	oc_sql_add(&s, "UPDATE %T SET attempts = attempts + 1, state = 3, reason = %t, claim = 0, due_at = NULL WHERE shop = %u AND"
		" due_at <= %u AND claim <> 0 AND attempts >= %u", "mail", OC_STR(SILENT), shop, now, (uint64_t)OC_MAIL_TRIES - 1);
	/* One statement takes them: of two who ask at once each gets others. MySQL sets columns from left to right: claim is
	 * still the former one's. */
	oc_sql_add(&s, "UPDATE %T SET attempts = attempts + (claim <> 0), claim = %u, claim_at = %u, due_at = %u WHERE shop = %u"
		" AND due_at <= %u ORDER BY due_at LIMIT %u", "mail", c->chat->claimer, now, now + CLAIM, shop, now, (uint64_t)limit);
	oc_sql_add(&s, "SELECT " OC_MAIL_COLUMNS " FROM %T m WHERE m.shop = %u AND m.due_at = %u AND m.claim = %u AND"
		" m.claim_at = %u ORDER BY m.id", "mail", shop, now + CLAIM, c->chat->claimer, now);
	ok = oc_db_run(&db, &s, &r);
	oc_db_close(&db);
	if (!ok) {
		return false;
	}
	*n = r[2].rows;
	*list = oc_alloc(c->arena, sizeof(oc_mail) * (*n + 1));
	for (unsigned i = 0; i < r[2].rows; i++) {
		(*list)[i] = oc_mail_row(&r[2], i, 0);
	}
	return true;
}

const char *oc_mail_next_try(oc_call *c, const char *attempts, uint64_t now)
{
	unsigned long long us = now, s = US_PER_S;

	return oc_format(c->arena, "CASE %s WHEN 0 THEN %llu WHEN 1 THEN %llu WHEN 2 THEN %llu WHEN 3 THEN %llu ELSE NULL END",
		attempts, us + 60 * s, us + 300 * s, us + 1800 * s, us + 7200 * s).p;
}

bool oc_mail_done(oc_call *c, uint64_t id, oc_mail_state state, oc_str reason)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;
	oc_db db;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	/* Whose minute ran out while the mail server thought may find it in another's hands: that it was sent is true all the
	 * same, that it failed is the other's to say. MySQL sets columns from left to right: due_at goes by how many tries
	 * there were before this one. */
	oc_sql_add(&s, "UPDATE %T SET due_at = IF(%u = 3, %s, NULL), attempts = attempts + 1, state = %u, reason = %t, claim = 0"
		" WHERE id = %u AND shop = %u AND (%u = 2 OR claim = %u)", "mail", (uint64_t)state,
		oc_mail_next_try(c, "attempts", oc_db_time(&db)), (uint64_t)state, oc_utf8_cut(reason, REASON_MOST), id, (uint64_t)c->chat->shop, (uint64_t)state, c->chat->claimer);
	oc_sql_add(&s, "SELECT 1 FROM %T WHERE id = %u AND shop = %u", "mail", id, (uint64_t)c->chat->shop);
	ok = oc_db_run(&db, &s, &r);
	oc_db_close(&db);
	if (!ok) {
		return false;
	}
	return r[1].rows || oc_fail(c->error, OC_E_NOT_FOUND, "id", "id: there is no message number %llu in this shop",
		(unsigned long long)id);
}

bool oc_mail_again(oc_call *c, const oc_identity *who, uint64_t id)
{
	uint64_t shop = c->chat->shop, now;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;
	oc_db db;
	bool ok;

	/* Who may is read first: a revoked ticket changes nothing. */
	oc_sql_add(&s, "SELECT 1 FROM %T WHERE id = %u AND shop = %u", "mail", id, shop);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	if (r[0].rows == 0) {
		return oc_fail(c->error, OC_E_NOT_FOUND, "id", "id: there is no message number %llu in this shop",
			(unsigned long long)id);
	}
	if (!oc_db_open(c, &db)) {
		return false;
	}
	/* By the clock that says what is due, or it were not due before that one has caught up with this server's. */
	now = oc_db_time(&db);
	oc_sql_add(&s, "UPDATE %T SET due_at = %u, attempts = 0, state = %u, reason = '', claim = 0 WHERE id = %u AND shop = %u"
		" AND (claim = 0 OR claim_at <= %u)", "mail", now, (uint64_t)OC_MAIL_NEW, id, shop, now - CLAIM);
	ok = oc_db_run(&db, &s, &r);
	oc_db_close(&db);
	return ok;
}
