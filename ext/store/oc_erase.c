/* One person's part of the history (GDPR): found by customer, email and phone, read for an export, erased; and what is
 * older than the shop keeps. */
#include "store/oc_delete.h"

#include "core/oc_text.h"
#include "store/oc_answer.h"
#include "store/oc_redis_api.h"
#include "store/oc_tx_parts.h"

#define PASSES 5 /* somebody who talks on while being erased begins lines anew */

/* The ids of a person's lines, a select for each thing known, by an index of its own. Names of lines fold accents, of
 * which two people's addresses may differ. */
static oc_str lines_of(oc_call *c, const oc_person *p)
{
	uint64_t shop = c->chat->shop;
	oc_str phone = oc_phone_plain(c->arena, p->phone);
	oc_sql s = oc_sql_new(c);

	oc_sql_add(&s, "SELECT id FROM %T WHERE shop = %u AND customer = %u", "thread", shop, p->customer);
	s.statements = 0;
	oc_sql_add(&s, " UNION SELECT id FROM %T WHERE shop = %u AND left_by = %u", "thread", shop, p->customer);
	if (p->email.n) {
		s.statements = 0;
		oc_sql_add(&s, " UNION SELECT id FROM %T WHERE shop = %u AND email = %t AND LOWER(email) COLLATE utf8mb4_bin ="
			" LOWER(%t) AND customer IS NULL", "thread", shop, p->email, p->email);
	}
	if (phone.n) {
		s.statements = 0;
		oc_sql_add(&s, " UNION SELECT id FROM %T WHERE shop = %u AND phone_plain = %t AND customer IS NULL", "thread", shop,
			phone);
	}
	return oc_buf_str(&s.text);
}

bool oc_history_person(oc_call *c, const oc_identity *who, const oc_person *p, oc_thread **list, size_t *n)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT " OC_LINE_COLUMNS ", " OC_MAIL_COLUMNS " FROM (%s) theirs JOIN %T t ON t.id = theirs.id LEFT JOIN"
		" %T m ON m.id = t.mail ORDER BY t.id", lines_of(c, p).p, "thread", "mail");
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	*list = oc_lines(c, &r[0]);
	*n = r[0].rows;
	return true;
}

static void open_select(oc_tx *tx, void *in)
{
	const uint64_t *thread = in;

	oc_sql_add(&tx->sql, "SELECT " OC_CONVERSATION_COLUMNS ", " OC_OPERATOR_COLUMNS " FROM %T c LEFT JOIN %T o ON o.shop ="
		" c.shop AND o.id = c.operator WHERE c.thread = %u AND c.shop = %u AND c.status IN (1, 2) ORDER BY c.id LIMIT 1 FOR"
		" UPDATE", "assistant", "conversation", "operator", *thread, (uint64_t)tx->call->chat->shop);
}

static bool end_act(oc_tx *tx, void *in)
{
	oc_tx_conversation conv;
	oc_tx_operator owner;

	if (tx->read[0].rows == 0) {
		return true;
	}
	oc_tx_conversation_row(&tx->read[0], 0, 0, &conv);
	oc_tx_operator_row(&tx->read[0], 0, OC_CONVERSATION_N_COLUMNS, &owner);
	oc_tx_finish(tx, &conv, &owner);
	tx->out.conversation = conv.id;
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"end", "erased", OC_DONE, &conv,
		.operator_before = conv.operator_id});
	return true;
}

/* One open conversation a transaction, until there is none. */
static bool end_open(oc_call *c, const oc_identity *who, uint64_t thread)
{
	oc_placement done = {.conversation = 1};

	while (done.conversation) {
		if (!oc_tx_run(c, who, 0, (oc_once){0}, &(oc_tx_plan){open_select, end_act}, &thread, &done)) {
			return false;
		}
	}
	return true;
}

static bool end_and_archive(oc_call *c, const oc_identity *who, uint64_t thread)
{
	bool open = true, ended = false;

	while (open) {
		if (!oc_line_look(c, who, thread, &open, &ended)
			|| (open && !end_open(c, who, thread))
			|| ((open || ended) && !oc_line_archive(c, who, thread, &open))) {
			return false;
		}
	}
	return true;
}

/* Pages they looked at are Redis's for a day. Where it is away, it forgets them by itself. */
static bool erase_line(oc_call *c, const oc_identity *who, uint64_t thread, bool *gone)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT DISTINCT visitor FROM %T WHERE thread = %u AND shop = %u", "conversation", thread,
		(uint64_t)c->chat->shop);
	if (!end_and_archive(c, who, thread) || !oc_read_for(c, who, &s, &r)) {
		return false;
	}
	for (unsigned i = 0; i < r[0].rows; i++) {
		oc_trail_forget(c, oc_cell(&r[0], i, 0));
	}
	return oc_line_remove(c, &(oc_removal){.thread = thread, .person = true}, gone);
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
	oc_trail_forget(c, visitor);
	oc_sql_add(&s, "DELETE FROM %T WHERE shop = %u AND actor = %b", "outcome", shop, visitor);
	oc_sql_add(&s, "DELETE FROM %T WHERE shop = %u AND what = 1 AND subject = %b", "block", shop, visitor);
	return oc_read_for(c, NULL, &s, &r);
}

bool oc_history_erase(oc_call *c, const oc_identity *who, const oc_person *p, uint64_t *erased)
{
	const char *lines = lines_of(c, p).p;

	*erased = 0;
	for (int i = 0; i < PASSES; i++) {
		oc_sql s = oc_sql_new(c);
		oc_rows *r;

		oc_sql_add(&s, "%s", lines);
		if (!oc_read_for(c, who, &s, &r)) {
			return false;
		}
		if (r[0].rows == 0) {
			break;
		}
		for (unsigned k = 0; k < r[0].rows; k++) {
			bool gone;

			if (!erase_line(c, who, oc_cell_u64(&r[0], k, 0), &gone)) {
				return false;
			}
			*erased += gone;
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
