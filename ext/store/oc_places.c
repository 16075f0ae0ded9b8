/* Filling places from the queue, and giving away what an operator leaves. */
#include "store/oc_tx.h"

/* A new owner for a conversation that has a place in the shop already: free capacity beyond the holds. */
static bool colleague(oc_tx *tx, const oc_tx_conversation *conv, oc_choice *out)
{
	oc_wish wish = oc_wish_of(conv);

	if (!oc_tx_choose(tx, &wish, out)) {
		return false;
	}
	out->found = out->found && tx->shop.n.holds < tx->shop.n.free;
	return true;
}

static bool drain_one(oc_tx *tx, bool *done)
{
	unsigned first = oc_tx_reads(tx);
	bool wishes = tx->shop.settings.prefer_known || tx->shop.settings.prefer_language;
	oc_tx_conversation conv;
	oc_wish wish = {0};
	oc_choice chosen;
	oc_rows *r;

	oc_sql_add(&tx->sql, "SELECT " OC_CONVERSATION_COLUMNS " FROM %T c WHERE c.shop = %u AND c.status = 1"
		" ORDER BY c.waiting_since, c.id LIMIT 1 FOR UPDATE", "assistant", "conversation", (uint64_t)tx->call->chat->shop);
	oc_choice_select(tx, &wish);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	oc_choice_found(tx, &r[1], &chosen);
	*done = !chosen.found || r[0].rows == 0;
	if (*done) {
		return true;
	}
	oc_tx_conversation_row(&r[0], 0, 0, &conv);
	wish = oc_wish_of(&conv);
	/* Who is first is settled; a preference only says with whom. */
	if (wishes && !oc_tx_choose(tx, &wish, &chosen)) {
		return false;
	}
	oc_tx_assign(tx, &conv, &chosen.operator);
	oc_tx_decide(tx, &(oc_tx_decision){"drain", chosen.rule, OC_ASSIGNED, &conv, .operator_id = chosen.operator.id,
		.candidates = chosen.log, .actor = conv.visitor});
	return true;
}

bool oc_tx_drain(oc_tx *tx)
{
	bool done = false;

	for (int i = 0; i < OC_EXPIRE_MOST && !done && tx->shop.n.waiting && oc_place(&tx->shop.n, false); i++) {
		if (!drain_one(tx, &done)) {
			return false;
		}
	}
	return true;
}

bool oc_tx_hand_over(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *from, const char *event, bool *placed)
{
	oc_choice to;

	if (!colleague(tx, conv, &to)) {
		return false;
	}
	*placed = to.found;
	if (*placed) {
		oc_tx_alone(tx, conv);
		oc_tx_unassign(tx, conv, from);
		oc_tx_assign(tx, conv, &to.operator);
		oc_tx_decide(tx, &(oc_tx_decision){event, to.rule, OC_ASSIGNED, conv, .operator_before = from->id,
			.operator_id = to.operator.id, .candidates = to.log});
	} else if (tx->shop.n.queue) {
		oc_tx_alone(tx, conv);
		oc_tx_unassign(tx, conv, from);
		/* Who had been served comes before who never was: the place in the queue is by their start. */
		oc_tx_wait(tx, conv, conv->started_at);
		oc_tx_decide(tx, &(oc_tx_decision){event, "queue", OC_QUEUED, conv, .operator_before = from->id,
			.candidates = to.log, .detail = oc_format(tx->call->arena, "%llu", (unsigned long long)conv->waiting_since)});
		*placed = true;
	}
	return true;
}

static bool own_conversations(oc_tx *tx, uint32_t operator_id, oc_rows *ongoing, oc_rows *finished)
{
	unsigned first = oc_tx_reads(tx);
	uint64_t shop = tx->call->chat->shop;
	oc_rows *r;

	oc_sql_add(&tx->sql, "SELECT " OC_CONVERSATION_COLUMNS " FROM %T c WHERE c.shop = %u AND c.operator = %u AND c.status"
		" = 2 ORDER BY c.id FOR UPDATE", "assistant", "conversation", shop, (uint64_t)operator_id);
	oc_tx_finished_select(tx, operator_id, true);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	*ongoing = r[0];
	*finished = r[1];
	return true;
}

