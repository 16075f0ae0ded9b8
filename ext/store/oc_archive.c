/* What an operator leaves in Finished goes to the history at sign-off (G18). A day may leave many: each transaction
 * takes so many, that the shop's lock is never held for long. Nothing notes where it stopped: a finished conversation
 * of an operator who is offline is one that is left, whoever finds it. */
#include "store/oc_tx.h"

#include "store/oc_answer.h"

void oc_tx_finished_select(oc_tx *tx, uint32_t operator_id, bool nobodys)
{
	oc_sql_add(&tx->sql, "SELECT " OC_CONVERSATION_COLUMNS " FROM %T c WHERE c.shop = %u AND (c.operator = %u%s) AND"
		" c.status = 3 ORDER BY c.id LIMIT %u FOR UPDATE", "assistant", "conversation", (uint64_t)tx->call->chat->shop,
		(uint64_t)operator_id, nobodys ? " OR c.operator IS NULL" : "", (uint64_t)OC_ARCHIVE_MOST);
}

typedef struct {
	uint32_t operator_id;
	bool nobodys;
} arguments;

/* "7,8", with something before and after each: "(1,7),(1,8)". */
static oc_str ids(oc_tx *tx, const oc_tx_conversation *list, size_t n, oc_str before, const char *after)
{
	oc_buf b = oc_buf_new(tx->call->arena, n * 20 + 20);

	for (size_t i = 0; i < n; i++) {
		oc_puts(&b, i ? "," : "");
		oc_put(&b, before);
		oc_put_u64(&b, list[i].id);
		oc_puts(&b, after);
	}
	return oc_buf_str(&b);
}

/* The history's lines: "last message" is the customer's (G22), of the newest conversation, which need not be among those
 * archived last. Whichever column is set first, the comparison says the same. */
static void append_to_lines(oc_tx *tx, const char *which)
{
	oc_sql_add(&tx->sql,
		"UPDATE %T t JOIN (SELECT thread, COUNT(*) AS n, MAX(last_at) AS last_at FROM %T WHERE id IN (%s) GROUP BY thread) a"
		" ON t.id = a.thread SET t.conversations = t.conversations + a.n, t.last_text = IF(a.last_at >= t.last_at, COALESCE(("
		"SELECT LEFT(m.text, 1000) FROM %T m WHERE m.conversation = (SELECT c.id FROM %T c WHERE c.thread = t.id AND c.id IN"
		" (%s) ORDER BY c.last_at DESC, c.id DESC LIMIT 1) AND m.author = 1 ORDER BY m.number DESC LIMIT 1), t.last_text),"
		" t.last_text), t.last_at = GREATEST(t.last_at, a.last_at)", "thread", "conversation", which, "message",
		"conversation", which);
}

void oc_tx_archive(oc_tx *tx, const oc_tx_conversation *list, size_t n)
{
	oc_str which = ids(tx, list, n, OC_STR(""), "");
	oc_str documents = ids(tx, list, n, oc_format(tx->call->arena, "(%u,%llu,", tx->call->chat->shop,
		(unsigned long long)tx->now), ")");

	if (n == 0) {
		return;
	}
	oc_sql_add(&tx->sql, "UPDATE %T SET status = %u, revision = revision + 1 WHERE id IN (%s)", "conversation",
		(uint64_t)OC_ARCHIVED, which.p);
	append_to_lines(tx, which.p);
	oc_sql_add(&tx->sql, "INSERT IGNORE INTO %T (shop, at, document) VALUES %s", "undigested", documents.p);
	for (size_t i = 0; i < n; i++) {
		oc_tx_conversation after = list[i];

		after.status = OC_ARCHIVED;
		after.revision++;
		oc_tx_head(tx, &after, NULL);
	}
}

void oc_tx_archive_all(oc_tx *tx, const oc_rows *finished)
{
	oc_tx_conversation *list = oc_alloc(tx->call->arena, sizeof *list * (finished->rows + 1));

	for (unsigned i = 0; i < finished->rows; i++) {
		oc_tx_conversation_row(finished, i, 0, &list[i]);
	}
	oc_tx_archive(tx, list, finished->rows);
	tx->archived = finished->rows;
}

static void reads(oc_tx *tx, void *in)
{
	const arguments *a = in;

	oc_tx_operator_select(tx, a->operator_id);
	oc_tx_finished_select(tx, a->operator_id, a->nobodys);
}

/* The answer's number: how many there were. */
static bool archive_act(oc_tx *tx, void *in)
{
	const arguments *a = in;
	oc_tx_operator o;

	oc_tx_operator_found(&tx->read[0], a->operator_id, &o);
	if (!o.online) {
		oc_tx_archive_all(tx, &tx->read[1]);
		tx->out.number = tx->read[1].rows;
	}
	return true;
}

static bool archive_some(oc_call *c, uint32_t operator_id, bool nobodys, uint32_t *n)
{
	arguments a = {operator_id, nobodys};
	oc_placement done = {0};

	if (!oc_tx_run(c, NULL, 0, (oc_once){0}, &(oc_tx_plan){reads, archive_act}, &a, &done)) {
		return false;
	}
	*n = done.number;
	return true;
}

void oc_archive_rest(oc_call *c, uint32_t operator_id)
{
	oc_error kept = *c->error;
	uint32_t n = OC_ARCHIVE_MOST;

	while (n == OC_ARCHIVE_MOST && archive_some(c, operator_id, true, &n)) {
	}
	*c->error = kept;
}

bool oc_archive_left(oc_call *c)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;
	uint32_t n;

	oc_sql_add(&s, "SELECT c.operator FROM %T c JOIN %T o ON o.shop = c.shop AND o.id = c.operator WHERE c.shop = %u AND"
		" c.status = 3 AND o.online = 0 LIMIT 1", "conversation", "operator", (uint64_t)c->chat->shop);
	if (!oc_read_for(c, NULL, &s, &r)) {
		return false;
	}
	/* What ended while waiting goes with somebody's sign-off, and this is none: its visitor may still come back. */
	return r[0].rows == 0 || archive_some(c, (uint32_t)oc_cell_u64(&r[0], 0, 0), false, &n);
}
