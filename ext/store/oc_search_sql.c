/* The statements of a search. Words are looked up by posting's whole key. Scalar subqueries, because the database may
 * turn EXISTS round and read all postings of a common word first; joins where the leading word's postings are gone along,
 * which take a third less. STRAIGHT_JOIN, because no guess of a plan may cost a page its proportion to what is shown. */
#include "store/oc_search.h"

#include <stdio.h>

/* How a statement calls a document's time (s), number, and what it is a document of. */
typedef struct {
	const char *at, *document;
	enum { EITHER, TALK, LETTER } is;
} names;

static const names posting = {"p.at", "p.document", EITHER};
static const names talk = {"(c.last_at DIV 1000000)", "CAST(c.id AS SIGNED)", TALK};
static const names letter = {"(t.last_at DIV 1000000)", "-CAST(t.mail AS SIGNED)", LETTER};

/* A single word beside the leading one. */
static bool joined(const oc_search *s, size_t i)
{
	return i != s->lead && s->group[i].n == 1;
}

static void join_groups(oc_search *s, oc_sql *sql)
{
	for (size_t i = 0; i < s->groups; i++) {
		if (joined(s, i)) {
			oc_sql_more(sql, " JOIN %T x%u ON x%u.word = %u AND x%u.at = p.at AND x%u.document = p.document", "posting",
				(uint64_t)i, (uint64_t)i, s->group[i].id[0], (uint64_t)i, (uint64_t)i);
		}
	}
}

static void has_groups(oc_search *s, oc_sql *sql, const names *n)
{
	for (size_t i = 0; i < s->groups; i++) {
		const oc_group *g = &s->group[i];

		if (n->is == EITHER && (i == s->lead || joined(s, i))) {
			continue;
		}
		oc_sql_more(sql, " AND COALESCE(");
		for (size_t k = 0; k < g->n; k++) {
			oc_sql_more(sql, "%s(SELECT 1 FROM %T x WHERE x.word = %u AND x.at = %s AND x.document = %s LIMIT 1)",
				k ? ", " : "", "posting", g->id[k], n->at, n->document);
		}
		oc_sql_more(sql, ", 0) = 1");
	}
}

/* The longest piece of a phrase that stands in a text as it is typed. */
static oc_str longest_piece(oc_str phrase)
{
	oc_str best = {phrase.p, 0};

	for (size_t i = 0, from = 0; i <= phrase.n; i++) {
		if (i == phrase.n || phrase.p[i] == ' ' || phrase.p[i] == '\'') {
			if (i - from > best.n) {
				best = (oc_str){phrase.p + from, i - from};
			}
			from = i + 1;
		}
	}
	return best;
}

/* Notes are no part of what was said. Few messages have the piece: evening the others' white space took most of the time. */
static void has_phrase(oc_search *s, oc_sql *sql, const names *n, oc_str phrase)
{
	oc_str like = oc_like(s->call, phrase, true), piece = oc_like(s->call, longest_piece(phrase), true);

	oc_sql_more(sql, n->is == EITHER ? " AND IF(%s > 0, " : " AND COALESCE(", n->document);
	if (n->is != LETTER) {
		oc_sql_more(sql, "(SELECT 1 FROM %T m WHERE m.conversation = CAST(%s AS UNSIGNED) AND m.author < 3 AND"
			" m.text " OC_FOLDED " LIKE %t AND " OC_QUERY_TEXT("m.text") " " OC_FOLDED " LIKE %t LIMIT 1)", "message",
			n->document, piece, like);
	}
	oc_sql_more(sql, n->is == EITHER ? ", " : "");
	if (n->is != TALK) {
		oc_sql_more(sql, "(SELECT 1 FROM %T m WHERE m.id = CAST(-(%s) AS UNSIGNED) AND " OC_QUERY_TEXT("m.message") " "
			OC_FOLDED " LIKE %t LIMIT 1)", "mail", n->document, like);
	}
	oc_sql_more(sql, n->is == EITHER ? ") IS NOT NULL" : ", 0) = 1");
}

static void has_phrases(oc_search *s, oc_sql *sql, const names *n)
{
	for (size_t i = 0; i < s->query->phrases; i++) {
		has_phrase(s, sql, n, s->query->phrase[i]);
	}
}

