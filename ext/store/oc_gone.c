/* What is kept of a shop that is no more, and its end. */
#include "store/oc_gone.h"

#include "store/oc_answer.h"
#include "store/oc_delete.h"
#include "store/oc_redis_api.h"

#define LINES 50 /* closed at once */
#define LOT 1000 /* rows of a table that go at once: each lot is a transaction */

bool oc_shops(oc_call *c, uint32_t **ids, size_t *n)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT id FROM %T ORDER BY id", "shop");
	if (!oc_read_for(c, NULL, &s, &r)) {
		return false;
	}
	*n = r[0].rows;
	*ids = oc_alloc(c->arena, (*n + 1) * sizeof **ids);
	for (unsigned i = 0; i < r[0].rows; i++) {
		(*ids)[i] = (uint32_t)oc_cell_u64(&r[0], i, 0);
	}
	return true;
}

bool oc_shop_kept(oc_call *c, oc_kept *out)
{
	uint64_t shop = c->chat->shop;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	oc_sql_add(&s, "SELECT (SELECT COUNT(*) FROM %T WHERE shop = %u), (SELECT COUNT(*) FROM %T WHERE shop = %u)",
		"conversation", shop, "mail", shop);
	if (!oc_read_for(c, NULL, &s, &r)) {
		return false;
	}
	*out = (oc_kept){oc_cell_u64(&r[0], 0, 0), oc_cell_u64(&r[0], 0, 1)};
	return true;
}

/* Each line in memory of its own. */
static bool close_line(oc_call *c, uint64_t thread)
{
	oc_arena own = {NULL};
	oc_call call = *c;
	bool ok;

	call.arena = &own;
	ok = oc_line_close(&call, NULL, thread, "shop_gone");
	oc_arena_free(&own);
	return ok;
}

bool oc_shop_close(oc_call *c, uint32_t *lines)
{
	unsigned n = LINES;

	for (*lines = 0; n == LINES; *lines += n) {
		oc_sql s = oc_sql_new(c);
		oc_rows *r;

		oc_sql_add(&s, "SELECT DISTINCT thread FROM %T WHERE shop = %u AND status IN (1, 2, 3) LIMIT %u", "conversation",
			(uint64_t)c->chat->shop, (uint64_t)LINES);
		if (!oc_read_for(c, NULL, &s, &r)) {
			return false;
		}
		n = r[0].rows;
		for (unsigned i = 0; i < n; i++) {
			if (!close_line(c, oc_cell_u64(&r[0], i, 0))) {
				return false;
			}
		}
	}
	return true;
}

static bool empty(oc_call *c, const char *table, const char *column)
{
	uint64_t gone = LOT;

	while (gone == LOT) {
		oc_sql s = oc_sql_new(c);
		oc_rows *r;

		oc_sql_add(&s, "DELETE FROM %T WHERE %s = %u LIMIT %u", table, column, (uint64_t)c->chat->shop, (uint64_t)LOT);
		if (!oc_read_for(c, NULL, &s, &r)) {
			return false;
		}
		gone = r[0].affected;
	}
	return true;
}

/* The shop's own row goes last: while it is there, there is something left to erase. */
static bool erase_rest(oc_call *c)
{
	static const char *const tables[] = {"mail", "hold", "outcome", "block", "assistant", "speaker", "operator", "freed",
		"revocation", "decision", "undigested", "word", "statistic"};

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		if (!empty(c, tables[i], "shop")) {
			return false;
		}
	}
	if (!empty(c, "shop", "id")) {
		return false;
	}
	oc_forget_shop(c);
	return true;
}

bool oc_shop_erase(oc_call *c, uint32_t limit, uint32_t *lines)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	*lines = 0;
	oc_sql_add(&s, "SELECT id FROM %T WHERE shop = %u ORDER BY id LIMIT %u", "thread", (uint64_t)c->chat->shop, (uint64_t)limit);
	if (!oc_read_for(c, NULL, &s, &r)) {
		return false;
	}
	for (; *lines < r[0].rows; (*lines)++) {
		if (!oc_line_erase(c, NULL, oc_cell_u64(&r[0], *lines, 0), NULL)) {
			return false;
		}
	}
	return *lines > 0 || erase_rest(c);
}
