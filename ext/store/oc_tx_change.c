/* The changes a routing transaction makes. Each keeps the shop's counts with it, so that no place can be
 * gained or lost by forgetting one. */
#include "store/oc_tx.h"

#include "core/oc_event.h"
#include "core/oc_utf8.h"

uint32_t oc_tx_free(const oc_tx_operator *o)
{
	return o->known && o->online && o->away_stage == 0 && o->load < o->capacity ? o->capacity - o->load : 0;
}

void oc_tx_load(oc_tx *tx, oc_tx_operator *o, int by)
{
	uint32_t before = oc_tx_free(o);

	o->load = (uint32_t)((int64_t)o->load + by);
	o->idle_since = tx->now;
	tx->shop.n.free += oc_tx_free(o) - before;
	oc_sql_add(&tx->sql, "UPDATE %T SET load_now = %u, idle_since = %u WHERE shop = %u AND id = %u", "operator",
		(uint64_t)o->load, tx->now, (uint64_t)tx->call->chat->shop, (uint64_t)o->id);
	oc_tx_speaks(tx, o);
	oc_tx_board(tx, o->id);
}

static void stop_waiting(oc_tx *tx, const oc_tx_conversation *conv)
{
	if (conv->status == OC_WAITING) {
		tx->shop.n.waiting--;
		tx->tell.queue_changed = true;
	}
}

static void take_place(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *o)
{
	oc_tx_load(tx, o, 1);
	tx->shop.n.ongoing++;
	conv->status = OC_ONGOING;
	conv->operator_id = o->id;
	conv->waiting_since = 0;
	conv->revision++;
}

static void join_queue(oc_tx *tx, oc_tx_conversation *conv, uint64_t since)
{
	tx->shop.n.waiting++;
	tx->tell.queue_changed = true;
	conv->status = OC_WAITING;
	conv->operator_id = 0;
	conv->waiting_since = since;
	conv->revision++;
}

void oc_tx_enter(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *o)
{
	if (o) {
		take_place(tx, conv, o);
	} else {
		join_queue(tx, conv, conv->started_at);
	}
}

void oc_tx_assign(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *o)
{
	stop_waiting(tx, conv);
	oc_tx_no_assistant(tx, conv, o->id);
	take_place(tx, conv, o);
	/* The first assignment's time stays. Of one that was somebody's before that was kept (schema version 8) it is unknown. */
	oc_sql_add(&tx->sql,
		"UPDATE %T SET assigned_at = IF(assigned_at = 0 AND operator IS NULL, %u, assigned_at), status = %u, operator = %u,"
		" waiting_since = 0, finished_at = 0, revision = revision + 1 WHERE id = %u", "conversation", tx->now,
		(uint64_t)OC_ONGOING, (uint64_t)o->id, conv->id);
	/* A known face, from now on; a guest's line is never asked. */
	if (conv->visitor.n && conv->visitor.p[0] == 'c') {
		oc_sql_add(&tx->sql, "UPDATE %T SET operator = %u WHERE id = %u", "thread", (uint64_t)o->id, conv->thread);
	}
	oc_tx_head(tx, conv, o);
}

void oc_tx_unassign(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *owner)
{
	oc_tx_load(tx, owner, -1);
	tx->shop.n.ongoing--;
	conv->status = OC_NO_STATUS;
}

void oc_tx_wait(oc_tx *tx, oc_tx_conversation *conv, uint64_t since)
{
	join_queue(tx, conv, since);
	oc_sql_add(&tx->sql,
		"UPDATE %T SET status = %u, operator = NULL, waiting_since = %u, finished_at = 0, revision = revision + 1"
		" WHERE id = %u", "conversation", (uint64_t)OC_WAITING, since, conv->id);
	oc_tx_head(tx, conv, NULL);
}

void oc_tx_finish(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *owner)
{
	stop_waiting(tx, conv);
	oc_tx_alone(tx, conv);
	if (conv->status == OC_ONGOING) {
		uint32_t free = tx->shop.n.free;

		oc_tx_unassign(tx, conv, owner);
		/* Who signs off or is away takes the place along: nobody who waits gets it. */
		tx->freed += tx->shop.n.free > free;
	}
	conv->status = OC_FINISHED;
	conv->revision++;
	oc_sql_add(&tx->sql, "UPDATE %T SET status = %u, waiting_since = 0, finished_at = %u, mail_attempts = 0, revision = revision + 1"
		" WHERE id = %u", "conversation", (uint64_t)OC_FINISHED, tx->now, conv->id);
	oc_tx_head(tx, conv, conv->operator_id ? owner : NULL);
	tx->tell.closed = oc_grow(tx->call->arena, tx->tell.closed, tx->tell.n_closed, &tx->size_closed, sizeof(uint64_t));
	tx->tell.closed[tx->tell.n_closed++] = conv->id;
}

