/* What every routing transaction does first: expire what is due. Redis says who has gone silent, MySQL
 * whether that changes anything. */
#include "store/oc_tx.h"

#include "store/oc_answer.h"
#include "store/oc_clocks.h"

#define AWAY_HAND_OVER (300 * US_PER_S)
#define AWAY_SIGN_OFF (900 * US_PER_S)

static bool expire_holds(oc_tx *tx, const oc_rows *r)
{
	for (unsigned i = 0; i < r->rows; i++) {
		oc_sql_add(&tx->sql, "DELETE FROM %T WHERE shop = %u AND visitor = %b", "hold", (uint64_t)tx->call->chat->shop,
			oc_cell(r, i, 0));
		tx->shop.n.holds--;
		oc_tx_decide(tx, &(oc_tx_decision){"hold_end", "expired", OC_DONE, .actor = oc_cell(r, i, 0)});
	}
	return true;
}

static bool away_again(oc_tx *tx, const oc_rows *r)
{
	for (unsigned i = 0; i < r->rows; i++) {
		oc_tx_operator o;

		oc_tx_operator_row(r, i, 0, &o);
		if (o.away_since + AWAY_SIGN_OFF <= tx->now) {
			if (!oc_tx_sign_off(tx, &o, OC_END, "away_off")) {
				return false;
			}
		} else if (o.away_stage == 1 && !oc_tx_sign_off(tx, &o, OC_HAND_OVER, "away_over")) {
			return false;
		}
	}
	return true;
}

/* The next time something in these tables is due. */
static bool find_next_due(oc_tx *tx)
{
	uint64_t shop = tx->call->chat->shop, next = UINT64_MAX >> 1;
	unsigned first = oc_tx_reads(tx);
	oc_rows *r;

	oc_sql_add(&tx->sql, "SELECT MIN(until) FROM %T WHERE shop = %u", "hold", shop);
	oc_sql_add(&tx->sql, "SELECT MIN(away_since) FROM %T WHERE shop = %u AND away_stage = 1", "operator", shop);
	oc_sql_add(&tx->sql, "SELECT MIN(away_since) FROM %T WHERE shop = %u AND away_stage = 2", "operator", shop);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	for (unsigned i = 0; i < 3; i++) {
		static const uint64_t after[3] = {0, AWAY_HAND_OVER, AWAY_SIGN_OFF};
		uint64_t at = oc_cell_u64(&r[i], 0, 0);

		if (at && at + after[i] < next) {
			next = at + after[i];
		}
	}
	tx->shop.next_due = next;
	return true;
}

/* One operator of each kind: theirs may be a thousand conversations to hand on under the shop's lock. The next
 * transaction finds the next one due. */
static bool expire_tables(oc_tx *tx)
{
	uint64_t shop = tx->call->chat->shop;
	unsigned first = oc_tx_reads(tx);
	oc_rows *r;

	oc_sql_add(&tx->sql, "SELECT visitor FROM %T WHERE shop = %u AND until <= %u ORDER BY until LIMIT %u", "hold", shop,
		tx->now, (uint64_t)OC_EXPIRE_MOST);
	oc_sql_add(&tx->sql, "SELECT " OC_OPERATOR_COLUMNS " FROM %T o WHERE o.shop = %u AND o.away_stage = 1 AND o.away_since"
		" <= %u ORDER BY o.away_since LIMIT 1", "operator", shop, tx->now - AWAY_HAND_OVER);
	oc_sql_add(&tx->sql, "SELECT " OC_OPERATOR_COLUMNS " FROM %T o WHERE o.shop = %u AND o.away_stage = 2 AND o.away_since"
		" <= %u ORDER BY o.away_since LIMIT 1", "operator", shop, tx->now - AWAY_SIGN_OFF);
	return oc_tx_send(tx, first, &r) && expire_holds(tx, &r[0]) && away_again(tx, &r[1]) && away_again(tx, &r[2])
		&& find_next_due(tx);
}

/* No sign of the operator: no new conversations (design.md, transitions). */
static bool mark_away(oc_tx *tx, uint32_t id)
{
	oc_tx_operator o;

	if (!oc_tx_operator_read(tx, id, &o)) {
		return false;
	}
	if (!o.known || !o.online || o.away_stage) {
		oc_tx_presence(tx, id, o.known && o.online ? 'a' : '-');
		return true;
	}
	tx->shop.n.free -= oc_tx_free(&o);
	tx->shop.n.present--;
	o.away_stage = 1;
	o.away_since = tx->now;
	oc_sql_add(&tx->sql, "UPDATE %T SET away_stage = 1, away_since = %u WHERE shop = %u AND id = %u", "operator", tx->now,
		(uint64_t)tx->call->chat->shop, (uint64_t)id);
	oc_tx_speaks(tx, &o);
	if (tx->now + AWAY_HAND_OVER < tx->shop.next_due) {
		tx->shop.next_due = tx->now + AWAY_HAND_OVER;
	}
	oc_tx_presence(tx, id, 'a');
	oc_tx_decide(tx, &(oc_tx_decision){"away", "silent", OC_DONE, .operator_before = id});
	return true;
}

