/* Lines by what was said in them: which way to go, and the page that comes of it. */
#include "store/oc_search.h"

#include "store/oc_digest.h"
#include "store/oc_lead.h"

#define OWN_LINK_S 10   /* the statements have their own, shorter time */
#define LINES_MOST 2000 /* that filters may leave to be gone along */

typedef struct {
	oc_walk w;
	const oc_page_ask *a;
	oc_history_found *out;
	bool placed; /* begins beyond this place, after passing over so many lines */
	oc_position at;
	uint32_t pass;
} finding;

/* Filters that leave few lines lead: their conversations are fewer than what a word was said in. */
static bool choose(oc_walk *w)
{
	const oc_filter *f = w->s->filter;
	uint64_t most = w->s->group[w->s->lead].documents;
	oc_sql sql = oc_sql_new(w->s->call);
	oc_rows *r;

	if (f->thread || f->customer) {
		w->s->by_lines = true;
		return true;
	}
	if (!f->name.n && !f->email.n && !f->phone.n) {
		return true;
	}
	most = most < LINES_MOST ? most : LINES_MOST;
	oc_search_lines(w->s, &sql, most + 1);
	if (!oc_walk_run(w, &sql, &r)) {
		return false;
	}
	w->s->by_lines = oc_cell_u64(r, 0, 0) <= most;
	return true;
}

/* Exact where few documents are to be counted or the end was seen; else what the dictionary says, as far as it goes. */
static bool count(finding *f, bool counted, bool after)
{
	uint64_t about = f->w.s->group[f->w.s->lead].documents, known = f->out->offset + f->out->n;
	oc_sql sql = oc_sql_new(f->w.s->call);
	oc_rows *r;

	f->out->exact = (counted && !after) || f->w.whole;
	if (f->w.whole) {
		known = f->w.lines;
	} else if (!f->out->exact && f->w.s->by_lines) {
		oc_search_count(f->w.s, &sql);
		if (!oc_walk_run(&f->w, &sql, &r)) {
			return false;
		}
		f->out->exact = true;
		known = oc_cell_u64(r, 0, 0);
	} else if (!f->out->exact) {
		known += after;
		known = about > known ? about : known;
	}
	f->out->total = known < UINT32_MAX ? (uint32_t)known : UINT32_MAX;
	return true;
}

/* Which of what was kept the page shows. Past the end that is the last page, as pages are numbered; or the first. */
static oc_found *cut(finding *f, uint32_t base)
{
	uint32_t limit = f->a->limit, n = (uint32_t)f->w.n, last = base + n ? (base + n - 1) / limit * limit : 0;
	size_t left;

	if (n <= f->pass && f->at.back) {
		f->pass = n > limit ? n - limit : 0;
	} else if (n <= f->pass) {
		f->pass = last > base ? last - base : 0;
	}
	left = f->w.n - f->pass;
	f->out->n = left < limit ? left : limit;
	return f->w.kept + f->pass;
}

static oc_position position(const oc_found *found, bool counted)
{
	return (oc_position){.at = found->place.at, .id = found->place.document, .counted = counted};
}

static void turn(oc_found *list, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		oc_found other = list[i];

		list[i] = list[n - 1 - i];
		list[n - 1 - i] = other;
	}
}

/* The page's cursors. Of one without lines the line at the place itself, seen from the other side of it. */
static void edges(finding *f, const oc_found *list, bool counted, bool before, bool after)
{
	oc_position first = f->at, last;
	size_t n = f->out->n;

	first.id += f->a->oldest_first == f->at.back ? -1 : 1;
	last = first;
	if (n) {
		first = position(&list[0], counted);
		last = position(&list[n - 1], counted);
	}
	oc_page_edges(f->w.s->call, f->a, f->out, &first, &last, before, after);
	if (n && counted && last.id > 0) {
		last.offset = f->out->offset + (uint32_t)n;
		oc_waypoint_leave(f->w.s->call, f->a, &last);
	}
}

/* The page as it is shown: backwards it was read upside down. */
static bool shape(finding *f, oc_found **shown)
{
	bool back = f->at.back, more, counted, after;
	uint32_t base = f->placed ? f->at.offset : 0, end;

	*shown = cut(f, base);
	more = f->w.n > f->pass + f->out->n;
	end = f->pass + (uint32_t)f->out->n;
	after = back ? f->placed || f->pass : more;
	counted = back ? !more || (f->placed && f->at.counted) : !f->placed || f->at.counted;
	f->out->offset = !back ? base + f->pass : more && base > end ? base - end : 0;
	if (back) {
		turn(*shown, f->out->n);
	}
	if (!count(f, counted, after)) {
		return false;
	}
	if (back && !f->placed && more) {
		/* From the end: its number is what there are in all. */
		counted = f->out->exact;
		f->out->offset = f->out->total > end ? f->out->total - end : 0;
	}
	edges(f, *shown, counted, back ? more : f->placed || f->pass, after);
	return true;
}

