/* Where pages ended lately, so that a jump far into the history reads no more than what lies between. */
#include "store/oc_lead.h"
#include "store/oc_redis.h"

#include <string.h>

#define KEEP_S "600"
#define MOST "-501" /* of each question 500 */
#define FROM (OC_PASS_MOST / 2) /* lines: nearer to the beginning no jump needs any */

/* A set of each question asked, sorted by the number of lines. What was asked for is not to be read from its name. */
static oc_str key(oc_call *c, const oc_page_ask *a)
{
	oc_buf b = oc_buf_new(c->arena, a->bound.n + 20), hex = oc_buf_new(c->arena, 40);
	uint8_t mac[32];

	oc_puts(&b, "waypoints ");
	oc_put(&b, a->bound);
	a->hmac(c->chat->secret[0], oc_buf_str(&b), mac);
	oc_put_hex(&hex, mac, 16);
	return oc_redis_key(c, OC_STR(":way:"), oc_buf_str(&hex));
}

static oc_words command(oc_call *c, oc_str name, oc_str key)
{
	oc_words w = oc_words_new(c->arena, 8);

	oc_word(&w, name);
	oc_word(&w, key);
	return w;
}

void oc_waypoint_leave(oc_call *c, const oc_page_ask *a, const oc_position *at)
{
	oc_error kept = *c->error;
	redisReply *replies[3];
	oc_words all[3];
	oc_str k;

	if (at->offset < FROM) {
		return;
	}
	k = key(c, a);
	all[0] = command(c, OC_STR("ZADD"), k);
	all[1] = command(c, OC_STR("ZREMRANGEBYRANK"), k);
	all[2] = command(c, OC_STR("EXPIRE"), k);
	oc_word_u64(&all[0], at->offset);
	oc_word(&all[0], oc_format(c->arena, "%llu %lld", (unsigned long long)at->at, (long long)at->id));
	/* The nearest to the beginning go first: there a page is as well reached from it. */
	oc_word(&all[1], OC_STR("0"));
	oc_word(&all[1], OC_STR(MOST));
	oc_word(&all[2], OC_STR(KEEP_S));
	if (oc_redis_ask_all(c, all, 3, replies)) {
		for (unsigned i = 0; i < 3; i++) {
			freeReplyObject(replies[i]);
		}
	}
	*c->error = kept;
}

/* ["1700000000000000 17", "600050"] */
static bool read_waypoint(const redisReply *r, oc_position *out)
{
	const char *space = r->type == REDIS_REPLY_ARRAY && r->elements == 2 && r->element[0]->type == REDIS_REPLY_STRING
		? strchr(r->element[0]->str, ' ') : NULL;
	uint64_t id;

	*out = (oc_position){.counted = true};
	if (!space || !oc_str_u64((oc_str){r->element[0]->str, (size_t)(space - r->element[0]->str)}, &out->at)
			|| !oc_str_u64(oc_str_of(space + 1), &id)) {
		return false;
	}
	out->id = (int64_t)id;
	out->offset = (uint32_t)oc_reply_u64(r, 1);
	return true;
}

static oc_words nearest(oc_call *c, oc_str name, oc_str key, uint32_t offset, oc_str end)
{
	oc_words w = command(c, name, key);

	oc_word_u64(&w, offset);
	oc_word(&w, end);
	oc_word(&w, OC_STR("WITHSCORES"));
	oc_word(&w, OC_STR("LIMIT"));
	oc_word(&w, OC_STR("0"));
	oc_word(&w, OC_STR("1"));
	return w;
}

static uint32_t distance(const oc_position *from, uint32_t offset)
{
	return from->offset > offset ? from->offset - offset : offset - from->offset;
}

bool oc_waypoint_nearest(oc_call *c, const oc_page_ask *a, uint32_t offset, oc_position *out)
{
	oc_str k = key(c, a);
	oc_words both[2] = {nearest(c, OC_STR("ZREVRANGEBYSCORE"), k, offset, OC_STR("-inf")),
		nearest(c, OC_STR("ZRANGEBYSCORE"), k, offset, OC_STR("+inf"))};
	oc_error kept = *c->error;
	bool before, after;
	redisReply *replies[2];
	oc_position found[2];

	if (!oc_redis_ask_all(c, both, 2, replies)) {
		*c->error = kept;
		return false;
	}
	before = read_waypoint(replies[0], &found[0]);
	after = read_waypoint(replies[1], &found[1]);
	freeReplyObject(replies[0]);
	freeReplyObject(replies[1]);
	*out = found[!before || (after && distance(&found[1], offset) < distance(&found[0], offset))];
	return before || after;
}
