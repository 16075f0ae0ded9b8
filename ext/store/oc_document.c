#include "store/oc_posting.h"

#define MESSAGES_AT_ONCE 1000

oc_str oc_document_number(oc_call *c, const oc_document *d)
{
	return oc_format(c->arena, "%s%llu", d->mail ? "-" : "", (unsigned long long)(d->mail ? d->mail : d->conversation));
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

bool oc_document_words(oc_db *db, const oc_document *d, oc_word_set *words)
{
	oc_call *whole = db->call, some = *whole;
	oc_arena texts = {0};
	uint64_t after = 0;
	unsigned got;
	bool ok;

	some.arena = &texts;
	do {
		oc_sql s = oc_sql_new(&some);
		oc_rows *r;

		texts_select(&s, d, after);
		db->call = &some;
		ok = oc_db_run(db, &s, &r);
		db->call = whole;
		got = ok ? r[0].rows : 0;
		for (unsigned i = 0; i < got; i++) {
			oc_word_set_add(words, oc_cell(&r[0], i, 1));
			after = oc_cell_u64(&r[0], i, 0);
		}
		oc_arena_reset(&texts);
	} while (got == MESSAGES_AT_ONCE);
	oc_arena_free(&texts);
	oc_word_set_sort(words);
	return ok;
}
