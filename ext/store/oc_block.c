/* Visitors and addresses that may not chat for a time. */
#include "store/oc_tx.h"

#include <stdlib.h>

#include "store/oc_answer.h"
#include "store/oc_tx_parts.h"

typedef struct {
	oc_hands hands;
	oc_block_what what;
	uint64_t seconds;
	oc_str reason;
} arguments;

void oc_blocked_select(oc_sql *s, oc_str actor, oc_str address)
{
	uint64_t shop = s->chat->shop;

	oc_sql_add(s, "SELECT MAX(until) FROM %T WHERE shop = %u AND ((what = 1 AND subject = %b) OR (what = 2 AND subject ="
		" %b AND subject <> ''))", "block", shop, actor, address);
}

void oc_blocked_mail_select(oc_sql *s, oc_str actor, oc_str address, oc_str email)
{
	uint64_t shop = s->chat->shop;

	if (email.n == 0) {
		oc_blocked_select(s, actor, address);
		return;
	}
	oc_sql_add(s, "SELECT MAX(until) FROM (SELECT until FROM %T WHERE shop = %u AND ((what = 1 AND subject = %b) OR (what = 2"
		" AND subject = %b AND subject <> '')) UNION ALL SELECT b.until FROM %T b JOIN %T c ON c.id = b.conversation JOIN %T t"
		" ON t.id = c.thread WHERE b.shop = %u AND b.what = 1 AND LOWER(t.email) = LOWER(%t)) known", "block", shop, actor,
		address, "block", "conversation", "thread", shop, email);
}

bool oc_blocked_pass(oc_call *c, const oc_rows *r, uint64_t now)
{
	uint64_t until = r->rows ? oc_cell_u64(r, 0, 0) : 0;

	if (until <= now) {
		return true;
	}
	c->error->until = (int64_t)(until / 1000);
	return oc_fail(c->error, OC_E_BLOCKED, NULL, "blocked: an operator has ended this chat for a time");
}

oc_str oc_blocked_not(oc_call *c, oc_str actor, uint64_t now)
{
	oc_sql s = oc_sql_new(c);
	uint64_t shop = c->chat->shop;

	oc_sql_more(&s, "NOT EXISTS (SELECT 1 FROM %T WHERE shop = %u AND what = 1 AND subject = %b AND until > %u)", "block",
		shop, actor, now);
	oc_sql_more(&s, " AND NOT EXISTS (SELECT 1 FROM %T WHERE shop = %u AND what = 2 AND subject = address AND until > %u)",
		"block", shop, now);
	return oc_buf_str(&s.text);
}

bool oc_tx_not_blocked(oc_tx *tx, uint64_t conversation)
{
	unsigned first = oc_tx_reads(tx);
	oc_sql *s = &tx->sql;
	oc_rows *r;

	oc_sql_add(s, "SELECT MAX(b.until) FROM %T c JOIN %T b ON b.shop = c.shop AND ((b.what = 1 AND b.subject = c.visitor) OR"
		" (b.what = 2 AND b.subject = c.address)) WHERE c.id = %u AND c.shop = %u", "conversation", "block", conversation,
		(uint64_t)tx->call->chat->shop);
	return oc_tx_send(tx, first, &r) && oc_blocked_pass(tx->call, &r[0], tx->now);
}

/* The conversation as others read it, and the address it came from (read[3]). */
static void block_reads(oc_tx *tx, void *in)
{
	const arguments *a = in;

	oc_hands_reads(tx, (void *)&a->hands);
	oc_sql_add(&tx->sql, "SELECT address FROM %T WHERE id = %u AND shop = %u", "conversation", a->hands.conversation,
		(uint64_t)tx->call->chat->shop);
}

static void put_block(oc_tx *tx, const arguments *a, oc_str subject, oc_str name, uint64_t conversation,
	const oc_tx_operator *me)
{
	oc_sql_add(&tx->sql, "INSERT INTO %T (shop, what, subject, name, conversation, operator, operator_name, reason, at, until)"
		" VALUES (%u, %u, %b, %t, %u, %u, %t, %t, %u, %u) ON DUPLICATE KEY UPDATE name = VALUES(name), conversation ="
		" VALUES(conversation), operator = VALUES(operator), operator_name = VALUES(operator_name), reason ="
		" VALUES(reason), at = VALUES(at), until = VALUES(until)", "block", (uint64_t)tx->call->chat->shop,
		(uint64_t)a->what, subject, name, conversation, (uint64_t)me->id, me->name, a->reason, tx->now,
		tx->now + a->seconds * US_PER_S);
}

