/* Deleting lines of the history (G23). The shop's lock is taken only for what may still change: finished conversations
 * are archived under it. Archived ones change no more; they go in lots of their own transactions, each conversation
 * as a whole, the oldest first, so that what a cut leaves is a shorter line and no broken one. */
#include "store/oc_delete.h"

#include "store/oc_answer.h"
#include "store/oc_digest.h"
#include "store/oc_redis_api.h"

#define LOT 50            /* conversations, and */
#define LOT_MESSAGES 1000 /* messages of a transaction, unless one conversation has more */
#define TRIES 4

typedef struct {
	oc_str ids;      /* "7,8": the conversations that go */
	uint64_t conversation[LOT];
	oc_str visitors; /* theirs, as literals */
	bool more;       /* archived ones are left */
	bool gone;       /* the line is */
	uint64_t mail;
	oc_document *documents; /* what of it words can find */
	size_t n_documents;
	uint64_t newest; /* its last message's time */
	unsigned n;
} lot;

static void choose(oc_call *c, const oc_rows *line, const oc_rows *r, lot *out)
{
	oc_buf ids = oc_buf_new(c->arena, 200), visitors = oc_buf_new(c->arena, 200);
	uint64_t messages = 0;

	*out = (lot){.mail = oc_cell_u64(line, 0, 0)};
	out->documents = oc_alloc(c->arena, sizeof(oc_document) * (LOT + 1));
	if (out->mail) {
		out->documents[out->n_documents++] = (oc_document){.mail = out->mail, .at = oc_cell_u64(line, 0, 1)};
	}
	for (unsigned i = 0; i < r->rows && i < LOT && (i == 0 || messages < LOT_MESSAGES); i++) {
		oc_str visitor = oc_cell(r, i, 2);

		out->conversation[i] = oc_cell_u64(r, i, 0);
		oc_put_listed(&ids, out->conversation[i]);
		oc_puts(&visitors, i ? ",x'" : "x'");
		oc_put_hex(&visitors, visitor.p, visitor.n);
		oc_puts(&visitors, "'");
		messages += oc_cell_u64(r, i, 1);
		out->documents[out->n_documents++] = (oc_document){.conversation = oc_cell_u64(r, i, 0), .at = oc_cell_u64(r, i, 3)};
		if (oc_cell_u64(r, i, 4) > out->newest) {
			out->newest = oc_cell_u64(r, i, 4);
		}
		out->n++;
	}
	out->more = out->n < r->rows;
	out->ids = oc_buf_str(&ids);
	out->visitors = oc_buf_str(&visitors);
}

/* What is kept beside conversations and names their visitors. */
static void forget(oc_sql *s, const lot *l)
{
	uint64_t shop = s->chat->shop;

	oc_sql_add(s, "DELETE FROM %T WHERE shop = %u AND actor IN (%s)", "outcome", shop, l->visitors.p);
	oc_sql_add(s, "DELETE FROM %T WHERE shop = %u AND what = 1 AND subject IN (%s)", "block", shop, l->visitors.p);
	oc_sql_add(s, "DELETE FROM %T WHERE conversation IN (%s)", "block", l->ids.p);
}

static void remove_conversations(oc_sql *s, uint64_t thread, const lot *l, bool person)
{
	if (person) {
		forget(s, l);
	}
	oc_sql_add(s, "DELETE FROM %T WHERE conversation IN (%s)", "message", l->ids.p);
	oc_sql_add(s, "DELETE FROM %T WHERE conversation IN (%s)", "assistant", l->ids.p);
	oc_sql_add(s, "DELETE FROM %T WHERE id IN (%s)", "conversation", l->ids.p);
	/* The line says what is left. Only where its newest goes is the next one looked for, among all there are. */
	oc_sql_add(s, "UPDATE %T SET conversations = IF(conversations > %u, conversations - %u, 0), last_text = IF(last_at > %u,"
		" last_text, COALESCE((SELECT LEFT(text, 1000) FROM %T WHERE conversation = (SELECT id FROM %T WHERE thread = %u AND"
		" status = 4 ORDER BY last_at DESC, id DESC LIMIT 1) AND author = 1 ORDER BY number DESC LIMIT 1), '')), last_at ="
		" IF(last_at > %u, last_at, COALESCE((SELECT MAX(last_at) FROM %T WHERE thread = %u AND status = 4), 0)) WHERE id = %u",
		"thread", (uint64_t)l->n, (uint64_t)l->n, l->newest, "message", "conversation", thread, l->newest, "conversation",
		thread, thread);
}

/* One transaction. Its row is locked first: whoever begins a conversation in the line waits for it, or is seen. Along the
 * key that has them in order: another one would be read, locked and sorted as a whole for each lot. */
