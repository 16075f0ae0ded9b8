/* Opening, testing and closing a link to Redis. */
#include "store/oc_redis.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
# include <winsock2.h>
# define poll WSAPoll
#else
# include <fcntl.h>
# include <poll.h>
# include <signal.h>
#endif

static struct timeval limit(unsigned ms)
{
	return (struct timeval){.tv_sec = (long)(ms / 1000), .tv_usec = (long)(ms % 1000) * 1000};
}

static redisContext *connected(oc_arena *a, const oc_address *at, const oc_limits *l, oc_error *e)
{
	oc_str place = oc_dup(a, at->socket.n ? at->socket : at->host);
	const char *said = "out of memory";
	redisContext *c = at->socket.n
		? redisConnectUnixWithTimeout(place.p, limit(l->redis_connect_ms))
		: redisConnectWithTimeout(place.p, (int)at->port, limit(l->redis_connect_ms));

	if (c && !c->err) {
		return c;
	}
	if (c) {
		said = c->errstr;
	}
	oc_fail(e, OC_E_REDIS, NULL, "%s cannot be reached: %s; is it running, and is the address right?",
		oc_address_words(a, at, OC_REDIS).p, said);
	if (c) {
		redisFree(c);
	}
	return NULL;
}

void oc_redis_field(char *out, size_t size, const redisReply *info, const char *name)
{
	const char *at = info->type == REDIS_REPLY_STRING ? strstr(info->str, name) : NULL;

	out[0] = 0;
	if (at) {
		at += strlen(name);
		snprintf(out, size, "%.*s", (int)strcspn(at, "\r\n"), at);
	}
}

/* AUTH, SELECT and INFO in one write. INFO may be forbidden to this user; then a restart is noticed only by
 * what it lost. */
static bool greet(oc_arena *a, oc_redis *r, const oc_address *at, oc_error *e)
{
	oc_link link = {.store = OC_REDIS, .handle = r};
	oc_words list[3];
	redisReply *replies[3];
	size_t n = 0;
	bool ok = true;

	if (at->password.n) {
		list[n] = oc_words_new(a, 3);
		oc_word(&list[n], OC_STR("AUTH"));
		if (at->user.n) {
			oc_word(&list[n], at->user);
		}
		oc_word(&list[n++], at->password);
	}
	if (at->number) {
		list[n] = oc_words_new(a, 2);
		oc_word(&list[n], OC_STR("SELECT"));
		oc_word_u64(&list[n++], at->number);
	}
	list[n] = oc_words_new(a, 2);
	oc_word(&list[n], OC_STR("INFO"));
	oc_word(&list[n++], OC_STR("server"));
	if (!oc_redis_exchange(&link, list, n, replies, e)) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		const redisReply *reply = replies[i];

		if (ok && reply->type == REDIS_REPLY_ERROR && (i + 1 < n || strncmp(reply->str, "NOPERM", 6) != 0)) {
			oc_redis_refused(e, reply->str);
			ok = false;
		}
	}
	oc_redis_field(r->run_id, sizeof r->run_id, replies[n - 1], "run_id:");
	oc_redis_field(r->version, sizeof r->version, replies[n - 1], "redis_version:");
	for (size_t i = 0; i < n; i++) {
		freeReplyObject(replies[i]);
	}
	return ok;
}

void *oc_redis_open(const oc_address *at, const oc_limits *l, oc_error *e)
{
	oc_arena a = {NULL};
	oc_address primary = *at;
	redisContext *context = !at->sentinels.n || oc_redis_primary(&a, at, l, &primary, e) ? connected(&a, &primary, l, e) : NULL;
	oc_redis *r = NULL;

	if (context) {
		r = calloc(1, sizeof *r);
		if (!r) {
			fputs("onlinechat: out of memory\n", stderr);
			abort();
		}
		r->context = context;
		r->read_ms = l->redis_read_ms;
#ifndef _WIN32
		fcntl(context->fd, F_SETFD, FD_CLOEXEC);
#endif
		if (redisSetTimeout(context, limit(l->redis_read_ms)) != REDIS_OK) {
			oc_fail(e, OC_E_REDIS, NULL, "Redis: the read limit cannot be set: %s", context->errstr);
			oc_redis_close(r, false);
			r = NULL;
		} else if (!greet(&a, r, at, e)) {
			oc_redis_close(r, false);
			r = NULL;
		}
	}
	oc_arena_free(&a);
	return r;
}

/* redisFree() sends nothing before it closes: right for a forked child as well. */
void oc_redis_close(void *handle, bool forked)
{
	oc_redis *r = handle;

	redisFree(r->context);
	free(r);
}

/* Nothing may be readable on a link at rest: a late answer would be taken for the next command's, an end of
 * file means the server went. */
bool oc_redis_alive(void *handle)
{
	oc_redis *r = handle;
	struct pollfd p = {.fd = r->context->fd, .events = POLLIN};

	return !r->context->err && r->context->reader->pos == r->context->reader->len && poll(&p, 1, 0) == 0;
}
