/* Which way is taken, by what the optimizer estimates of each; and the statements that go it. */
#include "store/oc_lead.h"

/* So few lines may be read and sorted for a page. Where more fit, they are looked through in order until the page is
 * full: in a history of 700,000 lines with 5,000 that fit, about 7,000 for a page of 50. Neither reads many more. */
#define FEW 5000
/* An operator's lines stand in the database's order of numbers, so that each is looked up: 4 µs. */
#define FEW_SERVED 3000
/* InnoDB doubles the estimate of a range that it does not read through, and takes none for more than half of a table:
 * what is more than this is halved, and many lines are estimated in parts. */
#define ROUGH (2 * OC_PASS_MOST)
#define PARTS 8

static oc_str conditions(oc_call *c, const oc_lead *l, unsigned i)
{
	return oc_format(c->arena, "%s%s", l->branch[i].where, l->rest);
}

/* Lines beyond a place: two ranges of an index whose last part is the primary key, with a line's own moment in both. */
static const char *beyond(oc_call *c, const oc_stretch *s)
{
	const char *sign = s->descending ? "<" : ">";
	unsigned long long at, id;

	if (!s->beyond) {
		return "";
	}
	at = s->beyond->at;
	id = (unsigned long long)s->beyond->id;
	return oc_format(c->arena, " AND (t.last_at %s %llu OR (t.last_at = %llu AND t.id %s%s %llu))", sign, at, at, sign,
		s->including ? "=" : "", id).p;
}

oc_str oc_lead_places(oc_call *c, const oc_lead *l, const oc_stretch *s)
{
	const char *way = s->descending ? "DESC" : "ASC", *more = beyond(c, s);
	oc_sql q = oc_sql_new(c);

	for (unsigned i = 0; i < l->n; i++) {
		oc_sql_more(&q, "%s(SELECT t.last_at AS at, t.id FROM %s WHERE %s%s ORDER BY t.last_at %s, t.id %s LIMIT %u)",
			i ? " UNION ALL " : "", l->branch[i].from, conditions(c, l, i).p, more, way, way, (uint64_t)s->pass + s->limit);
	}
	oc_sql_more(&q, " ORDER BY at %s, id %s LIMIT %u OFFSET %u", way, way, (uint64_t)s->limit, (uint64_t)s->pass);
	return oc_buf_str(&q.text);
}

oc_str oc_lead_counts(oc_call *c, const oc_lead *l)
{
	oc_sql q = oc_sql_new(c);

	if (l->number) {
		return oc_str_of(l->number);
	}
	oc_sql_more(&q, "SELECT 0");
	for (unsigned i = 0; i < l->n; i++) {
		oc_sql_more(&q, " + (SELECT COUNT(*) FROM %s WHERE %s)", l->branch[i].from, conditions(c, l, i).p);
	}
	return oc_buf_str(&q.text);
}

/* Of "EXPLAIN SELECT" the number of rows: MySQL's answer has two columns more than MariaDB's, one of them before it. */
static uint64_t rows_of(const oc_rows *r)
{
	uint64_t sum = 0;

	for (unsigned i = 0; i < r->rows; i++) {
		sum += oc_cell_u64(r, i, r->columns > 10 ? 9 : 8);
	}
	return sum;
}

static uint64_t smooth(uint64_t estimate, uint64_t rough)
{
	return estimate > rough ? estimate / 2 : estimate;
}

/* What the index alone leaves: conditions that are looked at line by line cost as many reads. */
static void explain(oc_call *c, oc_sql *s, const oc_filter *f, oc_way way, const oc_lead *l)
{
	if (way == OC_WAY_OPERATOR) {
		oc_sql_add(s, "EXPLAIN SELECT 1 FROM %T o FORCE INDEX (board) WHERE o.shop = %u AND o.operator = %u AND o.status = 4",
			"conversation", (uint64_t)c->chat->shop, f->operator_id);
		return;
	}
	oc_sql_add(s, "EXPLAIN ");
	for (unsigned i = 0; i < l->n; i++) {
		oc_sql_more(s, "%sSELECT 1 FROM %s WHERE %s", i ? " UNION ALL " : "", l->branch[i].from, l->branch[i].where);
	}
}

