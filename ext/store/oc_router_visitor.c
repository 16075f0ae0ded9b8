/* What a visitor asks of the door: a hold, its release, a first message. */
#include "store/oc_tx.h"

#include "core/oc_text.h"
#include "core/oc_utf8.h"
#include "store/oc_limits.h"
#include "store/oc_tx_parts.h"

#define HOLD_US (60 * US_PER_S)
#define HOLD_MOST_US (300 * US_PER_S)

typedef struct {
	oc_str address;             /* as holds count it */
	oc_str text, email, phone;  /* start */
} arguments;

enum { OPEN, HOLD, BLOCKED, FOURTH };

/* A visitor has one open conversation: two tabs that start at once meet in it. (A guest's may come to a customer's
 * by adoption: then the one with the newest message.) */
static void read_own(oc_tx *tx, oc_str address)
{
	uint64_t shop = tx->call->chat->shop;

	oc_sql_add(&tx->sql, "SELECT " OC_CONVERSATION_COLUMNS ", " OC_OPERATOR_COLUMNS " FROM %T c LEFT JOIN %T o ON o.shop ="
		" c.shop AND o.id = c.operator WHERE c.shop = %u AND c.visitor = %b AND c.status IN (1, 2) ORDER BY"
		" c.last_at DESC, c.id DESC LIMIT 1 FOR UPDATE", "assistant", "conversation", "operator", shop, tx->actor);
	oc_sql_add(&tx->sql, "SELECT since FROM %T WHERE shop = %u AND visitor = %b", "hold", shop, tx->actor);
	oc_blocked_select(&tx->sql, tx->actor, address);
}

static void hold_reads(oc_tx *tx, void *in)
{
	const arguments *a = in;

	read_own(tx, a->address);
	oc_sql_add(&tx->sql, "SELECT COUNT(*) FROM %T WHERE shop = %u AND address = %b", "hold",
		(uint64_t)tx->call->chat->shop, a->address);
}

static void release_reads(oc_tx *tx, void *in)
{
	read_own(tx, (oc_str){NULL, 0});
}

static void start_reads(oc_tx *tx, void *in)
{
	oc_wish wish = {tx->who->language, 0, tx->who->role == OC_CUSTOMER ? tx->who->id : 0};
	const arguments *a = in;

	read_own(tx, a->address);
	oc_choice_select(tx, &wish);
}

static bool has_open(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *owner)
{
	if (tx->read[OPEN].rows == 0) {
		return false;
	}
	oc_tx_conversation_row(&tx->read[OPEN], 0, 0, conv);
	oc_tx_operator_row(&tx->read[OPEN], 0, OC_CONVERSATION_N_COLUMNS, owner);
	return true;
}

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
	tx->tell.holder = tx->actor;
	tx->tell.hold_ms = (until - tx->now) / 1000 + 1;
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"hold", rule, OC_HELD,
		.detail = oc_format(tx->call->arena, "%llu", (unsigned long long)until)});
}

static void refused(oc_tx *tx, const char *event, const char *rule, oc_outcome outcome, oc_str log)
{
	tx->out.outcome = outcome;
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){event, rule, outcome, .candidates = log});
}

static void new_hold(oc_tx *tx, oc_str address)
{
	if (tx->shop.n.closed) {
		refused(tx, "hold", "hours", OC_CLOSED, (oc_str){NULL, 0});
	} else if (!oc_place(&tx->shop.n, false)) {
		refused(tx, "hold", "no_place", oc_no_place(&tx->shop.n), (oc_str){NULL, 0});
	} else if (oc_cell_u64(&tx->read[FOURTH], 0, 0) >= tx->shop.settings.holds_per_address) {
		refused(tx, "hold", "address", OC_FULL, (oc_str){NULL, 0});
	} else {
		oc_sql_add(&tx->sql, "INSERT INTO %T (shop, visitor, address, since, until) VALUES (%u, %b, %b, %u, %u)", "hold",
			(uint64_t)tx->call->chat->shop, tx->actor, address, tx->now, tx->now + HOLD_US);
		tx->shop.n.holds++;
		held(tx, tx->now + HOLD_US, "place");
	}
}

