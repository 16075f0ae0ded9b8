#include "store/oc_mailbox.h"

#include "core/oc_text.h"
#include "core/oc_utf8.h"
#include "store/oc_limits.h"
#include "store/oc_tx_parts.h"

typedef struct {
	const oc_form *form;
	oc_str language, address;
	uint64_t conversation;
} arguments;

enum { BLOCKED, CONVERSATION };

static void reads(oc_tx *tx, void *in)
{
	const arguments *a = in;

	oc_blocked_mail_select(&tx->sql, tx->actor, a->address, a->form->field[OC_EMAIL]);
	if (a->conversation) {
		oc_tx_conversation_select(tx, a->conversation);
	}
}

/* Who leaves a message instead of waiting gives up the place in the queue; one that an operator took meanwhile goes
 * on, and the message is kept all the same. */
static bool leave_queue(oc_tx *tx, uint64_t id)
{
	oc_tx_conversation conv;
	oc_tx_operator owner;

	if (!oc_tx_conversation_found(tx, &tx->read[CONVERSATION], id, &conv, &owner) || !oc_tx_may_reach(tx, &conv)) {
		return false;
	}
	if (conv.status == OC_WAITING) {
		oc_tx_finish(tx, &conv, &owner);
		tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"end", "message", OC_DONE, &conv});
	}
	return true;
}

/* The message, that it is still to be digested, and its line of the history. */
static void insert(oc_tx *tx, const arguments *a)
{
	oc_arena *arena = tx->call->arena;
	bool customer = tx->who && tx->who->role == OC_CUSTOMER;
	oc_str by = customer ? oc_format(arena, "%llu", (unsigned long long)tx->who->id) : OC_STR("NULL");
	uint64_t shop = tx->call->chat->shop;
	const oc_str *f = a->form->field;

	oc_sql_add(&tx->sql, "INSERT INTO %T (shop, customer, first_name, last_name, email, phone, message, language,"
		" conversation, at, due_at) VALUES (%u, %s, %t, %t, %t, %t, %t, %t, %u, %u, %u)", "mail", shop, by.p,
		f[OC_FIRST_NAME], f[OC_LAST_NAME], f[OC_EMAIL], f[OC_PHONE], f[OC_FORM_MESSAGE], a->language, a->conversation,
		tx->now, tx->now);
	oc_sql_add(&tx->sql, "INSERT INTO %T (shop, document, at) VALUES (%u, -CAST(LAST_INSERT_ID() AS SIGNED), %u)",
		"undigested", shop, tx->now);
	oc_sql_add(&tx->sql, "INSERT INTO %T (shop, left_by, mail, name, email, phone, phone_plain, last_text, last_at) VALUES (%u, %s,"
		" LAST_INSERT_ID(), COALESCE(NULLIF(TRIM(CONCAT(%t, ' ', %t)), ''), %t), NULLIF(%t, ''), NULLIF(%t, ''), %n, %t, %u)",
		"thread", shop, by.p, f[OC_FIRST_NAME], f[OC_LAST_NAME], customer ? tx->who->name : OC_STR(""), f[OC_EMAIL],
		f[OC_PHONE], oc_phone_plain(arena, f[OC_PHONE]), oc_utf8_cut(f[OC_FORM_MESSAGE], 1000), tx->now);
}

static bool leave_act(oc_tx *tx, void *in)
{
	const arguments *a = in;
	unsigned at;
	oc_rows *r;

	if (!oc_blocked_pass(tx->call, &tx->read[BLOCKED], tx->now)) {
		return false;
	}
	if (a->conversation && !leave_queue(tx, a->conversation)) {
		return false;
	}
	at = oc_tx_reads(tx);
	insert(tx, a);
	if (!oc_tx_send(tx, at, &r)) {
		return false;
	}
	tx->out.outcome = OC_DONE;
	tx->out.until = r[0].insert_id;
	return true;
}

bool oc_mail_leave(oc_call *c, const oc_identity *who, oc_once once, const oc_form *form, oc_str language,
	oc_str address, uint64_t conversation, uint64_t *id)
{
	arguments a = {form, language, oc_rate_address(c->arena, address), conversation};
	oc_placement placed;

	if (!oc_tx_run(c, who, OC_ACT_MAIL, once, &(oc_tx_plan){reads, leave_act}, &a, &placed)) {
		return false;
	}
	*id = placed.until;
	return true;
}