/* Places kept for who is blocked are free at once. */
static bool drop_holds(oc_tx *tx, oc_block_what what, oc_str subject)
{
	uint64_t shop = tx->call->chat->shop;
	unsigned first = oc_tx_reads(tx);
	oc_rows *r;

	oc_sql_add(&tx->sql, "SELECT visitor FROM %T WHERE shop = %u AND %s = %b", "hold", shop,
		what == OC_BLOCK_PERSON ? "visitor" : "address", subject);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	for (unsigned i = 0; i < r[0].rows; i++) {
		oc_sql_add(&tx->sql, "DELETE FROM %T WHERE shop = %u AND visitor = %b", "hold", shop, oc_cell(&r[0], i, 0));
		tx->shop.n.holds--;
		oc_tx_decide(tx, &(oc_tx_decision){"hold_end", "blocked", OC_DONE, .actor = oc_cell(&r[0], i, 0)});
	}
	return true;
}

/* Whoever reads it asks what there is to know now. */
static void touch(oc_tx *tx, oc_tx_conversation *conv, const oc_tx_operator *owner)
{
	if (conv->status == OC_ARCHIVED) {
		return;
	}
	conv->revision++;
	oc_sql_add(&tx->sql, "UPDATE %T SET revision = revision + 1 WHERE id = %u", "conversation", conv->id);
	oc_tx_head(tx, conv, owner);
}

/* A guest who signed in may have two open conversations. */
static bool end_others(oc_tx *tx, oc_str visitor, uint64_t but)
{
	unsigned first = oc_tx_reads(tx);
	oc_rows *r, others;

	oc_sql_add(&tx->sql, "SELECT id FROM %T WHERE shop = %u AND visitor = %b AND status IN (1, 2) AND id <> %u ORDER BY id",
		"conversation", (uint64_t)tx->call->chat->shop, visitor, but);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	others = r[0];
	for (unsigned i = 0; i < others.rows; i++) {
		oc_tx_conversation conv;
		oc_tx_operator owner;

		/* Read one by one: both may be the same operator's. */
		if (!oc_tx_conversation_read(tx, oc_cell_u64(&others, i, 0), &conv, &owner)) {
			return false;
		}
		oc_tx_finish(tx, &conv, &owner);
		oc_tx_decide(tx, &(oc_tx_decision){"end", "blocked", OC_DONE, &conv, .operator_before = conv.operator_id});
	}
	return true;
}

/* An address as people read it: a network is kept as its sixteen digits and "/64". */
static oc_str readable(oc_arena *a, oc_str address)
{
	unsigned long group[4];

	if (address.n != 19 || address.p[16] != '/') {
		return address;
	}
	for (unsigned i = 0; i < 4; i++) {
		char digits[5] = {address.p[4 * i], address.p[4 * i + 1], address.p[4 * i + 2], address.p[4 * i + 3], 0};

		group[i] = strtoul(digits, NULL, 16);
	}
	return oc_format(a, "%lx:%lx:%lx:%lx::/64", group[0], group[1], group[2], group[3]);
}

static bool may_block(const oc_tx *tx, const oc_tx_conversation *conv)
{
	return conv->operator_id == 0 || conv->operator_id == tx->who->id || tx->who->supervisor;
}

