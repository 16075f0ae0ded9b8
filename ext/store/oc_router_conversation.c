/* Changes of a conversation's hands: take, transfer, end, reopen. */
#include "store/oc_tx.h"

#include "store/oc_tx_parts.h"

void oc_tx_place(oc_tx *tx, const oc_tx_conversation *conv, const oc_tx_operator *owner, oc_outcome outcome)
{
	oc_placement *p = &tx->out;

	p->outcome = outcome;
	p->conversation = conv->id;
	p->status = conv->status;
	p->operator_id = conv->operator_id;
	p->operator_name = conv->operator_id && owner ? owner->name : (oc_str){NULL, 0};
	/* Who has just begun to wait stands last; readers get their exact place from the conversation. */
	p->position = conv->status == OC_WAITING ? tx->shop.n.waiting : 0;
}

void oc_tx_conflict(oc_tx *tx, const oc_tx_conversation *conv, const oc_tx_operator *owner)
{
	oc_tx_place(tx, conv, owner, conv->status == OC_ARCHIVED ? OC_IS_ARCHIVED : OC_CONFLICT);
}

bool oc_tx_may_reach(oc_tx *tx, const oc_tx_conversation *conv)
{
	if (tx->who->role == OC_OPERATOR || oc_str_eq(conv->visitor, tx->actor)) {
		return true;
	}
	return oc_fail(tx->call->error, OC_E_DENIED, "conversation", "conversation: number %llu is not yours",
		(unsigned long long)conv->id);
}

bool oc_tx_me(oc_tx *tx, oc_tx_operator *me)
{
	if (!oc_tx_operator_read(tx, (uint32_t)tx->who->id, me)) {
		return false;
	}
	if (!me->known || !me->online) {
		return oc_fail(tx->call->error, OC_E_DENIED, "operator", "operator: go online first");
	}
	/* Places that come back with the operator are first for those who wait. */
	return me->away_stage == 0
		|| (oc_tx_back(tx, me) && oc_tx_drain(tx) && oc_tx_operator_read(tx, (uint32_t)tx->who->id, me));
}

void oc_hands_reads(oc_tx *tx, void *in)
{
	const oc_hands *a = in;

	oc_tx_conversation_select(tx, a->conversation);
	if (tx->who->role == OC_OPERATOR) {
		oc_tx_operator_select(tx, (uint32_t)tx->who->id);
		oc_tx_operator_select(tx, a->operator_id);
	}
}

bool oc_hands_found(oc_tx *tx, const oc_hands *a, oc_tx_conversation *conv, oc_tx_operator *owner, oc_tx_operator *me)
{
	uint32_t id = (uint32_t)tx->who->id;

	if (tx->who->role == OC_OPERATOR) {
		oc_tx_operator_found(&tx->read[1], id, me);
		if (me->away_stage) {
			/* Who asks is here again: their places are first for those who wait, and rows read along change. */
			if (!oc_tx_back(tx, me) || !oc_tx_drain(tx) || !oc_tx_read_again(tx)) {
				return false;
			}
			oc_tx_operator_found(&tx->read[1], id, me);
		}
		if (!me->known || !me->online) {
			return oc_fail(tx->call->error, OC_E_DENIED, "operator", "operator: go online first");
		}
	}
	return oc_tx_conversation_found(tx, &tx->read[0], a->conversation, conv, owner) && oc_tx_may_reach(tx, conv);
}

/* Moving it costs a free place only where the operator who gives it does not get one back. */
static bool colleague_has_place(const oc_tx *tx, const oc_tx_operator *from, const oc_tx_operator *to)
{
	oc_tx_operator after = *from;
	uint32_t back;

	after.load--;
	back = oc_tx_free(&after) - oc_tx_free(from);
	return to->load < to->capacity && tx->shop.n.holds < tx->shop.n.free + back;
}

/* A supervisor takes over what a colleague has. */
static void take_over(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *owner, oc_tx_operator *me)
{
	if (!colleague_has_place(tx, owner, me)) {
		oc_tx_place(tx, conv, owner, OC_FULL);
		tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"take", "capacity", OC_FULL, conv,
			.operator_before = owner->id, .operator_id = owner->id});
		return;
	}
	oc_tx_unassign(tx, conv, owner);
	oc_tx_assign(tx, conv, me);
	oc_tx_place(tx, conv, me, OC_ASSIGNED);
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"take", "supervisor", OC_ASSIGNED, conv,
		.operator_before = owner->id, .operator_id = me->id});
}

