/* An operator's board: MySQL's lines, with what Redis knows of each. */
#include "store/oc_redis_api.h"
#include "store/oc_router.h"
#include "store/oc_update.h"

static size_t board_count(const oc_board *b)
{
	return b->n_ongoing + b->n_finished + b->n_waiting;
}

/* All conversations of a board, one after the other. */
static oc_conversation *board_at(oc_board *b, size_t i)
{
	if (i < b->n_ongoing) {
		return &b->ongoing[i];
	}
	i -= b->n_ongoing;
	return i < b->n_finished ? &b->finished[i] : &b->waiting[i - b->n_finished];
}

static uint32_t mark_of(uint32_t stored, uint32_t told, uint32_t last)
{
	if (told > last) {
		told = last;
	}
	return told > stored ? told : stored;
}

/* Who is here and what was read: Redis's, where it answers. */
static void board_look(oc_call *c, oc_board *b)
{
	size_t n = board_count(b);
	uint64_t *ids = oc_alloc(c->arena, n * sizeof *ids);
	int *here = oc_alloc(c->arena, n * sizeof *here);
	uint32_t *marks = oc_alloc(c->arena, 2 * n * sizeof *marks);
	bool looked;

	for (size_t i = 0; i < n; i++) {
		ids[i] = board_at(b, i)->id;
	}
	looked = n == 0 || oc_look(c, ids, n, here, marks);
	for (size_t i = 0; i < n; i++) {
		oc_conversation *v = board_at(b, i);

		v->here = looked ? here[i] : -1;
		if (looked) {
			v->read_visitor = mark_of(v->read_visitor, marks[2 * i], v->last);
			v->read_operator = mark_of(v->read_operator, marks[2 * i + 1], v->last);
		}
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
			board_at(out, i)->here = -1;
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
