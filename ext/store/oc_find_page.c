/* A page of the history's lines (G22), found by its place in their order: however deep it lies, no more is read than is
 * shown. */
#include "store/oc_lead.h"

#define SLOW_MS 2000 /* below the limit on reading from the server */
/* What lines may be looked through for where all that fit can be read and sorted instead: thousands of them take less. Those
 * of an operator who left years ago stand behind all that came since. */
#define LOOK_MS 200
#define AT (OC_LINE_N_COLUMNS + OC_MAIL_N_COLUMNS)

typedef struct {
	oc_db *db;
	oc_call *c;
	const oc_page_ask *a;
	oc_history_found *out;
	oc_leads leads;
	const char *slow; /* the filter for which it may take long, and how long it may; NULL: none */
	unsigned limit_ms;
	bool too_long;
	bool exact;
	uint32_t total;
	/* Where the page begins: beyond a place, or at an end. */
	bool placed, back;
	oc_position at;
} finding;

/* "SELECT", which ends in time where lines may have to be passed over. */
static const char *select(const finding *f)
{
	return f->slow ? oc_format(f->c->arena, "/*M!100101 SET STATEMENT max_statement_time = %u.%03u FOR */ SELECT /*+"
		" MAX_EXECUTION_TIME(%u) */", f->limit_ms / 1000, f->limit_ms % 1000, f->limit_ms).p : "SELECT";
}

static bool run(finding *f, oc_sql *s, oc_rows **r)
{
	if (oc_db_run(f->db, s, r)) {
		return true;
	}
	f->too_long = f->slow && oc_db_too_long(f->db);
	if (f->too_long) {
		return oc_fail(f->c->error, OC_E_INVALID, f->slow, "%s: looking through the lines for it took longer than %d s; ask"
			" for dates as well, or for more of a name, email or phone", f->slow, SLOW_MS / 1000);
	}
	return false;
}

static bool count(finding *f)
{
	oc_sql s = oc_sql_new(f->c);
	uint64_t n = f->leads.estimate;
	oc_rows *r;

	if (f->leads.countable) {
		oc_sql_add(&s, "%s", oc_lead_counts(f->c, &f->leads.count).p);
		if (!run(f, &s, &r)) {
			return false;
		}
		n = oc_cell_u64(&r[0], 0, 0);
		f->exact = true;
	}
	f->total = n < UINT32_MAX ? (uint32_t)n : UINT32_MAX;
	return true;
}

static oc_stretch stretch(const finding *f, bool back, uint32_t limit)
{
	return (oc_stretch){.descending = f->a->oldest_first == back, .beyond = f->placed ? &f->at : NULL, .limit = limit};
}

/* Moves the place over so many lines; at an end it becomes the beginning from that end, in the other direction. */
static bool pass(finding *f, bool back, uint32_t lines, bool including)
{
	oc_stretch s = stretch(f, back, 1);
	oc_sql q = oc_sql_new(f->c);
	oc_rows *r;

	s.pass = lines - 1;
	s.including = including;
	oc_sql_add(&q, "%s at, id FROM (%s) p", select(f), oc_lead_places(f->c, &f->leads.page, &s).p);
	if (!run(f, &q, &r)) {
		return false;
	}
	f->placed = r[0].rows > 0;
	if (f->placed) {
		f->at.at = oc_cell_u64(&r[0], 0, 0);
		f->at.id = (int64_t)oc_cell_u64(&r[0], 0, 1);
	} else {
		f->back = !back;
		f->at = (oc_position){.counted = back};
	}
	return true;
}

static bool pass_from_cursor(finding *f)
{
	uint32_t n = f->a->offset;

	f->at.offset = !f->back ? f->at.offset + n : f->at.offset > n ? f->at.offset - n : 0;
	return pass(f, f->back, n, false);
}

bool oc_page_too_far(oc_call *c, uint32_t offset)
{
	return oc_fail(c->error, OC_E_INVALID, "offset", "offset: %u lines are too many to pass over, at most %d are; go"
		" there by next and previous, or ask for dates", offset, OC_PASS_MOST);
}

/* From the nearest place whose number is known. An offset past the end leads to the last page, as pages are numbered. */
static bool pass_from_start(finding *f)
{
	uint32_t offset = f->a->offset, limit = f->a->limit;
	oc_position nearest;

	if (f->exact && offset >= f->total) {
		offset = f->total ? (f->total - 1) / limit * limit : 0;
	}
	if (offset == 0) {
		return true;
	}
	/* Lines have moved since a waypoint was left: as far as it can be, the number is counted. */
	if (offset > OC_PASS_MOST && oc_waypoint_nearest(f->c, f->a, offset, &nearest)) {
		f->placed = true;
		f->at = nearest;
	}
	nearest = f->at;
	f->at.offset = offset;
	if (nearest.offset == offset) {
		return true;
	}
	if (nearest.offset > offset) {
		return nearest.offset - offset <= OC_PASS_MOST ? pass(f, true, nearest.offset - offset + 1, true)
			: oc_page_too_far(f->c, offset);
	}
	if (offset - nearest.offset <= OC_PASS_MOST) {
		return pass(f, false, offset - nearest.offset, false);
	}
	if ((uint64_t)offset + limit < f->total) {
		return oc_page_too_far(f->c, offset);
	}
	f->placed = false;
	f->back = true;
	return true;
}

/* The line at the place itself, seen from the other side of it. */
static oc_position around(const finding *f)
{
	oc_position at = f->at;

	at.id += f->a->oldest_first == f->back ? -1 : 1;
	return at;
}

