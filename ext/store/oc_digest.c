/* Digesting, outside the shop's lock: whose transaction takes a document's row of "undigested" makes its words and sums,
 * and whatever interrupts it gives the row back. So each document is in the index and in the sums exactly once. */
#include "store/oc_digest.h"

#include "store/oc_answer.h"
#include "store/oc_statistic.h"

#include <string.h>

#define TRIES 10
#define NOTED_SINCE 8 /* the version of the schema whose migration may put documents back as long as it is not noted */
/* Of a transaction, unless one document has more: as many wait for the disk together, and nobody waits long for words
 * that all say. */
#define LOT 20
#define LOT_MESSAGES 500
/* Beside something else. */
#define SOME 100
#define SOME_MS 300

static oc_document document_of(int64_t number)
{
	return number < 0 ? (oc_document){.mail = (uint64_t)-number} : (oc_document){.conversation = (uint64_t)number};
}

/* Rows begin with the document's number. false: none is about this one. */
static bool row_of(const oc_rows *r, const oc_document *d, unsigned *row)
{
	int64_t number = d->mail ? -(int64_t)d->mail : (int64_t)d->conversation;

	for (*row = 0; *row < r->rows && oc_cell_i64(r, *row, 0) != number; ++*row) {
	}
	return *row < r->rows;
}

/* What waits, and how many messages each has. Left messages first: there are few of them. */
static bool choose(oc_call *c, uint32_t limit, oc_document **list, uint64_t **messages, uint32_t *n)
{
	static const char *const newest_first[] = {"u.document < 0 ORDER BY u.document", "u.document > 0 ORDER BY u.document DESC"};
	uint64_t shop = c->chat->shop;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT 1 FROM %T WHERE version >= %u LIMIT 1", "schema", (uint64_t)NOTED_SINCE);
	for (int i = 0; i < 2; i++) {
		oc_sql_add(&s, "SELECT u.document, c.last_number FROM %T u LEFT JOIN %T c ON c.id = u.document WHERE u.shop = %u AND %s"
			" LIMIT %u", "undigested", "conversation", shop, newest_first[i], (uint64_t)limit);
	}
	if (!oc_read_for(c, NULL, &s, &r)) {
		return false;
	}
	*list = oc_alloc(c->arena, sizeof **list * (limit + 1));
	*messages = oc_alloc(c->arena, sizeof **messages * (limit + 1));
	*n = 0;
	for (int from = 1; from <= 2 && r[0].rows; from++) {
		for (unsigned i = 0; i < r[from].rows && *n < limit; i++) {
			(*messages)[*n] = oc_cell_u64(&r[from], i, 1);
			(*list)[(*n)++] = document_of(oc_cell_i64(&r[from], i, 0));
		}
	}
	return true;
}

/* Puts those to the front whose rows were there, and are this transaction's; answers how many. */
static size_t sort_out(oc_document *list, size_t n, const oc_rows *there)
{
	size_t mine = 0;
	unsigned row;

	for (size_t i = 0; i < n; i++) {
		if (row_of(there, &list[i], &row)) {
			oc_document d = list[mine];

			list[mine++] = list[i];
			list[i] = d;
		}
	}
	return mine;
}

static void take(oc_sql *s, const char *numbers)
{
	uint64_t shop = s->chat->shop;

	oc_sql_add(s, "SELECT document FROM %T WHERE shop = %u AND document IN (%s) FOR UPDATE", "undigested", shop, numbers);
	oc_sql_add(s, "DELETE FROM %T WHERE shop = %u AND document IN (%s)", "undigested", shop, numbers);
}

/* When the last message of each was. Those that are gone go from the list. */
static size_t dated(oc_document *list, size_t n, const oc_rows *r)
{
	size_t left = 0;
	unsigned row;

	for (size_t i = 0; i < n; i++) {
		if (row_of(r, &list[i], &row)) {
			list[left] = list[i];
			list[left++].at = oc_cell_u64(r, row, 1);
		}
	}
	return left;
}

static void dates_select(oc_call *c, oc_sql *s, const oc_document *list, size_t n)
{
	oc_buf conversations = oc_buf_new(c->arena, 20 * n + 2), mails = oc_buf_new(c->arena, 20 * n + 2);

	for (size_t i = 0; i < n; i++) {
		oc_put_listed(&conversations, list[i].conversation);
		oc_put_listed(&mails, list[i].mail);
	}
	oc_sql_add(s, "SELECT CAST(id AS SIGNED), last_at DIV 1000000 FROM %T WHERE id IN (%s) AND shop = %u AND status = 4 UNION ALL"
		" SELECT -CAST(id AS SIGNED), at DIV 1000000 FROM %T WHERE id IN (%s) AND shop = %u", "conversation",
		oc_buf_str(&conversations).p, (uint64_t)c->chat->shop, "mail", oc_buf_str(&mails).p, (uint64_t)c->chat->shop);
}

