/* Going along the documents of a search until a page's lines are found. */
#include "store/oc_search.h"

#define SEARCH_S 5
#define LOT_MOST 1000   /* documents of a statement whose lines are looked up for newer hits, */
#define LOT_LARGE 10000 /* and of one whose are not */
#define FEW 500         /* documents that are read whole, since they are to be counted, */
#define FEW_INSIDE 2000 /* and where the page is not the newest one: lines would be looked through for longer */

static bool refuse_slow(oc_search *s)
{
	const oc_filter *f = s->filter;

	return oc_query_refuse(s->call, OC_QUERY_SLOW, "looking for it takes longer than %d s: ask for %s as well", SEARCH_S,
		!f->from && !f->to ? "dates" : f->customer || f->thread || f->name.n || f->email.n || f->phone.n ? "a rarer word"
		: "a name, an email address or a rarer word");
}

void oc_walk_begin(oc_walk *w, oc_search *s, oc_db *db)
{
	*w = (oc_walk){.s = s, .db = db, .deadline = oc_clock_ms() + SEARCH_S * 1000};
}

bool oc_walk_run(oc_walk *w, oc_sql *sql, oc_rows **r)
{
	uint64_t now = oc_clock_ms(), left = now < w->deadline ? w->deadline - now : 0;
	oc_sql all = oc_sql_new(w->s->call);

	if (!left) {
		return refuse_slow(w->s);
	}
	oc_sql_add(&all, "SET SESSION lock_wait_timeout = %u /*M!100101 , SESSION max_statement_time = %s */"
		" /*!50708 , SESSION max_execution_time = %u */", (uint64_t)SEARCH_S + 1, oc_format(w->s->call->arena, "%llu.%03llu",
		(unsigned long long)left / 1000, (unsigned long long)left % 1000).p, left);
	oc_sql_add(&all, "%s", oc_buf_str(&sql->text).p);
	all.statements += sql->statements - 1;
	if (!oc_db_run(w->db, &all, r)) {
		return oc_db_too_long(w->db) ? refuse_slow(w->s) : false;
	}
	(*r)++;
	return true;
}

static oc_place place_of(const oc_rows *r, unsigned i)
{
	return (oc_place){oc_cell_u64(r, i, 0), oc_cell_i64(r, i, 1)};
}

static bool beyond(const oc_walk *w, const oc_place *place)
{
	bool above = place->at > w->at.at || (place->at == w->at.at && place->document > w->at.document);
	bool same = place->at == w->at.at && place->document == w->at.document;

	return w->ascending ? above : !above && !same;
}

/* Of each line the newest document that was read stays. Upwards that is its last one in this lot: whether there are
 * newer ones is asked next. */
static oc_found *newest(oc_walk *w, const oc_rows *r, oc_seen *seen, bool ascending)
{
	oc_found *list = oc_alloc(w->s->call->arena, sizeof *list * (r->rows + 1));

	for (unsigned k = 0; k < r->rows; k++) {
		unsigned i = ascending ? r->rows - 1 - k : k;

		list[i] = (oc_found){place_of(r, i), oc_cell_u64(r, i, 2), oc_cell_u64(r, i, 3) != 0, false};
		list[i].dropped = !oc_seen_add(seen, w->s->call->arena, list[i].thread);
	}
	return list;
}

/* Drops what has a newer hit elsewhere: that is where its line stands. */
static bool drop_older(oc_walk *w, oc_found *list, size_t n)
{
	oc_found *asked = oc_alloc(w->s->call->arena, sizeof *asked * (n + 1));
	oc_sql sql = oc_sql_new(w->s->call);
	size_t several = 0;
	oc_seen older = {0};
	oc_rows *r;

	for (size_t i = 0; i < n; i++) {
		if (list[i].several && !list[i].dropped) {
			asked[several++] = list[i];
		}
	}
	if (w->first || several == 0) {
		return true;
	}
	oc_search_newer(w->s, &sql, asked, several);
	if (!oc_walk_run(w, &sql, &r)) {
		return false;
	}
	for (unsigned i = 0; i < r->rows; i++) {
		oc_seen_add(&older, w->s->call->arena, oc_cell_u64(r, i, 0));
	}
	for (size_t i = 0; i < n; i++) {
		list[i].dropped = list[i].dropped || oc_seen_has(&older, list[i].thread);
	}
	return true;
}

static bool read_lot(oc_walk *w, uint64_t limit)
{
	oc_sql sql = oc_sql_new(w->s->call);
	oc_seen lot = {0};
	oc_found *list;
	oc_rows *r;

	oc_search_documents(w->s, &sql, w->from, w->ascending, limit);
	if (!oc_walk_run(w, &sql, &r)) {
		return false;
	}
	list = newest(w, r, w->ascending ? &lot : &w->seen, w->ascending);
	if (!drop_older(w, list, r->rows)) {
		return false;
	}
	for (unsigned i = 0; i < r->rows && w->n < w->want; i++) {
		if (!list[i].dropped) {
			w->kept[w->n++] = list[i];
		}
	}
	w->ended = r->rows < limit;
	if (r->rows) {
		w->at = list[r->rows - 1].place;
		w->from = &w->at;
	}
	return true;
}

/* All lines of a rare word, newest first, and of those the ones beyond the place. */
static bool read_whole(oc_walk *w)
{
	oc_sql sql = oc_sql_new(w->s->call);
	size_t n = 0, i;
	oc_found *list;
	oc_rows *r;

	oc_search_documents(w->s, &sql, NULL, false, LOT_LARGE);
	if (!oc_walk_run(w, &sql, &r)) {
		return false;
	}
	list = newest(w, r, &w->seen, false);
	for (i = 0; i < r->rows; i++) {
		if (!list[i].dropped) {
			list[n++] = list[i];
		}
	}
	w->lines = n;
	for (i = 0; i < n && w->n < w->want; i++) {
		const oc_found *found = &list[w->ascending ? n - 1 - i : i];

		if (!w->from || beyond(w, &found->place)) {
			w->kept[w->n++] = *found;
		}
	}
	return true;
}

/* How many documents to read next: as many lines as are still wanted, if it goes on as before, and some more. */
static uint64_t next_lot(const oc_walk *w, uint64_t read, uint64_t most)
{
	uint64_t missing = w->want - w->n, lot = w->n ? missing * read / w->n : read * 2;

	lot += lot / 4 + 8;
	return lot < most ? lot : most;
}

/* Along lines each lot reads all of them. */
bool oc_walk_go(oc_walk *w)
{
	uint64_t most = w->first || w->s->by_lines ? LOT_LARGE : LOT_MOST, read = 0;
	uint64_t lot = w->want < most && !w->s->by_lines ? w->want : most;

	w->kept = oc_alloc(w->s->call->arena, sizeof *w->kept * (w->want + 1));
	w->whole = !w->s->by_lines && w->s->group[w->s->lead].documents <= (w->first ? FEW : FEW_INSIDE);
	if (w->whole) {
		return read_whole(w);
	}
	while (w->n < w->want && !w->ended) {
		if (!read_lot(w, lot)) {
			return false;
		}
		read += lot;
		lot = next_lot(w, read, most);
	}
	return true;
}
