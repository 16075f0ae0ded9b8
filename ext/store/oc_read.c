/* Reading conversations back. */
#include "store/oc_answer.h"
#include "store/oc_tx.h"

#include "core/oc_text.h"

#define READ_MOST 200

void oc_message_row(const oc_rows *r, unsigned row, unsigned from, oc_message *out)
{
	*out = (oc_message){(uint32_t)oc_cell_u64(r, row, from), (oc_author)oc_cell_u64(r, row, from + 1),
		oc_cell(r, row, from + 2), oc_cell(r, row, from + 3), oc_cell_u64(r, row, from + 4) / 1000};
}

static void select_conversation(oc_sql *s, uint64_t id)
{
	uint64_t shop = s->chat->shop, from = oc_estimate_minute(oc_time_us() / 1000) - OC_ESTIMATE_MINUTES;

	oc_sql_add(s,
		"SELECT " OC_CONVERSATION_COLUMNS ", " OC_OPERATOR_COLUMNS ", c.read_visitor, c.read_operator, IF(c.status = 1,"
		" (SELECT COUNT(*) FROM %T q WHERE q.shop = c.shop AND q.status = 1 AND (q.waiting_since < c.waiting_since OR"
		" (q.waiting_since = c.waiting_since AND q.id <= c.id))), 0), IF(c.status = 1, (SELECT CONCAT(SUM(f.places), ',', MIN(f.minute)) FROM"
		" %T f WHERE f.shop = c.shop AND f.minute > %u), NULL), (SELECT MAX(b.until) FROM %T b WHERE b.shop = c.shop AND ((b.what = 1"
		" AND b.subject = c.visitor) OR (b.what = 2 AND b.subject = c.address AND c.address <> ''))) FROM %T c LEFT JOIN %T o ON"
		" o.shop = c.shop AND o.id = c.operator WHERE c.id = %u AND c.shop = %u",
		"assistant", "conversation", "freed", from, "block", "conversation", "operator", id, shop);
}

static bool check_reader(oc_call *c, const oc_identity *who, const oc_tx_conversation *conv)
{
	/* What is archived is the history's, which not every operator may see; their own they have said themselves. */
	bool theirs = who->role == OC_OPERATOR ? conv->status < OC_ARCHIVED || conv->operator_id == who->id
		: oc_str_eq(conv->visitor, oc_actor(c->arena, who));

	if (theirs) {
		return true;
	}
	return oc_fail(c->error, OC_E_DENIED, "conversation", "conversation: number %llu is not yours",
		(unsigned long long)conv->id);
}

/* "7,29876543": places freed, and since which minute. */
static uint64_t estimate(uint32_t position, oc_str freed)
{
	uint32_t of[2] = {0, 0};

	oc_ids_parse(freed, of, 2);
	return oc_estimate(position, of[0], of[1] * UINT64_C(60000), oc_time_us() / 1000);
}

static void fill(oc_call *c, const oc_identity *who, const oc_rows *head, const oc_rows *rows, uint32_t after,
	oc_messages *out)
{
	unsigned column = OC_CONVERSATION_N_COLUMNS + OC_OPERATOR_N_COLUMNS;
	bool operator_reads = who->role == OC_OPERATOR;
	uint64_t blocked = oc_cell_u64(head, 0, column + 4);
	oc_tx_conversation conv;
	oc_tx_operator owner;

	oc_tx_conversation_row(head, 0, 0, &conv);
	oc_tx_operator_row(head, 0, OC_CONVERSATION_N_COLUMNS, &owner);
	*out = (oc_messages){.conversation = conv.id, .from = after + 1, .to = after, .last = conv.last_number,
		.revision = conv.revision, .status = conv.status, .operator_id = conv.operator_id,
		.operator_name = owner.known ? owner.name : (oc_str){NULL, 0},
		.operator_away = owner.known && owner.away_stage >= 2,
		.position = (uint32_t)oc_cell_u64(head, 0, column + 2),
		.assistants = conv.assistants,
		.started_at = conv.started_at / 1000,
		.read_by_other = (uint32_t)oc_cell_u64(head, 0, operator_reads ? column : column + 1)};
	out->delivered_to_other = oc_delivered(out->read_by_other, -1, out->last);
	out->blocked_until = blocked > oc_time_us() ? blocked / 1000 : 0;
	out->estimate = estimate(out->position, oc_cell(head, 0, column + 3));
	out->list = oc_alloc(c->arena, sizeof(oc_message) * (rows->rows + 1));
	for (unsigned i = 0; i < rows->rows; i++) {
		oc_message *m = &out->list[out->n];

		oc_message_row(rows, i, 0, m);
		out->to = m->number;
		/* A note is for operators: its number is covered, its text is not sent. */
		out->n += operator_reads || m->author != OC_BY_NOTE;
	}
	/* Messages may have come between the two reads; a reader who asks past the newest is told the newest. */
	if (rows->rows && out->to > out->last) {
		out->last = out->to;
	}
}

bool oc_read(oc_call *c, const oc_identity *who, uint64_t conversation, uint32_t after, uint32_t limit,
	oc_messages *out)
{
	oc_tx_conversation conv;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	select_conversation(&s, conversation);
	oc_sql_add(&s, "SELECT number, author, name, text, at FROM %T WHERE conversation = %u AND number > %u ORDER BY number"
		" LIMIT %u", "message", conversation, (uint64_t)after, (uint64_t)(limit && limit < READ_MOST ? limit : READ_MOST));
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	if (r[0].rows == 0) {
		return oc_fail(c->error, OC_E_NOT_FOUND, "conversation", "conversation: there is no number %llu in this shop",
			(unsigned long long)conversation);
	}
	oc_tx_conversation_row(&r[0], 0, 0, &conv);
	if (!check_reader(c, who, &conv)) {
		return false;
	}
	fill(c, who, &r[0], &r[1], after, out);
	return true;
}

#define SIGN_EVERY (60 * US_PER_S)

bool oc_visitor_sign(oc_call *c, uint64_t conversation)
{
	oc_sql s = oc_sql_new(c);
	oc_db db;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	oc_sql_add(&s, "UPDATE %T SET seen_at = %u WHERE id = %u AND shop = %u AND seen_at < %u", "conversation",
		oc_db_time(&db), conversation, (uint64_t)c->chat->shop, oc_db_time(&db) - SIGN_EVERY);
	ok = oc_db_run(&db, &s, NULL);
	oc_db_close(&db);
	return ok;
}

bool oc_current(oc_call *c, const oc_identity *who, uint64_t *conversation)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT id FROM %T WHERE shop = %u AND visitor = %b AND status IN (1, 2, 3) ORDER BY status = 3,"
		" last_at DESC, id DESC LIMIT 1", "conversation", (uint64_t)c->chat->shop, oc_actor(c->arena, who));
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	*conversation = r[0].rows ? oc_cell_u64(&r[0], 0, 0) : 0;
	return true;
}