static bool digest_lot(oc_db *db, oc_document *list, size_t n, size_t *mine)
{
	oc_call *c = db->call;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "START TRANSACTION");
	take(&s, oc_document_numbers(c, list, n).p);
	dates_select(c, &s, list, n);
	db->in_transaction = true;
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	*mine = sort_out(list, n, &r[1]);
	n = dated(list, *mine, &r[3]);
	if (!oc_documents_read(db, list, n) || !oc_words_lock(db, list, n, true) || !oc_postings_add(db, list, n)) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		oc_statistic_count(&s, list[i].conversation, list[i].mail);
	}
	oc_sql_add(&s, "COMMIT");
	db->sent_commit = true;
	if (!oc_db_run(db, &s, NULL)) {
		return false;
	}
	db->in_transaction = db->sent_commit = false;
	return true;
}

/* With memory of its own: what a lot needs does not stay until the last one. */
static bool digest_lot_again(oc_call *c, oc_db *db, const oc_document *list, size_t n, uint64_t until_ms, size_t *mine)
{
	oc_arena own = {0};
	oc_call one = *c;
	bool ok = false, again = true;

	one.arena = &own;
	db->call = &one;
	for (int i = 0; i < TRIES && !ok && again; i++) {
		oc_document *copy = oc_alloc(&own, sizeof *copy * n);

		memcpy(copy, list, sizeof *copy * n);
		*c->error = (oc_error){0};
		ok = digest_lot(db, copy, n, mine);
		again = !ok && oc_db_retry(db) && oc_db_rollback(db) && oc_clock_ms() < until_ms;
		oc_arena_reset(&own);
	}
	db->call = c;
	oc_arena_free(&own);
	return ok;
}

static bool digest_list(oc_call *c, const oc_document *list, const uint64_t *messages, uint32_t n, uint64_t until_ms,
	uint32_t *digested)
{
	bool ok = true;
	oc_db db;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	for (uint32_t from = 0, to = 0; from < n && ok && oc_clock_ms() < until_ms; from = to) {
		uint64_t sum = 0;
		size_t mine = 0;

		while (to < n && to - from < LOT && sum < LOT_MESSAGES) {
			sum += messages[to++];
		}
		ok = digest_lot_again(c, &db, list + from, to - from, until_ms, &mine);
		*digested += ok ? (uint32_t)mine : 0;
	}
	oc_db_close(&db);
	return ok;
}

/* Where others took all that was chosen, something may still wait: 0 is only said where nothing does. */
static bool digest(oc_call *c, uint32_t limit, uint64_t until_ms, uint32_t *digested)
{
	*digested = 0;
	for (int i = 0; i < TRIES && *digested == 0 && oc_clock_ms() < until_ms; i++) {
		oc_document *list;
		uint64_t *messages;
		uint32_t n;

		if (!choose(c, limit, &list, &messages, &n)) {
			return false;
		}
		if (n == 0) {
			break;
		}
		if (!digest_list(c, list, messages, n, until_ms, digested)) {
			return false;
		}
	}
	return true;
}

bool oc_digest(oc_call *c, uint32_t limit, uint32_t *digested)
{
	return digest(c, limit, UINT64_MAX, digested);
}

void oc_digest_some(oc_call *c)
{
	oc_error kept = *c->error;
	uint32_t n;

	digest(c, SOME, oc_clock_ms() + SOME_MS, &n);
	*c->error = kept;
}

bool oc_undigested(oc_call *c, uint32_t *n, uint64_t *since)
{
	static const char *const oldest[] = {"document > 0 ORDER BY document", "document < 0 ORDER BY document DESC"};
	uint64_t shop = c->chat->shop;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT COUNT(*) FROM (SELECT 1 FROM %T WHERE shop = %u LIMIT %u) waiting", "undigested", shop,
		(uint64_t)OC_UNDIGESTED_MOST);
	for (int i = 0; i < 2; i++) {
		oc_sql_add(&s, "SELECT at DIV 1000 FROM %T WHERE shop = %u AND %s LIMIT 1", "undigested", shop, oldest[i]);
	}
	if (!oc_read_for(c, NULL, &s, &r)) {
		return false;
	}
	*n = (uint32_t)oc_cell_u64(&r[0], 0, 0);
	*since = 0;
	for (int i = 1; i <= 2; i++) {
		uint64_t at = r[i].rows ? oc_cell_u64(&r[i], 0, 0) : 0;

		*since = at && (*since == 0 || at < *since) ? at : *since;
	}
	return true;
}

bool oc_digest_undo(oc_db *db, oc_document *list, size_t n)
{
	oc_sql s = oc_sql_new(db->call);
	size_t waited;
	oc_rows *r;

	if (n == 0) {
		return true;
	}
	take(&s, oc_document_numbers(db->call, list, n).p);
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	waited = sort_out(list, n, &r[0]);
	if (!oc_documents_read(db, list + waited, n - waited) || !oc_words_lock(db, list + waited, n - waited, false)
		|| !oc_postings_remove(db, list + waited, n - waited)) {
		return false;
	}
	for (size_t i = 0; i < waited; i++) {
		oc_statistic_count(&s, list[i].conversation, list[i].mail);
	}
	return s.statements == 0 || oc_db_run(db, &s, NULL);
}
