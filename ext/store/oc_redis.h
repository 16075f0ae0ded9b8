/* The link to Redis: commands with lengths, scripts by digest, one deadline over a whole exchange. */
#ifndef OC_REDIS_H
#define OC_REDIS_H

#include "store/oc_pool.h"
#include "store/oc_embedded.h"

#include <hiredis/hiredis.h>

/* What a pooled link's handle is. */
typedef struct {
	redisContext *context;
	unsigned read_ms;
	/* Of the Redis process this link ends at: a link never outlives that process. */
	char run_id[48];
	char version[32];
} oc_redis;

/* A command's words. They point to the caller's memory or the arena. */
typedef struct {
	oc_arena *arena;
	const char **word;
	size_t *length;
	size_t n, size;
	size_t run_id; /* this word becomes the server's run id as the command is sent; 0: none */
} oc_words;

oc_words oc_words_new(oc_arena *a, size_t size);
void oc_word(oc_words *w, oc_str s);
void oc_word_u64(oc_words *w, uint64_t v);
/* A key of the shop's: tag, name, rest. */
oc_str oc_redis_key(oc_call *c, oc_str name, oc_str rest);
/* "EVALSHA digest 1 tag": the words of a script's call, arguments to be added. */
oc_words oc_script_call(oc_call *c, const oc_script *script, size_t arguments);

/* Sends a command and waits for its answer within the read limit. NULL with c->error set; an error reply is
 * a failure too. Free with freeReplyObject(). */
redisReply *oc_redis_ask(oc_call *c, oc_words *w);
/* Several commands in one round trip. false with c->error set if one failed; else replies has n, to be freed. */
bool oc_redis_ask_all(oc_call *c, oc_words *list, size_t n, redisReply **replies);
/* The same for a script; loads it where Redis does not know it. */
redisReply *oc_redis_run(oc_call *c, const oc_script *script, oc_words *w);
/* For those that need the link itself: n commands in one write, n replies (all or none). NULL replies stay
 * possible only when false is returned. Error replies are left to the caller. */
bool oc_redis_exchange(oc_link *l, const oc_words *list, size_t n, redisReply **replies, oc_error *e);

/* Frees an answer of which only counts that there is one; true if there is. */
bool oc_redis_said(redisReply *r);

/* Element i as a number (integers and decimal strings), 0 if it is neither. */
uint64_t oc_reply_u64(const redisReply *r, size_t i);

/* From an answer to INFO the field called name (with its colon); "" where it is not. */
void oc_redis_field(char *out, size_t size, const redisReply *info, const char *name);

/* store/oc_redis_sentinel.c: where at's sentinels say the primary is, with at's other words. Each is asked within the
 * connect and read limits, one after the other. */
bool oc_redis_primary(oc_arena *a, const oc_address *at, const oc_limits *l, oc_address *out, oc_error *e);

/* store/oc_redis_error.c: what an error reply means. true: the server cannot be used now (blame it). */
bool oc_redis_refused(oc_error *e, const char *reply);

#endif
