#include "store/oc_update.h"

#include <stdlib.h>

#include "core/oc_pace.h"
#include "store/oc_pool.h"
#include "store/oc_redis_api.h"
#include "store/oc_router.h"

#define READ_LIMIT 100
#define TYPING_MAX 200

/* Spreads the clients' next polls; needs no secrecy. */
static uint32_t any_number(void)
{
	uint64_t v = oc_time_us() * UINT64_C(0x9e3779b97f4a7c15);

	return (uint32_t)(v >> 32);
}

/* What Redis said of a poll; Redis away is degraded, and the ticket is then checked against MySQL. */
static bool poll_judge(oc_call *c, const oc_identity *who, bool asked, const oc_poll_answer *a, bool *degraded)
{
	*degraded = !asked;
	if (!asked) {
		if (c->error->cause != OC_E_REDIS) {
			return false;
		}
		*c->error = (oc_error){0};
		return oc_not_revoked(c, who);
	}
	if (a->retry_after > 0) {
		c->error->retry_after = a->retry_after;
		return oc_fail(c->error, OC_E_RATE, NULL, "poll: too many requests, wait %lld ms", (long long)a->retry_after);
	}
	if (a->revoked) {
		return oc_fail(c->error, OC_E_TICKET, "revoked", "ticket: it was revoked; sign in again");
	}
	return true;
}

/* The newest number and revision, for who asks Redis next. */
static void tell_head(oc_call *c, const oc_identity *who, const oc_messages *m)
{
	oc_tell_head head = {
		.conversation = m->conversation, .number = m->last, .revision = m->revision, .operator_id = m->operator_id,
		.operator_away = m->operator_away, .status = m->status, .visitor = oc_actor(c->arena, who),
		.assistants = m->assistants};
	oc_tell tell = {.heads = &head, .n_heads = 1};

	oc_tell_send(c, &tell);
	*c->error = (oc_error){0};
}

bool oc_messages_now(oc_call *c, const oc_identity *who, uint64_t conversation, uint32_t after, uint32_t limit,
	oc_messages *out)
{
	bool operator_reads = who->role == OC_OPERATOR;
	oc_signs signs;

	if (!oc_read(c, who, conversation, after, limit, out)) {
		return false;
	}
	/* A visitor's browser says with its next poll what it has got; a console that has it all asks for nothing more,
	 * so that what it is given counts. */
	if (!oc_look(c, &conversation, 1, who, operator_reads ? out->to : after, &signs)) {
		*c->error = (oc_error){0};
		return true;
	}
	out->read_by_other = oc_mark(out->read_by_other, operator_reads ? signs.read_visitor : signs.read_operator,
		out->last);
	out->delivered_to_other = oc_delivered(out->read_by_other,
		operator_reads ? signs.fetched_visitor : signs.fetched_operator, out->last);
	return true;
}

static uint64_t since_newest(const oc_messages *m)
{
	uint64_t now = oc_time_us() / 1000;

	if (m->n == 0 || m->list[m->n - 1].at > now) {
		return m->n ? 0 : UINT64_MAX;
	}
	return now - m->list[m->n - 1].at;
}

static bool visitor_from_mysql(oc_call *c, const oc_identity *who, const oc_visitor_has *has, const oc_poll_answer *a,
	oc_update *out)
{
	oc_messages *m = oc_alloc(c->arena, sizeof *m);
	bool read = out->degraded ? oc_read(c, who, has->conversation, has->after, READ_LIMIT, m)
		: oc_messages_now(c, who, has->conversation, has->after, READ_LIMIT, m);

	if (!read) {
		return false;
	}
	/* Another server's sweep must not take for gone who only cannot be heard through Redis. */
	if (out->degraded && (m->status == OC_WAITING || m->status == OC_ONGOING) && !oc_visitor_sign(c, has->conversation)) {
		return false;
	}
	if (!out->degraded && (!a->owned || a->changed || m->last > has->after || m->revision != has->revision)) {
		tell_head(c, who, m);
	}
	/* A place in the queue moves up without a revision. */
	if (m->last != has->after || m->revision != has->revision || m->status == OC_WAITING || a->marked) {
		out->changed = true;
	}
	out->messages = m;
	return true;
}

/* Once for what came with the poll before: reading from MySQL says it on the way. */
static void fetched(oc_call *c, const oc_identity *who, const oc_visitor_has *has)
{
	oc_signs signs;

	oc_look(c, &has->conversation, 1, who, has->after, &signs);
	*c->error = (oc_error){0};
}

