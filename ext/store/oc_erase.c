/* Erasing one person's part of the history (GDPR), and what is older than the shop keeps. */
#include "store/oc_delete.h"

#include "store/oc_answer.h"
#include "store/oc_redis_api.h"
#include "store/oc_tx_parts.h"

#define PASSES 5 /* somebody who talks on while being erased begins lines anew */
#define LINES 50 /* found at once */

typedef struct {
	uint64_t thread;
	const char *rule; /* why, in the decision log */
} ending;

static void open_select(oc_tx *tx, void *in)
{
	const ending *e = in;

	oc_sql_add(&tx->sql, "SELECT " OC_CONVERSATION_COLUMNS ", " OC_OPERATOR_COLUMNS " FROM %T c LEFT JOIN %T o ON o.shop ="
		" c.shop AND o.id = c.operator WHERE c.thread = %u AND c.shop = %u AND c.status IN (1, 2) ORDER BY c.id LIMIT 1 FOR"
		" UPDATE", "assistant", "conversation", "operator", e->thread, (uint64_t)tx->call->chat->shop);
}

static bool end_act(oc_tx *tx, void *in)
{
	const ending *e = in;
	oc_tx_conversation conv;
	oc_tx_operator owner;

	if (tx->read[0].rows == 0) {
		return true;
	}
	oc_tx_conversation_row(&tx->read[0], 0, 0, &conv);
	oc_tx_operator_row(&tx->read[0], 0, OC_CONVERSATION_N_COLUMNS, &owner);
	oc_tx_finish(tx, &conv, &owner);
	tx->out.conversation = conv.id;
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"end", e->rule, OC_DONE, &conv,
		.operator_before = conv.operator_id});
	return true;
}

/* One open conversation a transaction, until there is none. */
static bool end_open(oc_call *c, const oc_identity *who, ending *e)
{
	oc_placement done = {.conversation = 1};

	while (done.conversation) {
		if (!oc_tx_run(c, who, 0, (oc_once){0}, &(oc_tx_plan){open_select, end_act}, e, &done)) {
			return false;
		}
	}
	return true;
}

bool oc_line_close(oc_call *c, const oc_identity *who, uint64_t thread, const char *rule)
{
	ending e = {thread, rule};
	bool open = true, ended = false;

	while (open) {
		if (!oc_line_look(c, who, thread, &open, &ended)
			|| (open && !end_open(c, who, &e))
			|| ((open || ended) && !oc_line_archive(c, who, thread, &open))) {
			return false;
		}
	}
	return true;
}

static bool erase_line(oc_call *c, const oc_identity *who, uint64_t thread, bool *gone)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT DISTINCT visitor FROM %T WHERE thread = %u AND shop = %u", "conversation", thread,
		(uint64_t)c->chat->shop);
	if (!oc_line_close(c, who, thread, "erased") || !oc_read_for(c, who, &s, &r)) {
		return false;
	}
	if (!oc_line_remove(c, &(oc_removal){.thread = thread, .person = true}, gone)) {
		return false;
	}
	for (unsigned i = 0; i < r[0].rows; i++) {
		oc_forget_visitor(c, oc_cell(&r[0], i, 0));
	}
	return true;
}

static bool hold_act(oc_tx *tx, void *in)
{
	const oc_str *visitor = in;

	if (tx->read[0].rows) {
		oc_sql_add(&tx->sql, "DELETE FROM %T WHERE shop = %u AND visitor = %b", "hold", (uint64_t)tx->call->chat->shop,
			*visitor);
		tx->shop.n.holds--;
		oc_tx_decide(tx, &(oc_tx_decision){"hold_end", "erased", OC_DONE, .actor = *visitor});
	}
	return true;
}

static void hold_select(oc_tx *tx, void *in)
{
	const oc_str *visitor = in;

	oc_sql_add(&tx->sql, "SELECT 1 FROM %T WHERE shop = %u AND visitor = %b", "hold", (uint64_t)tx->call->chat->shop, *visitor);
}

/* What is the customer's own, whichever line it came from. */
static bool erase_customer(oc_call *c, const oc_identity *who, uint64_t customer)
{
	oc_str visitor = oc_format(c->arena, "c:%llu", (unsigned long long)customer);
	uint64_t shop = c->chat->shop;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	if (!oc_tx_run(c, who, 0, (oc_once){0}, &(oc_tx_plan){hold_select, hold_act}, &visitor, NULL)) {
		return false;
	}
	oc_sql_add(&s, "DELETE FROM %T WHERE shop = %u AND actor = %b", "outcome", shop, visitor);
	oc_sql_add(&s, "DELETE FROM %T WHERE shop = %u AND what = 1 AND subject = %b", "block", shop, visitor);
	if (!oc_read_for(c, NULL, &s, &r)) {
		return false;
	}
	oc_forget_visitor(c, visitor);
	return true;
}

bool oc_line_erase(oc_call *c, const oc_identity *who, uint64_t thread, bool *gone)
{
	oc_arena own = {NULL};
	oc_call call = *c;
	bool ok;

	call.arena = &own;
	ok = erase_line(&call, who, thread, gone);
	oc_arena_free(&own);
	return ok;
}

/* All their lines once; *found: there were some. */
static bool erase_lines(oc_call *c, const oc_identity *who, const oc_person *p, uint64_t *erased, bool *found)
{
	uint64_t ids[LINES], after = 0;
	unsigned n = LINES;

	for (*found = false; n == LINES; after = ids[LINES - 1]) {
		if (!oc_person_lines(c, who, p, after, LINES, ids, &n)) {
			return false;
		}
		for (unsigned i = 0; i < n; i++) {
			bool gone;

			*found = true;
			if (!oc_line_erase(c, who, ids[i], &gone)) {
				return false;
			}
			*erased += gone;
		}
	}
	return true;
}

bool oc_history_erase(oc_call *c, const oc_identity *who, const oc_person *p, uint64_t *erased)
{
	bool found = true;

	*erased = 0;
	for (int i = 0; i < PASSES && found; i++) {
		if (!erase_lines(c, who, p, erased, &found)) {
			return false;
		}
	}
	return p->customer == 0 || erase_customer(c, who, p->customer);
}

bool oc_history_expire(oc_call *c, uint64_t before, uint32_t limit, uint32_t *expired)
{
	uint64_t shop = c->chat->shop, most = limit;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	/* Nothing of a line that stays is lost if it is cut short: each conversation is a transaction. */
	oc_sql_add(&s, "(SELECT thread, id, last_at AS at FROM %T WHERE shop = %u AND status = 4 AND last_at < %u ORDER BY last_at"
		" LIMIT %u) UNION ALL (SELECT t.id, 0, m.at FROM %T m JOIN %T t ON t.mail = m.id WHERE m.shop = %u AND m.at < %u"
		" ORDER BY m.at LIMIT %u) ORDER BY at LIMIT %u", "conversation", shop, before * 1000, most, "mail", "thread", shop,
		before * 1000, most, most);
	if (!oc_read_for(c, NULL, &s, &r)) {
		return false;
	}
	for (*expired = 0; *expired < r[0].rows; (*expired)++) {
		if (!oc_line_remove(c, &(oc_removal){.thread = oc_cell_u64(&r[0], *expired, 0),
				.conversation = oc_cell_u64(&r[0], *expired, 1)}, NULL)) {
			return false;
		}
	}
	return true;
}
