/* In front of the door: "full" from the last known counts. The gate may be wrong, the door (MySQL) never is. */
#include "core/oc_route.h"
#include "store/oc_gate.h"
#include "store/oc_redis.h"

#include <string.h>

#define STATUS_DELAY_MS 60000

oc_str oc_gate_verdict(oc_arena *a, const oc_tell *t)
{
	const oc_counts counts = {
		.maximum = t->maximum,
		.ongoing = t->ongoing,
		.waiting = t->waiting,
		.holds = t->holds,
		.free = t->free,
		.present = t->present,
		.queue_limit = t->queue_limit,
		.queue = t->queue != 0,
		.closed = t->outside,
	};
	oc_mode mode = oc_mode_of(&counts, t->offline_mode != 0);
	char letter = t->offline_mode ? 'P' : 'p';

	if (mode == OC_MODE_FORM || mode == OC_MODE_NONE) {
		letter = t->present && !t->outside ? 'F' : 'C';
	}
	return t->opens ? oc_format(a, "%c%s:%llu", letter, oc_mode_word(mode), (unsigned long long)t->opens)
		: oc_format(a, "%c%s", letter, oc_mode_word(mode));
}

/* The stored verdict, as an arena string; empty where none is known. */
static bool stored(oc_call *c, oc_str *out)
{
	oc_words w = oc_words_new(c->arena, 2);
	redisReply *r;

	oc_word(&w, OC_STR("GET"));
	oc_word(&w, oc_redis_key(c, OC_STR(":gate"), OC_STR("")));
	r = oc_redis_ask(c, &w);
	if (!r) {
		return false;
	}
	*out = r->type == REDIS_REPLY_STRING ? oc_dup(c->arena, (oc_str){r->str, r->len}) : OC_STR("");
	freeReplyObject(r);
	return true;
}

static oc_str hold_key(oc_call *c, oc_str actor)
{
	return oc_redis_key(c, OC_STR(":hold:"), actor);
}

static oc_gate gate_of(const redisReply *verdict)
{
	if (verdict->type != REDIS_REPLY_STRING || verdict->len == 0) {
		return OC_GATE_PASS;
	}
	return verdict->str[0] == 'F' ? OC_GATE_FULL : verdict->str[0] == 'C' ? OC_GATE_CLOSED : OC_GATE_PASS;
}

bool oc_gate_ask(oc_call *c, oc_str actor, oc_gate *out)
{
	oc_words w = oc_words_new(c->arena, 3);
	redisReply *r;

	oc_word(&w, OC_STR("MGET"));
	oc_word(&w, oc_redis_key(c, OC_STR(":gate"), OC_STR("")));
	oc_word(&w, hold_key(c, actor));
	r = oc_redis_ask(c, &w);
	if (!r) {
		return false;
	}
	*out = OC_GATE_PASS;
	if (r->type == REDIS_REPLY_ARRAY && r->elements == 2 && r->element[1]->type == REDIS_REPLY_NIL) {
		*out = gate_of(r->element[0]);
	}
	freeReplyObject(r);
	return true;
}

bool oc_gate_has_form(oc_str verdict)
{
	return verdict.n > 0 && verdict.p[0] != 'p';
}

static oc_mode mode_of(oc_str word)
{
	for (oc_mode mode = OC_MODE_CHAT; mode <= OC_MODE_NONE; mode++) {
		if (oc_str_eq(word, oc_str_of(oc_mode_word(mode)))) {
			return mode;
		}
	}
	return 0;
}

/* "form" or "form:1795420800000": what a page shows, and when the shop opens. */
static void mode_and_opens(oc_str word, oc_shop_status *out)
{
	const char *colon = word.n ? memchr(word.p, ':', word.n) : NULL;
	size_t n = colon ? (size_t)(colon - word.p) : word.n;

	out->opens = 0;
	out->mode = mode_of((oc_str){word.p, n});
	if (colon && !oc_str_u64((oc_str){colon + 1, word.n - n - 1}, &out->opens)) {
		out->mode = 0;
	}
}

bool oc_gate_read(oc_str verdict, oc_shop_status *out)
{
	const char *space = verdict.n ? memchr(verdict.p, ' ', verdict.n) : NULL, *end;
	oc_str settings;
	uint64_t version;

	if (!space) {
		return false;
	}
	settings.p = space + 1;
	end = memchr(settings.p, ' ', (size_t)(verdict.p + verdict.n - settings.p));
	settings.n = end ? (size_t)(end - settings.p) : 0;
	mode_and_opens((oc_str){verdict.p + 1, (size_t)(space - verdict.p) - 1}, out);
	if (!out->mode || !oc_str_u64(settings, &version)) {
		return false;
	}
	out->settings = (uint32_t)version;
	out->degraded = false;
	out->delay = STATUS_DELAY_MS;
	return true;
}

bool oc_gate_status(oc_call *c, oc_shop_status *out, bool *known)
{
	oc_str verdict;

	*known = false;
	if (!stored(c, &verdict)) {
		return false;
	}
	*known = oc_gate_read(verdict, out);
	return true;
}