bool oc_update_visitor(oc_call *c, const oc_identity *who, const oc_visitor_has *has, oc_update *out)
{
	oc_poll_answer a = {.idle_ms = UINT64_MAX};
	bool asked = oc_poll_visitor(c, who, has->address, has->stream, has->conversation, has->after, has->revision, &a);
	oc_pace pace;

	*out = (oc_update){0};
	if (!poll_judge(c, who, asked, &a, &out->degraded)) {
		return false;
	}
	if ((out->degraded || a.changed || a.verify || !a.owned) && !visitor_from_mysql(c, who, has, &a, out)) {
		return false;
	}
	if (a.owned && !a.changed && !a.verify && has->after > a.fetched) {
		fetched(c, who, has);
	}
	out->has_typing = !out->degraded;
	out->typing = a.other_typing;
	if (out->has_typing && a.other_typing != has->typing) {
		out->changed = true;
	}
	out->settings = a.settings;
	out->sweep = a.sweep;
	pace = (oc_pace){
		.changed = out->changed, .typing = a.other_typing, .hidden = has->hidden, .degraded = out->degraded,
		.waiting = out->messages && out->messages->status == OC_WAITING,
		.idle_ms = out->messages && a.idle_ms == UINT64_MAX ? since_newest(out->messages) : a.idle_ms,
		.polls = oc_polls_count(oc_clock_ms()), .polls_budget = c->links->limits.polls_per_second};
	out->delay = oc_pace_delay(&pace, any_number());
	if (!out->changed) {
		out->messages = NULL;
		out->has_typing = false;
	}
	return true;
}

/* ---- the operator's side ---- */

static int compare_ids(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* "7,12" in any order: the same conversations as list? Malformed text is never the same. */
static bool same_typing(oc_call *c, oc_str shown, const uint64_t *list, size_t n)
{
	uint64_t *a = oc_alloc(c->arena, (n + 1) * sizeof *a), *b = oc_alloc(c->arena, (n + 1) * sizeof *b);
	size_t count = 0, from = 0;

	for (size_t i = 0; shown.n && i <= shown.n; i++) {
		if (i < shown.n && shown.p[i] != ',') {
			continue;
		}
		if (count == n || !oc_str_u64((oc_str){shown.p + from, i - from}, &a[count])) {
			return false;
		}
		count++;
		from = i + 1;
	}
	if (count != n) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		b[i] = list[i];
	}
	qsort(a, n, sizeof *a, compare_ids);
	qsort(b, n, sizeof *b, compare_ids);
	for (size_t i = 0; i < n; i++) {
		if (a[i] != b[i]) {
			return false;
		}
	}
	return true;
}

/* Who asks is here, whatever Redis has forgotten: marked away in MySQL ends with this poll (I2). */
static bool board_now(oc_call *c, const oc_identity *who, uint64_t cursor, oc_update *out)
{
	out->changed = true;
	out->board = oc_alloc(c->arena, sizeof *out->board);
	if (!oc_board_read(c, who, cursor, out->degraded, out->board)) {
		return false;
	}
	return !out->board->me.away
		|| (oc_router_back(c, who) && oc_board_read(c, who, cursor, out->degraded, out->board));
}

bool oc_update_operator(oc_call *c, const oc_identity *who, const oc_operator_has *has, oc_update *out)
{
	oc_poll_answer a = {.idle_ms = UINT64_MAX};
	bool asked = oc_poll_operator(c, who, has->address, has->stream, has->cursor, &a);
	oc_pace pace;

	*out = (oc_update){0};
	if (!poll_judge(c, who, asked, &a, &out->degraded)) {
		return false;
	}
	if (a.away && !oc_router_back(c, who)) {
		return false;
	}
	if ((out->degraded || a.changed || a.verify || a.away) && !board_now(c, who, a.cursor, out)) {
		return false;
	}
	out->has_typing = !out->degraded;
	out->n_typing = a.n_typing < TYPING_MAX ? a.n_typing : TYPING_MAX;
	/* Also when nobody types: a list, though empty, is the operator's form of the answer. */
	out->typing_list = oc_alloc(c->arena, (out->n_typing + 1) * sizeof *out->typing_list);
	for (size_t i = 0; i < out->n_typing; i++) {
		out->typing_list[i] = a.typing[i];
	}
	if (out->has_typing && !same_typing(c, has->typing, out->typing_list, out->n_typing)) {
		out->changed = true;
	}
	out->settings = a.settings;
	out->sweep = a.sweep;
	pace = (oc_pace){
		.changed = a.changed || a.away, .typing = a.n_typing > 0, .hidden = has->hidden, .degraded = out->degraded,
		.idle_ms = a.idle_ms, .polls = oc_polls_count(oc_clock_ms()),
		.polls_budget = c->links->limits.polls_per_second};
	out->delay = oc_pace_operator(&pace, any_number());
	if (!out->changed) {
		out->has_typing = false;
	}
	return true;
}
