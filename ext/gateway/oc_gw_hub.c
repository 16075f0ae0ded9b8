#include "gateway/oc_gw_hub.h"

#include <stdio.h>
#include <string.h>

#include "gateway/oc_gw_memory.h"
#include "store/oc_pool.h"

#define CONNECT_MS 2000
#define SEEK_MS 30000     /* sentinels and name servers have time-outs of their own, below this */
#define ECHO_EVERY_MS 2000
#define ECHO_MS 3000      /* an answer may take this long */
#define RETRY_MOST_MS 5000

bool oc_hub_up(const oc_hub *h)
{
	return h->state == OC_HUB_UP;
}

size_t oc_hubs_up(const oc_gateway *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->n_hubs; i++) {
		n += oc_hub_up(&g->hubs[i]);
	}
	return n;
}

/* Both links go; callbacks on their way hear of it with no reply. */
void oc_hub_down(oc_hub *h, const char *why)
{
	redisAsyncContext *ask = h->ask, *listen = h->listen;
	bool was_up = h->state == OC_HUB_UP;
	uint64_t pause = 250u << (h->tries < 5 ? h->tries : 5);

	if (h->state == OC_HUB_DOWN) {
		return;
	}
	snprintf(h->why, sizeof h->why, "%s", why);
	h->state = OC_HUB_DOWN;
	h->ask = h->listen = NULL;
	h->since_ms = oc_clock_ms();
	/* Several gateways do not come back in the same moment. */
	h->again_ms = h->since_ms + (pause < RETRY_MOST_MS ? pause : RETRY_MOST_MS) * (75 + oc_random_word() % 50) / 100;
	h->tries++;
	if (ask) {
		ask->data = NULL;
		redisAsyncFree(ask);
	}
	if (listen) {
		listen->data = NULL;
		redisAsyncFree(listen);
	}
	if (was_up) {
		h->g->counters.redis_lost++;
	}
	if (was_up || h->tries == 1) {
		oc_gw_log("warning", "redis-lost", "%s: %s", oc_address_words(&h->g->scratch, &h->at, OC_REDIS).p, h->why);
		oc_gw_degraded(h);
	}
}

static void up(oc_hub *h)
{
	h->state = OC_HUB_UP;
	h->since_ms = h->echoed_ms = oc_clock_ms();
	h->tries = 0;
	h->was_up = true;
	oc_gw_log("info", "redis-up", "%s", oc_address_words(&h->g->scratch, &h->at, OC_REDIS).p);
	oc_gw_degraded(h);
}

void oc_hub_maybe_up(oc_hub *h)
{
	if (h->state == OC_HUB_OPENING && h->loaded && h->to_subscribe == 0) {
		up(h);
	}
}

static void echo(oc_hub *h, uint64_t now_ms)
{
	oc_words w = oc_words_new(&h->g->scratch, 3);

	/* One that became a replica, or is full, still echoes; but nothing is published there any more. */
	oc_hub_write(h);
	oc_word(&w, OC_STR("PUBLISH"));
	oc_word(&w, oc_str_of(h->channel));
	oc_word(&w, OC_STR("1"));
	h->echo_ms = now_ms;
	oc_hub_command(h->ask, oc_hub_prepared, NULL, &w);
}

void oc_hubs_tick(oc_gateway *g, uint64_t now_ms)
{
	for (size_t i = 0; i < g->n_hubs; i++) {
		oc_hub *h = &g->hubs[i];

		oc_arena_reset(&g->scratch);
		if (h->state == OC_HUB_DOWN && now_ms >= h->again_ms) {
			oc_hub_open(h);
		} else if (h->state == OC_HUB_OPENING && h->seek && now_ms - h->since_ms > SEEK_MS) {
			oc_hub_down(h, "its address was not found within 30 s");
		} else if (h->state == OC_HUB_OPENING && !h->seek && now_ms - h->since_ms > CONNECT_MS) {
			oc_hub_down(h, "did not answer within 2 s");
		} else if (h->state == OC_HUB_UP && h->echo_ms && now_ms - h->echo_ms > ECHO_MS) {
			oc_hub_down(h, "did not answer within 3 s");
		} else if (h->state == OC_HUB_UP && !h->echo_ms && now_ms - h->echoed_ms >= ECHO_EVERY_MS) {
			echo(h, now_ms);
		}
	}
}

static bool same_place(const oc_address *a, const oc_address *b)
{
	return oc_str_eq(a->host, b->host) && oc_str_eq(a->socket, b->socket) && (a->socket.n || a->port == b->port) &&
		oc_str_eq(a->sentinels, b->sentinels) && oc_str_eq(a->service, b->service) &&
		oc_str_eq(a->user, b->user) && oc_str_eq(a->password, b->password) && a->number == b->number;
}

static oc_hub *hub_for(oc_gateway *g, const oc_address *at)
{
	oc_hub *h;

	for (size_t i = 0; i < g->n_hubs; i++) {
		if (same_place(&g->hubs[i].at, at)) {
			return &g->hubs[i];
		}
	}
	h = &g->hubs[g->n_hubs++];
	h->g = g;
	h->at = *at;
	return h;
}

void oc_hubs_start(oc_gateway *g)
{
	g->hubs = oc_gw_zeroed(g->n_shops * sizeof *g->hubs);
	for (size_t i = 0; i < g->n_shops; i++) {
		oc_gshop *shop = &g->shops[i];

		shop->hub = hub_for(g, &shop->chat.redis);
		snprintf(shop->hub->channel, sizeof shop->hub->channel, "{oc:gateway}:%s", g->id);
	}
	oc_hubs_tick(g, oc_clock_ms());
}

void oc_hubs_free(oc_gateway *g)
{
	for (size_t i = 0; i < g->n_hubs; i++) {
		redisAsyncContext *links[] = {g->hubs[i].ask, g->hubs[i].listen};

		oc_hub_seek_no_more(&g->hubs[i]);
		g->hubs[i].state = OC_HUB_DOWN;
		g->hubs[i].ask = g->hubs[i].listen = NULL;
		for (int l = 0; l < 2; l++) {
			if (links[l]) {
				links[l]->data = NULL;
				redisAsyncFree(links[l]);
			}
		}
	}
	free(g->hubs);
	g->hubs = NULL;
	g->n_hubs = 0;
}

/* What a call's answer goes to. */
typedef struct {
	oc_hub *hub;
	oc_hub_answer answer;
	void *of;
} pending;

static void answered(redisAsyncContext *context, void *reply, void *of)
{
	pending p = *(pending *)of;

	free(of);
	oc_arena_reset(&p.hub->g->scratch);
	p.answer(p.hub, reply, p.of);
}

bool oc_hub_ask(oc_hub *h, const oc_words *w, oc_hub_answer answer, void *of)
{
	pending *p;

	if (h->state != OC_HUB_UP) {
		return false;
	}
	p = oc_gw_zeroed(sizeof *p);
	*p = (pending){h, answer, of};
	if (oc_hub_command(h->ask, answered, p, w)) {
		return true;
	}
	free(p);
	return false;
}

oc_words oc_hub_script(oc_gateway *g, const oc_gshop *shop, const oc_script *script, size_t arguments)
{
	oc_call c = {.chat = &shop->chat, .arena = &g->scratch};

	return oc_script_call(&c, script, arguments);
}

bool oc_hub_forgot(oc_hub *h, const redisReply *reply)
{
	if (!reply || reply->type != REDIS_REPLY_ERROR || strncmp(reply->str, "NOSCRIPT", 8) != 0 || h->state != OC_HUB_UP) {
		return false;
	}
	oc_hub_load(h);
	return true;
}