static bool block_act(oc_tx *tx, void *in)
{
	arguments *a = in;
	oc_tx_conversation conv;
	oc_tx_operator owner, me;
	oc_str subject, name;

	if (!oc_hands_found(tx, &a->hands, &conv, &owner, &me)) {
		return false;
	}
	if (!may_block(tx, &conv)) {
		oc_tx_conflict(tx, &conv, &owner);
		return true;
	}
	subject = a->what == OC_BLOCK_PERSON ? conv.visitor : oc_cell(&tx->read[3], 0, 0);
	name = a->what == OC_BLOCK_PERSON ? conv.name : readable(tx->call->arena, subject);
	if (subject.n == 0) {
		return oc_fail(tx->call->error, OC_E_INVALID, "what", "what: the address of conversation %llu is not known",
			(unsigned long long)conv.id);
	}
	put_block(tx, a, subject, name, conv.id, &me);
	if (!drop_holds(tx, a->what, subject)) {
		return false;
	}
	if (oc_may(conv.status, OC_EV_END)) {
		oc_tx_finish(tx, &conv, &owner);
	} else {
		touch(tx, &conv, &owner);
	}
	oc_tx_place(tx, &conv, &owner, OC_DONE);
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"block", a->what == OC_BLOCK_PERSON ? "person" : "address",
		OC_DONE, &conv, .operator_before = conv.operator_id,
		/* An address would outlive the person it was of. */
		.detail = a->what == OC_BLOCK_PERSON ? subject : (oc_str){NULL, 0}});
	return a->what != OC_BLOCK_PERSON || end_others(tx, subject, conv.id);
}

bool oc_router_block(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_block_what what,
	uint64_t seconds, oc_str reason, oc_placement *out)
{
	arguments a = {{.conversation = conversation}, what, seconds, reason};

	return oc_tx_run(c, who, OC_ACT_BLOCK, once, &(oc_tx_plan){block_reads, block_act}, &a, out);
}

static void unblock_reads(oc_tx *tx, void *in)
{
	const uint64_t *block = in;

	oc_sql_add(&tx->sql, "SELECT what, subject, conversation FROM %T WHERE id = %u AND shop = %u", "block", *block,
		(uint64_t)tx->call->chat->shop);
}

static bool unblock_act(oc_tx *tx, void *in)
{
	const uint64_t *block = in;
	oc_rows *r = &tx->read[0];
	oc_tx_conversation conv;
	oc_tx_operator owner;
	bool person, known;
	oc_str subject;

	tx->out.outcome = OC_DONE;
	if (r->rows == 0) {
		return true;
	}
	person = oc_cell_u64(r, 0, 0) == OC_BLOCK_PERSON;
	subject = oc_cell(r, 0, 1);
	oc_sql_add(&tx->sql, "DELETE FROM %T WHERE id = %u", "block", *block);
	known = oc_tx_conversation_read(tx, oc_cell_u64(r, 0, 2), &conv, &owner);
	if (known) {
		touch(tx, &conv, &owner);
	} else if (tx->call->error->cause != OC_E_NOT_FOUND) {
		return false;
	}
	*tx->call->error = (oc_error){0};
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"unblock", person ? "person" : "address", OC_DONE,
		known ? &conv : NULL, .detail = person ? subject : (oc_str){NULL, 0}});
	return true;
}

bool oc_router_unblock(oc_call *c, const oc_identity *who, uint64_t block)
{
	oc_placement out;

	return oc_tx_run(c, who, 0, (oc_once){0}, &(oc_tx_plan){unblock_reads, unblock_act}, &block, &out);
}

bool oc_router_blocks(oc_call *c, const oc_identity *who, uint32_t limit, oc_block **list, size_t *n)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT b.id, b.what, b.name, b.conversation, b.operator_name, b.reason, b.at, b.until, c.thread,"
		" IF(LEFT(b.subject, 2) = 'c:', SUBSTRING(b.subject, 3), NULL) FROM %T b LEFT JOIN %T c ON c.id = b.conversation WHERE"
		" b.shop = %u AND b.until > %u ORDER BY b.at DESC, b.id DESC LIMIT %u", "block", "conversation",
		(uint64_t)c->chat->shop, oc_time_us(), (uint64_t)limit);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	*n = r[0].rows;
	*list = oc_alloc(c->arena, sizeof(oc_block) * (*n + 1));
	for (unsigned i = 0; i < r[0].rows; i++) {
		(*list)[i] = (oc_block){.id = oc_cell_u64(&r[0], i, 0), .what = (oc_block_what)oc_cell_u64(&r[0], i, 1),
			.name = oc_cell(&r[0], i, 2), .conversation = oc_cell_u64(&r[0], i, 3), .by = oc_cell(&r[0], i, 4),
			.reason = oc_cell(&r[0], i, 5), .at = oc_cell_u64(&r[0], i, 6) / 1000,
			.until = oc_cell_u64(&r[0], i, 7) / 1000, .thread = oc_cell_u64(&r[0], i, 8),
			.customer = oc_cell_u64(&r[0], i, 9)};
	}
	return true;
}