static bool take_act(oc_tx *tx, void *in)
{
	oc_hands *a = in;
	oc_tx_conversation conv;
	oc_tx_operator owner, me;

	if (!oc_hands_found(tx, a, &conv, &owner, &me)) {
		return false;
	}
	if (conv.status == OC_ONGOING && tx->who->supervisor && conv.operator_id != me.id) {
		take_over(tx, &conv, &owner, &me);
		return true;
	}
	if (!oc_may(conv.status, OC_EV_TAKE)) {
		oc_tx_conflict(tx, &conv, &owner);
		return true;
	}
	if (me.load >= me.capacity || !oc_place(&tx->shop.n, false)) {
		oc_tx_place(tx, &conv, NULL, OC_FULL);
		tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"take", me.load >= me.capacity ? "capacity" : "no_place",
			OC_FULL, &conv});
		return true;
	}
	oc_tx_assign(tx, &conv, &me);
	oc_tx_place(tx, &conv, &me, OC_ASSIGNED);
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"take", "asked", OC_ASSIGNED, &conv, .operator_id = me.id});
	return true;
}

bool oc_router_take(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_placement *out)
{
	oc_hands a = {.conversation = conversation};

	return oc_tx_run(c, who, OC_ACT_TAKE, once, &(oc_tx_plan){oc_hands_reads, take_act}, &a, out);
}

static bool transfer_act(oc_tx *tx, void *in)
{
	oc_hands *a = in;
	oc_tx_conversation conv;
	oc_tx_operator owner, me, to;

	if (!oc_hands_found(tx, a, &conv, &owner, &me)) {
		return false;
	}
	oc_tx_operator_found(&tx->read[2], a->operator_id, &to);
	if (!oc_may(conv.status, OC_EV_TRANSFER) || conv.operator_id == to.id
		|| (conv.operator_id != me.id && !tx->who->supervisor)) {
		oc_tx_conflict(tx, &conv, &owner);
		return true;
	}
	if (!to.known || !to.online || to.away_stage || !colleague_has_place(tx, &owner, &to)) {
		bool here = to.known && to.online && to.away_stage == 0;

		oc_tx_place(tx, &conv, &owner, here ? OC_FULL : OC_CLOSED);
		tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"transfer", here ? "capacity" : "not_here", tx->out.outcome,
			&conv, .operator_before = owner.id, .operator_id = owner.id});
		return true;
	}
	oc_tx_unassign(tx, &conv, &owner);
	oc_tx_assign(tx, &conv, &to);
	if (a->note.n) {
		oc_tx_message(tx, &conv, &to, OC_BY_NOTE, me.name, a->note);
		tx->out.number = conv.last_number;
	}
	oc_tx_place(tx, &conv, &to, OC_ASSIGNED);
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"transfer", "asked", OC_ASSIGNED, &conv,
		.operator_before = owner.id, .operator_id = to.id});
	return true;
}

bool oc_router_transfer(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, uint32_t operator_id,
	oc_str note, oc_placement *out)
{
	oc_hands a = {conversation, operator_id, note};

	if (operator_id == who->id) {
		return oc_fail(c->error, OC_E_INVALID, "operator", "operator: must be a colleague, not yourself");
	}
	return oc_tx_run(c, who, OC_ACT_TRANSFER, once, &(oc_tx_plan){oc_hands_reads, transfer_act}, &a, out);
}

static bool end_act(oc_tx *tx, void *in)
{
	oc_hands *a = in;
	oc_tx_conversation conv;
	oc_tx_operator owner, me;

	if (!oc_hands_found(tx, a, &conv, &owner, &me)) {
		return false;
	}
	if (!oc_may(conv.status, OC_EV_END)
		|| (tx->who->role == OC_OPERATOR && conv.status == OC_ONGOING && conv.operator_id != me.id
			&& !tx->who->supervisor)) {
		oc_tx_conflict(tx, &conv, &owner);
		return true;
	}
	oc_tx_finish(tx, &conv, &owner);
	oc_tx_place(tx, &conv, &owner, OC_DONE);
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"end", "asked", OC_DONE, &conv,
		.operator_before = conv.operator_id});
	return true;
}

bool oc_router_end(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_placement *out)
{
	oc_hands a = {.conversation = conversation};

	return oc_tx_run(c, who, OC_ACT_END, once, &(oc_tx_plan){oc_hands_reads, end_act}, &a, out);
}

/* Whether the visitor has opened another conversation since: one at a time. */
static bool has_open(oc_tx *tx, oc_str visitor, bool *open, bool *own_hold)
{
	unsigned first = oc_tx_reads(tx);
	uint64_t shop = tx->call->chat->shop;
	oc_rows *r;

	oc_sql_add(&tx->sql, "SELECT 1 FROM %T WHERE shop = %u AND visitor = %b AND status IN (1, 2) LIMIT 1", "conversation",
		shop, visitor);
	oc_sql_add(&tx->sql, "SELECT 1 FROM %T WHERE shop = %u AND visitor = %b", "hold", shop, visitor);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	*open = r[0].rows > 0;
	*own_hold = r[1].rows > 0;
	return true;
}

