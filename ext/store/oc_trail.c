/* The pages a visitor looked at (issue 5.6): kept in Redis only, and no longer than a visit matters. */
#include "store/oc_answer.h"
#include "store/oc_clocks.h"
#include "store/oc_redis.h"
#include "store/oc_redis_api.h"

#include <string.h>

#define PAGES 5
#define KEEP_S 86400

bool oc_visit(oc_call *c, const oc_identity *who, oc_str url, oc_str title, oc_str browser)
{
	oc_words w = oc_script_call(c, &oc_script_visit, 6);

	oc_word(&w, oc_actor(c->arena, who));
	oc_word(&w, url);
	oc_word(&w, title);
	oc_word(&w, browser);
	oc_word_u64(&w, PAGES);
	oc_word_u64(&w, KEEP_S);
	return oc_redis_said(oc_redis_run(c, &oc_script_visit, &w));
}

/* "time address title" */
static bool page_of(oc_call *c, const redisReply *r, oc_page *out)
{
	oc_str all = r->type == REDIS_REPLY_STRING ? oc_dup(c->arena, (oc_str){r->str, r->len}) : (oc_str){NULL, 0};
	const char *first = all.n ? memchr(all.p, ' ', all.n) : NULL, *end = all.p + all.n, *second;

	if (!first || !oc_str_u64((oc_str){all.p, (size_t)(first - all.p)}, &out->at)) {
		return false;
	}
	first++;
	second = memchr(first, ' ', (size_t)(end - first));
	if (!second) {
		return false;
	}
	out->url = (oc_str){first, (size_t)(second - first)};
	out->title = (oc_str){second + 1, (size_t)(end - second - 1)};
	return true;
}

static void fill(oc_call *c, const redisReply *r, oc_trail *out)
{
	*out = (oc_trail){.here = -1};
	if (r->elements < 2) {
		return;
	}
	if (r->element[0]->type == REDIS_REPLY_INTEGER) {
		out->here = (int)r->element[0]->integer;
	}
	if (r->element[1]->type == REDIS_REPLY_STRING) {
		out->browser = oc_dup(c->arena, (oc_str){r->element[1]->str, r->element[1]->len});
	}
	out->pages = oc_alloc(c->arena, (r->elements + 1) * sizeof *out->pages);
	for (size_t i = 2; i < r->elements; i++) {
		out->n += page_of(c, r->element[i], &out->pages[out->n]);
	}
}

bool oc_trail_read(oc_call *c, const oc_identity *who, uint64_t conversation, oc_trail *out)
{
	oc_sql s = oc_sql_new(c);
	oc_words w;
	oc_rows *rows;
	redisReply *r;

	/* Whose it is, is MySQL's to say: Redis may have lost it, and another shop's number must not be answered. */
	oc_sql_add(&s, "SELECT visitor FROM %T WHERE id = %u AND shop = %u", "conversation", conversation,
		(uint64_t)c->chat->shop);
	if (!oc_read_for(c, who, &s, &rows)) {
		return false;
	}
	if (rows[0].rows == 0) {
		return oc_fail(c->error, OC_E_NOT_FOUND, "conversation", "conversation: there is no number %llu in this shop",
			(unsigned long long)conversation);
	}
	w = oc_script_call(c, &oc_script_trail, 3);
	oc_word(&w, oc_cell(&rows[0], 0, 0));
	oc_word_u64(&w, conversation);
	oc_word_u64(&w, OC_HERE_MS);
	r = oc_redis_run(c, &oc_script_trail, &w);
	if (!r) {
		return false;
	}
	fill(c, r, out);
	freeReplyObject(r);
	return true;
}

void oc_trail_adopt(oc_call *c, oc_str guest, oc_str customer)
{
	oc_error kept = *c->error;
	oc_words w = oc_script_call(c, &oc_script_pages, 4);

	oc_word(&w, guest);
	oc_word(&w, customer);
	oc_word_u64(&w, PAGES);
	oc_word_u64(&w, KEEP_S);
	oc_redis_said(oc_redis_run(c, &oc_script_pages, &w));
	*c->error = kept;
}
