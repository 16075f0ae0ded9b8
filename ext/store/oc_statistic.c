/* What owners count, rolled up when a conversation is digested: a year is some ten thousand rows, however much was said.
 * Half hours of UTC, as days begin at one in nearly every time zone; where they begin at a quarter (Nepal, the Chatham
 * Islands) that quarter hour counts to the day before. Nothing in here is about a visitor: deleting leaves it as it is. */
#include "store/oc_statistic.h"

#include "store/oc_answer.h"

#define SLOT_MS UINT64_C(1800000)
#define SLOT_US "1800000000"

#define COLUMNS "shop, slot, operator, conversations, abandoned, missed, waited, waited_us, answered, answer_us, length_us," \
	" visitor_messages, operator_messages"
#define ADD(column) column " = " column " + VALUES(" column ")"
#define ADDED " ON DUPLICATE KEY UPDATE " ADD("conversations") ", " ADD("abandoned") ", " ADD("missed") ", " ADD("waited") \
	", " ADD("waited_us") ", " ADD("answered") ", " ADD("answer_us") ", " ADD("length_us") ", " ADD("visitor_messages") \
	", " ADD("operator_messages")

/* Never negative: a clock that went back is no waiting time. */
#define BETWEEN(from, to) "IF(" to " > " from ", " to " - " from ", 0)"

/* Waited: from the start to the first assignment, where that was kept. Answered: from the start to the first message of an
 * operator; notes are no messages. Abandoned: ended, and nobody ever had it. */
static void add_conversation(oc_sql *s, uint64_t conversation)
{
	oc_sql_add(s, "INSERT INTO %T (" COLUMNS ") SELECT c.shop, c.started_at DIV " SLOT_US ", COALESCE(c.operator, 0), 1,"
		" c.operator IS NULL AND c.assigned_at = 0 AND m.by_operator = 0, 0, c.assigned_at > 0, "
		BETWEEN("c.started_at", "c.assigned_at") ", m.first_at IS NOT NULL, " BETWEEN("c.started_at", "m.first_at") ", "
		BETWEEN("c.started_at", "c.finished_at") ", m.by_visitor, m.by_operator FROM %T c JOIN (SELECT COALESCE(SUM(author ="
		" 1), 0) by_visitor, COALESCE(SUM(author = 2), 0) by_operator, MIN(IF(author = 2, at, NULL)) first_at FROM %T WHERE"
		" conversation = %u) m WHERE c.id = %u AND c.shop = %u AND c.status = 4" ADDED, "statistic", "conversation", "message",
		conversation, conversation, (uint64_t)s->chat->shop);
}

static void add_mail(oc_sql *s, uint64_t mail)
{
	oc_sql_add(s, "INSERT INTO %T (" COLUMNS ") SELECT shop, at DIV " SLOT_US ", 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0 FROM %T WHERE"
		" id = %u AND shop = %u" ADDED, "statistic", "mail", mail, (uint64_t)s->chat->shop);
}

void oc_statistic_count(oc_sql *s, uint64_t conversation_or_0, uint64_t mail_or_0)
{
	if (conversation_or_0) {
		add_conversation(s, conversation_or_0);
	} else {
		add_mail(s, mail_or_0);
	}
}

/* The first half hour that begins at this time or after it. */
static uint64_t slot(uint64_t ms)
{
	return (ms + SLOT_MS - 1) / SLOT_MS;
}

/* "b1,b2,…": INTERVAL(slot, …) then is the number of the period. */
static oc_str ends(oc_call *c, const uint64_t *bounds, size_t n)
{
	oc_buf b = oc_buf_new(c->arena, n * 12);

	for (size_t i = 1; i < n; i++) {
		oc_put_listed(&b, slot(bounds[i]));
	}
	return oc_buf_str(&b);
}

static oc_statistic row(const oc_rows *r, unsigned i)
{
	return (oc_statistic){.period = (uint32_t)oc_cell_u64(r, i, 0), .operator_id = (uint32_t)oc_cell_u64(r, i, 1),
		.operator_name = oc_cell(r, i, 2), .conversations = oc_cell_u64(r, i, 3), .abandoned = oc_cell_u64(r, i, 4),
		.missed = oc_cell_u64(r, i, 5), .waited = oc_cell_u64(r, i, 6), .waited_us = oc_cell_u64(r, i, 7),
		.answered = oc_cell_u64(r, i, 8), .answer_us = oc_cell_u64(r, i, 9), .length_us = oc_cell_u64(r, i, 10),
		.visitor_messages = oc_cell_u64(r, i, 11), .operator_messages = oc_cell_u64(r, i, 12)};
}

bool oc_statistics(oc_call *c, const oc_identity *who, const uint64_t *bounds, size_t n, oc_statistic **list, size_t *rows)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	/* Names by their key: one that holds names too is preferred otherwise, and all operators read for each row. */
	oc_sql_add(&s, "SELECT g.period, g.operator, o.name, g.conversations, g.abandoned, g.missed, g.waited, g.waited_us,"
		" g.answered, g.answer_us, g.length_us, g.visitor_messages, g.operator_messages FROM (SELECT INTERVAL(slot, %s) period,"
		" operator, SUM(conversations) conversations, SUM(abandoned) abandoned, SUM(missed) missed, SUM(waited) waited,"
		" SUM(waited_us) waited_us, SUM(answered) answered, SUM(answer_us) answer_us, SUM(length_us) length_us,"
		" SUM(visitor_messages) visitor_messages, SUM(operator_messages) operator_messages FROM %T WHERE shop = %u AND slot >="
		" %u AND slot < %u GROUP BY 1, 2) g LEFT JOIN %T o FORCE INDEX (PRIMARY) ON o.shop = %u AND o.id = g.operator"
		" ORDER BY g.period, g.operator",
		ends(c, bounds, n).p, "statistic", (uint64_t)c->chat->shop, slot(bounds[0]), slot(bounds[n - 1]), "operator",
		(uint64_t)c->chat->shop);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	*rows = r[0].rows;
	*list = oc_alloc(c->arena, sizeof(oc_statistic) * (*rows + 1));
	for (unsigned i = 0; i < r[0].rows; i++) {
		(*list)[i] = row(&r[0], i);
	}
	return true;
}
