#include "gateway/oc_gw_hub.h"

#include <stdio.h>
#include <string.h>

/* hiredis 0.14's adapter comes with its own includes. */
#include <hiredis/adapters/libevent.h>

#include "gateway/oc_gw_memory.h"
#include "store/oc_pool.h"

#define CONNECT_MS 2000
#define ECHO_EVERY_MS 2000
#define ECHO_MS 3000      /* an answer may take this long */
#define RETRY_MOST_MS 5000

static const oc_script *const scripts[] = {&oc_script_hello, &oc_script_present, &oc_script_left, &oc_script_gone,
	&oc_script_nudge};
#define N_SCRIPTS (sizeof scripts / sizeof *scripts)

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
static void down(oc_hub *h, const char *why)
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

static void maybe_up(oc_hub *h)
{
	if (h->state == OC_HUB_OPENING && h->loaded && h->to_subscribe == 0) {
		up(h);
	}
}

/* context->data is NULL once we let go of it: what hiredis still says then is nobody's. */
static oc_hub *hub_of(const redisAsyncContext *context)
{
	return context->data;
}

static void connected(const redisAsyncContext *context, int status)
{
	oc_hub *h = hub_of(context);

	if (h && status != REDIS_OK) {
		char why[160];

		/* hiredis frees this one itself. */
		*(h->ask == context ? &h->ask : &h->listen) = NULL;
		snprintf(why, sizeof why, "cannot be reached: %s", context->errstr);
		down(h, why);
	}
}

static void disconnected(const redisAsyncContext *context, int status)
{
	oc_hub *h = hub_of(context);

	if (h) {
		char why[160];

		*(h->ask == context ? &h->ask : &h->listen) = NULL;
		snprintf(why, sizeof why, "the link broke: %s", context->errstr[0] ? context->errstr : "closed");
		down(h, why);
	}
}

/* AUTH, SELECT and the scripts: an error reply ends the try, with Redis's own words. */
static void prepared(redisAsyncContext *context, void *reply, void *of)
{
	oc_hub *h = hub_of(context);
	const redisReply *r = reply;

	if (!h || !r) {
		return;
	}
	if (r->type == REDIS_REPLY_ERROR) {
		down(h, r->str);
		return;
	}
	if (of) {
		h->loaded = true;
		maybe_up(h);
	}
}

static void heard(redisAsyncContext *context, void *reply, void *of)
{
	oc_hub *h = hub_of(context);
	const redisReply *r = reply;
	oc_str channel;

	if (!h || !r || r->type != REDIS_REPLY_ARRAY || r->elements != 3 || r->element[0]->type != REDIS_REPLY_STRING) {
		return;
	}
	if (strcmp(r->element[0]->str, "subscribe") == 0) {
		h->to_subscribe -= h->to_subscribe > 0;
		maybe_up(h);
		return;
	}
	if (r->element[2]->type != REDIS_REPLY_STRING || r->element[1]->type != REDIS_REPLY_STRING) {
		return;
	}
	channel = (oc_str){r->element[1]->str, r->element[1]->len};
	if (oc_str_eq(channel, oc_str_of(h->channel))) {
		h->echo_ms = 0;
		h->echoed_ms = oc_clock_ms();
		return;
	}
	for (size_t i = 0; i < h->g->n_shops; i++) {
		if (h->g->shops[i].hub == h && oc_str_eq(channel, h->g->shops[i].channel)) {
			oc_gw_event(&h->g->shops[i], (oc_str){r->element[2]->str, r->element[2]->len});
			return;
		}
	}
}

static bool command(redisAsyncContext *context, redisCallbackFn *done, void *of, const oc_words *w)
{
	return redisAsyncCommandArgv(context, done, of, (int)w->n, w->word, w->length) == REDIS_OK;
}

static redisAsyncContext *link_new(oc_hub *h, const oc_address *at)
{
	oc_arena *a = &h->g->scratch;
	redisAsyncContext *context = at->socket.n ? redisAsyncConnectUnix(oc_dup(a, at->socket).p)
		: redisAsyncConnect(oc_dup(a, at->host).p, (int)at->port);
	oc_words w;

	if (!context || context->err || redisLibeventAttach(context, h->g->base) != REDIS_OK) {
		snprintf(h->why, sizeof h->why, "cannot be reached: %s", context ? context->errstr : "out of memory");
		if (context) {
			redisAsyncFree(context);
		}
		return NULL;
	}
	context->data = h;
	redisAsyncSetConnectCallback(context, connected);
	redisAsyncSetDisconnectCallback(context, disconnected);
	if (h->at.password.n) {
		w = oc_words_new(a, 3);
		oc_word(&w, OC_STR("AUTH"));
		if (h->at.user.n) {
			oc_word(&w, h->at.user);
		}
		oc_word(&w, h->at.password);
		command(context, prepared, NULL, &w);
	}
	return context;
}

