/* Opening a hub's two links, and what comes in on them before and between the answers of calls. */
#include "gateway/oc_gw_hub.h"

#include <stdio.h>
#include <string.h>

#include "store/oc_pool.h"

static const oc_script *const scripts[] = {&oc_script_hello, &oc_script_present, &oc_script_left, &oc_script_gone,
	&oc_script_nudge};
#define N_SCRIPTS (sizeof scripts / sizeof *scripts)

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
		oc_hub_down(h, why);
	}
}

static void disconnected(const redisAsyncContext *context, int status)
{
	oc_hub *h = hub_of(context);

	if (h) {
		char why[160];

		*(h->ask == context ? &h->ask : &h->listen) = NULL;
		snprintf(why, sizeof why, "the link broke: %s", context->errstr[0] ? context->errstr : "closed");
		oc_hub_down(h, why);
	}
}

/* AUTH, SELECT and the scripts: an error reply ends the try, with Redis's own words. */
void oc_hub_prepared(redisAsyncContext *context, void *reply, void *of)
{
	oc_hub *h = hub_of(context);
	const redisReply *r = reply;

	if (!h || !r) {
		return;
	}
	if (r->type == REDIS_REPLY_ERROR) {
		oc_hub_down(h, r->str);
		return;
	}
	if (of) {
		h->loaded = true;
		oc_hub_maybe_up(h);
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
		oc_hub_maybe_up(h);
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
			oc_gateway_meanwhile(h->g);
			return;
		}
	}
}

bool oc_hub_command(redisAsyncContext *context, redisCallbackFn *done, void *of, const oc_words *w)
{
	return redisAsyncCommandArgv(context, done, of, (int)w->n, w->word, w->length) == REDIS_OK;
}

static redisAsyncContext *link_new(oc_hub *h, const oc_address *at)
{
	oc_arena *a = &h->g->scratch;
	redisAsyncContext *context = at->socket.n ? redisAsyncConnectUnix(oc_dup(a, at->socket).p)
		: redisAsyncConnect(oc_dup(a, at->host).p, (int)at->port);
	oc_words w;

	if (!context || context->err) {
		snprintf(h->why, sizeof h->why, "cannot be reached: %s", context ? context->errstr : "out of memory");
		if (context) {
			redisAsyncFree(context);
		}
		return NULL;
	}
	oc_hub_attach(context, h->g->base);
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
		oc_hub_command(context, oc_hub_prepared, NULL, &w);
	}
	return context;
}

void oc_hub_load(oc_hub *h)
{
	for (size_t i = 0; i < N_SCRIPTS; i++) {
		oc_words w = oc_words_new(&h->g->scratch, 3);

		oc_word(&w, OC_STR("SCRIPT"));
		oc_word(&w, OC_STR("LOAD"));
		oc_word(&w, (oc_str){scripts[i]->text, scripts[i]->n});
		oc_hub_command(h->ask, oc_hub_prepared, i + 1 == N_SCRIPTS ? h : NULL, &w);
	}
}

void oc_hub_write(oc_hub *h)
{
	const oc_gateway *g = h->g;
	oc_words w = oc_words_new(&h->g->scratch, 5);
	size_t i = 0;

	/* Below a shop's tag, which its user may write to. */
	while (g->shops[i].hub != h) {
		i++;
	}
	oc_word(&w, OC_STR("SET"));
	oc_word(&w, oc_format(&h->g->scratch, "%.*s:gateway", (int)g->shops[i].chat.tag.n, g->shops[i].chat.tag.p));
	oc_word(&w, OC_STR("1"));
	oc_word(&w, OC_STR("PX"));
	oc_word(&w, OC_STR("1000"));
	oc_hub_command(h->ask, oc_hub_prepared, NULL, &w);
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
	oc_hub_command(h->listen, heard, NULL, &w);
}

static void open_at(oc_hub *h, const oc_address *at)
{
	h->ask = link_new(h, at);
	h->listen = h->ask ? link_new(h, at) : NULL;
	if (!h->listen) {
		char why[160];

		memcpy(why, h->why, sizeof why);
		oc_hub_down(h, why);
		return;
	}
	if (h->at.number) {
		oc_words w = oc_words_new(&h->g->scratch, 2);

		oc_word(&w, OC_STR("SELECT"));
		oc_word_u64(&w, h->at.number);
		oc_hub_command(h->ask, oc_hub_prepared, NULL, &w);
	}
	oc_hub_write(h);
	oc_hub_load(h);
	subscribe(h);
}

void oc_hub_found(oc_hub *h, const oc_address *at, const char *why)
{
	/* It took too long: the next try begins with a look of its own, at what may be true by then. */
	if (h->state != OC_HUB_OPENING) {
		return;
	}
	if (at) {
		h->since_ms = oc_clock_ms();
		open_at(h, at);
	} else {
		oc_hub_down(h, why);
	}
}

void oc_hub_open(oc_hub *h)
{
	oc_arena_reset(&h->g->scratch);
	h->state = OC_HUB_OPENING;
	h->since_ms = oc_clock_ms();
	h->loaded = false;
	h->echo_ms = 0;
	if (!oc_hub_has_to_seek(&h->at)) {
		open_at(h, &h->at);
	} else if (!oc_hub_seek(h)) {
		oc_hub_down(h, "its address cannot be looked up: no thread could be started");
	}
}
