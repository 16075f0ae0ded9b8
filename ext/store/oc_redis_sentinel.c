/* Where the primary is now, asked of Redis Sentinel before each new link; links that are kept go on with what they have
 * until it refuses or breaks. */
#include "store/oc_redis.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
# include <winsock2.h>
#endif

static struct timeval limit(unsigned ms)
{
	return (struct timeval){.tv_sec = (long)(ms / 1000), .tv_usec = (long)(ms % 1000) * 1000};
}

static bool read_primary(oc_arena *a, const redisReply *r, oc_address *out)
{
	uint64_t port;

	if (!r || r->type != REDIS_REPLY_ARRAY || r->elements != 2 || r->element[0]->type != REDIS_REPLY_STRING ||
			r->element[1]->type != REDIS_REPLY_STRING ||
			!oc_str_u64((oc_str){r->element[1]->str, r->element[1]->len}, &port) || port == 0 || port > 65535) {
		return false;
	}
	out->host = oc_dup(a, (oc_str){r->element[0]->str, r->element[0]->len});
	out->port = (unsigned)port;
	return true;
}

/* One sentinel; why says what is wrong with it. */
static bool ask_one(oc_arena *a, const char *host, unsigned port, oc_str service, const oc_limits *l, oc_address *out,
	char *why, size_t size)
{
	redisContext *c = redisConnectWithTimeout(host, (int)port, limit(l->redis_connect_ms));
	redisReply *r = NULL;
	bool ok;

	if (c && !c->err && redisSetTimeout(c, limit(l->redis_read_ms)) == REDIS_OK) {
		r = redisCommand(c, "SENTINEL get-master-addr-by-name %b", service.p, service.n);
	}
	ok = read_primary(a, r, out);
	if (!ok) {
		snprintf(why, size, "%s:%u: %s", host, port, r && r->type == REDIS_REPLY_ERROR ? r->str
			: r ? "it does not watch that service" : c && c->errstr[0] ? c->errstr : "no answer");
	}
	if (r) {
		freeReplyObject(r);
	}
	if (c) {
		redisFree(c);
	}
	return ok;
}

bool oc_redis_primary(oc_arena *a, const oc_address *at, const oc_limits *l, oc_address *out, oc_error *e)
{
	char why[160] = "";
	oc_str rest = at->sentinels;

	*out = *at;
	out->sentinels = OC_STR("");
	while (rest.n) {
		const char *comma = memchr(rest.p, ',', rest.n);
		oc_str one = oc_dup(a, (oc_str){rest.p, comma ? (size_t)(comma - rest.p) : rest.n});
		char *colon = strrchr((char *)(uintptr_t)one.p, ':');

		*colon = 0;
		if (ask_one(a, one.p, (unsigned)atoi(colon + 1), at->service, l, out, why, sizeof why)) {
			return true;
		}
		rest.n = comma ? rest.n - one.n - 1 : 0;
		rest.p += comma ? one.n + 1 : 0;
	}
	return oc_fail(e, OC_E_REDIS, NULL, "no Redis Sentinel says where \"%.*s\" is (%s); are they running, and is the name right?",
		(int)at->service.n, at->service.p, why);
}
