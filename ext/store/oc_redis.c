#include "store/oc_redis.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#ifdef _WIN32
# include <winsock2.h>
# define poll WSAPoll
#else
# include <poll.h>
#endif

oc_words oc_words_new(oc_arena *a, size_t size)
{
	oc_words w = {.arena = a, .size = size ? size : 1};

	w.word = oc_alloc(a, w.size * sizeof *w.word);
	w.length = oc_alloc(a, w.size * sizeof *w.length);
	return w;
}

void oc_word(oc_words *w, oc_str s)
{
	if (w->n == w->size) {
		oc_words bigger = oc_words_new(w->arena, w->size * 2);

		memcpy(bigger.word, w->word, w->n * sizeof *w->word);
		memcpy(bigger.length, w->length, w->n * sizeof *w->length);
		bigger.n = w->n;
		*w = bigger;
	}
	w->word[w->n] = s.p ? s.p : "";
	w->length[w->n++] = s.n;
}

void oc_word_u64(oc_words *w, uint64_t v)
{
	oc_buf b = oc_buf_new(w->arena, 20);

	oc_put_u64(&b, v);
	oc_word(w, oc_buf_str(&b));
}

oc_str oc_redis_key(oc_call *c, oc_str name, oc_str rest)
{
	oc_buf b = oc_buf_new(c->arena, c->chat->tag.n + name.n + rest.n);

	oc_put(&b, c->chat->tag);
	oc_put(&b, name);
	oc_put(&b, rest);
	return oc_buf_str(&b);
}

oc_words oc_script_call(oc_call *c, const oc_script *script, size_t arguments)
{
	oc_words w = oc_words_new(c->arena, arguments + 4);

	oc_word(&w, OC_STR("EVALSHA"));
	oc_word(&w, (oc_str){script->sha, 40});
	oc_word(&w, OC_STR("1"));
	oc_word(&w, c->chat->tag);
	return w;
}

static bool broken(const redisContext *c, int error, oc_error *e)
{
	if (error == EAGAIN || error == EWOULDBLOCK || error == ETIMEDOUT) {
		return oc_fail(e, OC_E_REDIS, NULL, "Redis did not answer within its limit; is it overloaded or stopped? "
			"The limit is onlinechat.redis_read_timeout");
	}
	return oc_fail(e, OC_E_REDIS, NULL, "the link to Redis broke: %s", c->errstr[0] ? c->errstr : "closed");
}

/* The socket's own limit is for each read: a server that drips would outlive it, so that from the second read
 * on what is left of the whole exchange's time is waited for. */
static bool receive(oc_redis *r, uint64_t deadline, redisReply **out, oc_error *e)
{
	redisContext *c = r->context;
	void *reply = NULL;

	for (bool first = true;; first = false) {
		if (redisGetReplyFromReader(c, &reply) != REDIS_OK) {
			return broken(c, 0, e);
		}
		if (reply) {
			*out = reply;
			return true;
		}
		if (!first) {
			uint64_t now = oc_clock_ms();
			struct pollfd p = {.fd = c->fd, .events = POLLIN};

			if (now >= deadline || poll(&p, 1, (int)(deadline - now)) == 0) {
				return broken(c, ETIMEDOUT, e);
			}
		}
		if (redisBufferRead(c) != REDIS_OK) {
			return broken(c, errno, e);
		}
	}
}

static bool send_all(redisContext *c, oc_error *e)
{
	int done = 0;

	while (!done) {
		if (redisBufferWrite(c, &done) != REDIS_OK) {
			return broken(c, errno, e);
		}
	}
	return true;
}

/* As redisAppendCommandArgv() would, without its many small allocations. */
static bool append(redisContext *c, const oc_words *w)
{
	size_t size = 16;
	oc_buf b;

	for (size_t i = 0; i < w->n; i++) {
		size += w->length[i] + 16;
	}
	b = oc_buf_new(w->arena, size);
	oc_put(&b, OC_STR("*"));
	oc_put_u64(&b, w->n);
	for (size_t i = 0; i < w->n; i++) {
		oc_put(&b, OC_STR("\r\n$"));
		oc_put_u64(&b, w->length[i]);
		oc_put(&b, OC_STR("\r\n"));
		oc_put(&b, (oc_str){w->word[i], w->length[i]});
	}
	oc_put(&b, OC_STR("\r\n"));
	return redisAppendFormattedCommand(c, b.p, b.n) == REDIS_OK;
}

bool oc_redis_exchange(oc_link *l, const oc_words *list, size_t n, redisReply **replies, oc_error *e)
{
	oc_redis *r = l->handle;
	uint64_t deadline = oc_clock_ms() + r->read_ms;

	memset(replies, 0, n * sizeof *replies);
	for (size_t i = 0; i < n; i++) {
		if (!append(r->context, &list[i])) {
			return broken(r->context, 0, e);
		}
		l->in_flight++;
	}
	if (!send_all(r->context, e)) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (!receive(r, deadline, &replies[i], e)) {
			while (i > 0) {
				freeReplyObject(replies[--i]);
				replies[i] = NULL;
			}
			return false;
		}
		l->in_flight--;
	}
	return true;
}