/* Who gets it: the same operator if there is a place with them, else as a start. */
static bool choose_for_reopen(oc_tx *tx, const oc_tx_conversation *conv, const oc_tx_operator *owner, bool own_hold,
	bool only_same, oc_choice *to)
{
	oc_wish wish = oc_wish_of(conv);

	*to = (oc_choice){.rule = "no_place"};
	if (!oc_place(&tx->shop.n, own_hold)) {
		return true;
	}
	if (oc_tx_free(owner)) {
		to->found = true;
		to->operator = *owner;
		to->rule = "same_operator";
		return true;
	}
	if (only_same) {
		to->rule = "capacity";
		return true;
	}
	if (!oc_tx_choose(tx, &wish, to)) {
		return false;
	}
	to->rule = to->found ? to->rule : "no_place";
	return true;
}

bool oc_tx_reopen(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *owner, bool only_same, bool *reopened)
{
	bool open, own_hold;
	oc_choice to;
	oc_outcome outcome;
	uint32_t before = conv->operator_id;

	*reopened = false;
	if (!has_open(tx, conv->visitor, &open, &own_hold)) {
		return false;
	}
	if (!oc_may(conv->status, OC_EV_REOPEN) || open) {
		oc_tx_conflict(tx, conv, owner);
		return true;
	}
	if (tx->shop.n.closed && !own_hold && tx->who->role != OC_OPERATOR) {
		oc_tx_place(tx, conv, owner, OC_CLOSED);
		tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"reopen", "hours", OC_CLOSED, conv,
			.operator_before = before, .operator_id = before, .actor = conv->visitor});
		return true;
	}
	if (!choose_for_reopen(tx, conv, owner, own_hold, only_same, &to)) {
		return false;
	}
	outcome = to.found ? OC_ASSIGNED : only_same ? OC_FULL : oc_no_place(&tx->shop.n);
	if (outcome == OC_FULL || outcome == OC_CLOSED) {
		oc_tx_place(tx, conv, owner, outcome);
		tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"reopen", to.rule, outcome, conv,
			.operator_before = before, .operator_id = before, .candidates = to.log, .actor = conv->visitor});
		return true;
	}
	if (own_hold) {
		oc_sql_add(&tx->sql, "DELETE FROM %T WHERE shop = %u AND visitor = %b", "hold", (uint64_t)tx->call->chat->shop,
			conv->visitor);
		tx->shop.n.holds--;
	}
	if (to.found) {
		oc_tx_assign(tx, conv, &to.operator);
		*owner = to.operator;
	} else {
		oc_tx_wait(tx, conv, tx->now);
		to.rule = "queue";
	}
	oc_tx_board(tx, before);
	oc_tx_place(tx, conv, &to.operator, outcome);
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"reopen", to.rule, outcome, conv, .operator_before = before,
		.operator_id = to.operator.id, .candidates = to.log, .detail = own_hold ? OC_STR("hold") : (oc_str){NULL, 0},
		.actor = conv->visitor});
	*reopened = true;
	return true;
}

static bool reopen_act(oc_tx *tx, void *in)
{
	oc_hands *a = in;
	oc_tx_conversation conv;
	oc_tx_operator owner, me;
	bool reopened;

	if (!oc_hands_found(tx, a, &conv, &owner, &me)) {
		return false;
	}
	/* An operator may reopen their own, while the visitor is still on the site (G17). */
	if (tx->who->role == OC_OPERATOR && ((conv.operator_id && conv.operator_id != me.id) || a->visitor_left)) {
		oc_tx_conflict(tx, &conv, &owner);
		return true;
	}
	return (tx->who->role == OC_OPERATOR || oc_tx_not_blocked(tx, conv.id))
		&& oc_tx_reopen(tx, &conv, &owner, false, &reopened);
}

bool oc_router_reopen(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_placement *out)
{
	oc_hands a = {.conversation = conversation};
	int here = 1;

	/* Asked before the lock is taken. What Redis does not know is no reason to refuse. */
	if (who->role == OC_OPERATOR) {
		a.visitor_left = oc_here(c, &conversation, 1, &here) && here == 0;
		*c->error = (oc_error){0};
	}
	return oc_tx_run(c, who, OC_ACT_REOPEN, once, &(oc_tx_plan){oc_hands_reads, reopen_act}, &a, out);
}
