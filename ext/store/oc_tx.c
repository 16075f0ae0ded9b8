/* The life of a routing transaction: lock, replay, act, commit, tell. */
#include "store/oc_tx.h"

#include "store/oc_answer.h"

#include <string.h>

#define TRIES 4 /* the first, and three after dead-locks or lock waits */

unsigned oc_tx_reads(oc_tx *tx)
{
	return tx->sql.statements;
}

bool oc_tx_send(oc_tx *tx, unsigned first_read, oc_rows **reads)
{
	oc_rows *all;

	if (!oc_db_run(&tx->db, &tx->sql, &all)) {
		return false;
	}
	if (reads) {
		*reads = all + first_read;
	}
	return true;
}

bool oc_tx_read_again(oc_tx *tx)
{
	unsigned first = oc_tx_reads(tx);

	if (!tx->plan->reads) {
		return true;
	}
	tx->plan->reads(tx, tx->arguments);
	return oc_tx_send(tx, first, &tx->read);
}

/* The shop's row is made with its defaults when it is first needed. */
static bool make_shop(oc_tx *tx)
{
	oc_sql s = oc_sql_new(tx->call);

	oc_sql_add(&s, "INSERT IGNORE INTO %T (id, settings) VALUES (%u, '{}')", "shop", (uint64_t)tx->call->chat->shop);
	return oc_db_run(&tx->db, &s, NULL);
}

/* Locks the shop's row. *answer is the former answer to this key, or has no rows. */
static bool begin(oc_tx *tx, oc_rows *answer)
{
	uint64_t shop = tx->call->chat->shop;
	unsigned plan_reads;
	oc_rows *r;

	*answer = (oc_rows){0};
	for (int made = 0;; made++) {
		oc_sql_add(&tx->sql, "START TRANSACTION");
		oc_sql_add(&tx->sql, "SELECT " OC_SHOP_COLUMNS " FROM %T WHERE id = %u FOR UPDATE", "shop", shop);
		if (tx->action) {
			oc_answer_select(&tx->sql, tx->actor, tx->action, tx->once);
		}
		if (tx->who) {
			oc_revocation_select(&tx->sql, tx->who);
		}
		plan_reads = oc_tx_reads(tx);
		if (tx->plan->reads) {
			tx->plan->reads(tx, tx->arguments);
		}
		tx->db.in_transaction = true;
		if (!oc_db_run(&tx->db, &tx->sql, &r)) {
			return false;
		}
		tx->read = r + plan_reads;
		if (r[1].rows == 1) {
			break;
		}
		if (made || !oc_db_rollback(&tx->db) || !make_shop(tx)) {
			return made ? oc_fail(tx->call->error, OC_E_SCHEMA, "schema", "MySQL: the shop has no row") : false;
		}
	}
	if (tx->who && !oc_revocation_pass(tx->call, &r[tx->action ? 3 : 2])) {
		return false;
	}
	oc_shop_row(&r[1], &tx->shop);
	tx->now = oc_db_time(&tx->db);
	if (tx->now <= tx->shop.clock) {
		tx->now = tx->shop.clock + 1;
	}
	if (tx->action) {
		*answer = r[2];
	}
	return oc_shop_hours(tx->call, tx->now, &tx->shop);
}

static void put_shop(oc_tx *tx)
{
	const oc_counts *n = &tx->shop.n;

	oc_sql_add(&tx->sql,
		"UPDATE %T SET ongoing = %u, waiting = %u, holds = %u, present = %u, free = %u, decision = %u, clock = %u,"
		" next_due = %u WHERE id = %u",
		"shop", (uint64_t)n->ongoing, (uint64_t)n->waiting, (uint64_t)n->holds, (uint64_t)n->present,
		(uint64_t)n->free, tx->shop.decision, tx->now, tx->shop.next_due, (uint64_t)tx->call->chat->shop);
}

static void tell_gate(oc_tx *tx)
{
	const oc_counts *n = &tx->shop.n;
	oc_tell *t = &tx->tell;

	t->decision = tx->shop.decision;
	t->maximum = n->maximum;
	t->ongoing = n->ongoing;
	t->waiting = n->waiting;
	t->holds = n->holds;
	t->free = n->free;
	t->present = n->present;
	t->queue = n->queue;
	t->queue_limit = n->queue_limit;
	t->outside = n->closed;
	t->opens = n->opens;
	t->offline_mode = tx->shop.settings.offline_mode;
	t->settings = tx->shop.settings.version;
}

/* Redis hears what was committed. It may be away: nothing depends on it. */
static void tell(oc_tx *tx)
{
	oc_error kept = *tx->call->error;

	tell_gate(tx);
	oc_tell_send(tx->call, &tx->tell);
	*tx->call->error = kept;
}