void oc_page_edges(oc_call *c, const oc_page_ask *a, oc_history_found *out, const oc_position *first, const oc_position *last,
	bool before, bool after)
{
	oc_position to;

	if (before) {
		to = (oc_position){first->at, first->id, true, out->offset, first->counted};
		out->previous = oc_cursor_make(c, a->hmac, a->bound, &to);
	}
	if (after) {
		to = (oc_position){last->at, last->id, false, out->offset + (uint32_t)out->n, last->counted};
		out->next = oc_cursor_make(c, a->hmac, a->bound, &to);
	}
}

static void number(finding *f, bool more)
{
	uint32_t n = (uint32_t)f->out->n, end = f->placed ? f->at.offset : f->total;

	if (!f->back) {
		f->out->offset = f->placed ? f->at.offset : 0;
		f->at.counted = f->at.counted || !f->placed;
		return;
	}
	f->at.counted = !more || (f->placed ? f->at.counted : f->exact);
	f->out->offset = more && end > n ? end - n : 0;
}

static oc_position place_of(const finding *f, const oc_rows *r, unsigned i)
{
	return (oc_position){.at = oc_cell_u64(r, i, AT), .id = (int64_t)oc_cell_u64(r, i, AT + 1), .counted = f->at.counted};
}

/* Rows as they were read, nearest to the place first; the last may be one more than the page holds. */
static void fill(finding *f, const oc_rows *rows, bool other_side)
{
	bool more = rows->rows > f->a->limit, back = f->back;
	oc_rows page = *rows;
	oc_thread *list;
	oc_position first, last;

	page.rows -= more;
	list = oc_lines(f->c, &page);
	f->out->n = page.rows;
	f->out->lines = oc_alloc(f->c->arena, sizeof(oc_thread) * (page.rows + 1));
	for (unsigned i = 0; i < page.rows; i++) {
		f->out->lines[back ? page.rows - 1 - i : i] = list[i];
	}
	number(f, more);
	if (page.rows == 0) {
		first = last = around(f);
	} else {
		first = place_of(f, rows, back ? page.rows - 1 : 0);
		last = place_of(f, rows, back ? 0 : page.rows - 1);
	}
	oc_page_edges(f->c, f->a, f->out, &first, &last, back ? more : other_side, back ? other_side : more);
	if (page.rows && f->at.counted) {
		last.offset = f->out->offset + page.rows;
		oc_waypoint_leave(f->c, f->a, &last);
	}
}

static bool read_page(finding *f)
{
	oc_stretch here = stretch(f, f->back, f->a->limit + 1), there = stretch(f, !f->back, 1);
	const char *way = here.descending ? "DESC" : "ASC";
	oc_lead *l = &f->leads.page;
	oc_sql s = oc_sql_new(f->c);
	oc_rows *r;

	oc_sql_add(&s, "%s " OC_LINE_COLUMNS ", " OC_MAIL_COLUMNS ", p.at, p.id FROM (%s) p STRAIGHT_JOIN %T t ON t.id = p.id"
		" LEFT JOIN %T m ON m.id = t.mail ORDER BY p.at %s, p.id %s", select(f), oc_lead_places(f->c, l, &here).p, "thread",
		"mail", way, way);
	if (f->placed) {
		there.including = true;
		oc_sql_add(&s, "%s at, id FROM (%s) p", select(f), oc_lead_places(f->c, l, &there).p);
	}
	if (!run(f, &s, &r)) {
		return false;
	}
	fill(f, &r[0], f->placed && r[1].rows > 0);
	return true;
}

static bool give(finding *f)
{
	const oc_page_ask *a = f->a;

	return (!a->offset || (a->cursor.n ? pass_from_cursor(f) : pass_from_start(f))) && read_page(f);
}

/* Lines in order, or all that fit where it is in vain to look for them so. */
static bool give_in_time(finding *f)
{
	const oc_leads *l = &f->leads;
	bool sortable = l->page.slow && !l->count.slow;
	oc_error kept = *f->c->error;
	finding begun;

	f->slow = l->page.slow;
	f->limit_ms = sortable ? LOOK_MS : SLOW_MS;
	begun = *f;
	if (give(f)) {
		return true;
	}
	if (!f->too_long || !sortable) {
		return false;
	}
	*f = begun;
	*f->c->error = kept;
	f->leads.page = f->leads.count;
	f->limit_ms = SLOW_MS;
	return give(f);
}

static void sum_up(finding *f)
{
	oc_history_found *out = f->out;
	uint32_t known = out->offset + (uint32_t)out->n + (out->next.p != NULL);

	out->exact = f->exact;
	out->total = f->exact || f->total > known ? f->total : known;
}

bool oc_find_lines(oc_db *db, const oc_page_ask *a, oc_history_found *out)
{
	finding f = {.db = db, .c = db->call, .a = a, .out = out};

	*out = (oc_history_found){0};
	if (oc_str_eq(a->cursor, OC_STR("end"))) {
		f.back = true;
	} else if (a->cursor.n) {
		if (!oc_cursor_read(f.c, a->hmac, a->bound, a->cursor, &f.at)) {
			return false;
		}
		f.placed = true;
		f.back = f.at.back;
	}
	if (!oc_leads_choose(db, a->filter, &f.leads) || !count(&f)) {
		return false;
	}
	if (!give_in_time(&f)) {
		return false;
	}
	sum_up(&f);
	return true;
}