void oc_tx_message(oc_tx *tx, oc_tx_conversation *conv, const oc_tx_operator *owner, oc_author author, oc_str name,
	oc_str text)
{
	oc_arena *a = tx->call->arena;
	oc_message m = {++conv->last_number, author, name, text, tx->now / 1000};
	oc_str by = author == OC_BY_VISITOR ? OC_STR("NULL") : oc_format(a, "%llu", (unsigned long long)tx->who->id);

	oc_sql_add(&tx->sql, "INSERT INTO %T (conversation, number, author, operator, name, text, at)"
		" VALUES (%u, %u, %u, %s, %t, %t, %u)", "message", conv->id, (uint64_t)m.number, (uint64_t)author, by.p, name,
		text, tx->now);
	oc_sql_add(&tx->sql, "UPDATE %T SET last_number = %u, last_at = %u, excerpt = %t WHERE id = %u", "conversation",
		(uint64_t)m.number, tx->now, oc_utf8_cut(text, 200), conv->id);
	oc_tx_message_told(tx, conv, owner, &m);
}

void oc_tx_message_told(oc_tx *tx, const oc_tx_conversation *conv, const oc_tx_operator *owner, const oc_message *m)
{
	oc_tx_head(tx, conv, owner);
	tx->tell.heads[tx->tell.n_heads - 1].event = oc_event_message(tx->call->arena, conv->id, m, conv->status,
		conv->revision);
}

void oc_tx_read_mark(oc_tx *tx, const oc_tx_conversation *conv, bool by_operator, uint32_t seen)
{
	const char *mark = by_operator ? "read_operator" : "read_visitor";

	/* Who only looks in reads for themselves. */
	if (by_operator && conv->operator_id != tx->who->id) {
		return;
	}
	oc_sql_add(&tx->sql, "UPDATE %T SET %s = GREATEST(%s, LEAST(%u, last_number)) WHERE id = %u", "conversation", mark,
		mark, (uint64_t)seen, conv->id);
}

uint64_t oc_tx_decide(oc_tx *tx, const oc_tx_decision *d)
{
	oc_arena *a = tx->call->arena;
	const oc_counts *n = &tx->shop.n;
	oc_str before = d->operator_before ? oc_format(a, "%u", d->operator_before) : OC_STR("NULL");
	oc_str operator_id = d->operator_id ? oc_format(a, "%u", d->operator_id) : OC_STR("NULL");
	oc_str conv = OC_STR("NULL"), status = OC_STR("NULL");

	if (d->conv) {
		conv = oc_format(a, "%llu", (unsigned long long)d->conv->id);
		status = oc_format(a, "%d", (int)d->conv->status);
	}
	tx->shop.decision++;
	if (tx->changes++ == 0) {
		tx->first_decision = tx->shop.decision;
	}
	oc_sql_add(&tx->sql,
		"INSERT INTO %T (shop, number, at, event, rule, outcome, actor, conversation, status, operator_before,"
		" operator, maximum, ongoing, waiting, holds, free, candidates, detail, `transaction`) VALUES (%u, %u, %u, %t, %t,"
		" %t, %b, %s, %s, %s, %s, %u, %u, %u, %u, %u, %b, %b, %u)",
		"decision", (uint64_t)tx->call->chat->shop, tx->shop.decision, tx->now, oc_str_of(d->event),
		oc_str_of(d->rule), oc_str_of(oc_outcome_word(d->outcome)), d->actor.n ? d->actor : tx->actor, conv.p, status.p,
		before.p, operator_id.p, (uint64_t)n->maximum, (uint64_t)n->ongoing, (uint64_t)n->waiting,
		(uint64_t)n->holds, (uint64_t)n->free, d->candidates, d->detail, tx->first_decision);
	tx->now++;
	return tx->shop.decision;
}