/* Redis forgets this one's clock. */
static void unwatch(oc_tx *tx, uint64_t id)
{
	tx->tell.closed = oc_grow(tx->call->arena, tx->tell.closed, tx->tell.n_closed, &tx->size_closed, sizeof(uint64_t));
	tx->tell.closed[tx->tell.n_closed++] = id;
}

static bool visitor_gone(oc_tx *tx, uint64_t id)
{
	oc_tx_conversation conv;
	oc_tx_operator owner;

	if (!oc_tx_conversation_read(tx, id, &conv, &owner)) {
		/* Erased meanwhile: nothing to end, and Redis may forget it. */
		if (tx->call->error->cause != OC_E_NOT_FOUND) {
			return false;
		}
		*tx->call->error = (oc_error){0};
		conv = (oc_tx_conversation){.id = id, .status = OC_ARCHIVED};
	}
	if (!oc_may(conv.status, OC_EV_GONE)) {
		unwatch(tx, id);
		return true;
	}
	oc_tx_finish(tx, &conv, &owner);
	oc_tx_decide(tx, &(oc_tx_decision){"gone", "silent", OC_DONE, &conv, .operator_before = conv.operator_id,
		.actor = conv.visitor});
	return true;
}

/* Those whose server cannot reach Redis say so here, each minute (oc_visitor_sign): their clocks start anew. */
static bool heard_of(oc_tx *tx, const oc_due *due, oc_rows *heard)
{
	oc_buf ids = oc_buf_new(tx->call->arena, 20 * due->n_conversations + 2);
	unsigned first = oc_tx_reads(tx);
	oc_rows *r;

	for (size_t i = 0; i < due->n_conversations; i++) {
		oc_put_listed(&ids, due->conversations[i]);
	}
	oc_sql_add(&tx->sql, "SELECT id FROM %T WHERE id IN (%s) AND shop = %u AND seen_at > %u AND status IN (1, 2)",
		"conversation", oc_buf_str(&ids).p, (uint64_t)tx->call->chat->shop, tx->now - OC_GONE_MS * UINT64_C(1000));
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	*heard = r[0];
	tx->reseed = heard->rows > 0;
	return true;
}

static bool is_among(const oc_rows *r, uint64_t id)
{
	for (unsigned i = 0; i < r->rows; i++) {
		if (oc_cell_u64(r, i, 0) == id) {
			return true;
		}
	}
	return false;
}

static bool visitors_gone(oc_tx *tx, const oc_due *due)
{
	oc_rows heard;

	if (due->n_conversations == 0) {
		return true;
	}
	if (!heard_of(tx, due, &heard)) {
		return false;
	}
	for (size_t i = 0; i < due->n_conversations; i++) {
		if (is_among(&heard, due->conversations[i])) {
			unwatch(tx, due->conversations[i]);
		} else if (!visitor_gone(tx, due->conversations[i])) {
			return false;
		}
	}
	return true;
}

bool oc_tx_expire(oc_tx *tx, const oc_due *due)
{
	if (tx->now >= tx->shop.next_due && !expire_tables(tx)) {
		return false;
	}
	for (size_t i = 0; i < due->n_operators; i++) {
		if (!mark_away(tx, due->operators[i])) {
			return false;
		}
	}
	return visitors_gone(tx, due);
}

void oc_seed_clocks(oc_call *c, bool fresh)
{
	uint64_t shop = c->chat->shop;
	oc_error kept = *c->error;
	oc_db db;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	if (oc_db_open(c, &db)) {
		oc_sql_add(&s, "SELECT id FROM %T WHERE shop = %u AND online = 1 AND away_stage = 0", "operator", shop);
		oc_sql_add(&s, "SELECT id FROM %T WHERE shop = %u AND status IN (1, 2)", "conversation", shop);
		if (oc_db_run(&db, &s, &r)) {
			uint32_t *operators = oc_alloc(c->arena, sizeof(uint32_t) * (r[0].rows + 1));
			uint64_t *conversations = oc_alloc(c->arena, sizeof(uint64_t) * (r[1].rows + 1));

			for (unsigned i = 0; i < r[0].rows; i++) {
				operators[i] = (uint32_t)oc_cell_u64(&r[0], i, 0);
			}
			for (unsigned i = 0; i < r[1].rows; i++) {
				conversations[i] = oc_cell_u64(&r[1], i, 0);
			}
			oc_clocks_seed(c, fresh, operators, r[0].rows, conversations, r[1].rows);
		}
		oc_db_close(&db);
	}
	/* Trying again is the next sweep's work: Redis still says that its clocks are missing. */
	*c->error = kept;
}
