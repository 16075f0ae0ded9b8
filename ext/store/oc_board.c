/* An operator's board, and the decision log. */
#include "store/oc_answer.h"
#include "store/oc_tx.h"

/* Takes the table "assistant" before all others. */
#define BOARD_COLUMNS \
	"c.id, c.thread, c.status, c.visitor, c.name, c.language, c.operator, o.name, c.last_number, c.revision," \
	" c.read_operator, c.read_visitor, c.excerpt, c.started_at, c.last_at, c.waiting_since, " OC_ASSISTANTS_COLUMN

static void conversation_row(const oc_rows *r, unsigned i, oc_conversation *out)
{
	oc_str visitor = oc_cell(r, i, 3);
	oc_str id = visitor.n > 2 ? (oc_str){visitor.p + 2, visitor.n - 2} : (oc_str){NULL, 0};
	bool customer = visitor.n > 2 && visitor.p[0] == 'c';

	*out = (oc_conversation){
		.id = oc_cell_u64(r, i, 0), .thread = oc_cell_u64(r, i, 1), .status = (oc_status)oc_cell_u64(r, i, 2),
		.role = customer ? OC_CUSTOMER : OC_GUEST, .name = oc_cell(r, i, 4), .language = oc_cell(r, i, 5),
		.operator_id = (uint32_t)oc_cell_u64(r, i, 6), .operator_name = oc_cell(r, i, 7),
		.last = (uint32_t)oc_cell_u64(r, i, 8), .revision = (uint32_t)oc_cell_u64(r, i, 9),
		.read_operator = (uint32_t)oc_cell_u64(r, i, 10), .read_visitor = (uint32_t)oc_cell_u64(r, i, 11),
		.excerpt = oc_cell(r, i, 12), .started_at = oc_cell_u64(r, i, 13) / 1000, .last_at = oc_cell_u64(r, i, 14) / 1000,
		.waiting_since = oc_cell_u64(r, i, 15) / 1000, .here = -1, .delivered = -1,
		.assistants = oc_cell(r, i, 16),
	};
	if (customer) {
		oc_str_u64(id, &out->customer);
	}
}

static oc_conversation *conversation_rows(oc_arena *a, const oc_rows *r, size_t *n)
{
	oc_conversation *list = oc_alloc(a, sizeof(oc_conversation) * (r->rows + 1));

	*n = r->rows;
	for (unsigned i = 0; i < r->rows; i++) {
		conversation_row(r, i, &list[i]);
	}
	return list;
}

static oc_operator operator_row(const oc_rows *r, unsigned i)
{
	oc_tx_operator o;

	oc_tx_operator_row(r, i, 0, &o);
	return (oc_operator){o.id, o.name, o.online, o.online && o.away_stage > 0, o.capacity, o.load};
}

static void select_board(oc_sql *s, uint64_t me)
{
	uint64_t shop = s->chat->shop;
	static const char *own = "SELECT " BOARD_COLUMNS " FROM %T c LEFT JOIN %T o ON o.shop = c.shop AND o.id = c.operator"
		" WHERE c.shop = %u AND c.operator = %u AND c.status = %u ORDER BY c.last_at DESC, c.id DESC LIMIT %u";

	oc_sql_add(s, own, "assistant", "conversation", "operator", shop, me, (uint64_t)OC_ONGOING, UINT64_C(1000));
	oc_sql_add(s, own, "assistant", "conversation", "operator", shop, me, (uint64_t)OC_FINISHED, UINT64_C(100));
	oc_sql_add(s, "SELECT " BOARD_COLUMNS " FROM %T c LEFT JOIN %T o ON o.shop = c.shop AND o.id = c.operator WHERE"
		" c.shop = %u AND c.status = 1 ORDER BY c.waiting_since, c.id LIMIT 100", "assistant", "conversation", "operator", shop);
	oc_sql_add(s, "SELECT " OC_OPERATOR_COLUMNS " FROM %T o WHERE o.shop = %u AND o.id = %u", "operator", shop, me);
	oc_sql_add(s, "SELECT " OC_OPERATOR_COLUMNS " FROM %T o WHERE o.shop = %u AND o.online = 1 AND o.id <> %u ORDER BY"
		" o.name, o.id LIMIT 100", "operator", shop, me);
	oc_sql_add(s, "SELECT " BOARD_COLUMNS " FROM %T l JOIN %T c ON c.id = l.conversation LEFT JOIN %T o ON o.shop = c.shop"
		" AND o.id = c.operator WHERE l.shop = %u AND l.operator = %u AND c.status = 2 ORDER BY c.last_at DESC, c.id DESC"
		" LIMIT 1000", "assistant", "assistant", "conversation", "operator", shop, me);
	oc_sql_add(s, "SELECT maximum, ongoing, capacity, hours FROM %T WHERE id = %u", "shop", shop);
}

