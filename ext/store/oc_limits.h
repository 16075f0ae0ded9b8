/* Rate limits: how many of an action in a sliding window. */
#ifndef OC_LIMITS_H
#define OC_LIMITS_H

#include "store/oc_redis.h"
#include "store/oc_redis_api.h"

typedef struct {
	const char *action;
	unsigned window_ms, person, address;
} oc_rate;

/* NULL: no such action. */
const oc_rate *oc_rate_of(oc_str action);
/* What an address counts as: itself, or its /64 network. */
oc_str oc_rate_address(oc_arena *a, oc_str address);
bool oc_rate_fail(oc_error *e, const oc_rate *rate, uint64_t wait_ms);

/* store/oc_poll_limit.c, for this server: counts one; how long to wait, ms, 0 if it is admitted. actor, address n == 0:
 * not known. */
uint64_t oc_local_wait(oc_call *c, const oc_rate *rate, oc_str actor, oc_str address);
uint64_t oc_poll_wait(oc_call *c, oc_str actor, oc_str address);
/* The memory its workers share, as oc_shared_start(). */
bool oc_poll_limit_start(void);
void oc_poll_limit_stop(void);

#endif