/* One exchange on a link of the pool. Whoever has it knows the breaker: no answer blames the server. */
static oc_link *exchange(oc_call *c, oc_words *w, size_t n, redisReply **replies)
{
	oc_link *l = oc_link_take(c, OC_REDIS);

	if (!l) {
		return NULL;
	}
	if (w->run_id) {
		const oc_redis *r = l->handle;

		w->word[w->run_id] = r->run_id;
		w->length[w->run_id] = strlen(r->run_id);
	}
	c->links->counters.commands += n;
	c->links->counters.batches++;
	if (!oc_redis_exchange(l, w, n, replies, c->error)) {
		oc_link_blame(c, OC_REDIS);
		oc_link_give(c, l, false);
		return NULL;
	}
	return l;
}

/* Gives the link back and the reply on, or turns an error reply into a failure. A server that cannot be used is
 * left: the next link may end at its successor. */
static redisReply *settled(oc_call *c, oc_link *l, redisReply *reply)
{
	if (reply->type != REDIS_REPLY_ERROR) {
		oc_link_give(c, l, true);
		return reply;
	}
	if (oc_redis_refused(c->error, reply->str)) {
		oc_link_blame(c, OC_REDIS);
		oc_link_give(c, l, false);
	} else {
		oc_link_give(c, l, true);
	}
	freeReplyObject(reply);
	return NULL;
}

redisReply *oc_redis_ask(oc_call *c, oc_words *w)
{
	redisReply *reply;
	oc_link *l = exchange(c, w, 1, &reply);

	return l ? settled(c, l, reply) : NULL;
}

bool oc_redis_ask_all(oc_call *c, oc_words *list, size_t n, redisReply **replies)
{
	oc_link *l = exchange(c, list, n, replies);
	redisReply *refused = NULL;

	if (!l) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (!refused && replies[i]->type == REDIS_REPLY_ERROR) {
			refused = replies[i];
		}
	}
	if (!refused) {
		oc_link_give(c, l, true);
		return true;
	}
	for (size_t i = 0; i < n; i++) {
		if (replies[i] != refused) {
			freeReplyObject(replies[i]);
		}
	}
	settled(c, l, refused);
	return false;
}

static bool unknown_script(const redisReply *reply)
{
	return reply->type == REDIS_REPLY_ERROR && strncmp(reply->str, "NOSCRIPT", 8) == 0;
}

/* NOSCRIPT means that nothing was run, so asking again cannot run it twice. */
static redisReply *load_and_run(oc_call *c, oc_link *l, const oc_script *script, const oc_words *w)
{
	oc_words list[2] = {oc_words_new(c->arena, 3), *w};
	redisReply *replies[2];

	oc_word(&list[0], OC_STR("SCRIPT"));
	oc_word(&list[0], OC_STR("LOAD"));
	oc_word(&list[0], (oc_str){script->text, script->n});
	c->links->counters.script_loads++;
	c->links->counters.commands += 2;
	c->links->counters.batches++;
	if (!oc_redis_exchange(l, list, 2, replies, c->error)) {
		oc_link_blame(c, OC_REDIS);
		oc_link_give(c, l, false);
		return NULL;
	}
	if (replies[0]->type == REDIS_REPLY_ERROR) {
		freeReplyObject(replies[1]);
		return settled(c, l, replies[0]);
	}
	freeReplyObject(replies[0]);
	return settled(c, l, replies[1]);
}

redisReply *oc_redis_run(oc_call *c, const oc_script *script, oc_words *w)
{
	redisReply *reply;
	oc_link *l = exchange(c, w, 1, &reply);

	if (!l) {
		return NULL;
	}
	if (unknown_script(reply)) {
		freeReplyObject(reply);
		return load_and_run(c, l, script, w);
	}
	return settled(c, l, reply);
}

bool oc_redis_said(redisReply *r)
{
	if (r) {
		freeReplyObject(r);
	}
	return r != NULL;
}

uint64_t oc_reply_u64(const redisReply *r, size_t i)
{
	const redisReply *v = r->type == REDIS_REPLY_ARRAY && i < r->elements ? r->element[i] : NULL;
	uint64_t n = 0;

	if (v && v->type == REDIS_REPLY_INTEGER && v->integer > 0) {
		return (uint64_t)v->integer;
	}
	if (v && v->type == REDIS_REPLY_STRING) {
		oc_str_u64((oc_str){v->str, v->len}, &n);
	}
	return n;
}
