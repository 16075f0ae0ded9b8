#include "store/oc_query.h"

#include "core/oc_utf8.h"
#include "core/oc_words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool oc_query_refuse(oc_call *c, int why, const char *fmt, ...)
{
	char text[300];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	c->error->code = why;
	return oc_fail(c->error, OC_E_INVALID, "text", "text: %s", text);
}

/* The bytes of a double quote there, as keyboards and word processors write it; 0: none. */
static size_t quote(oc_str text, size_t at)
{
	static const char *const marks[] = {"\"", "“", "”", "„", "«", "»", "＂"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t n = strlen(marks[i]);

		if (text.n - at >= n && memcmp(text.p + at, marks[i], n) == 0) {
			return n;
		}
	}
	return 0;
}

/* The same word asked for twice is one. */
static void add_word(oc_query *q, oc_str text, bool begins)
{
	for (size_t i = 0; i < q->words; i++) {
		if (oc_str_eq(q->word[i].text, text) && q->word[i].begins == begins) {
			return;
		}
	}
	if (q->words < OC_QUERY_WORDS) {
		q->word[q->words++] = (oc_query_word){text, begins};
	}
}

static bool add_term(oc_call *c, oc_query *q, oc_str text)
{
	if (q->terms == OC_QUERY_TERMS) {
		return oc_query_refuse(c, OC_QUERY_LONG, "at most %d words and phrases are looked for at once", OC_QUERY_TERMS);
	}
	q->term[q->terms++] = text;
	return true;
}

/* What stands between a phrase's words: white space as one space, and one kind of apostrophe. */
static oc_str even(oc_call *c, oc_str text)
{
	oc_buf b = oc_buf_new(c->arena, text.n + 1);
	bool space = false;

	for (size_t i = 0; i < text.n; i++) {
		if (strchr(" \t\r\n", text.p[i])) {
			space = true;
			continue;
		}
		oc_puts(&b, space ? " " : "");
		space = false;
		if (text.n - i >= 3 && memcmp(text.p + i, "’", 3) == 0) {
			oc_puts(&b, "'");
			i += 2;
		} else {
			oc_put(&b, (oc_str){text.p + i, 1});
		}
	}
	return oc_buf_str(&b);
}

/* A beginning of one letter stands for too many words to be meant; a character of a script without spaces is written so. */
static bool begins_well(oc_call *c, oc_str word)
{
	return oc_utf8_length(word) > 1 || oc_query_refuse(c, OC_QUERY_SHORT_BEGINNING,
		"before * stand at least two letters, not \"%.*s\"", (int)word.n, word.p);
}

static bool star(oc_str text, size_t at)
{
	return at < text.n && text.p[at] == '*';
}

/* As it stands in a text, and its words. Those for which there is no room are in the text all the same. */
static bool add_phrase(oc_call *c, oc_query *q, oc_str text)
{
	size_t at = 0, n = 0, room = OC_QUERY_WORDS - (OC_QUERY_TERMS - q->terms);
	const char *from = NULL, *to = NULL;
	oc_word w;

	while (oc_word_next(text, &at, &w)) {
		/* The last of a run is in the pair before it; one by itself is the beginning of pairs. */
		bool paired = w.last && to == w.whole.p + w.whole.n, begins = w.last || (!w.unspaced && star(text, at));

		from = from ? from : w.whole.p;
		to = w.whole.p + w.whole.n;
		if (paired) {
			continue;
		}
		if (begins && !w.last && !begins_well(c, w.text)) {
			return false;
		}
		if (n++ == 0 || q->words < room) {
			add_word(q, w.text, begins);
		}
	}
	if (n == 0) {
		return true;
	}
	if (!add_term(c, q, even(c, (oc_str){from, (size_t)(to - from)}))) {
		return false;
	}
	if (n > 1) {
		q->phrase[q->phrases++] = q->term[q->terms - 1];
	}
	return true;
}

/* Outside of quotes: word by word; what a script writes without spaces belongs together. */
static bool add_words(oc_call *c, oc_query *q, oc_str text)
{
	const char *run = NULL;
	size_t at = 0;
	oc_word w;

	while (oc_word_next(text, &at, &w)) {
		if (w.unspaced) {
			run = run ? run : w.whole.p;
			if (w.last && !add_phrase(c, q, (oc_str){run, (size_t)(w.whole.p + w.whole.n - run)})) {
				return false;
			}
			run = w.last ? NULL : run;
			continue;
		}
		if (!add_term(c, q, w.whole) || (star(text, at) && !begins_well(c, w.text))) {
			return false;
		}
		add_word(q, w.text, star(text, at));
	}
	return true;
}

bool oc_query_parse(oc_call *c, oc_str text, oc_query *out)
{
	size_t from = 0, at = 0;
	bool quoted = false;

	*out = (oc_query){0};
	while (at <= text.n) {
		size_t mark = at < text.n ? quote(text, at) : 0;

		if (at == text.n || mark) {
			oc_str part = {text.p + from, at - from};

			if (!(quoted ? add_phrase : add_words)(c, out, part)) {
				return false;
			}
			quoted = !quoted;
			from = at + mark;
		}
		at += mark ? mark : 1;
	}
	return out->words || oc_query_refuse(c, OC_QUERY_EMPTY, "there is no letter or digit in it to look for");
}
