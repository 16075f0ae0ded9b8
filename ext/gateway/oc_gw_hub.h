/* The links to one Redis: one listens, one asks. hiredis has no time limits of its own for asynchronous links: the
 * gateway's tick has them, by an echo that goes out on the one and comes back on the other. */
#ifndef OC_GW_HUB_H
#define OC_GW_HUB_H

#include <hiredis/async.h>
#include <hiredis/hiredis.h>

#include "gateway/oc_gateway.h"
#include "store/oc_redis.h"

typedef struct oc_seek oc_seek;

typedef enum { OC_HUB_DOWN = 0, OC_HUB_OPENING, OC_HUB_UP } oc_hub_state;

struct oc_hub {
	oc_gateway *g;
	oc_address at;
	oc_hub_state state;
	redisAsyncContext *ask, *listen;
	oc_seek *seek;          /* its address is being looked for; may last longer than a try */
	uint64_t since_ms;      /* of the state */
	uint64_t again_ms;      /* when DOWN: the next try */
	uint64_t echo_ms;       /* sent and not come back, 0: none */
	uint64_t echoed_ms;
	unsigned tries, to_subscribe;
	bool loaded, was_up;
	char channel[48];       /* of the echo */
	char why[160];
};

/* ---- between oc_gw_hub.c and oc_gw_hub_link.c ---- */
void oc_hub_open(oc_hub *h);
/* Both links go; callbacks on their way hear of it with no reply. */
void oc_hub_down(oc_hub *h, const char *why);
void oc_hub_maybe_up(oc_hub *h);
void oc_hub_load(oc_hub *h);
/* Writes what soon goes by itself: a refusal ends the links. */
void oc_hub_write(oc_hub *h);
bool oc_hub_command(redisAsyncContext *context, redisCallbackFn *done, void *of, const oc_words *w);
/* For commands whose answer says nothing but that they worked; of: not NULL for the last script. */
void oc_hub_prepared(redisAsyncContext *context, void *reply, void *of);

/* at: where it is now; NULL: it is not known, and why. */
void oc_hub_found(oc_hub *h, const oc_address *at, const char *why);

/* ---- oc_gw_seek.c ---- */
/* Whether it is named by a name or by its sentinels. */
bool oc_hub_has_to_seek(const oc_address *at);
/* Has oc_hub_found() called from the loop; false: no thread could be started. */
bool oc_hub_seek(oc_hub *h);
void oc_hub_seek_no_more(oc_hub *h);

/* ---- oc_gw_redis_events.c ---- */
/* The link is read and written when the loop sees that it can be; hiredis frees this with the link. */
void oc_hub_attach(redisAsyncContext *context, struct event_base *base);

/* A call on its way; answer NULL: it will not come. */
typedef void (*oc_hub_answer)(oc_hub *h, const redisReply *reply, void *of);

/* false: the link is down, answer is not called. */
bool oc_hub_ask(oc_hub *h, const oc_words *w, oc_hub_answer answer, void *of);
/* The words of a script's call, in the scratch memory. */
oc_words oc_hub_script(oc_gateway *g, const oc_gshop *shop, const oc_script *script, size_t arguments);
/* An error reply that says Redis forgot the scripts: they are sent again, and the call may be repeated. */
bool oc_hub_forgot(oc_hub *h, const redisReply *reply);

#endif