static bool remove_lot(oc_db *db, const oc_removal *what, lot *out)
{
	uint64_t shop = db->call->chat->shop;
	oc_sql s = oc_sql_new(db->call);
	oc_str only = what->conversation ? oc_format(db->call->arena, " AND id = %llu", (unsigned long long)what->conversation)
		: OC_STR("");
	oc_rows *r;
	unsigned n;

	oc_sql_add(&s, "START TRANSACTION");
	oc_sql_add(&s, "SELECT t.mail, m.at DIV 1000000 FROM %T t LEFT JOIN %T m ON m.id = t.mail WHERE t.id = %u AND t.shop = %u"
		" FOR UPDATE", "thread", "mail", what->thread, shop);
	oc_sql_add(&s, "SELECT id, last_number, visitor, last_at DIV 1000000, last_at FROM %T FORCE INDEX (thread) WHERE thread = %u AND"
		" shop = %u AND status = 4%s ORDER BY id LIMIT %u FOR UPDATE", "conversation", what->thread, shop, only.p, (uint64_t)LOT + 1);
	db->in_transaction = true;
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	*out = (lot){0};
	if (r[1].rows) {
		choose(db->call, &r[1], &r[2], out);
		if (!oc_digest_undo(db, out->documents, out->n_documents)) {
			return false;
		}
		if (out->n) {
			remove_conversations(&s, what->thread, out, what->person);
		}
		if (out->mail) {
			oc_sql_add(&s, "DELETE FROM %T WHERE id = %u AND shop = %u", "mail", out->mail, shop);
		}
		if (!out->more) {
			oc_sql_add(&s, "DELETE FROM %T WHERE id = %u AND NOT EXISTS (SELECT 1 FROM %T WHERE thread = %u)", "thread",
				what->thread, "conversation", what->thread);
		}
	}
	oc_sql_add(&s, "COMMIT");
	db->sent_commit = true;
	n = s.statements;
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	/* The line's own statement stands before COMMIT. */
	out->gone = n > 1 && !out->more && r[n - 2].affected > 0;
	db->in_transaction = db->sent_commit = false;
	return true;
}

/* What a lot needs, its words above all, is given back after it. */
static bool remove_lot_again(oc_call *c, const oc_removal *what, lot *out)
{
	oc_arena own = {0};
	oc_call one = *c;
	bool ok = false, again = true;

	one.arena = &own;
	for (int i = 0; i < TRIES && !ok && again; i++) {
		oc_db db;

		*c->error = (oc_error){0};
		if (!oc_db_open(&one, &db)) {
			break;
		}
		ok = remove_lot(&db, what, out);
		again = !ok && oc_db_retry(&db);
		oc_db_close(&db);
		/* What retention takes alone is older than anything in Redis. */
		if (ok && !what->conversation) {
			oc_forget_conversations(&one, out->conversation, out->n);
		}
		oc_arena_reset(&own);
	}
	oc_arena_free(&own);
	return ok;
}

bool oc_line_remove(oc_call *c, const oc_removal *what, bool *gone)
{
	lot l = {.more = true};

	while (l.more) {
		if (!remove_lot_again(c, what, &l)) {
			return false;
		}
	}
	if (gone) {
		*gone = l.gone;
	}
	return true;
}

typedef struct {
	uint64_t thread;
	bool open;
} arguments;

static void reads(oc_tx *tx, void *in)
{
	const arguments *a = in;

	oc_sql_add(&tx->sql, "SELECT " OC_CONVERSATION_COLUMNS " FROM %T c WHERE c.thread = %u AND c.shop = %u AND c.status IN (1,"
		" 2, 3) ORDER BY c.status, c.id LIMIT %u FOR UPDATE", "assistant", "conversation", a->thread,
		(uint64_t)tx->call->chat->shop, (uint64_t)OC_ARCHIVE_MOST);
}

/* What ended goes from the board it stands on. Nobody's stands on whoever's signs off first: on everybody's. */
static bool archive_act(oc_tx *tx, void *in)
{
	const oc_rows *r = &tx->read[0];
	arguments *a = in;
	oc_tx_conversation *list = oc_alloc(tx->call->arena, sizeof *list * (r->rows + 1));

	/* Open ones come first. */
	for (unsigned i = 0; i < r->rows; i++) {
		oc_tx_conversation_row(r, i, 0, &list[i]);
		if (list[i].status != OC_FINISHED) {
			a->open = true;
			return true;
		}
	}
	for (unsigned i = 0; i < r->rows; i++) {
		oc_tx_board(tx, list[i].operator_id);
		tx->tell.queue_changed |= list[i].operator_id == 0;
	}
	oc_tx_archive(tx, list, r->rows);
	tx->out.number = r->rows;
	return true;
}

bool oc_line_archive(oc_call *c, const oc_identity *who, uint64_t thread, bool *open)
{
	arguments a = {thread, false};
	oc_placement done;

	do {
		if (!oc_tx_run(c, who, 0, (oc_once){0}, &(oc_tx_plan){reads, archive_act}, &a, &done)) {
			return false;
		}
	} while (!a.open && done.number == OC_ARCHIVE_MOST);
	*open = a.open;
	return true;
}

/* Of each line the open conversations count before those that only ended. */
bool oc_line_look(oc_call *c, const oc_identity *who, uint64_t thread, bool *open, bool *ended)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT MIN(status) FROM %T WHERE thread = %u AND shop = %u AND status < 4", "conversation", thread,
		(uint64_t)c->chat->shop);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	*ended = oc_cell_u64(&r[0], 0, 0) == OC_FINISHED;
	*open = oc_cell_u64(&r[0], 0, 0) && !*ended;
	return true;
}

bool oc_history_delete(oc_call *c, const oc_identity *who, const uint64_t *threads, size_t n, uint64_t *refused,
	size_t *n_refused)
{
	*n_refused = 0;
	for (size_t i = 0; i < n; i++) {
		bool open, ended;

		if (!oc_line_look(c, who, threads[i], &open, &ended) || (ended && !oc_line_archive(c, who, threads[i], &open))) {
			return false;
		}
		if (open) {
			refused[(*n_refused)++] = threads[i];
		} else if (!oc_line_remove(c, &(oc_removal){.thread = threads[i]}, NULL)) {
			return false;
		}
	}
	return true;
}
