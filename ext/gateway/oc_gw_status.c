/* "Is somebody there?" for every page view, from memory: the gate's verdict, asked of Redis once a second at most. */
#include "gateway/oc_gw_hub.h"

#include <stdio.h>
#include <string.h>

#include "core/oc_fnv.h"
#include "core/oc_json.h"
#include "store/oc_gate.h"
#include "store/oc_pool.h"

#define FRESH_MS 1000

/* Nothing wrong, only not known here: a refusal would stand as an error in every visitor's console. */
void oc_gw_status_not_known(oc_conn *c)
{
	oc_gw_answer(c, 204, "", "Cache-Control: no-store\r\n", OC_STR(""));
}

static void say(oc_conn *c, const oc_gshop *shop, oc_str none_match)
{
	oc_str headers = oc_format(&c->g->scratch, "Cache-Control: max-age=2\r\nETag: %s\r\n", shop->etag);

	if (!shop->body[0]) {
		oc_gw_status_not_known(c);
		return;
	}
	if (oc_http_matches(none_match, oc_str_of(shop->etag))) {
		c->g->counters.not_modified++;
		oc_gw_answer(c, 304, "", headers.p, OC_STR(""));
		return;
	}
	oc_gw_answer(c, 200, "application/json", headers.p, oc_str_of(shop->body));
}

/* The names of ShopStatus (ext/onlinechat.stub.php). */
static void remember(oc_gshop *shop, oc_str verdict)
{
	oc_arena *a = &shop->g->scratch;
	oc_buf b = oc_buf_new(a, 200);
	oc_shop_status s = {0};

	shop->body[0] = 0;
	if (!oc_gate_read(verdict, &s)) {
		return;
	}
	/* Who has no conversation yet does not begin one now; those who have are not told by this. */
	if (shop->g->shedding == 2 && (s.mode == OC_MODE_CHAT || s.mode == OC_MODE_QUEUE)) {
		s.mode = oc_gate_has_form(verdict) ? OC_MODE_FORM : OC_MODE_NONE;
	}
	oc_puts(&b, "{");
	oc_json_text(&b, "mode", oc_str_of(oc_mode_word(s.mode)));
	oc_json_bool(&b, "degraded", s.degraded);
	oc_json_u64(&b, "settings", s.settings);
	oc_json_u64(&b, "delay", s.delay);
	oc_json_u64(&b, "opens", s.opens);
	oc_puts(&b, "}");
	snprintf(shop->body, sizeof shop->body, "%s", oc_buf_str(&b).p);
	snprintf(shop->etag, sizeof shop->etag, "\"%016llx\"",
		(unsigned long long)oc_hash(OC_HASH_START, oc_str_of(shop->body)));
}

static void answered(oc_hub *h, const redisReply *r, void *of)
{
	oc_gshop *shop = of;
	oc_conn *waiting = shop->asking, *next;

	(void)h;
	shop->asked = false;
	shop->asking = NULL;
	shop->body[0] = 0;
	if (r) {
		shop->heard_ms = oc_clock_ms();
		remember(shop, r->type == REDIS_REPLY_STRING ? (oc_str){r->str, r->len} : OC_STR(""));
	}
	for (oc_conn *c = waiting; c; c = c->next_asking) {
		c->asking_status = false;
	}
	for (oc_conn *c = waiting; c; c = next) {
		next = c->next_asking;
		c->next_asking = NULL;
		say(c, shop, OC_STR(""));
	}
}

void oc_gw_status_forget(oc_conn *c)
{
	for (size_t i = 0; i < c->g->n_shops; i++) {
		oc_conn **at = &c->g->shops[i].asking;

		while (*at && *at != c) {
			at = &(*at)->next_asking;
		}
		if (*at) {
			*at = c->next_asking;
		}
	}
	c->next_asking = NULL;
	c->asking_status = false;
}

static bool ask(oc_gshop *shop)
{
	oc_call call = {.chat = &shop->chat, .arena = &shop->g->scratch};
	oc_words w = oc_words_new(&shop->g->scratch, 2);

	if (shop->asked) {
		return true;
	}
	oc_word(&w, OC_STR("GET"));
	oc_word(&w, oc_redis_key(&call, OC_STR(":gate"), OC_STR("")));
	shop->asked = oc_hub_ask(shop->hub, &w, answered, shop);
	return shop->asked;
}

/* Two installations may both have a shop 1: which is meant, the entry knows. */
static oc_gshop *only_shop(oc_gateway *g, uint64_t number)
{
	oc_gshop *found = NULL;

	for (size_t i = 0; i < g->n_shops; i++) {
		if (g->shops[i].chat.shop == number) {
			if (found) {
				return NULL;
			}
			found = &g->shops[i];
		}
	}
	return found;
}

void oc_gw_status(oc_conn *c, const oc_http *h)
{
	oc_gateway *g = c->g;
	oc_str text;
	uint64_t number = 0;
	bool bad = false;
	oc_gshop *shop;

	if (!oc_http_param(&g->scratch, h->query, "shop", &text, &bad) || bad || !oc_str_u64(text, &number) || number == 0) {
		oc_gw_problem(c, "malformed", "shop", 0, "shop: must be the shop's number");
		return;
	}
	shop = only_shop(g, number);
	/* The owner's patterns of pages without the chat are MySQL's. */
	if (!shop || oc_http_param(&g->scratch, h->query, "path", &text, &bad) || bad) {
		oc_gw_status_not_known(c);
		return;
	}
	if (oc_clock_ms() - shop->heard_ms < FRESH_MS && shop->heard_ms) {
		say(c, shop, h->none_match);
		return;
	}
	if (!ask(shop)) {
		shop->body[0] = 0;
		say(c, shop, OC_STR(""));
		return;
	}
	c->state = OC_CONN_ASKING;
	c->asking_status = true;
	c->next_asking = shop->asking;
	shop->asking = c;
	oc_wheel_set(c, OC_GW_ANSWER_S);
}
