/* What the health panel says about Redis: can it be reached, does it take writes, how far is it. */
#include "store/oc_redis.h"

#include <stdio.h>
#include <string.h>

static redisReply *ask(oc_call *c, const char *const *words, size_t n)
{
	oc_words w = oc_words_new(c->arena, n);

	for (size_t i = 0; i < n; i++) {
		oc_word(&w, oc_str_of(words[i]));
	}
	return oc_redis_ask(c, &w);
}

void oc_health_redis(oc_call *c, oc_store_health *out)
{
	oc_str key = oc_redis_key(c, OC_STR(":health"), OC_STR(""));
	const char *const write[] = {"SET", key.p, "1", "PX", "1000"};
	const char *const server[] = {"INFO", "server"}, *const memory[] = {"INFO", "memory"};
	uint64_t before;
	redisReply *r;

	*out = (oc_store_health){.ok = false};
	/* Opens the link, so that what is measured is a round trip. */
	r = ask(c, server, 2);
	if (r) {
		oc_redis_field(out->version, sizeof out->version, r, "redis_version:");
		freeReplyObject(r);
		before = oc_time_us();
		r = ask(c, write, 5);
		out->ms = (double)(oc_time_us() - before) / 1000;
	}
	if (r) {
		freeReplyObject(r);
		r = ask(c, memory, 2);
	}
	if (r) {
		oc_redis_field(out->policy, sizeof out->policy, r, "maxmemory_policy:");
		freeReplyObject(r);
		out->ok = true;
		return;
	}
	snprintf(out->message, sizeof out->message, "%s", c->error->message);
	c->error->cause = OC_OK;
}
