/* One document a transaction, outside the shop's lock: who takes its row of "undigested" makes its words and sums, and
 * whatever interrupts it gives the row back. So each document is in the index and in the sums exactly once. */
#include "store/oc_digest.h"

#include "store/oc_answer.h"
#include "store/oc_posting.h"
#include "store/oc_statistic.h"

#define TRIES 10
#define NOTED_SINCE 8 /* the version of the schema whose migration may put documents back as long as it is not noted */

static oc_document document_of(oc_str number)
{
	oc_document d = {0};

	if (number.n && number.p[0] == '-') {
		oc_str_u64((oc_str){number.p + 1, number.n - 1}, &d.mail);
	} else {
		oc_str_u64(number, &d.conversation);
	}
	return d;
}

/* Left messages first: there are few of them, and nobody has read them yet. */
static bool choose(oc_call *c, uint32_t limit, oc_document **list, uint32_t *n)
{
	uint64_t shop = c->chat->shop;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT document FROM %T WHERE shop = %u AND document < 0 AND EXISTS (SELECT 1 FROM %T WHERE version >= %u)"
		" ORDER BY document LIMIT %u", "undigested", shop, "schema", (uint64_t)NOTED_SINCE, (uint64_t)limit);
	oc_sql_add(&s, "SELECT document FROM %T WHERE shop = %u AND document > 0 AND EXISTS (SELECT 1 FROM %T WHERE version >= %u)"
		" ORDER BY document DESC LIMIT %u", "undigested", shop, "schema", (uint64_t)NOTED_SINCE, (uint64_t)limit);
	if (!oc_read_for(c, NULL, &s, &r)) {
		return false;
	}
	*list = oc_alloc(c->arena, sizeof **list * (limit + 1));
	*n = 0;
	for (int from = 0; from < 2; from++) {
		for (unsigned i = 0; i < r[from].rows && *n < limit; i++) {
			(*list)[(*n)++] = document_of(oc_cell(&r[from], i, 0));
		}
	}
	return true;
}

/* Its row, which is this caller's if it was there, and when its last message was. */
static bool take(oc_db *db, oc_document *d, bool *mine, bool *there)
{
	uint64_t shop = db->call->chat->shop;
	oc_sql s = oc_sql_new(db->call);
	oc_rows *r;

	oc_sql_add(&s, "START TRANSACTION");
	oc_sql_add(&s, "DELETE FROM %T WHERE shop = %u AND document = %s", "undigested", shop, oc_document_number(db->call, d).p);
	if (d->mail) {
		oc_sql_add(&s, "SELECT at DIV 1000000 FROM %T WHERE id = %u AND shop = %u", "mail", d->mail, shop);
	} else {
		oc_sql_add(&s, "SELECT last_at DIV 1000000 FROM %T WHERE id = %u AND shop = %u AND status = 4", "conversation",
			d->conversation, shop);
	}
	db->in_transaction = true;
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	*mine = r[1].affected > 0;
	*there = r[2].rows > 0;
	d->at = *there ? oc_cell_u64(&r[2], 0, 0) : 0;
	return true;
}

static bool commit(oc_db *db)
{
	oc_sql s = oc_sql_new(db->call);

	oc_sql_add(&s, "COMMIT");
	db->sent_commit = true;
	if (!oc_db_run(db, &s, NULL)) {
		return false;
	}
	db->in_transaction = db->sent_commit = false;
	return true;
}

static bool digest_one(oc_db *db, oc_document *d, bool *mine)
{
	oc_word_set words = {.arena = db->call->arena};
	bool there;

	if (!take(db, d, mine, &there)) {
		return false;
	}
	if (*mine && there && (!oc_document_words(db, d, &words) || !oc_postings_add(db, d, &words)
			|| !oc_statistic_count(db, d->conversation, d->mail))) {
		return false;
	}
	return commit(db);
}

/* Memory of one document only. */
static bool digest_again(oc_call *c, oc_db *db, oc_document *d, bool *mine)
{
	oc_arena own = {0};
	oc_call one = *c;
	bool ok = false, again = true;

	one.arena = &own;
	db->call = &one;
	for (int i = 0; i < TRIES && !ok && again; i++) {
		*c->error = (oc_error){0};
		ok = digest_one(db, d, mine);
		again = !ok && oc_db_retry(db) && oc_db_rollback(db);
		oc_arena_reset(&own);
	}
	db->call = c;
	oc_arena_free(&own);
	return ok;
}

bool oc_digest(oc_call *c, uint32_t limit, uint32_t *digested)
{
	oc_document *list;
	uint32_t n;
	oc_db db;
	bool ok = true;

	*digested = 0;
	if (!choose(c, limit, &list, &n)) {
		return false;
	}
	if (n == 0) {
		return true;
	}
	if (!oc_db_open(c, &db)) {
		return false;
	}
	for (uint32_t i = 0; i < n && ok; i++) {
		bool mine = false;

		ok = digest_again(c, &db, &list[i], &mine);
		*digested += ok && mine;
	}
	oc_db_close(&db);
	return ok;
}

void oc_digest_some(oc_call *c, uint32_t limit)
{
	oc_error kept = *c->error;
	uint32_t n;

	oc_digest(c, limit, &n);
	*c->error = kept;
}
