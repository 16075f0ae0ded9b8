/* What a visitor asks of the door: a hold, its release, a first message. */
#include "store/oc_tx.h"

#include "core/oc_utf8.h"
#include "store/oc_tx_parts.h"

#define HOLD_US (60 * US_PER_S)
#define HOLD_MOST_US (300 * US_PER_S)

/* A visitor has one open conversation: two tabs that start at once meet in it. */
static bool read_open(oc_tx *tx, oc_rows **r)
{
	unsigned first = oc_tx_reads(tx);
	uint64_t shop = tx->call->chat->shop;

	oc_sql_add(&tx->sql, "SELECT " OC_CONVERSATION_COLUMNS ", " OC_OPERATOR_COLUMNS " FROM %T c LEFT JOIN %T o ON o.shop ="
		" c.shop AND o.id = c.operator WHERE c.shop = %u AND c.visitor = %b AND c.status IN (1, 2) ORDER BY c.id DESC"
		" LIMIT 1 FOR UPDATE", "conversation", "operator", shop, tx->actor);
	oc_sql_add(&tx->sql, "SELECT since, until FROM %T WHERE shop = %u AND visitor = %b", "hold", shop, tx->actor);
	oc_sql_add(&tx->sql, OC_CANDIDATES_SQL, "operator", shop);
	return oc_tx_send(tx, first, r);
}

typedef struct {
	oc_str address;
} hold_arguments;

static void drop_hold(oc_tx *tx)
{
	oc_sql_add(&tx->sql, "DELETE FROM %T WHERE shop = %u AND visitor = %b", "hold", (uint64_t)tx->call->chat->shop,
		tx->actor);
	tx->shop.n.holds--;
}

static void held(oc_tx *tx, uint64_t until, const char *rule)
{
	if (until < tx->shop.next_due) {
		tx->shop.next_due = until;
	}
	tx->out.outcome = OC_HELD;
	tx->out.until = until / 1000;
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"hold", rule, OC_HELD,
		.detail = oc_format(tx->call->arena, "%llu", (unsigned long long)until)});
}

static bool new_hold(oc_tx *tx, oc_str address, const oc_rows *candidates)
{
	uint64_t shop = tx->call->chat->shop;
	unsigned first = oc_tx_reads(tx);
	oc_candidate list[OC_CANDIDATES];
	oc_str log;
	size_t n;
	oc_rows *r;

	oc_tx_candidates_row(tx, candidates, list, &n, &log);
	if (!oc_place(&tx->shop.n, false)) {
		tx->out.outcome = oc_no_place(&tx->shop.n);
		tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"hold", "no_place", tx->out.outcome, .candidates = log});
		return true;
	}
	oc_sql_add(&tx->sql, "SELECT COUNT(*) FROM %T WHERE shop = %u AND address = %b", "hold", shop, address);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	if (oc_cell_u64(&r[0], 0, 0) >= tx->shop.settings.holds_per_address) {
		tx->out.outcome = OC_FULL;
		tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"hold", "address", OC_FULL, .candidates = log});
		return true;
	}
	oc_sql_add(&tx->sql, "INSERT INTO %T (shop, visitor, address, since, until) VALUES (%u, %b, %b, %u, %u)", "hold", shop,
		tx->actor, address, tx->now, tx->now + HOLD_US);
	tx->shop.n.holds++;
	held(tx, tx->now + HOLD_US, "place");
	return true;
}

static bool hold_act(oc_tx *tx, void *arguments)
{
	hold_arguments *in = arguments;
	oc_rows *r;
	uint64_t until;

	if (!read_open(tx, &r)) {
		return false;
	}
	if (r[0].rows) {
		oc_tx_conversation conv;
		oc_tx_operator owner;

		oc_tx_conversation_row(&r[0], 0, 0, &conv);
		oc_tx_operator_row(&r[0], 0, OC_CONVERSATION_N_COLUMNS, &owner);
		oc_tx_place(tx, &conv, &owner, conv.status == OC_ONGOING ? OC_ASSIGNED : OC_QUEUED);
		return true;
	}
	if (r[1].rows == 0) {
		return new_hold(tx, in->address, &r[2]);
	}
	until = oc_cell_u64(&r[1], 0, 0) + HOLD_MOST_US;
	if (until > tx->now + HOLD_US) {
		until = tx->now + HOLD_US;
	}
	oc_sql_add(&tx->sql, "UPDATE %T SET until = %u WHERE shop = %u AND visitor = %b", "hold", until,
		(uint64_t)tx->call->chat->shop, tx->actor);
	held(tx, until, "renewed");
	return true;
}

bool oc_router_hold(oc_call *c, const oc_identity *who, oc_str address, oc_placement *out)
{
	hold_arguments in = {address};
	oc_gate gate = OC_GATE_PASS;

	*out = (oc_placement){0};
	if (oc_gate_ask(c, oc_actor(c->arena, who), &gate) && gate != OC_GATE_PASS) {
		out->outcome = gate == OC_GATE_FULL ? OC_FULL : OC_CLOSED;
		return true;
	}
	*c->error = (oc_error){0};
	if (!oc_tx_run(c, who, 0, (oc_once){0}, hold_act, &in, out)) {
		return false;
	}
	if (out->outcome == OC_HELD) {
		oc_gate_held(c, oc_actor(c->arena, who), out->until);
		*c->error = (oc_error){0};
	}
	return true;
}

