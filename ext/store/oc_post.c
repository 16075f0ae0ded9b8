/* Posting a message. The common case is one round trip: a batch that takes the next number, writes the
 * message and the answer, and commits, or does nothing at all. Everything else goes the long way. */
#include "store/oc_answer.h"
#include "store/oc_tx_parts.h"

#include "core/oc_event.h"
#include "core/oc_text.h"
#include "core/oc_utf8.h"

typedef struct {
	const oc_identity *who;
	oc_once once;
	oc_str actor;
	uint64_t conversation;
	oc_str text;
	uint32_t seen;
	uint64_t now;
} post;

static void tell_post(oc_call *c, const post *p, const oc_rows *row, oc_str name, uint32_t number)
{
	oc_error kept = *c->error;
	uint32_t operator_id = (uint32_t)oc_cell_u64(row, 0, 0);
	oc_status status = (oc_status)oc_cell_u64(row, 0, 1);
	uint32_t revision = (uint32_t)oc_cell_u64(row, 0, 2);
	oc_author author = p->who->role == OC_OPERATOR ? OC_BY_OPERATOR : OC_BY_VISITOR;
	oc_message m = {number, author, name, p->text, p->now / 1000};
	oc_tell_head head = {.conversation = p->conversation, .number = number, .revision = revision,
		.operator_id = operator_id, .operator_away = oc_cell_u64(row, 0, 5) >= 2, .status = status,
		.visitor = oc_cell(row, 0, 3),
		.event = oc_event_message(c->arena, p->conversation, &m, status, revision), .assistants = oc_cell(row, 0, 6)};
	uint32_t boards[OC_ASSISTANTS_MOST + 1] = {operator_id};
	size_t n = operator_id ? 1 + oc_ids_parse(head.assistants, boards + 1, OC_ASSISTANTS_MOST) : 0;
	oc_tell t = {.heads = &head, .n_heads = 1, .boards = boards, .n_boards = n, .queue_changed = status == OC_WAITING};

	oc_tell_send(c, &t);
	*c->error = kept;
}

/* Who may write where, as a condition of the update that takes the number. */
static oc_str condition(oc_call *c, const post *p)
{
	oc_sql s = oc_sql_new(c);
	uint64_t shop = c->chat->shop;

	oc_sql_more(&s, "id = %u AND shop = %u AND NOT EXISTS (SELECT 1 FROM %T WHERE shop = %u AND subject = %b AND at >= %u)",
		p->conversation, shop, "revocation", shop, oc_subject(c->arena, p->who), p->who->issued);
	if (p->who->role == OC_OPERATOR) {
		/* Who looks in writes, too. */
		oc_sql_more(&s, " AND status = 2 AND (operator = %u OR EXISTS (SELECT 1 FROM %T WHERE conversation = %u AND"
			" operator = %u))", p->who->id, "assistant", p->conversation, p->who->id);
	} else {
		oc_sql_more(&s, " AND visitor = %b AND status IN (1, 2) AND %s", p->actor, oc_blocked_not(c, p->actor, p->now).p);
	}
	return oc_buf_str(&s.text);
}

/* The writer's name as the other side sees it, kept with the message (G3). */
static oc_str writer_name(oc_call *c, const post *p)
{
	oc_sql s = oc_sql_new(c);

	if (p->who->role == OC_OPERATOR) {
		oc_sql_add(&s, "COALESCE((SELECT name FROM %T WHERE shop = %u AND id = %u), '')", "operator",
			(uint64_t)c->chat->shop, p->who->id);
	} else {
		oc_sql_add(&s, "%t", p->who->name);
	}
	return oc_buf_str(&s.text);
}

static void build(oc_call *c, const post *p, oc_sql *s)
{
	bool operator_writes = p->who->role == OC_OPERATOR;
	const char *mark = operator_writes ? "read_operator" : "read_visitor";
	oc_str key = {(const char *)p->once.key, 16}, body = {(const char *)p->once.body, 16};
	oc_str by = operator_writes ? oc_format(c->arena, "%llu", (unsigned long long)p->who->id) : OC_STR("NULL");
	/* Whose mark it is: a visitor's own, or that of the operator who has it. */
	oc_str theirs = operator_writes ? oc_format(c->arena, "operator = %s", by.p) : OC_STR("TRUE");

	/* LAST_INSERT_ID(x) remembers x for this link: 0, then the next number, taken under the row's lock (I1). Where
	 * the update found no row it stays 0, and nothing more is written. ROW_COUNT() would not do: it is -1 once the
	 * client is gone, while the server runs the rest of the batch, COMMIT included. */
	oc_sql_add(s, "DO LAST_INSERT_ID(0)");
	oc_sql_add(s, "START TRANSACTION");
	oc_sql_add(s, "UPDATE %T SET last_number = LAST_INSERT_ID(last_number + 1), last_at = GREATEST(last_at, %u),"
		" excerpt = %t, %s = IF(%s, GREATEST(%s, LEAST(%u, last_number)), %s) WHERE %s", "conversation", p->now,
		oc_utf8_cut(p->text, 200), mark, theirs.p, mark, (uint64_t)p->seen, mark, condition(c, p).p);
	oc_sql_add(s, "INSERT INTO %T (conversation, number, author, operator, name, text, at) SELECT %u, LAST_INSERT_ID(),"
		" %u, %s, %s, %t, %u FROM DUAL WHERE LAST_INSERT_ID() > 0", "message", p->conversation,
		(uint64_t)(operator_writes ? OC_BY_OPERATOR : OC_BY_VISITOR), by.p, writer_name(c, p).p, p->text, p->now);
	oc_sql_add(s, "INSERT INTO %T (shop, actor, action, `key`, body, answer, at) SELECT %u, %b, %u, %b, %b,"
		" CONCAT('%s,%s,', LAST_INSERT_ID(), ',0,0,0,%s,0,0,'), %u FROM DUAL WHERE LAST_INSERT_ID() > 0", "outcome",
		(uint64_t)c->chat->shop, p->actor, (uint64_t)OC_ACT_POST, key, body,
		oc_format(c->arena, "%d", (int)OC_DONE).p, oc_format(c->arena, "%llu", (unsigned long long)p->conversation).p,
		oc_format(c->arena, "%llu", (unsigned long long)(p->now / 1000)).p, p->now);
	oc_sql_add(s, "SELECT c.operator, c.status, c.revision, c.visitor, %s, (SELECT o.away_stage FROM %T o WHERE o.shop ="
		" c.shop AND o.id = c.operator), " OC_ASSISTANTS_COLUMN " FROM %T c WHERE c.id = %u", writer_name(c, p).p,
		"operator", "assistant", "conversation", p->conversation);
	oc_sql_add(s, "COMMIT");
}