static void load_scripts(oc_hub *h)
{
	for (size_t i = 0; i < N_SCRIPTS; i++) {
		oc_words w = oc_words_new(&h->g->scratch, 3);

		oc_word(&w, OC_STR("SCRIPT"));
		oc_word(&w, OC_STR("LOAD"));
		oc_word(&w, (oc_str){scripts[i]->text, scripts[i]->n});
		command(h->ask, prepared, i + 1 == N_SCRIPTS ? h : NULL, &w);
	}
}

static void subscribe(oc_hub *h)
{
	oc_words w = oc_words_new(&h->g->scratch, h->g->n_shops + 2);

	oc_word(&w, OC_STR("SUBSCRIBE"));
	oc_word(&w, oc_str_of(h->channel));
	for (size_t i = 0; i < h->g->n_shops; i++) {
		if (h->g->shops[i].hub == h) {
			oc_word(&w, h->g->shops[i].channel);
		}
	}
	h->to_subscribe = (unsigned)w.n - 1;
	command(h->listen, heard, NULL, &w);
}

static void open_links(oc_hub *h)
{
	oc_address at = h->at;
	oc_error e = {0};

	oc_arena_reset(&h->g->scratch);
	h->state = OC_HUB_OPENING;
	h->since_ms = oc_clock_ms();
	h->loaded = false;
	h->echo_ms = 0;
	/* Sentinels are asked in their turn, each within a tenth of a second: only while there are no links. */
	if (h->at.sentinels.n && !oc_redis_primary(&h->g->scratch, &h->at, &h->g->limits, &at, &e)) {
		snprintf(h->why, sizeof h->why, "%.150s", e.message);
	} else {
		h->ask = link_new(h, &at);
		h->listen = h->ask ? link_new(h, &at) : NULL;
	}
	if (!h->listen) {
		char why[160];

		memcpy(why, h->why, sizeof why);
		down(h, why);
		return;
	}
	if (h->at.number) {
		oc_words w = oc_words_new(&h->g->scratch, 2);

		oc_word(&w, OC_STR("SELECT"));
		oc_word_u64(&w, h->at.number);
		command(h->ask, prepared, NULL, &w);
	}
	load_scripts(h);
	subscribe(h);
}

static void echo(oc_hub *h, uint64_t now_ms)
{
	oc_words w = oc_words_new(&h->g->scratch, 3);

	oc_word(&w, OC_STR("PUBLISH"));
	oc_word(&w, oc_str_of(h->channel));
	oc_word(&w, OC_STR("1"));
	h->echo_ms = now_ms;
	command(h->ask, prepared, NULL, &w);
}

void oc_hubs_tick(oc_gateway *g, uint64_t now_ms)
{
	for (size_t i = 0; i < g->n_hubs; i++) {
		oc_hub *h = &g->hubs[i];

		oc_arena_reset(&g->scratch);
		if (h->state == OC_HUB_DOWN && now_ms >= h->again_ms) {
			open_links(h);
		} else if (h->state == OC_HUB_OPENING && now_ms - h->since_ms > CONNECT_MS) {
			down(h, "did not answer within 2 s");
		} else if (h->state == OC_HUB_UP && h->echo_ms && now_ms - h->echo_ms > ECHO_MS) {
			down(h, "did not answer within 3 s");
		} else if (h->state == OC_HUB_UP && !h->echo_ms && now_ms - h->echoed_ms >= ECHO_EVERY_MS) {
			echo(h, now_ms);
		}
	}
}

static bool same_place(const oc_address *a, const oc_address *b)
{
	return oc_str_eq(a->host, b->host) && oc_str_eq(a->socket, b->socket) && (a->socket.n || a->port == b->port) &&
		oc_str_eq(a->sentinels, b->sentinels) && oc_str_eq(a->service, b->service) && oc_str_eq(a->user, b->user) && oc_str_eq(a->password, b->password) && a->number == b->number;
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
	if (command(h->ask, answered, p, w)) {
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
	load_scripts(h);
	return true;
}
