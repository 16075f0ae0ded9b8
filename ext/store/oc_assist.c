/* Colleagues who look in on an ongoing conversation: they read and write, and take no place. */
#include "store/oc_tx.h"

#include "core/oc_text.h"
#include "store/oc_tx_parts.h"

bool oc_tx_assists(const oc_tx_conversation *conv, uint32_t operator_id)
{
	uint32_t list[OC_ASSISTANTS_MOST];
	size_t n = oc_ids_parse(conv->assistants, list, OC_ASSISTANTS_MOST);

	while (n && list[n - 1] != operator_id) {
		n--;
	}
	return n > 0;
}

/* The list without this one (0: without anybody), or with it. */
static oc_str changed_list(oc_tx *tx, oc_str list, uint32_t without, uint32_t with)
{
	uint32_t ids[OC_ASSISTANTS_MOST];
	size_t n = oc_ids_parse(list, ids, OC_ASSISTANTS_MOST);
	oc_buf b = oc_buf_new(tx->call->arena, 100);

	for (size_t i = 0; i < n; i++) {
		if (ids[i] != without) {
			oc_putf(&b, "%s%u", b.n ? "," : "", ids[i]);
		}
	}
	if (with) {
		oc_putf(&b, "%s%u", b.n ? "," : "", with);
	}
	return oc_buf_str(&b);
}

void oc_tx_alone(oc_tx *tx, oc_tx_conversation *conv)
{
	if (conv->assistants.n) {
		oc_sql_add(&tx->sql, "DELETE FROM %T WHERE conversation = %u", "assistant", conv->id);
		oc_tx_boards(tx, conv);
		conv->assistants = (oc_str){NULL, 0};
	}
}

void oc_tx_no_assistant(oc_tx *tx, oc_tx_conversation *conv, uint32_t operator_id)
{
	if (oc_tx_assists(conv, operator_id)) {
		oc_sql_add(&tx->sql, "DELETE FROM %T WHERE conversation = %u AND operator = %u", "assistant", conv->id,
			(uint64_t)operator_id);
		oc_tx_board(tx, operator_id);
		conv->assistants = changed_list(tx, conv->assistants, operator_id, 0);
	}
}

/* Redis hears by the revision who may type here. */
static void told(oc_tx *tx, oc_tx_conversation *conv, const oc_tx_operator *owner)
{
	conv->revision++;
	oc_sql_add(&tx->sql, "UPDATE %T SET revision = revision + 1 WHERE id = %u", "conversation", conv->id);
	oc_tx_head(tx, conv, owner);
}

static uint64_t decided(oc_tx *tx, const oc_tx_conversation *conv, const char *event, const char *rule, oc_outcome outcome,
	uint32_t assistant)
{
	return oc_tx_decide(tx, &(oc_tx_decision){event, rule, outcome, conv, .operator_before = conv->operator_id,
		.operator_id = conv->operator_id, .detail = oc_format(tx->call->arena, "%u", assistant)});
}

bool oc_tx_leave_all(oc_tx *tx, uint32_t operator_id)
{
	unsigned first = oc_tx_reads(tx);
	oc_rows *r, list;

	oc_sql_add(&tx->sql, "SELECT " OC_CONVERSATION_COLUMNS ", " OC_OPERATOR_COLUMNS " FROM %T l JOIN %T c ON c.id ="
		" l.conversation LEFT JOIN %T o ON o.shop = c.shop AND o.id = c.operator WHERE l.shop = %u AND l.operator = %u"
		" ORDER BY c.id FOR UPDATE", "assistant", "assistant", "conversation", "operator", (uint64_t)tx->call->chat->shop,
		(uint64_t)operator_id);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	list = r[0];
	for (unsigned i = 0; i < list.rows; i++) {
		oc_tx_conversation conv;
		oc_tx_operator owner;

		oc_tx_conversation_row(&list, i, 0, &conv);
		oc_tx_operator_row(&list, i, OC_CONVERSATION_N_COLUMNS, &owner);
		oc_tx_no_assistant(tx, &conv, operator_id);
		told(tx, &conv, &owner);
		decided(tx, &conv, "leave", "offline", OC_DONE, operator_id);
	}
	return true;
}

