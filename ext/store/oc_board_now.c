/* An operator's board: MySQL's lines, with what Redis knows of each. */
#include "store/oc_redis_api.h"
#include "store/oc_router.h"
#include "store/oc_update.h"

static size_t board_count(const oc_board *b)
{
	return b->n_ongoing + b->n_finished + b->n_waiting + b->n_assisting;
}

/* All conversations of a board, one after the other. */
static oc_conversation *board_at(oc_board *b, size_t i)
{
	if (i < b->n_ongoing) {
		return &b->ongoing[i];
	}
	i -= b->n_ongoing;
	if (i < b->n_finished) {
		return &b->finished[i];
	}
	i -= b->n_finished;
	return i < b->n_waiting ? &b->waiting[i] : &b->assisting[i - b->n_waiting];
}

/* Who is here and what was read: Redis's, where it answers. */
static void board_look(oc_call *c, oc_board *b)
{
	size_t n = board_count(b);
	uint64_t *ids = oc_alloc(c->arena, n * sizeof *ids);
	oc_signs *signs = oc_alloc(c->arena, n * sizeof *signs);
	bool looked;

	for (size_t i = 0; i < n; i++) {
		ids[i] = board_at(b, i)->id;
	}
	looked = n == 0 || oc_look(c, ids, n, NULL, 0, signs);
	for (size_t i = 0; i < n; i++) {
		oc_conversation *v = board_at(b, i);

		v->here = looked ? signs[i].here : -1;
		if (looked) {
			v->read_visitor = oc_mark(v->read_visitor, signs[i].read_visitor, v->last);
			v->read_operator = oc_mark(v->read_operator, signs[i].read_operator, v->last);
		}
		v->delivered = oc_delivered(v->read_visitor, looked ? signs[i].fetched_visitor : -1, v->last);
	}
	if (!looked) {
		*c->error = (oc_error){0};
	}
}

bool oc_board_read(oc_call *c, const oc_identity *who, uint64_t cursor, bool degraded, oc_board *out)
{
	if (!oc_router_board(c, who, out)) {
		return false;
	}
	out->cursor = cursor;
	if (degraded) {
		for (size_t i = 0; i < board_count(out); i++) {
			oc_conversation *v = board_at(out, i);

			v->here = -1;
			v->delivered = oc_delivered(v->read_visitor, -1, v->last);
		}
	} else {
		board_look(c, out);
	}
	return true;
}

bool oc_board_now(oc_call *c, const oc_identity *who, oc_board *out)
{
	uint64_t cursor = 0;
	bool degraded = !oc_cursor(c, (uint32_t)who->id, &cursor);

	/* Without a cursor (0) the next watch finds that its board may have changed. */
	if (degraded) {
		*c->error = (oc_error){0};
	}
	return oc_board_read(c, who, cursor, degraded, out);
}

bool oc_overview_now(oc_call *c, const oc_identity *who, uint64_t after, uint32_t limit, oc_conversation **list, size_t *n)
{
	oc_board b = {0};

	if (!oc_router_overview(c, who, after, limit, &b.ongoing, &b.n_ongoing)) {
		return false;
	}
	board_look(c, &b);
	*list = b.ongoing;
	*n = b.n_ongoing;
	return true;
}
