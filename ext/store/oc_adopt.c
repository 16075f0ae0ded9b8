/* A guest who signs in keeps the conversation, which becomes the customer's. */
#include "store/oc_tx.h"

#include "store/oc_answer.h"
#include "store/oc_limits.h"

typedef struct {
	const oc_identity *from;
	oc_str guest, subject; /* as tables and revocations name the guest */
	uint64_t revoked_at;   /* ms */
} arguments;

enum { CONVERSATIONS, HOLDS };

/* What one transaction takes along, the newest first: a guest who wrote all day must not hold up the shop. What is left
 * stays the guest's and goes to the history as such. */
#define CONVERSATIONS_MOST 100
#define ANSWERS_MOST 500

static void adopt_reads(oc_tx *tx, void *in)
{
	const arguments *a = in;
	uint64_t shop = tx->call->chat->shop;

	oc_sql_add(&tx->sql, "SELECT " OC_CONVERSATION_COLUMNS ", " OC_OPERATOR_COLUMNS " FROM %T c LEFT JOIN %T o ON o.shop ="
		" c.shop AND o.id = c.operator WHERE c.shop = %u AND c.visitor = %b AND c.status IN (1, 2, 3) ORDER BY"
		" c.status = 3, c.id DESC LIMIT %u FOR UPDATE", "assistant", "conversation", "operator", shop, a->guest,
		(uint64_t)CONVERSATIONS_MOST);
	oc_sql_add(&tx->sql, "SELECT visitor, until FROM %T WHERE shop = %u AND visitor IN (%b, %b)", "hold", shop, a->guest,
		tx->actor);
}

/* The customer's line of the history. */
static bool line(oc_tx *tx, uint64_t *thread)
{
	const oc_identity *who = tx->who;
	oc_str unknown = {NULL, 0};
	unsigned first = oc_tx_reads(tx);
	oc_rows *r;

	oc_sql_add(&tx->sql, "INSERT INTO %T (shop, customer, name, email, phone) VALUES (%u, %u, %t, %n, %n) ON DUPLICATE KEY"
		" UPDATE id = LAST_INSERT_ID(id), name = VALUES(name), email = COALESCE(VALUES(email), email), phone ="
		" COALESCE(VALUES(phone), phone)", "thread", (uint64_t)tx->call->chat->shop, who->id, who->name,
		who->email.n ? who->email : unknown, who->phone.n ? who->phone : unknown);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	*thread = r[0].insert_id;
	return true;
}

/* What the guest's own line knew of them goes along; a line that held nothing else goes. */
static void merge_line(oc_tx *tx, uint64_t from, uint64_t to, uint32_t operator_id)
{
	oc_sql_add(&tx->sql, "UPDATE %T t JOIN %T g ON g.id = %u SET t.email = COALESCE(t.email, g.email), t.phone ="
		" COALESCE(t.phone, g.phone), t.operator = IF(%u, %u, t.operator) WHERE t.id = %u", "thread", "thread", from,
		(uint64_t)operator_id, (uint64_t)operator_id, to);
	oc_sql_add(&tx->sql, "DELETE FROM %T WHERE id = %u AND customer IS NULL AND conversations = 0 AND NOT EXISTS (SELECT 1"
		" FROM %T WHERE thread = %u)", "thread", from, "conversation", from);
}

static void adopt_one(oc_tx *tx, const arguments *a, const oc_rows *r, unsigned row, uint64_t thread)
{
	oc_tx_conversation conv;
	oc_tx_operator owner;
	uint64_t before;

	oc_tx_conversation_row(r, row, 0, &conv);
	oc_tx_operator_row(r, row, OC_CONVERSATION_N_COLUMNS, &owner);
	before = conv.thread;
	conv.visitor = tx->actor;
	conv.thread = thread;
	conv.revision++;
	oc_sql_add(&tx->sql, "UPDATE %T SET visitor = %b, thread = %u, name = %t, language = IF(%t = '', language, %t),"
		" revision = revision + 1 WHERE id = %u", "conversation", tx->actor, thread, tx->who->name, tx->who->language,
		tx->who->language, conv.id);
	merge_line(tx, before, thread, conv.operator_id);
	oc_tx_head(tx, &conv, &owner);
	oc_tx_boards(tx, &conv);
	/* Everybody's board shows the queue, and what ended while it waited is whoever's signs off first. */
	tx->tell.queue_changed |= conv.status == OC_WAITING;
	tx->out.conversation = conv.id;
	tx->out.number++;
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"adopt", "signed_in", OC_DONE, &conv,
		.operator_before = conv.operator_id, .operator_id = conv.operator_id, .actor = a->guest, .detail = tx->actor});
}