/* last_at: of the document, in microseconds. */
static void in_time(oc_search *s, oc_sql *sql, const char *last_at)
{
	const oc_filter *f = s->filter;

	if (f->from) {
		oc_sql_more(sql, " AND %s >= %u", last_at, f->from * 1000);
	}
	if (f->to) {
		oc_sql_more(sql, " AND %s < %u", last_at, (f->to + 1) * 1000);
	}
}

static void after(oc_sql *sql, const names *n, const oc_place *from, bool ascending)
{
	if (from) {
		const char *way = ascending ? ">" : "<";
		char number[24];

		snprintf(number, sizeof number, "%lld", (long long)from->document);
		oc_sql_more(sql, " AND %s %s= %u AND (%s %s %u OR %s %s %s)", n->at, way, from->at, n->at, way, from->at,
			n->document, way, number);
	}
}

static void begins(oc_search *s, oc_sql *sql, const char *column, oc_str with)
{
	if (with.n) {
		oc_sql_more(sql, " AND t.%s LIKE %t", column, oc_like(s->call, with, false));
	}
}

/* What is asked of a line. */
static void of_line(oc_search *s, oc_sql *sql, const names *n)
{
	static const char *const columns[] = {"COALESCE(t.customer, t.left_by)", "t.customer", "t.left_by"};
	const oc_filter *f = s->filter;

	if (f->thread) {
		oc_sql_more(sql, " AND t.id = %u", f->thread);
	}
	if (f->customer) {
		oc_sql_more(sql, " AND %s = %u", columns[n->is], f->customer);
	}
	if (f->guest >= 0) {
		oc_sql_more(sql, " AND %s IS %s", columns[n->is], f->guest ? "NULL" : "NOT NULL");
	}
	begins(s, sql, "name", f->name);
	begins(s, sql, "email", f->email);
	begins(s, sql, "phone", f->phone);
}

static void of_operator(oc_search *s, oc_sql *sql)
{
	if (s->filter->operator_id) {
		oc_sql_more(sql, " AND c.operator = %u", s->filter->operator_id);
	}
}

/* What is asked of a conversation. */
static void of_talk(oc_search *s, oc_sql *sql)
{
	oc_sql_more(sql, " AND c.shop = %u AND c.status = 4", (uint64_t)s->call->chat->shop);
	of_operator(s, sql);
}

/* Along the postings of a word of the leading group. A posting whose document is gone joins nothing. */
static void along_word(oc_search *s, oc_sql *sql, uint64_t word)
{
	static const char *const kinds[] = {"", " AND p.document > 0", " AND p.document < 0"};
	const oc_filter *f = s->filter;

	oc_sql_more(sql, "SELECT STRAIGHT_JOIN p.at AS at, p.document AS document, t.id AS thread, t.conversations > 1 AND"
		" t.last_at DIV 1000000 >= p.at AS several FROM %T p", "posting");
	join_groups(s, sql);
	oc_sql_more(sql, " LEFT JOIN %T c ON c.id = IF(p.document > 0, p.document, NULL)"
		" AND c.shop = %u AND c.status = 4 LEFT JOIN %T l ON l.mail = IF(p.document < 0, -p.document, NULL) JOIN %T t ON t.id ="
		" COALESCE(c.thread, l.id) WHERE p.word = %u%s", "conversation", (uint64_t)s->call->chat->shop, "thread",
		"thread", word, kinds[f->kind]);
	/* The range of the key, then to the millisecond. */
	if (f->from) {
		oc_sql_more(sql, " AND p.at >= %u", f->from / 1000);
	}
	if (f->to) {
		oc_sql_more(sql, " AND p.at <= %u", f->to / 1000);
	}
	has_groups(s, sql, &posting);
	in_time(s, sql, "COALESCE(c.last_at, l.last_at)");
	of_operator(s, sql);
	of_line(s, sql, &posting);
	has_phrases(s, sql, &posting);
}

static void along_lines(oc_search *s, oc_sql *sql, const names *n)
{
	uint64_t shop = s->call->chat->shop;

	oc_sql_more(sql, "SELECT STRAIGHT_JOIN %s AS at, %s AS document, t.id AS thread, ", n->at, n->document);
	if (n->is == TALK) {
		oc_sql_more(sql, "t.conversations > 1 AS several FROM %T t JOIN %T c ON c.thread = t.id WHERE t.shop = %u AND t.mail"
			" IS NULL", "thread", "conversation", shop);
		of_talk(s, sql);
		in_time(s, sql, "c.last_at");
	} else {
		oc_sql_more(sql, "0 AS several FROM %T t WHERE t.shop = %u AND t.mail IS NOT NULL", "thread", shop);
		in_time(s, sql, "t.last_at");
	}
	of_line(s, sql, n);
	has_groups(s, sql, n);
	has_phrases(s, sql, n);
}