/* The same answer as the first time; the other side is told again, in case the first telling was lost. */
static bool replay(oc_tx *tx, const oc_rows *answer)
{
	oc_tx_conversation conv;
	oc_tx_operator owner;

	if (!oc_answer_same_body(answer, tx->once)) {
		return oc_fail(tx->call->error, OC_E_KEY, "key", "key: it was used for another request; make a new key");
	}
	if (!oc_answer_parse(oc_cell(answer, 0, 1), &tx->out)) {
		return oc_fail(tx->call->error, OC_E_SCHEMA, "schema", "MySQL: an answer stored by another version");
	}
	tx->out.repeated = true;
	if (tx->out.conversation && oc_tx_conversation_read(tx, tx->out.conversation, &conv, &owner)) {
		oc_tx_head(tx, &conv, &owner);
		oc_tx_board(tx, conv.operator_id);
		if (tx->out.status == OC_NO_STATUS) {
			tx->out.status = conv.status; /* a post in one batch does not know it when it writes its answer */
		}
	} else if (tx->call->error->cause == OC_E_NOT_FOUND) {
		*tx->call->error = (oc_error){0}; /* erased since: there is nobody left to tell */
	} else if (tx->call->error->cause != OC_OK) {
		return false;
	}
	if (!oc_db_rollback(&tx->db)) {
		return oc_fail(tx->call->error, OC_E_MYSQL, "mysql", "MySQL: the link was lost; nothing was written");
	}
	tell(tx);
	return true;
}

/* What who waits may expect, from the places freed in the last hour, this transaction's among them. */
static bool estimate(oc_tx *tx)
{
	uint64_t minute = oc_estimate_minute(tx->now / 1000), shop = tx->call->chat->shop;
	unsigned first;
	oc_rows *r;

	if (tx->freed) {
		oc_sql_add(&tx->sql, "INSERT INTO %T (shop, minute, places) VALUES (%u, %u, %u) ON DUPLICATE KEY UPDATE places ="
			" places + VALUES(places)", "freed", shop, minute, (uint64_t)tx->freed);
	}
	if (tx->out.position == 0) {
		return true;
	}
	first = oc_tx_reads(tx);
	oc_sql_add(&tx->sql, "SELECT SUM(places), MIN(minute) FROM %T WHERE shop = %u AND minute > %u", "freed", shop,
		minute - OC_ESTIMATE_MINUTES);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	tx->out.estimate = oc_estimate(tx->out.position, oc_cell_u64(&r[0], 0, 0), oc_cell_u64(&r[0], 0, 1) * 60000,
		tx->now / 1000);
	return true;
}

static bool commit(oc_tx *tx)
{
	if (!estimate(tx)) {
		return false;
	}
	if (tx->action) {
		oc_answer_insert(&tx->sql, tx->actor, tx->action, tx->once, &tx->out, tx->now);
	}
	put_shop(tx);
	oc_sql_add(&tx->sql, "COMMIT");
	tx->db.sent_commit = true;
	if (!oc_db_run(&tx->db, &tx->sql, NULL)) {
		return false;
	}
	tx->db.in_transaction = false;
	tx->db.sent_commit = false;
	return true;
}

/* Who waits comes before who arrives: places that expiring freed are filled before acting, and those that
 * acting freed after it. */
static bool attempt(oc_tx *tx, const oc_due *due)
{
	oc_rows answer;

	if (!begin(tx, &answer)) {
		return false;
	}
	if (answer.rows) {
		return replay(tx, &answer);
	}
	if (!oc_tx_expire(tx, due) || !oc_tx_drain(tx) || (tx->changes && !oc_tx_read_again(tx))
		|| !tx->plan->act(tx, tx->arguments) || !oc_tx_drain(tx) || !commit(tx)) {
		return false;
	}
	tell(tx);
	return true;
}

static void tx_init(oc_tx *tx, oc_call *c, const oc_identity *who, oc_action action, oc_once once)
{
	*tx = (oc_tx){.call = c, .who = who, .action = action, .once = once};
	tx->actor = who ? oc_actor(c->arena, who) : OC_STR("shop");
	tx->sql = oc_sql_new(c);
}

bool oc_tx_run(oc_call *c, const oc_identity *who, oc_action action, oc_once once, const oc_tx_plan *plan,
	void *arguments, oc_placement *out)
{
	oc_due due = {0};
	oc_tx tx;
	bool ok = false;

	/* Before the lock: no Redis call while one is held. Without Redis nobody is found gone. */
	if (!oc_due_ask(c, OC_EXPIRE_MOST, &due)) {
		due = (oc_due){0};
	}
	for (int i = 0; i < TRIES && !ok; i++) {
		*c->error = (oc_error){0};
		tx_init(&tx, c, who, action, once);
		if (!oc_db_open(c, &tx.db)) {
			return false;
		}
		tx.plan = plan;
		tx.arguments = arguments;
		ok = attempt(&tx, &due);
		oc_db_close(&tx.db);
		if (!ok && !oc_db_retry(&tx.db)) {
			return false;
		}
	}
	if (!ok) {
		return false;
	}
	if (out) {
		*out = tx.out;
		out->changes = tx.changes;
	}
	if (due.seed || tx.reseed) {
		oc_seed_clocks(c, due.seed == 1);
	}
	return true;
}
