/* A visitor's poll. Nearly all find nothing new, so that these cost Redis three plain reads in one round trip: no
 * script, and nothing written. Signs of life are written as the poll asks MySQL, every 25 s. */
#include "store/oc_clocks.h"
#include "store/oc_limits.h"
#include "store/oc_recent.h"

#include <string.h>

/* The fields of a head that a poll looks at, in this order; the tab's own follows. */
static const char *const FIELDS[] = {"n", "r", "v", "t", "ot", "m", "dv"};
enum { NUMBER, REVISION, VISITOR, LAST_EVENT, OPERATOR_TYPES, MARKED, FETCHED, ASKED_MYSQL };

static bool element_is(const redisReply *r, size_t i, oc_str s)
{
	return i < r->elements && r->element[i]->type == REDIS_REPLY_STRING
		&& oc_str_eq((oc_str){r->element[i]->str, r->element[i]->len}, s);
}

static bool missing(const redisReply *r, size_t i)
{
	return i >= r->elements || r->element[i]->type == REDIS_REPLY_NIL;
}

static oc_words ask_head(oc_call *c, oc_str stream, oc_str id)
{
	oc_words w = oc_words_new(c->arena, 10);

	oc_word(&w, OC_STR("HMGET"));
	oc_word(&w, oc_redis_key(c, OC_STR(":h:"), id));
	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
		oc_word(&w, oc_str_of(FIELDS[i]));
	}
	oc_word(&w, oc_format(c->arena, "s:%.*s", (int)stream.n, stream.p));
	return w;
}

static oc_words ask_shop(oc_call *c, const oc_identity *who)
{
	oc_words w = oc_words_new(c->arena, 4);

	oc_word(&w, OC_STR("MGET"));
	oc_word(&w, oc_redis_key(c, OC_STR(":x:"), oc_subject(c->arena, who)));
	oc_word(&w, oc_redis_key(c, OC_STR(":sweep"), OC_STR("")));
	oc_word(&w, oc_redis_key(c, OC_STR(":settings"), OC_STR("")));
	return w;
}

static oc_words ask_time(oc_call *c)
{
	oc_words w = oc_words_new(c->arena, 1);

	oc_word(&w, OC_STR("TIME"));
	return w;
}

/* One of all polls in a while starts a sweep. */
static bool sweep_is_mine(oc_call *c)
{
	oc_words w = oc_words_new(c->arena, 6);
	redisReply *r;
	bool mine;

	oc_word(&w, OC_STR("SET"));
	oc_word(&w, oc_redis_key(c, OC_STR(":sweep"), OC_STR("")));
	oc_word(&w, OC_STR("1"));
	oc_word(&w, OC_STR("NX"));
	oc_word(&w, OC_STR("PX"));
	oc_word_u64(&w, OC_SWEEP_MS);
	r = oc_redis_ask(c, &w);
	mine = r && r->type == REDIS_REPLY_STATUS;
	oc_redis_said(r);
	return mine;
}

static void sign_of_life(oc_call *c, oc_str actor, oc_str stream, oc_str id)
{
	oc_words w = oc_script_call(c, &oc_script_sign, 4);

	oc_word(&w, actor);
	oc_word(&w, stream);
	oc_word(&w, id);
	oc_word_u64(&w, OC_GONE_MS);
	oc_redis_said(oc_redis_run(c, &oc_script_sign, &w));
}

static void judge(const oc_identity *who, redisReply *const *r, oc_str actor, oc_str after, oc_str revision,
	oc_poll_answer *out)
{
	const redisReply *shop = r[1], *head = r[2];
	uint64_t now = oc_reply_u64(r[0], 0) * 1000 + oc_reply_u64(r[0], 1) / 1000;
	uint64_t asked = oc_reply_u64(head, ASKED_MYSQL), last = oc_reply_u64(head, LAST_EVENT);

	out->revoked = !missing(shop, 0) && oc_reply_u64(shop, 0) >= who->issued;
	out->sweep = missing(shop, 1);
	out->settings = (uint32_t)oc_reply_u64(shop, 2);
	out->changed = !element_is(head, NUMBER, after) || !element_is(head, REVISION, revision);
	out->owned = element_is(head, VISITOR, actor);
	out->other_typing = oc_reply_u64(head, OPERATOR_TYPES) > now;
	/* A time to come was written by another clock. */
	out->marked = asked != 0 && oc_reply_u64(head, MARKED) >= asked;
	out->verify = asked == 0 || asked > now || now - asked >= OC_VERIFY_MS || out->marked;
	out->fetched = (uint32_t)oc_reply_u64(head, FETCHED);
	out->asked_ms = out->verify ? now : asked;
	if (!missing(head, LAST_EVENT)) {
		out->idle_ms = now > last ? now - last : 0;
	}
}

bool oc_poll_visitor(oc_call *c, const oc_identity *who, oc_str address, oc_str stream, uint64_t conversation,
	uint32_t after, uint32_t revision, oc_poll_answer *out)
{
	oc_str actor = oc_actor(c->arena, who), id = oc_format(c->arena, "%llu", (unsigned long long)conversation);
	oc_recent recent = {.actor = actor, .subject = oc_subject(c->arena, who), .stream = stream,
		.conversation = conversation, .now_ms = oc_time_us() / 1000, .after = after, .revision = revision};
	oc_words list[3];
	redisReply *replies[3];

	*out = (oc_poll_answer){.idle_ms = UINT64_MAX};
	out->retry_after = (int64_t)oc_poll_wait(c, actor, address);
	if (out->retry_after) {
		return true;
	}
	if (oc_recent_ask(c, &recent, out)) {
		return true;
	}
	list[0] = ask_time(c);
	list[1] = ask_shop(c, who);
	list[2] = ask_head(c, stream, id);
	if (!oc_redis_ask_all(c, list, 3, replies)) {
		return false;
	}
	judge(who, replies, actor, oc_format(c->arena, "%u", after), oc_format(c->arena, "%u", revision), out);
	for (size_t i = 0; i < 3; i++) {
		freeReplyObject(replies[i]);
	}
	oc_recent_note(&recent, out);
	if (out->sweep) {
		out->sweep = sweep_is_mine(c);
	}
	if (out->owned && out->verify) {
		sign_of_life(c, actor, stream, id);
	}
	*c->error = (oc_error){0};
	return true;
}
