/* Polls: one round trip where nothing is new. */
#include "store/oc_clocks.h"
#include "store/oc_limits.h"

/* The first words of poll.lua and watch.lua. */
static oc_words poll_call(oc_call *c, const oc_script *script, const oc_identity *who, oc_str address, oc_str stream)
{
	oc_words w = oc_script_call(c, script, 14);

	oc_word(&w, oc_actor(c->arena, who));
	oc_word(&w, oc_subject(c->arena, who));
	oc_word_u64(&w, who->issued);
	oc_word(&w, oc_rate_address(c->arena, address));
	oc_word(&w, stream);
	return w;
}

static void poll_limits(oc_words *w, unsigned silent_ms)
{
	const oc_rate *rate = oc_rate_of(OC_STR("poll"));

	oc_word_u64(w, rate->window_ms);
	oc_word_u64(w, rate->person);
	oc_word_u64(w, rate->address);
	oc_word_u64(w, silent_ms);
	oc_word_u64(w, OC_VERIFY_MS);
	oc_word_u64(w, OC_SWEEP_MS);
}

/* true: the answer goes on after its first word. */
static bool goes_on(const redisReply *r, oc_poll_answer *out)
{
	uint64_t verdict = oc_reply_u64(r, 0);

	out->revoked = verdict == 1;
	if (verdict == 2) {
		uint64_t wait = oc_reply_u64(r, 1);

		out->retry_after = wait ? (int64_t)wait : 1;
	}
	return verdict == 0;
}

static uint64_t idle(const redisReply *r, size_t i)
{
	return i < r->elements && r->element[i]->type == REDIS_REPLY_INTEGER && r->element[i]->integer >= 0
		? (uint64_t)r->element[i]->integer
		: UINT64_MAX;
}

bool oc_poll_visitor(oc_call *c, const oc_identity *who, oc_str address, oc_str stream, uint64_t conversation,
	uint32_t after, uint32_t revision, oc_poll_answer *out)
{
	oc_words w = poll_call(c, &oc_script_poll, who, address, stream);
	redisReply *r;

	*out = (oc_poll_answer){.idle_ms = UINT64_MAX};
	oc_word_u64(&w, conversation);
	oc_word_u64(&w, after);
	oc_word_u64(&w, revision);
	poll_limits(&w, OC_GONE_MS);
	r = oc_redis_run(c, &oc_script_poll, &w);
	if (!r) {
		return false;
	}
	if (goes_on(r, out)) {
		out->changed = oc_reply_u64(r, 1);
		out->verify = oc_reply_u64(r, 2);
		out->sweep = oc_reply_u64(r, 3);
		out->other_typing = oc_reply_u64(r, 4);
		out->owned = oc_reply_u64(r, 5);
		out->settings = (uint32_t)oc_reply_u64(r, 6);
		out->idle_ms = idle(r, 7);
	}
	freeReplyObject(r);
	return true;
}

bool oc_poll_operator(oc_call *c, const oc_identity *who, oc_str address, oc_str stream, uint64_t cursor,
	oc_poll_answer *out)
{
	oc_words w = poll_call(c, &oc_script_watch, who, address, stream);
	redisReply *r;

	*out = (oc_poll_answer){.idle_ms = UINT64_MAX};
	oc_word_u64(&w, who->id);
	oc_word_u64(&w, cursor);
	poll_limits(&w, OC_AWAY_MS);
	r = oc_redis_run(c, &oc_script_watch, &w);
	if (!r) {
		return false;
	}
	if (goes_on(r, out)) {
		out->changed = oc_reply_u64(r, 1);
		out->verify = oc_reply_u64(r, 2);
		out->sweep = oc_reply_u64(r, 3);
		out->away = oc_reply_u64(r, 4);
		out->cursor = oc_reply_u64(r, 5);
		out->settings = (uint32_t)oc_reply_u64(r, 6);
		out->idle_ms = idle(r, 7);
		out->typing = oc_alloc(c->arena, (r->elements + 1) * sizeof *out->typing);
		for (size_t i = 8; i < r->elements; i++) {
			out->typing[out->n_typing++] = oc_reply_u64(r, i);
		}
	}
	freeReplyObject(r);
	return true;
}

bool oc_cursor(oc_call *c, uint32_t operator_id, uint64_t *cursor)
{
	oc_words w = oc_script_call(c, &oc_script_cursor, 1);
	redisReply *r;

	oc_word_u64(&w, operator_id);
	r = oc_redis_run(c, &oc_script_cursor, &w);
	if (!r) {
		return false;
	}
	*cursor = r->type == REDIS_REPLY_INTEGER && r->integer > 0 ? (uint64_t)r->integer : 0;
	freeReplyObject(r);
	return *cursor || oc_fail(c->error, OC_E_REDIS, NULL, "Redis answered cursor.lua with something else");
}
