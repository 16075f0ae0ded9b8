/* The dictionary: a search's words as numbers. */
#include "store/oc_search.h"

#include "store/oc_answer.h"

static void select_word(oc_search *s, oc_sql *sql, const oc_query_word *w)
{
	uint64_t shop = s->call->chat->shop;

	if (w->begins) {
		oc_sql_add(sql, "SELECT id, documents FROM %T WHERE shop = %u AND word LIKE %t AND documents > 0 ORDER BY word LIMIT %u",
			"word", shop, oc_like(s->call, w->text, false), (uint64_t)OC_QUERY_BEGINS + 1);
	} else {
		oc_sql_add(sql, "SELECT id, documents FROM %T WHERE shop = %u AND word = %t AND documents > 0", "word", shop, w->text);
	}
}

static bool read_group(oc_search *s, const oc_query_word *w, const oc_rows *r, oc_group *out)
{
	*out = (oc_group){.n = r->rows};
	if (r->rows > OC_QUERY_BEGINS) {
		return oc_query_refuse(s->call, OC_QUERY_WIDE_BEGINNING, "more than %d words begin with \"%.*s\"; give more of it",
			OC_QUERY_BEGINS, (int)w->text.n, w->text.p);
	}
	for (unsigned i = 0; i < r->rows; i++) {
		out->id[i] = oc_cell_u64(r, i, 0);
		out->documents += oc_cell_u64(r, i, 1);
	}
	return true;
}

bool oc_dictionary_read(oc_search *s, const oc_identity *who, bool *known)
{
	oc_sql sql = oc_sql_new(s->call);
	oc_rows *r;

	*known = true;
	for (size_t i = 0; i < s->query->words; i++) {
		select_word(s, &sql, &s->query->word[i]);
	}
	if (!oc_read_for(s->call, who, &sql, &r)) {
		return false;
	}
	for (s->groups = 0; s->groups < s->query->words; s->groups++) {
		oc_group *g = &s->group[s->groups];

		if (!read_group(s, &s->query->word[s->groups], &r[s->groups], g)) {
			return false;
		}
		*known = *known && g->n;
		s->lead = g->documents < s->group[s->lead].documents ? s->groups : s->lead;
	}
	return true;
}