static bool hold_act(oc_tx *tx, void *in)
{
	const arguments *a = in;
	oc_tx_conversation conv;
	oc_tx_operator owner;
	uint64_t until;

	if (!oc_blocked_pass(tx->call, &tx->read[BLOCKED], tx->now)) {
		return false;
	}
	if (has_open(tx, &conv, &owner)) {
		oc_tx_place(tx, &conv, &owner, conv.status == OC_ONGOING ? OC_ASSIGNED : OC_QUEUED);
		return true;
	}
	if (tx->read[HOLD].rows == 0) {
		new_hold(tx, a->address);
		return true;
	}
	until = oc_cell_u64(&tx->read[HOLD], 0, 0) + HOLD_MOST_US;
	if (until <= tx->now) {
		/* Over, and still there because more was due than one transaction expires. */
		drop_hold(tx);
		new_hold(tx, a->address);
		return true;
	}
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
	/* As rate limits count it: who has an IPv6 address has a network of them. */
	arguments in = {.address = oc_rate_address(c->arena, address)};
	oc_gate gate = OC_GATE_PASS;

	*out = (oc_placement){0};
	if (oc_gate_ask(c, oc_actor(c->arena, who), &gate) && gate != OC_GATE_PASS) {
		out->outcome = gate == OC_GATE_FULL ? OC_FULL : OC_CLOSED;
		return true;
	}
	*c->error = (oc_error){0};
	return oc_tx_run(c, who, 0, (oc_once){0}, &(oc_tx_plan){hold_reads, hold_act}, &in, out);
}

static bool release_act(oc_tx *tx, void *in)
{
	if (tx->read[HOLD].rows) {
		drop_hold(tx);
		oc_tx_decide(tx, &(oc_tx_decision){"hold_end", "released", OC_DONE});
	}
	tx->out.outcome = OC_DONE;
	return true;
}

bool oc_router_release(oc_call *c, const oc_identity *who)
{
	return oc_tx_run(c, who, 0, (oc_once){0}, &(oc_tx_plan){release_reads, release_act}, NULL, NULL);
}

/* The line of the history (a customer keeps one, a guest gets a new one, G24), the conversation as it enters, and
 * its first message. */
static bool insert_conversation(oc_tx *tx, const arguments *in, oc_tx_conversation *conv)
{
	uint64_t shop = tx->call->chat->shop;
	const oc_identity *who = tx->who;
	oc_arena *a = tx->call->arena;
	oc_str customer = who->role == OC_CUSTOMER ? oc_format(a, "%llu", (unsigned long long)who->id) : OC_STR("NULL");
	oc_str owner = conv->operator_id ? oc_format(a, "%u", conv->operator_id) : OC_STR("NULL");
	unsigned first = oc_tx_reads(tx);
	oc_rows *r;

	oc_sql_add(&tx->sql,
		"INSERT INTO %T (shop, customer, name, email, phone, phone_plain, operator) VALUES (%u, %s, %t, %n, %n, %n, %s) ON"
		" DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), name = VALUES(name), email = COALESCE(VALUES(email), email), phone ="
		" COALESCE(VALUES(phone), phone), operator = COALESCE(VALUES(operator), operator)", "thread", shop, customer.p,
		who->name, in->email, in->phone, who->role == OC_CUSTOMER ? (oc_str){NULL, 0} : oc_phone_plain(a, in->phone),
		owner.p);
	oc_sql_add(&tx->sql,
		"INSERT INTO %T (shop, thread, visitor, name, language, status, operator, last_number, revision, started_at,"
		" last_at, waiting_since, assigned_at, excerpt, address) VALUES (%u, LAST_INSERT_ID(), %b, %t, %t, %u, %s, 1, %u, %u,"
		" %u, %u, %u, %t, %b)",
		"conversation", shop, tx->actor, who->name, who->language, (uint64_t)conv->status, owner.p,
		(uint64_t)conv->revision, tx->now, tx->now, conv->waiting_since,
		conv->operator_id ? tx->now : 0, oc_utf8_cut(in->text, 200),
		in->address);
	oc_sql_add(&tx->sql, "INSERT INTO %T (conversation, number, author, operator, name, text, at) VALUES"
		" (LAST_INSERT_ID(), 1, %u, NULL, %t, %t, %u)", "message", (uint64_t)OC_BY_VISITOR, who->name, in->text, tx->now);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	conv->id = r[1].insert_id;
	conv->thread = r[0].insert_id;
	conv->last_number = 1;
	return true;
}

