/* The clocks a sweep starts from. They run in Redis and start anew with it: losing Redis makes nobody away. */
#include "store/oc_clocks.h"
#include "store/oc_redis.h"
#include "store/oc_redis_api.h"

/* A long list goes in parts, so that no call holds Redis up. */
#define PART 1000

static uint64_t outages_seen(const oc_call *c)
{
	char key[160];

	oc_address_key(&c->chat->redis, OC_REDIS, key);
	return oc_breaker_outages(key);
}

/* Run id, and this server with the outages it saw: what an epoch of the clocks is made of. A process that is no
 * server's worker counts only once it saw an outage itself. */
static uint64_t put_epoch(oc_call *c, oc_words *w)
{
	uint64_t outages = outages_seen(c), server = oc_server_id();

	if (!server && outages) {
		server = oc_server_salt();
	}
	w->run_id = w->n;
	oc_word(w, OC_STR(""));
	oc_word(w, server ? oc_format(c->arena, "%016llx", (unsigned long long)server) : OC_STR(""));
	oc_word_u64(w, outages);
	return outages;
}

static uint64_t *numbers(oc_call *c, const redisReply *list, size_t *n)
{
	uint64_t *out = oc_alloc(c->arena, (list->elements + 1) * sizeof *out);

	*n = list->elements;
	for (size_t i = 0; i < list->elements; i++) {
		out[i] = oc_reply_u64(list, i);
	}
	return out;
}

bool oc_due_ask(oc_call *c, unsigned limit, oc_due *out)
{
	oc_words w = oc_script_call(c, &oc_script_due, 4);
	redisReply *r;
	uint64_t *operators, outages;

	*out = (oc_due){0};
	outages = put_epoch(c, &w);
	oc_word_u64(&w, limit);
	r = oc_redis_run(c, &oc_script_due, &w);
	if (!r) {
		return false;
	}
	if (r->type != REDIS_REPLY_ARRAY || r->elements != 3) {
		freeReplyObject(r);
		return oc_fail(c->error, OC_E_REDIS, NULL, "Redis answered due.lua with something else");
	}
	if (outages_seen(c) != outages) {
		/* This very call ended an outage: nobody could be heard before it. */
		freeReplyObject(r);
		out->seed = 1;
		return true;
	}
	out->seed = (int)oc_reply_u64(r, 0);
	operators = numbers(c, r->element[1], &out->n_operators);
	out->operators = oc_alloc(c->arena, (out->n_operators + 1) * sizeof *out->operators);
	for (size_t i = 0; i < out->n_operators; i++) {
		out->operators[i] = (uint32_t)operators[i];
	}
	out->conversations = numbers(c, r->element[2], &out->n_conversations);
	freeReplyObject(r);
	return true;
}

/* Operators first, then conversations: one row of words, cut into parts. */
static bool seed_part(oc_call *c, bool fresh, bool last, const uint32_t *operators, size_t n_operators,
	const uint64_t *conversations, size_t n_conversations)
{
	oc_words w = oc_script_call(c, &oc_script_seed, 8 + n_operators + n_conversations);

	put_epoch(c, &w);
	oc_word_u64(&w, fresh);
	oc_word_u64(&w, last);
	oc_word_u64(&w, OC_AWAY_MS);
	oc_word_u64(&w, OC_GONE_MS);
	oc_word_u64(&w, n_operators);
	for (size_t i = 0; i < n_operators; i++) {
		oc_word_u64(&w, operators[i]);
	}
	for (size_t i = 0; i < n_conversations; i++) {
		oc_word_u64(&w, conversations[i]);
	}
	return oc_redis_said(oc_redis_run(c, &oc_script_seed, &w));
}

bool oc_clocks_seed(oc_call *c, bool fresh, const uint32_t *operators, size_t n_operators,
	const uint64_t *conversations, size_t n_conversations)
{
	bool first = true;

	do {
		size_t o = n_operators < PART ? n_operators : PART;
		size_t v = n_conversations < PART - o ? n_conversations : PART - o;
		bool last = o == n_operators && v == n_conversations;

		if (!seed_part(c, fresh && first, last, operators, o, conversations, v)) {
			return false;
		}
		first = false;
		operators = o ? operators + o : operators;
		conversations = v ? conversations + v : conversations;
		n_operators -= o;
		n_conversations -= v;
		if (last) {
			return true;
		}
	} while (true);
}
