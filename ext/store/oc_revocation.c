/* Tickets that are no longer good, whatever Redis remembers (I2). */
#include "store/oc_answer.h"
#include "store/oc_redis_api.h"

void oc_revocation_select(oc_sql *s, const oc_identity *who)
{
	oc_sql_add(s, "SELECT 1 FROM %T WHERE shop = %u AND subject = %b AND at >= %u", "revocation",
		(uint64_t)s->chat->shop, oc_subject(s->text.arena, who), who->issued);
}

bool oc_revocation_pass(oc_call *c, const oc_rows *r)
{
	return r->rows == 0 || oc_fail(c->error, OC_E_TICKET, "revoked", "ticket: it was revoked; sign in again");
}

bool oc_read_for(oc_call *c, const oc_identity *who, oc_sql *s, oc_rows **results)
{
	unsigned n = s->statements;
	oc_db db;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	if (who) {
		oc_revocation_select(s, who);
	}
	ok = oc_db_run(&db, s, results);
	oc_db_close(&db);
	return ok && (!who || oc_revocation_pass(c, &(*results)[n]));
}

bool oc_revoke(oc_call *c, const oc_identity *who)
{
	uint64_t now = oc_time_us() / 1000;
	oc_str subject = oc_subject(c->arena, who);
	oc_error kept;
	oc_db db;
	oc_sql s = oc_sql_new(c);
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	oc_sql_add(&s, "INSERT INTO %T (shop, subject, at) VALUES (%u, %b, %u) ON DUPLICATE KEY UPDATE at = %u",
		"revocation", (uint64_t)c->chat->shop, subject, now, now);
	db.sent_commit = true;
	ok = oc_db_run(&db, &s, NULL);
	oc_db_close(&db);
	if (!ok) {
		return false;
	}
	kept = *c->error;
	oc_revoked_tell(c, subject, now);
	*c->error = kept;
	return true;
}

bool oc_not_revoked(oc_call *c, const oc_identity *who)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	return oc_read_for(c, who, &s, &r);
}