static bool start_new(oc_tx *tx, const arguments *in)
{
	bool own_hold = tx->read[HOLD].rows > 0;
	oc_tx_conversation conv = {.visitor = tx->actor, .name = tx->who->name, .language = tx->who->language, .revision = 1,
		.started_at = tx->now};
	oc_message m = {1, OC_BY_VISITOR, tx->who->name, in->text, tx->now / 1000};
	oc_outcome outcome;
	oc_choice to;
	oc_tx_operator *o;
	bool place;

	/* Who was promised a place within the hours still gets it: nobody writes a question and is then shown the form. */
	if (tx->shop.n.closed && !own_hold) {
		refused(tx, "start", "hours", OC_CLOSED, (oc_str){NULL, 0});
		return true;
	}
	oc_choice_found(tx, &tx->read[FOURTH], &to);
	place = to.found && oc_place(&tx->shop.n, own_hold);
	o = place ? &to.operator : NULL;
	outcome = place ? OC_ASSIGNED : oc_no_place(&tx->shop.n);
	if (outcome == OC_FULL || outcome == OC_CLOSED) {
		refused(tx, "start", "no_place", outcome, to.log);
		return true;
	}
	if (own_hold) {
		drop_hold(tx);
	}
	oc_tx_enter(tx, &conv, o);
	if (!insert_conversation(tx, in, &conv)) {
		return false;
	}
	oc_tx_message_told(tx, &conv, o, &m);
	oc_tx_place(tx, &conv, o, outcome);
	tx->out.number = 1;
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"start", place ? to.rule : "queue", outcome, &conv,
		.operator_id = conv.operator_id, .candidates = to.log,
		.detail = own_hold ? OC_STR("hold") : (oc_str){NULL, 0}});
	return true;
}

static bool start_act(oc_tx *tx, void *in)
{
	const arguments *a = in;
	oc_tx_conversation conv;
	oc_tx_operator owner;

	if (!oc_blocked_pass(tx->call, &tx->read[BLOCKED], tx->now)) {
		return false;
	}
	if (!has_open(tx, &conv, &owner)) {
		return start_new(tx, a);
	}
	oc_tx_message(tx, &conv, &owner, OC_BY_VISITOR, tx->who->name, a->text);
	oc_tx_board(tx, conv.operator_id);
	tx->tell.queue_changed |= conv.status == OC_WAITING;
	oc_tx_place(tx, &conv, &owner, OC_POSTED);
	tx->out.number = conv.last_number;
	return true;
}

bool oc_router_start(oc_call *c, const oc_identity *who, oc_once once, oc_str text, oc_str address, oc_str email,
	oc_str phone, bool first, oc_placement *out)
{
	arguments in = {.address = oc_rate_address(c->arena, address), .text = text, .email = email, .phone = phone};
	oc_gate gate = OC_GATE_PASS;

	*out = (oc_placement){0};
	/* Only a first try may be turned away by the gate: a repetition could have been answered before (I4). */
	if (first && oc_gate_ask(c, oc_actor(c->arena, who), &gate) && gate != OC_GATE_PASS) {
		out->outcome = gate == OC_GATE_FULL ? OC_FULL : OC_CLOSED;
		return true;
	}
	*c->error = (oc_error){0};
	return oc_tx_run(c, who, OC_ACT_START, once, &(oc_tx_plan){start_reads, start_act}, &in, out);
}