static bool release_act(oc_tx *tx, void *arguments)
{
	oc_rows *r;

	if (!read_open(tx, &r)) {
		return false;
	}
	if (r[1].rows) {
		drop_hold(tx);
		oc_tx_decide(tx, &(oc_tx_decision){"hold_end", "released", OC_DONE});
	}
	tx->out.outcome = OC_DONE;
	return true;
}

bool oc_router_release(oc_call *c, const oc_identity *who)
{
	return oc_tx_run(c, who, 0, (oc_once){0}, release_act, NULL, NULL);
}

typedef struct {
	oc_str text, email, phone;
} start_arguments;

/* The line of the history and the conversation's row; a customer keeps one line, a guest gets a new one (G24). */
static bool insert_conversation(oc_tx *tx, const start_arguments *in, oc_tx_conversation *conv)
{
	uint64_t shop = tx->call->chat->shop;
	const oc_identity *who = tx->who;
	unsigned first = oc_tx_reads(tx);
	oc_rows *r;
	oc_str customer = who->role == OC_CUSTOMER ? oc_format(tx->call->arena, "%llu", (unsigned long long)who->id)
											   : OC_STR("NULL");

	oc_sql_add(&tx->sql,
		"INSERT INTO %T (shop, customer, name, email, phone) VALUES (%u, %s, %t, %n, %n) ON DUPLICATE KEY UPDATE id ="
		" LAST_INSERT_ID(id), name = VALUES(name), email = COALESCE(VALUES(email), email), phone ="
		" COALESCE(VALUES(phone), phone)", "thread", shop, customer.p, who->name, in->email, in->phone);
	oc_sql_add(&tx->sql,
		"INSERT INTO %T (shop, thread, visitor, name, language, status, started_at, last_at, waiting_since, excerpt)"
		" VALUES (%u, LAST_INSERT_ID(), %b, %t, %t, 1, %u, %u, %u, '')", "conversation", shop, tx->actor, who->name,
		who->language, tx->now, tx->now, tx->now);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	*conv = (oc_tx_conversation){.id = r[1].insert_id, .thread = r[0].insert_id, .visitor = tx->actor, .name = who->name,
		.revision = 1, .started_at = tx->now};
	return true;
}

static bool start_new(oc_tx *tx, const start_arguments *in, bool own_hold, const oc_rows *candidates)
{
	oc_candidate list[OC_CANDIDATES];
	oc_tx_conversation conv;
	oc_tx_operator o = {0};
	const oc_candidate *best;
	oc_outcome outcome;
	oc_str log;
	size_t n;

	oc_tx_candidates_row(tx, candidates, list, &n, &log);
	best = oc_place(&tx->shop.n, own_hold) ? oc_choose(list, n) : NULL;
	outcome = best ? OC_ASSIGNED : oc_no_place(&tx->shop.n);
	if (outcome == OC_FULL || outcome == OC_CLOSED) {
		tx->out.outcome = outcome;
		tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"start", "no_place", outcome, .candidates = log});
		return true;
	}
	if (own_hold) {
		drop_hold(tx);
	}
	if (!insert_conversation(tx, in, &conv) || (best && !oc_tx_operator_read(tx, best->id, &o))) {
		return false;
	}
	if (best) {
		oc_tx_assign(tx, &conv, &o);
	} else {
		oc_tx_wait(tx, &conv, conv.started_at);
	}
	oc_tx_message(tx, &conv, &o, OC_BY_VISITOR, tx->who->name, in->text);
	oc_tx_place(tx, &conv, &o, outcome);
	tx->out.number = 1;
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"start", best ? "fewest_open" : "queue", outcome, &conv,
		.operator_id = o.id, .candidates = log,
		.detail = own_hold ? OC_STR("hold") : (oc_str){NULL, 0}});
	return true;
}

static bool start_act(oc_tx *tx, void *arguments)
{
	start_arguments *in = arguments;
	oc_tx_conversation conv;
	oc_tx_operator owner;
	oc_rows *r;

	if (!read_open(tx, &r)) {
		return false;
	}
	if (r[0].rows == 0) {
		return start_new(tx, in, r[1].rows > 0, &r[2]);
	}
	oc_tx_conversation_row(&r[0], 0, 0, &conv);
	oc_tx_operator_row(&r[0], 0, OC_CONVERSATION_N_COLUMNS, &owner);
	oc_tx_message(tx, &conv, &owner, OC_BY_VISITOR, tx->who->name, in->text);
	oc_tx_board(tx, conv.operator_id);
	tx->tell.queue_changed |= conv.status == OC_WAITING;
	oc_tx_place(tx, &conv, &owner, OC_POSTED);
	tx->out.number = conv.last_number;
	return true;
}

bool oc_router_start(oc_call *c, const oc_identity *who, oc_once once, oc_str text, oc_str address, oc_str email,
	oc_str phone, bool first, oc_placement *out)
{
	start_arguments in = {text, email, phone};
	oc_gate gate = OC_GATE_PASS;

	*out = (oc_placement){0};
	/* Only a first try may be turned away by the gate: a repetition could have been answered before (I4). */
	if (first && oc_gate_ask(c, oc_actor(c->arena, who), &gate) && gate != OC_GATE_PASS) {
		out->outcome = gate == OC_GATE_FULL ? OC_FULL : OC_CLOSED;
		return true;
	}
	*c->error = (oc_error){0};
	return oc_tx_run(c, who, OC_ACT_START, once, start_act, &in, out);
}
