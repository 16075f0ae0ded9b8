/* What this server heard from Redis a moment ago, in memory its workers share. On a busy server most polls repeat a
 * question that was just answered: one worker asks every 100 ms which of 256 groups of conversations changed, and
 * polls of the others need no round trip. It may be late by that; MySQL is asked every 25 s as ever (I2). */
#ifndef OC_RECENT_H
#define OC_RECENT_H

#include "store/oc_redis.h"
#include "store/oc_redis_api.h"

/* A poll's question, and what its answer stands on. */
typedef struct {
	oc_str actor, subject, stream;
	uint64_t conversation, now_ms;
	uint32_t after, revision;
	/* Filled by oc_recent_ask(), for oc_recent_note(). */
	uint64_t key, sum;
	void *shop;
} oc_recent;

/* true: nothing is new, and out says so. Else Redis has to be asked. */
bool oc_recent_ask(oc_call *c, oc_recent *q, oc_poll_answer *out);
/* Redis's answer to the same question. */
void oc_recent_note(const oc_recent *q, const oc_poll_answer *answer);

bool oc_recent_start(void);
void oc_recent_stop(void);

#endif