/* Somebody has one hold: the customer's own stays, or the guest's becomes it. */
static void adopt_hold(oc_tx *tx, const arguments *a)
{
	const oc_rows *r = &tx->read[HOLDS];
	uint64_t shop = tx->call->chat->shop, until = 0;
	bool own = false;

	for (unsigned i = 0; i < r->rows; i++) {
		if (oc_str_eq(oc_cell(r, i, 0), a->guest)) {
			until = oc_cell_u64(r, i, 1);
		} else {
			own = true;
		}
	}
	if (!until) {
		return;
	}
	if (own) {
		oc_sql_add(&tx->sql, "DELETE FROM %T WHERE shop = %u AND visitor = %b", "hold", shop, a->guest);
		tx->shop.n.holds--;
		oc_tx_decide(tx, &(oc_tx_decision){"hold_end", "signed_in", OC_DONE, .actor = a->guest});
		return;
	}
	oc_sql_add(&tx->sql, "UPDATE %T SET visitor = %b WHERE shop = %u AND visitor = %b", "hold", tx->actor, shop, a->guest);
	if (until > tx->now) {
		tx->tell.holder = tx->actor;
		tx->tell.hold_ms = (until - tx->now) / 1000 + 1;
	}
	oc_tx_decide(tx, &(oc_tx_decision){"adopt", "hold", OC_HELD, .actor = a->guest, .detail = tx->actor});
}

static bool adopt_act(oc_tx *tx, void *in)
{
	arguments *a = in;
	uint64_t shop = tx->call->chat->shop, thread = 0;
	/* The act may send, which renews what was read. */
	oc_rows list = tx->read[CONVERSATIONS];

	adopt_hold(tx, a);
	if (list.rows && !line(tx, &thread)) {
		return false;
	}
	tx->out.outcome = OC_DONE;
	/* The answer names the last one: open ones after those that ended, newer ones after older ones. */
	for (unsigned i = list.rows; i > 0; i--) {
		adopt_one(tx, a, &list, i - 1, thread);
	}
	/* What the guest sent and had no answer to comes again under the same key, from the customer (I4). */
	oc_sql_add(&tx->sql, "UPDATE IGNORE %T SET actor = %b WHERE shop = %u AND actor = %b ORDER BY at DESC LIMIT %u",
		"outcome", tx->actor, shop, a->guest, (uint64_t)ANSWERS_MOST);
	/* Who is blocked stays it. */
	oc_sql_add(&tx->sql, "UPDATE IGNORE %T SET subject = %b WHERE shop = %u AND what = 1 AND subject = %b", "block",
		tx->actor, shop, a->guest);
	a->revoked_at = tx->now / 1000;
	oc_sql_add(&tx->sql, "INSERT INTO %T (shop, subject, at) VALUES (%u, %b, %u) ON DUPLICATE KEY UPDATE at ="
		" GREATEST(at, VALUES(at))", "revocation", shop, a->subject, a->revoked_at);
	return true;
}

bool oc_router_adopt(oc_call *c, const oc_identity *from, const oc_identity *to, oc_once once, oc_placement *out)
{
	arguments in = {from, oc_actor(c->arena, from), oc_subject(c->arena, from), 0};
	oc_identity now = *to;
	oc_error kept;

	if (!now.issued) {
		now.issued = oc_time_us() / 1000; /* no ticket yet: signed in now, whatever was revoked before */
	}
	if (!oc_tx_run(c, &now, OC_ACT_ADOPT, once, &(oc_tx_plan){adopt_reads, adopt_act}, &in, out)) {
		return false;
	}
	if (in.revoked_at) {
		kept = *c->error;
		oc_revoked_tell(c, in.subject, in.revoked_at);
		*c->error = kept;
		oc_trail_adopt(c, in.guest, oc_actor(c->arena, to));
	}
	return true;
}