typedef enum { POST_ERROR, POST_DONE, POST_NOT_DONE } post_result;

static post_result post_at_once(oc_call *c, post *p, oc_posted *out)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;
	oc_db db;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return POST_ERROR;
	}
	p->now = oc_db_time(&db);
	build(c, p, &s);
	db.in_transaction = true;
	db.sent_commit = true;
	ok = oc_db_run(&db, &s, &r);
	db.in_transaction = !ok;
	oc_db_close(&db);
	if (!ok) {
		bool again = oc_db_retry(&db);

		if (again) {
			*c->error = (oc_error){0};
		}
		return again ? POST_NOT_DONE : POST_ERROR;
	}
	if (r[2].affected == 0) {
		return POST_NOT_DONE;
	}
	*out = (oc_posted){p->conversation, (uint32_t)r[2].insert_id, p->now / 1000, (oc_status)oc_cell_u64(&r[5], 0, 1),
		false, true, OC_DONE};
	tell_post(c, p, &r[5], oc_cell(&r[5], 0, 4), out->number);
	return POST_DONE;
}

/* The long way: answered before, finished (which reopens it, G17), or not possible. */
static bool post_act(oc_tx *tx, void *in)
{
	post *p = in;
	bool operator_writes = tx->who->role == OC_OPERATOR, open = true;
	oc_tx_conversation conv;
	oc_tx_operator owner, writer;

	if (!oc_tx_conversation_read(tx, p->conversation, &conv, &owner) || !oc_tx_may_reach(tx, &conv)) {
		return false;
	}
	if (conv.status == OC_ARCHIVED || (operator_writes && conv.operator_id != tx->who->id
			&& !oc_tx_assists(&conv, (uint32_t)tx->who->id))) {
		oc_tx_conflict(tx, &conv, &owner);
		return true;
	}
	if (!operator_writes && !oc_tx_not_blocked(tx, conv.id)) {
		return false;
	}
	if (conv.status == OC_FINISHED) {
		bool ok = (!operator_writes || oc_tx_me(tx, &owner))
			/* An operator who writes means to talk themselves: never to a colleague's hands under this text. */
			&& oc_tx_reopen(tx, &conv, &owner, operator_writes, &open);

		if (!ok || !open) {
			return ok;
		}
	} else {
		oc_tx_place(tx, &conv, &owner, OC_DONE);
	}
	writer = owner;
	if (operator_writes && conv.operator_id != tx->who->id && !oc_tx_operator_read(tx, (uint32_t)tx->who->id, &writer)) {
		return false;
	}
	oc_tx_message(tx, &conv, &owner, operator_writes ? OC_BY_OPERATOR : OC_BY_VISITOR,
		operator_writes ? writer.name : tx->who->name, p->text);
	oc_tx_read_mark(tx, &conv, operator_writes, p->seen);
	oc_tx_board(tx, conv.operator_id);
	tx->tell.queue_changed |= conv.status == OC_WAITING;
	tx->out.number = conv.last_number;
	tx->out.until = tx->now / 1000;
	return true;
}

bool oc_post(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_str text, uint32_t seen,
	oc_posted *out)
{
	post p = {who, once, oc_actor(c->arena, who), conversation, text, seen, 0};
	oc_placement placed;
	post_result result = post_at_once(c, &p, out);

	if (result != POST_NOT_DONE) {
		return result == POST_DONE;
	}
	if (!oc_tx_run(c, who, OC_ACT_POST, once, &(oc_tx_plan){NULL, post_act}, &p, &placed)) {
		return false;
	}
	*out = (oc_posted){conversation, placed.number, placed.until, placed.status, placed.repeated, placed.number > 0,
		placed.number ? OC_DONE : placed.outcome};
	return true;
}