bool oc_router_board(oc_call *c, const oc_identity *who, oc_board *out)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;
	bool closed;

	select_board(&s, who->id);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	*out = (oc_board){.me = {.id = (uint32_t)who->id, .name = who->name}};
	out->ongoing = conversation_rows(c->arena, &r[0], &out->n_ongoing);
	out->finished = conversation_rows(c->arena, &r[1], &out->n_finished);
	out->waiting = conversation_rows(c->arena, &r[2], &out->n_waiting);
	out->n_colleagues = r[4].rows;
	out->colleagues = oc_alloc(c->arena, sizeof(oc_operator) * (r[4].rows + 1));
	for (unsigned i = 0; i < r[4].rows; i++) {
		out->colleagues[i] = operator_row(&r[4], i);
	}
	out->assisting = conversation_rows(c->arena, &r[5], &out->n_assisting);
	if (r[6].rows) {
		out->maximum = (uint32_t)oc_cell_u64(&r[6], 0, 0);
		out->open = (uint32_t)oc_cell_u64(&r[6], 0, 1);
		out->me.capacity = (uint32_t)oc_cell_u64(&r[6], 0, 2);
		if (!oc_hours_closed(c, oc_cell(&r[6], 0, 3), oc_time_us(), &closed, &out->opens)) {
			return false;
		}
	}
	if (r[3].rows) {
		out->me = operator_row(&r[3], 0);
	}
	return true;
}

bool oc_router_overview(oc_call *c, const oc_identity *who, uint64_t after, uint32_t limit, oc_conversation **list,
	size_t *n)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	if (!who->supervisor) {
		return oc_fail(c->error, OC_E_DENIED, NULL, "overview: for supervisors");
	}
	oc_sql_add(&s, "SELECT " BOARD_COLUMNS " FROM %T c LEFT JOIN %T o ON o.shop = c.shop AND o.id = c.operator WHERE"
		" c.shop = %u AND c.status IN (1, 2) AND c.id > %u ORDER BY c.id LIMIT %u", "assistant", "conversation",
		"operator", (uint64_t)c->chat->shop, after, (uint64_t)limit);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	*list = conversation_rows(c->arena, &r[0], n);
	return true;
}

static void decision_row(const oc_rows *r, unsigned i, oc_decision *d)
{
	*d = (oc_decision){
		.number = oc_cell_u64(r, i, 0), .at = oc_cell_u64(r, i, 1), .event = oc_cell(r, i, 2), .rule = oc_cell(r, i, 3),
		.outcome = oc_cell(r, i, 4), .actor = oc_cell(r, i, 5), .conversation = oc_cell_u64(r, i, 6),
		.status = (oc_status)oc_cell_u64(r, i, 7), .operator_before = (uint32_t)oc_cell_u64(r, i, 8),
		.operator_id = (uint32_t)oc_cell_u64(r, i, 9), .maximum = (uint32_t)oc_cell_u64(r, i, 10),
		.ongoing = (uint32_t)oc_cell_u64(r, i, 11), .waiting = (uint32_t)oc_cell_u64(r, i, 12),
		.holds = (uint32_t)oc_cell_u64(r, i, 13), .free = (uint32_t)oc_cell_u64(r, i, 14),
		.candidates = oc_cell(r, i, 15), .detail = oc_cell(r, i, 16),
		.transaction = oc_cell_u64(r, i, 17),
	};
}

bool oc_router_decisions(oc_call *c, uint64_t after, uint32_t limit, oc_decision **list, size_t *n)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT number, at, event, rule, outcome, actor, conversation, status, operator_before, operator,"
		" maximum, ongoing, waiting, holds, free, candidates, detail, `transaction` FROM %T WHERE shop = %u AND number > %u"
		" ORDER BY number LIMIT %u", "decision", (uint64_t)c->chat->shop, after, (uint64_t)limit);
	if (!oc_read_for(c, NULL, &s, &r)) {
		return false;
	}
	*n = r[0].rows;
	*list = oc_alloc(c->arena, sizeof(oc_decision) * (*n + 1));
	for (unsigned i = 0; i < r[0].rows; i++) {
		decision_row(&r[0], i, &(*list)[i]);
	}
	return true;
}