/* The lines as they are; one that was deleted since is none. */
static bool load(finding *f, oc_found *shown)
{
	oc_history_found *out = f->out;
	oc_sql sql = oc_sql_new(f->w.s->call);
	size_t n = 0;
	oc_rows *r;

	if (out->n == 0) {
		return true;
	}
	oc_sql_add(&sql, "SELECT " OC_LINE_COLUMNS ", " OC_MAIL_COLUMNS " FROM %T t LEFT JOIN %T m ON m.id = t.mail WHERE t.id IN"
		" (", "thread", "mail");
	for (size_t i = 0; i < out->n; i++) {
		oc_sql_more(&sql, i ? ", %u" : "%u", shown[i].thread);
	}
	oc_sql_more(&sql, ") ORDER BY FIELD(t.id");
	for (size_t i = 0; i < out->n; i++) {
		oc_sql_more(&sql, ", %u", shown[i].thread);
	}
	oc_sql_more(&sql, ")");
	if (!oc_walk_run(&f->w, &sql, &r)) {
		return false;
	}
	out->lines = oc_lines(f->w.s->call, r);
	for (size_t i = 0; i < out->n && n < r->rows; i++) {
		if (out->lines[n].id == shown[i].thread) {
			out->lines[n].hit_at = shown[i].place.at * 1000;
			shown[n++] = shown[i];
		}
	}
	out->n = n;
	return oc_hits(&f->w, shown, out->lines, n);
}

/* From the cursor, or else from the nearest place whose number is known. */
static bool begin(finding *f)
{
	oc_call *c = f->w.s->call;
	oc_position near;

	f->pass = f->a->offset;
	if (!f->a->cursor.n && f->pass > OC_PASS_MOST && oc_waypoint_nearest(c, f->a, f->pass, &near) && near.offset <= f->pass) {
		f->placed = true;
		f->at = near;
		f->pass -= near.offset;
	}
	if (f->pass > OC_PASS_MOST && f->w.s->group[f->w.s->lead].documents > OC_PASS_MOST) {
		return oc_page_too_far(c, f->a->offset);
	}
	f->pass = f->pass < OC_PASS_MOST ? f->pass : OC_PASS_MOST;
	f->w.ascending = f->a->oldest_first != f->at.back;
	f->w.first = !f->w.ascending && !f->placed;
	f->w.want = (size_t)f->pass + f->a->limit + 1;
	f->w.at = (oc_place){f->at.at, f->at.id};
	f->w.from = f->placed ? &f->w.at : NULL;
	return true;
}

/* On a link of its own: a search that takes its time is no sign of a server in trouble. */
static bool find(finding *f, oc_search *s)
{
	oc_found *shown;
	oc_link own;
	oc_db db;
	bool ok;

	if (!oc_db_open_own(s->call, OWN_LINK_S, &own, &db)) {
		return false;
	}
	oc_walk_begin(&f->w, s, &db);
	ok = begin(f) && choose(&f->w) && oc_walk_go(&f->w) && shape(f, &shown) && load(f, shown);
	oc_db_close_own(&db);
	return ok;
}

bool oc_find_text(oc_call *c, const oc_identity *who, const oc_page_ask *a, oc_history_found *out)
{
	oc_search *s = oc_alloc(c->arena, sizeof *s);
	oc_query *q = oc_alloc(c->arena, sizeof *q);
	bool from_end = oc_str_eq(a->cursor, OC_STR("end"));
	finding f = {.a = a, .out = out, .placed = a->cursor.n && !from_end, .at = {.back = from_end}};
	bool known;

	*s = (oc_search){.call = c, .filter = a->filter, .query = q};
	*out = (oc_history_found){.exact = true};
	if (!oc_query_parse(c, a->filter->text, q) || (f.placed && !oc_cursor_read(c, a->hmac, a->bound, a->cursor, &f.at))) {
		return false;
	}
	oc_digest_some(c);
	if (!oc_dictionary_read(s, who, &known)) {
		return false;
	}
	/* A word that nobody said; and a left message is no operator's. */
	return !known || (a->filter->operator_id && a->filter->kind == OC_KIND_MESSAGE) || find(&f, s);
}
