/* What Redis need not know any more. It tells and does not decide: where it is away nothing fails, and each of these keys
 * ends by itself within a day. */
#include "store/oc_redis.h"
#include "store/oc_redis_api.h"

/* The keys go, or Redis is away; either is no matter of the caller's. */
static void drop(oc_call *c, oc_words *keys)
{
	oc_error kept = *c->error;

	oc_redis_said(oc_redis_ask(c, keys));
	*c->error = kept;
}

static oc_words list_of(oc_call *c, size_t keys)
{
	oc_words w = oc_words_new(c->arena, keys + 1);

	oc_word(&w, OC_STR("DEL"));
	return w;
}

void oc_forget_visitor(oc_call *c, oc_str visitor)
{
	oc_words w = list_of(c, 3);

	oc_word(&w, oc_redis_key(c, OC_STR(":pages:"), visitor));
	oc_word(&w, oc_redis_key(c, OC_STR(":browser:"), visitor));
	oc_word(&w, oc_redis_key(c, OC_STR(":hold:"), visitor));
	drop(c, &w);
}

void oc_forget_conversations(oc_call *c, const uint64_t *ids, size_t n)
{
	oc_words w = list_of(c, n);

	if (n == 0) {
		return;
	}
	for (size_t i = 0; i < n; i++) {
		oc_word(&w, oc_redis_key(c, OC_STR(":h:"), oc_format(c->arena, "%llu", (unsigned long long)ids[i])));
	}
	drop(c, &w);
}

void oc_forget_shop(oc_call *c)
{
	static const char *const names[] = {":gate", ":settings", ":board", ":step", ":operators", ":visitors", ":epoch",
		":changes"};
	oc_words w = list_of(c, sizeof names / sizeof *names);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		oc_word(&w, oc_redis_key(c, OC_STR(""), oc_str_of(names[i])));
	}
	drop(c, &w);
}