static void end(oc_sql *sql, bool ascending, uint64_t limit)
{
	const char *way = ascending ? "ASC" : "DESC";

	if (limit) {
		oc_sql_more(sql, " ORDER BY at %s, document %s LIMIT %u", way, way, limit);
	}
}

/* Each way of finding documents, as one. limit 0: all, in no order. */
static void add_all(oc_search *s, oc_sql *sql, const oc_place *from, bool ascending, uint64_t limit)
{
	const names *const kinds[] = {&talk, &letter};
	const oc_group *lead = &s->group[s->lead];
	size_t ways = s->by_lines ? 2 : lead->n;

	for (size_t i = 0, added = 0; i < ways; i++) {
		const names *n = s->by_lines ? kinds[i] : &posting;

		if ((n->is == TALK && s->filter->kind == OC_KIND_MESSAGE) || (n->is == LETTER &&
				(s->filter->kind == OC_KIND_CONVERSATION || s->filter->operator_id))) {
			continue;
		}
		oc_sql_more(sql, added++ ? " UNION ALL (" : "(");
		if (s->by_lines) {
			along_lines(s, sql, n);
		} else {
			along_word(s, sql, lead->id[i]);
		}
		after(sql, n, from, ascending);
		end(sql, ascending, limit);
		oc_sql_more(sql, ")");
	}
}

void oc_search_documents(oc_search *s, oc_sql *sql, const oc_place *from, bool ascending, uint64_t limit)
{
	oc_sql_add(sql, "SELECT f.at, f.document, f.thread, f.several FROM (");
	add_all(s, sql, from, ascending, limit);
	oc_sql_more(sql, ") f");
	end(sql, ascending, limit);
}

void oc_search_count(oc_search *s, oc_sql *sql)
{
	oc_sql_add(sql, "SELECT COUNT(DISTINCT f.thread) FROM (");
	add_all(s, sql, NULL, false, 0);
	oc_sql_more(sql, ") f");
}

/* Of each line the newest first, until one is a hit or stands before the place given: a word that is common is found
 * soon, and what is older is not gone through. A posting is of an archived conversation, so that the key (thread, last_at)
 * is all that is read of those. */
void oc_search_newer(oc_search *s, oc_sql *sql, const oc_found *list, size_t n)
{
	oc_sql_add(sql, "SELECT v.thread FROM (");
	for (size_t i = 0; i < n; i++) {
		oc_sql_more(sql, "%sSELECT %u AS thread, %u AS at, %u AS document", i ? " UNION ALL " : "", list[i].thread,
			list[i].place.at, (uint64_t)list[i].place.document);
	}
	oc_sql_more(sql, ") v WHERE (SELECT c.last_at >= v.at * 1000000 FROM %T c FORCE INDEX (thread_at) WHERE c.thread ="
		" v.thread AND (c.last_at < v.at * 1000000 OR ((c.last_at >= (v.at + 1) * 1000000 OR c.id > v.document)", "conversation");
	in_time(s, sql, "c.last_at");
	of_operator(s, sql);
	has_groups(s, sql, &talk);
	has_phrases(s, sql, &talk);
	oc_sql_more(sql, ")) ORDER BY c.last_at DESC LIMIT 1) = 1");
}

void oc_search_lines(oc_search *s, oc_sql *sql, uint64_t most)
{
	const names *const kinds[] = {&talk, &letter};

	oc_sql_add(sql, "SELECT COUNT(*) FROM (");
	for (size_t i = 0; i < 2; i++) {
		oc_sql_more(sql, "%s(SELECT 1 FROM %T t WHERE t.shop = %u AND t.mail IS %s", i ? " UNION ALL " : "", "thread",
			(uint64_t)s->call->chat->shop, i ? "NOT NULL" : "NULL");
		of_line(s, sql, kinds[i]);
		oc_sql_more(sql, " LIMIT %u)", most);
	}
	oc_sql_more(sql, ") f");
}