/* The owner asks, or a supervisor (for themselves, too). */
static bool may_invite(const oc_tx *tx, const oc_tx_conversation *conv, uint32_t asked)
{
	return conv->status == OC_ONGOING && conv->operator_id != asked && !oc_tx_assists(conv, asked)
		&& (conv->operator_id == tx->who->id || tx->who->supervisor);
}

static bool invite_act(oc_tx *tx, void *in)
{
	oc_hands *a = in;
	oc_tx_conversation conv;
	oc_tx_operator owner, me, asked;
	uint32_t ids[OC_ASSISTANTS_MOST];

	if (!oc_hands_found(tx, a, &conv, &owner, &me)) {
		return false;
	}
	oc_tx_operator_found(&tx->read[2], a->operator_id, &asked);
	if (!may_invite(tx, &conv, asked.id)) {
		oc_tx_conflict(tx, &conv, &owner);
		return true;
	}
	if (!asked.known || !asked.online || asked.away_stage) {
		oc_tx_place(tx, &conv, &owner, OC_CLOSED);
		tx->out.decision = decided(tx, &conv, "invite", "not_here", OC_CLOSED, asked.id);
		return true;
	}
	if (oc_ids_parse(conv.assistants, ids, OC_ASSISTANTS_MOST) == OC_ASSISTANTS_MOST) {
		oc_tx_place(tx, &conv, &owner, OC_FULL);
		tx->out.decision = decided(tx, &conv, "invite", "many", OC_FULL, asked.id);
		return true;
	}
	oc_sql_add(&tx->sql, "INSERT INTO %T (conversation, operator, shop, since) VALUES (%u, %u, %u, %u)", "assistant",
		conv.id, (uint64_t)asked.id, (uint64_t)tx->call->chat->shop, tx->now);
	conv.assistants = changed_list(tx, conv.assistants, 0, asked.id);
	told(tx, &conv, &owner);
	if (a->note.n) {
		oc_tx_message(tx, &conv, &owner, OC_BY_NOTE, me.name, a->note);
		tx->out.number = conv.last_number;
	}
	oc_tx_place(tx, &conv, &owner, OC_DONE);
	tx->out.decision = decided(tx, &conv, "invite", "asked", OC_DONE, asked.id);
	return true;
}

bool oc_router_invite(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, uint32_t operator_id,
	oc_str note, oc_placement *out)
{
	oc_hands a = {conversation, operator_id, note, false};

	if (operator_id == who->id && !who->supervisor) {
		return oc_fail(c->error, OC_E_INVALID, "operator", "operator: must be a colleague, not yourself");
	}
	return oc_tx_run(c, who, OC_ACT_INVITE, once, &(oc_tx_plan){oc_hands_reads, invite_act}, &a, out);
}

static bool leave_act(oc_tx *tx, void *in)
{
	oc_hands *a = in;
	oc_tx_conversation conv;
	oc_tx_operator owner, me;

	if (!oc_hands_found(tx, a, &conv, &owner, &me)) {
		return false;
	}
	if (!oc_tx_assists(&conv, me.id)) {
		oc_tx_conflict(tx, &conv, &owner);
		return true;
	}
	oc_tx_no_assistant(tx, &conv, me.id);
	told(tx, &conv, &owner);
	oc_tx_place(tx, &conv, &owner, OC_DONE);
	tx->out.decision = decided(tx, &conv, "leave", "asked", OC_DONE, me.id);
	return true;
}

bool oc_router_leave(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_placement *out)
{
	oc_hands a = {.conversation = conversation};

	return oc_tx_run(c, who, OC_ACT_LEAVE, once, &(oc_tx_plan){oc_hands_reads, leave_act}, &a, out);
}