/* The first and the last moment of the lines, ms. */
static bool span(oc_db *db, const oc_lead *l, uint64_t *from, uint64_t *to)
{
	oc_sql s = oc_sql_new(db->call);
	oc_rows *r;

	oc_sql_add(&s, "%s", oc_lead_places(db->call, l, &(oc_stretch){.limit = 1}).p);
	oc_sql_add(&s, "%s", oc_lead_places(db->call, l, &(oc_stretch){.limit = 1, .descending = true}).p);
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	*from = r[0].rows ? oc_cell_u64(&r[0], 0, 0) / 1000 : 0;
	*to = r[1].rows ? oc_cell_u64(&r[1], 0, 0) / 1000 : 0;
	return true;
}

static bool estimate_in_parts(oc_db *db, const oc_filter *f, uint64_t *estimate)
{
	oc_sql s = oc_sql_new(db->call);
	uint64_t from, to, sum = 0;
	oc_lead all;
	oc_rows *r;

	oc_lead_by(db->call, f, OC_WAY_TIME, &all);
	all.rest = "";
	if (!span(db, &all, &from, &to)) {
		return false;
	}
	for (unsigned i = 0; i < PARTS; i++) {
		oc_filter part = *f;
		oc_lead l;

		part.from = from + (to - from) * i / PARTS + (i > 0);
		part.to = from + (to - from) * (i + 1) / PARTS;
		oc_lead_by(db->call, &part, OC_WAY_TIME, &l);
		explain(db->call, &s, &part, OC_WAY_TIME, &l);
	}
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	for (unsigned i = 0; i < PARTS; i++) {
		sum += smooth(rows_of(&r[i]), ROUGH / PARTS);
	}
	*estimate = sum > *estimate ? sum : *estimate;
	return true;
}

/* The least of what each way is estimated to read. */
static oc_way decide(const oc_rows *r, const oc_way *ways, unsigned n, uint64_t *least)
{
	oc_way best = OC_WAY_TIME;

	*least = rows_of(&r[0]);
	for (unsigned i = 1; i < n; i++) {
		uint64_t rows = rows_of(&r[i]);

		if (rows < *least) {
			*least = rows;
			best = ways[i];
		}
	}
	return best;
}

bool oc_leads_choose(oc_db *db, const oc_filter *f, oc_leads *out)
{
	oc_sql s = oc_sql_new(db->call);
	oc_way ways[OC_WAYS], best;
	oc_lead lead[OC_WAYS];
	unsigned n = 0;
	oc_rows *r;

	*out = (oc_leads){.countable = true};
	if (oc_lead_by(db->call, f, OC_WAY_PERSON, &out->page)) {
		out->count = out->page;
		return true;
	}
	for (unsigned way = 0; way < OC_WAYS; way++) {
		if (way != OC_WAY_PERSON && oc_lead_by(db->call, f, (oc_way)way, &lead[way])) {
			explain(db->call, &s, f, (oc_way)way, &lead[way]);
			ways[n++] = (oc_way)way;
		}
	}
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	best = decide(r, ways, n, &out->estimate);
	/* A number that is read off a key costs less than any lines. */
	out->count = lead[f->operator_id && lead[OC_WAY_OPERATOR].number ? OC_WAY_OPERATOR : best];
	out->page = lead[out->estimate <= (best == OC_WAY_OPERATOR ? FEW_SERVED : FEW) ? best : OC_WAY_TIME];
	out->countable = out->estimate <= ROUGH;
	out->estimate = smooth(out->estimate, ROUGH);
	return out->countable || best != OC_WAY_TIME || estimate_in_parts(db, f, &out->estimate);
}
