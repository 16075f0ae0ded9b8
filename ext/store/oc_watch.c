/* An operator's poll: one script, since there are few operators and much to know for each. */
#include "store/oc_clocks.h"
#include "store/oc_limits.h"

static uint64_t idle(const redisReply *r, size_t i)
{
	return i < r->elements && r->element[i]->type == REDIS_REPLY_INTEGER && r->element[i]->integer >= 0
		? (uint64_t)r->element[i]->integer
		: UINT64_MAX;
}

static void fill(oc_call *c, const redisReply *r, oc_poll_answer *out)
{
	out->revoked = oc_reply_u64(r, 0) == 1;
	if (out->revoked) {
		return;
	}
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

bool oc_poll_operator(oc_call *c, const oc_identity *who, oc_str address, oc_str stream, uint64_t cursor,
	oc_poll_answer *out)
{
	oc_words w = oc_script_call(c, &oc_script_watch, 8);
	redisReply *r;

	*out = (oc_poll_answer){.idle_ms = UINT64_MAX};
	out->retry_after = (int64_t)oc_poll_wait(c, oc_actor(c->arena, who), address);
	if (out->retry_after) {
		return true;
	}
	oc_word(&w, oc_subject(c->arena, who));
	oc_word_u64(&w, who->issued);
	oc_word(&w, stream);
	oc_word_u64(&w, who->id);
	oc_word_u64(&w, cursor);
	oc_word_u64(&w, OC_AWAY_MS);
	oc_word_u64(&w, OC_VERIFY_MS);
	oc_word_u64(&w, OC_SWEEP_MS);
	r = oc_redis_run(c, &oc_script_watch, &w);
	if (!r) {
		return false;
	}
	fill(c, r, out);
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