static bool leave_one(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *o, oc_signoff mode, bool stay, const char *event)
{
	bool placed = false;

	if (mode == OC_HAND_OVER && !oc_tx_hand_over(tx, conv, o, event, &placed)) {
		return false;
	}
	if (placed) {
		return true;
	}
	if (stay) {
		/* Nobody else: it stays, and the visitor is told that the operator is away. */
		conv->revision++;
		oc_sql_add(&tx->sql, "UPDATE %T SET revision = revision + 1 WHERE id = %u", "conversation", conv->id);
		oc_tx_head(tx, conv, o);
		return true;
	}
	oc_tx_finish(tx, conv, o);
	oc_tx_decide(tx, &(oc_tx_decision){event, "end", OC_DONE, conv, .operator_before = o->id});
	oc_tx_archive(tx, conv, 1);
	return true;
}

/* away_over: away for five minutes, conversations handed on, still online. Everything else goes offline. */
bool oc_tx_sign_off(oc_tx *tx, oc_tx_operator *o, oc_signoff mode, const char *event)
{
	bool stay = event[0] == 'a' && mode == OC_HAND_OVER;
	uint64_t shop = tx->call->chat->shop;
	oc_rows ongoing, finished;

	if (!own_conversations(tx, o->id, &ongoing, &finished)) {
		return false;
	}
	if (o->online && o->away_stage == 0) {
		tx->shop.n.free -= oc_tx_free(o);
		tx->shop.n.present--;
	}
	if (stay) {
		o->away_stage = 2;
		oc_sql_add(&tx->sql, "UPDATE %T SET away_stage = 2 WHERE shop = %u AND id = %u", "operator", shop, (uint64_t)o->id);
		oc_tx_speaks(tx, o);
	} else {
		o->online = false;
		o->away_stage = 0;
		oc_sql_add(&tx->sql, "UPDATE %T SET online = 0, away_stage = 0, away_since = NULL WHERE shop = %u AND id = %u",
			"operator", shop, (uint64_t)o->id);
		oc_tx_speaks(tx, o);
		oc_tx_presence(tx, o->id, '-');
	}
	oc_tx_decide(tx, &(oc_tx_decision){event, stay ? "away" : "offline", OC_DONE, .operator_before = o->id});
	for (unsigned i = 0; i < ongoing.rows; i++) {
		oc_tx_conversation conv;

		oc_tx_conversation_row(&ongoing, i, 0, &conv);
		if (!leave_one(tx, &conv, o, mode, stay, event)) {
			return false;
		}
	}
	if (!stay) {
		oc_tx_archive_all(tx, &finished);
		if (!oc_tx_leave_all(tx, o->id)) {
			return false;
		}
	}
	oc_tx_board(tx, o->id);
	return true;
}

/* Their visitors had been told that the operator is away. */
static bool tell_back(oc_tx *tx, oc_tx_operator *o)
{
	oc_rows ongoing, finished;

	if (!own_conversations(tx, o->id, &ongoing, &finished)) {
		return false;
	}
	for (unsigned i = 0; i < ongoing.rows; i++) {
		oc_tx_conversation conv;

		oc_tx_conversation_row(&ongoing, i, 0, &conv);
		conv.revision++;
		oc_sql_add(&tx->sql, "UPDATE %T SET revision = revision + 1 WHERE id = %u", "conversation", conv.id);
		oc_tx_head(tx, &conv, o);
	}
	return true;
}

bool oc_tx_back(oc_tx *tx, oc_tx_operator *o)
{
	bool told = o->away_stage == 2;

	o->away_stage = 0;
	tx->shop.n.present++;
	tx->shop.n.free += oc_tx_free(o);
	oc_sql_add(&tx->sql, "UPDATE %T SET away_stage = 0, away_since = NULL WHERE shop = %u AND id = %u", "operator",
		(uint64_t)tx->call->chat->shop, (uint64_t)o->id);
	oc_tx_speaks(tx, o);
	oc_tx_presence(tx, o->id, '+');
	oc_tx_board(tx, o->id);
	oc_tx_decide(tx, &(oc_tx_decision){"back", "here", OC_DONE, .operator_id = o->id});
	return !told || tell_back(tx, o);
}
