#include "store/oc_posting.h"

#define MESSAGES_AT_ONCE 1000

oc_str oc_document_number(oc_call *c, const oc_document *d)
{
	return oc_format(c->arena, "%s%llu", d->mail ? "-" : "", (unsigned long long)(d->mail ? d->mail : d->conversation));
}

oc_str oc_document_numbers(oc_call *c, const oc_document *list, size_t n)
{
	oc_buf b = oc_buf_new(c->arena, 20 * n + 1);

	for (size_t i = 0; i < n; i++) {
		oc_puts(&b, i ? "," : "");
		oc_put(&b, oc_document_number(c, &list[i]));
	}
	return oc_buf_str(&b);
}

/* Notes are the operators' own: they are not searched. */
static void texts_select(oc_sql *s, const oc_document *d, uint64_t after)
{
	if (d->mail) {
		oc_sql_add(s, "SELECT 0, message FROM %T WHERE id = %u", "mail", d->mail);
	} else {
		oc_sql_add(s, "SELECT number, text FROM %T WHERE conversation = %u AND number > %u AND author < 3 ORDER BY number LIMIT"
			" %u", "message", d->conversation, after, (uint64_t)MESSAGES_AT_ONCE);
	}
}

/* Number of the last message if there may be more, else 0. */
static uint64_t add_texts(oc_document *d, const oc_rows *r)
{
	for (unsigned i = 0; i < r->rows; i++) {
		oc_word_set_add(&d->words, oc_cell(r, i, 1));
	}
	return r->rows == MESSAGES_AT_ONCE ? oc_cell_u64(r, r->rows - 1, 0) : 0;
}

/* The texts' memory is given back at once, the words' is the call's. */
static bool read_some(oc_db *db, oc_document *list, size_t n, uint64_t *after)
{
	oc_call *whole = db->call, part = *whole;
	oc_arena texts = {0};
	oc_sql s;
	oc_rows *r;
	bool ok;

	part.arena = &texts;
	s = oc_sql_new(&part);
	for (size_t i = 0; i < n; i++) {
		texts_select(&s, &list[i], after[i]);
	}
	db->call = &part;
	ok = oc_db_run(db, &s, &r);
	db->call = whole;
	for (size_t i = 0; i < n && ok; i++) {
		after[i] = add_texts(&list[i], &r[i]);
	}
	oc_arena_free(&texts);
	return ok;
}

bool oc_documents_read(oc_db *db, oc_document *list, size_t n)
{
	uint64_t *after = oc_alloc(db->call->arena, sizeof *after * (n + 1));

	for (size_t i = 0; i < n; i++) {
		list[i].words = (oc_word_set){.arena = db->call->arena};
	}
	if (n == 0 || !read_some(db, list, n, after)) {
		return n == 0;
	}
	for (size_t i = 0; i < n; i++) {
		while (after[i]) {
			if (!read_some(db, &list[i], 1, &after[i])) {
				return false;
			}
		}
		oc_word_set_sort(&list[i].words);
	}
	return true;
}
