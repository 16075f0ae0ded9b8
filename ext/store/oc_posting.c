#include "store/oc_posting.h"

/* In a list: beyond 1,000 MariaDB joins with a table made of it, and a statement has its greatest length. */
#define WORDS_AT_ONCE 500

typedef struct {
	const oc_word_set *words;
	size_t from, to;
	oc_str list; /* "'a','b'" */
} range;

static bool next_range(oc_call *c, const oc_word_set *words, range *r)
{
	size_t from = r->words ? r->to : 0, left = words->n - from;

	if (left == 0) {
		return false;
	}
	*r = (range){words, from, from + (left < WORDS_AT_ONCE ? left : WORDS_AT_ONCE), {0}};
	r->list = oc_word_set_literals(c, words, from, r->to);
	return true;
}

/* Words of the range that the dictionary lacks. What is there in another spelling (the collation's) stays as it is, and
 * locked like the others. */
static void add_words(oc_call *c, oc_sql *s, const range *of, const oc_rows *known)
{
	oc_word_set have = {.arena = c->arena};
	oc_sql values = oc_sql_new(c);

	for (unsigned i = 0; i < known->rows; i++) {
		oc_word_set_put(&have, oc_cell(known, i, 0));
	}
	for (size_t i = of->from; i < of->to; i++) {
		if (!oc_word_set_has(&have, of->words->list[i])) {
			const char *before = values.text.n ? "," : "";

			values.statements = 0;
			oc_sql_add(&values, "%s(%u,%t)", before, (uint64_t)c->chat->shop, of->words->list[i]);
		}
	}
	if (values.text.n) {
		oc_sql_add(s, "INSERT INTO %T (shop, word) VALUES %s ON DUPLICATE KEY UPDATE documents = documents", "word",
			oc_buf_str(&values.text).p);
	}
}

static bool add_range(oc_db *db, const oc_document *d, const range *of)
{
	oc_call *c = db->call;
	uint64_t shop = c->chat->shop;
	const char *document = oc_document_number(c, d).p;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	/* Locked from here on: a word that nobody says any more goes, and must not while it is counted. */
	oc_sql_add(&s, "SELECT word FROM %T FORCE INDEX (word) WHERE shop = %u AND word IN (%s) FOR UPDATE", "word", shop,
		of->list.p);
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	add_words(c, &s, of, &r[0]);
	if (of->from == 0) {
		oc_sql_add(&s, "UPDATE %T FORCE INDEX (word) SET documents = documents + 1 WHERE shop = %u AND word IN (%s)", "word",
			shop, of->list.p);
	} else {
		/* The same word in another spelling may have stood in an earlier range. */
		oc_sql_add(&s, "UPDATE %T w FORCE INDEX (word) LEFT JOIN %T p ON p.word = w.id AND p.at = %u AND p.document = %s SET"
			" w.documents = w.documents + 1 WHERE w.shop = %u AND w.word IN (%s) AND p.word IS NULL", "word", "posting", d->at,
			document, shop, of->list.p);
	}
	oc_sql_add(&s, "INSERT IGNORE INTO %T (word, at, document) SELECT id, %u, %s FROM %T FORCE INDEX (word) WHERE shop = %u AND"
		" word IN (%s)", "posting", d->at, document, "word", shop, of->list.p);
	return oc_db_run(db, &s, NULL);
}

bool oc_postings_add(oc_db *db, const oc_document *d, const oc_word_set *words)
{
	range of = {0};

	while (next_range(db->call, words, &of)) {
		if (!add_range(db, d, &of)) {
			return false;
		}
	}
	return true;
}

void oc_postings_remove(oc_sql *s, oc_call *c, const oc_document *d, const oc_word_set *words)
{
	uint64_t shop = c->chat->shop;
	const char *document = oc_document_number(c, d).p;
	range of = {0};

	while (next_range(c, words, &of)) {
		oc_sql_add(s, "UPDATE %T w FORCE INDEX (word) JOIN %T p ON p.word = w.id AND p.at = %u AND p.document = %s SET"
			" w.documents = w.documents - 1 WHERE w.shop = %u AND w.word IN (%s)", "word", "posting", d->at, document, shop,
			of.list.p);
		oc_sql_add(s, "DELETE p FROM %T w FORCE INDEX (word) JOIN %T p ON p.word = w.id AND p.at = %u AND p.document = %s WHERE"
			" w.shop = %u AND w.word IN (%s)", "word", "posting", d->at, document, shop, of.list.p);
		oc_sql_add(s, "DELETE FROM %T WHERE shop = %u AND word IN (%s) AND documents = 0", "word", shop, of.list.p);
	}
}
