#include "store/oc_posting.h"

/* In a list: beyond 1,000 MariaDB joins with a table made of it, and a statement has its greatest length. */
#define WORDS_AT_ONCE 500
#define MUCH 500000 /* bytes of statements sent at once */

typedef struct {
	size_t from, to;
	oc_str list; /* "'a','b'" */
} range;

/* The first range of an empty one, then the one after it. */
static bool next_range(oc_call *c, const oc_word_set *words, range *r)
{
	size_t left = words->n - r->to;

	if (left == 0) {
		return false;
	}
	r->from = r->to;
	r->to += left < WORDS_AT_ONCE ? left : WORDS_AT_ONCE;
	r->list = oc_word_set_literals(c, words, r->from, r->to);
	return true;
}

/* What is there in another spelling (the collation's) stays as it is, and locked like the others. */
static void add_words(oc_call *c, oc_sql *s, const oc_word_set *words, const oc_word_set *known, const range *of)
{
	oc_sql values = oc_sql_new(c);

	for (size_t i = of->from; i < of->to; i++) {
		if (!oc_word_set_has(known, words->list[i])) {
			oc_sql_more(&values, values.text.n ? ",(%u,%t)" : "(%u,%t)", (uint64_t)c->chat->shop, words->list[i]);
		}
	}
	if (values.text.n) {
		oc_sql_add(s, "INSERT INTO %T (shop, word) VALUES %s ON DUPLICATE KEY UPDATE documents = documents", "word",
			oc_buf_str(&values.text).p);
	}
}

static oc_word_set all_words(oc_call *c, const oc_document *list, size_t n)
{
	oc_word_set all = {.arena = c->arena};

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < list[i].words.n; k++) {
			oc_word_set_put(&all, list[i].words.list[k]);
		}
	}
	oc_word_set_sort(&all);
	return all;
}

/* Sends what there is if it is much: a packet has its greatest length. */
static bool send_much(oc_db *db, oc_sql *s, size_t much)
{
	return s->statements == 0 || s->text.n < much || oc_db_run(db, s, NULL);
}

static bool lock_known(oc_db *db, const oc_word_set *all, oc_word_set *known)
{
	oc_call *c = db->call;
	oc_sql s = oc_sql_new(c);
	range of = {0};
	oc_rows *r;

	while (next_range(c, all, &of)) {
		unsigned statements;

		oc_sql_add(&s, "SELECT word FROM %T FORCE INDEX (word) WHERE shop = %u AND word IN (%s) FOR UPDATE", "word",
			(uint64_t)c->chat->shop, of.list.p);
		statements = s.statements;
		if (of.to < all->n && s.text.n < MUCH) {
			continue;
		}
		if (!oc_db_run(db, &s, &r)) {
			return false;
		}
		for (unsigned i = 0; i < statements; i++) {
			for (unsigned k = 0; k < r[i].rows; k++) {
				oc_word_set_put(known, oc_cell(&r[i], k, 0));
			}
		}
	}
	return true;
}

bool oc_words_lock(oc_db *db, const oc_document *list, size_t n, bool add)
{
	oc_call *c = db->call;
	oc_word_set all = all_words(c, list, n), known = {.arena = c->arena};
	oc_sql s = oc_sql_new(c);
	range of = {0};

	if (!lock_known(db, &all, &known)) {
		return false;
	}
	while (add && next_range(c, &all, &of)) {
		add_words(c, &s, &all, &known, &of);
		if (!send_much(db, &s, MUCH)) {
			return false;
		}
	}
	return send_much(db, &s, 0);
}

static void add_range(oc_sql *s, const oc_document *d, const char *document, const range *of)
{
	uint64_t shop = s->chat->shop;

	if (of->from == 0) {
		oc_sql_add(s, "UPDATE %T FORCE INDEX (word) SET documents = documents + 1 WHERE shop = %u AND word IN (%s)", "word", shop,
			of->list.p);
	} else {
		/* The same word in another spelling may have stood in an earlier range. */
		oc_sql_add(s, "UPDATE %T w FORCE INDEX (word) LEFT JOIN %T p ON p.word = w.id AND p.at = %u AND p.document = %s SET"
			" w.documents = w.documents + 1 WHERE w.shop = %u AND w.word IN (%s) AND p.word IS NULL", "word", "posting", d->at,
			document, shop, of->list.p);
	}
	oc_sql_add(s, "INSERT IGNORE INTO %T (word, at, document) SELECT id, %u, %s FROM %T FORCE INDEX (word) WHERE shop = %u AND"
		" word IN (%s)", "posting", d->at, document, "word", shop, of->list.p);
}

static void remove_range(oc_sql *s, const oc_document *d, const char *document, const range *of)
{
	uint64_t shop = s->chat->shop;

	oc_sql_add(s, "UPDATE %T w FORCE INDEX (word) JOIN %T p ON p.word = w.id AND p.at = %u AND p.document = %s SET"
		" w.documents = w.documents - 1 WHERE w.shop = %u AND w.word IN (%s)", "word", "posting", d->at, document, shop,
		of->list.p);
	oc_sql_add(s, "DELETE p FROM %T w FORCE INDEX (word) JOIN %T p ON p.word = w.id AND p.at = %u AND p.document = %s WHERE"
		" w.shop = %u AND w.word IN (%s)", "word", "posting", d->at, document, shop, of->list.p);
	oc_sql_add(s, "DELETE FROM %T WHERE shop = %u AND word IN (%s) AND documents = 0", "word", shop, of->list.p);
}

static bool each_range(oc_db *db, const oc_document *list, size_t n,
	void (*change)(oc_sql *, const oc_document *, const char *, const range *))
{
	oc_sql s = oc_sql_new(db->call);

	for (size_t i = 0; i < n; i++) {
		const char *document = oc_document_number(db->call, &list[i]).p;
		range of = {0};

		while (next_range(db->call, &list[i].words, &of)) {
			change(&s, &list[i], document, &of);
			if (!send_much(db, &s, MUCH)) {
				return false;
			}
		}
	}
	return send_much(db, &s, 0);
}

bool oc_postings_add(oc_db *db, const oc_document *list, size_t n)
{
	return each_range(db, list, n, add_range);
}

bool oc_postings_remove(oc_db *db, const oc_document *list, size_t n)
{
	return each_range(db, list, n, remove_range);
}
