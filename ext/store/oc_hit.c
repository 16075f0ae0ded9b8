/* What was found, with some of what stands around it. Where it was found only the database's collation knows: a long
 * text is looked through in windows, each as much before the end of the one before it as a search may be long. */
#include "store/oc_search.h"

#include "core/oc_text.h"
#include "core/oc_utf8.h"

#define STEP 50
#define WINDOW (STEP + OC_SEARCH_MAX) /* whatever begins in its first step ends in it */
#define BEFORE 25
#define SHOWN 198 /* with "…" on both sides 200 */

#define TALK_TEXT OC_QUERY_TEXT("m.text")
/* Of the text as it is shown: n is a place in that. */
#define IN_WINDOW(column) OC_QUERY_TEXT("SUBSTRING(" column ", w.n, %d)")

/* "(text LIKE '%word%' + text LIKE '%other%')": how much of what was asked for stands there. A single letter stands
 * everywhere: it counts only if there is nothing else. */
static oc_str score(oc_call *c, const oc_query *q, const char *text)
{
	oc_sql s = oc_sql_new(c);
	size_t n = 0;

	oc_sql_more(&s, "(");
	for (int shortest = 2; n == 0; shortest--) {
		for (size_t i = 0; i < q->terms; i++) {
			if (oc_utf8_length(q->term[i]) >= (size_t)shortest) {
				oc_sql_more(&s, "%s(%s " OC_FOLDED " LIKE %t)", n++ ? " + " : "", text, oc_like(c, q->term[i], true));
			}
		}
	}
	oc_sql_more(&s, ")");
	return oc_buf_str(&s.text);
}

/* The newest of the messages with the most of it. Notes are no part of what was said. */
static void select_message(oc_walk *w, oc_sql *s, uint64_t conversation)
{
	oc_str of = score(w->s->call, w->s->query, TALK_TEXT);

	oc_sql_add(s, "SELECT m.text, m.number FROM %T m WHERE m.conversation = %u AND m.author < 3 AND %s > 0 ORDER BY %s DESC,"
		" m.at DESC, m.number DESC LIMIT 1", "message", conversation, of.p, of.p);
}

/* 1, 51, 101 …: where windows begin. */
static oc_str windows(oc_call *c, size_t length)
{
	oc_buf b = oc_buf_new(c->arena, 2000);

	oc_puts(&b, "SELECT 1 AS n");
	for (unsigned n = 1 + STEP; n <= length; n += STEP) {
		oc_putf(&b, " UNION ALL SELECT %u", n);
	}
	return oc_buf_str(&b);
}

/* SUBSTRING() of what is looked for, so that its columns are the inner text's. */
static void select_window(oc_walk *w, oc_sql *s, const oc_found *found, uint64_t number, size_t length)
{
	oc_call *c = w->s->call;
	bool letter = found->place.document < 0;
	const char *column = letter ? "m.message" : "m.text";
	oc_str text = letter ? oc_format(c->arena, IN_WINDOW("m.message"), WINDOW) : oc_format(c->arena, IN_WINDOW("m.text"), WINDOW);
	oc_str begin = windows(c, length), of = score(c, w->s->query, text.p);

	oc_sql_add(s, "SELECT CONCAT(IF(f.b > 1, '…', ''), SUBSTRING(f.text, f.b, %u), IF(CHAR_LENGTH(f.text) >= f.b + %u, '…', ''))"
		" FROM (SELECT %s AS text, GREATEST(w.n - %u, 1) AS b FROM %T m JOIN (%s) w WHERE ", (uint64_t)SHOWN, (uint64_t)SHOWN,
		column, (uint64_t)BEFORE, letter ? "mail" : "message", begin.p);
	if (letter) {
		oc_sql_more(s, "m.id = %u", (uint64_t)-found->place.document);
	} else {
		oc_sql_more(s, "m.conversation = %u AND m.number = %u", (uint64_t)found->place.document, number);
	}
	oc_sql_more(s, " AND %s > 0 ORDER BY w.n LIMIT 1) f", of.p);
}

/* Long texts, whose hit is the text itself so far. */
static bool shorten(oc_walk *w, const oc_found *found, oc_thread *lines, const uint64_t *number, size_t n)
{
	oc_sql s = oc_sql_new(w->s->call);
	oc_rows *r;

	for (size_t i = 0; i < n; i++) {
		if (oc_utf8_length(lines[i].hit) > SHOWN) {
			select_window(w, &s, &found[i], number[i], oc_utf8_length(lines[i].hit));
		}
	}
	if (s.statements == 0) {
		return true;
	}
	if (!oc_walk_run(w, &s, &r)) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (oc_utf8_length(lines[i].hit) > SHOWN) {
			lines[i].hit = r->rows ? oc_cell(r, 0, 0) : oc_utf8_cut(lines[i].hit, SHOWN);
			r++;
		}
	}
	return true;
}

bool oc_hits(oc_walk *w, const oc_found *found, oc_thread *lines, size_t n)
{
	uint64_t *number = oc_alloc(w->s->call->arena, sizeof *number * (n + 1));
	oc_sql s = oc_sql_new(w->s->call);
	oc_rows *r;

	for (size_t i = 0; i < n; i++) {
		if (!lines[i].mail) {
			select_message(w, &s, (uint64_t)found[i].place.document);
		}
	}
	if (s.statements && !oc_walk_run(w, &s, &r)) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (lines[i].mail) {
			lines[i].hit = lines[i].mail->form.field[OC_FORM_MESSAGE];
			continue;
		}
		/* A message that only a dictionary's folding finds is shown by its line's last one. */
		lines[i].hit = r->rows ? oc_cell(r, 0, 0) : lines[i].last_text;
		number[i] = r->rows ? oc_cell_u64(r, 0, 1) : 0;
		r++;
	}
	return shorten(w, found, lines, number, n);
}
