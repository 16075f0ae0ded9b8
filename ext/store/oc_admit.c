/* Limits a person and an address, and tickets known as revoked. */
#include "core/oc_json.h"
#include "store/oc_limits.h"
#include "store/oc_clocks.h"

#include <stdio.h>
#include <string.h>

#ifdef _WIN32
# include <winsock2.h>
# include <ws2tcpip.h>
#else
# include <arpa/inet.h>
#endif

/* An address may be an office, a school or a mobile network: its limits leave room for many people. */
static const oc_rate rates[] = {
	{"write", 10000, 20, 60},
	{"start", 60000, 5, 30},
	{"poll", 10000, 50, 2000},
	{"form", 600000, 5, 20},
};

const oc_rate *oc_rate_of(oc_str action)
{
	for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
		if (oc_str_eq(action, oc_str_of(rates[i].action))) {
			return &rates[i];
		}
	}
	return NULL;
}

/* Who has an IPv6 address has at least 2^64 of them: the network counts. */
oc_str oc_rate_address(oc_arena *a, oc_str address)
{
	unsigned char bytes[16];
	char text[64];
	static const unsigned char mapped[12] = {[10] = 0xff, [11] = 0xff};
	oc_buf b;

	if (address.n == 0 || address.n >= sizeof text || !memchr(address.p, ':', address.n)) {
		return (oc_str){address.p, address.n < 64 ? address.n : 64};
	}
	memcpy(text, address.p, address.n);
	text[address.n] = 0;
	if (inet_pton(AF_INET6, text, bytes) != 1) {
		return address;
	}
	if (memcmp(bytes, mapped, sizeof mapped) == 0) {
		return oc_format(a, "%u.%u.%u.%u", bytes[12], bytes[13], bytes[14], bytes[15]);
	}
	b = oc_buf_new(a, 20);
	oc_put_hex(&b, bytes, 8);
	oc_puts(&b, "/64");
	return oc_buf_str(&b);
}

bool oc_rate_fail(oc_error *e, const oc_rate *rate, uint64_t wait_ms)
{
	e->retry_after = wait_ms ? (int64_t)wait_ms : 1;
	return oc_fail(e, OC_E_RATE, rate->action,
		"too many requests (%s): at most %u in %u s a person and %u an address; wait %.1f s", rate->action, rate->person,
		rate->window_ms / 1000, rate->address, (double)e->retry_after / 1000);
}

/* Redis is away: several servers each allow it, which is far from nobody counting. */
static bool admit_here(oc_call *c, const oc_rate *rate, const oc_identity *who, oc_str address)
{
	uint64_t wait = oc_local_wait(c, rate, who ? oc_actor(c->arena, who) : OC_STR(""), address);

	return wait ? oc_rate_fail(c->error, rate, wait) : false;
}

bool oc_admit(oc_call *c, const oc_identity *who, oc_str address, oc_str action)
{
	const oc_rate *rate = oc_rate_of(action);
	oc_words w;
	redisReply *r;
	uint64_t verdict, wait;

	if (!rate) {
		return oc_fail(c->error, OC_E_INVALID, "action", "action: one of write, start, poll, form");
	}
	w = oc_script_call(c, &oc_script_admit, 8);
	oc_word(&w, action);
	oc_word(&w, who ? oc_actor(c->arena, who) : OC_STR(""));
	oc_word(&w, oc_rate_address(c->arena, address));
	oc_word(&w, who ? oc_subject(c->arena, who) : OC_STR(""));
	oc_word_u64(&w, who ? who->issued : 0);
	oc_word_u64(&w, rate->window_ms);
	oc_word_u64(&w, rate->person);
	oc_word_u64(&w, rate->address);
	r = oc_redis_run(c, &oc_script_admit, &w);
	if (!r) {
		return c->error->cause == OC_E_REDIS ? admit_here(c, rate, who, address) : false;
	}
	verdict = oc_reply_u64(r, 0);
	wait = oc_reply_u64(r, 1);
	freeReplyObject(r);
	if (verdict == 1) {
		return oc_fail(c->error, OC_E_TICKET, "revoked", "this ticket was revoked; sign in again and get a new one");
	}
	return verdict == 0 || oc_rate_fail(c->error, rate, wait);
}

bool oc_revoked_tell(oc_call *c, oc_str subject, uint64_t at_ms)
{
	oc_words list[3] = {oc_words_new(c->arena, 5), oc_words_new(c->arena, 4), oc_words_new(c->arena, 3)};
	oc_buf event = oc_buf_new(c->arena, 120 + subject.n);
	redisReply *replies[3];

	oc_word(&list[0], OC_STR("SET"));
	oc_word(&list[0], oc_redis_key(c, OC_STR(":x:"), subject));
	oc_word_u64(&list[0], at_ms);
	oc_word(&list[0], OC_STR("EX"));
	oc_word_u64(&list[0], OC_REVOKED_S);
	/* So that no server goes on by what it heard before (oc_recent.c). */
	oc_word(&list[1], OC_STR("HINCRBY"));
	oc_word(&list[1], oc_redis_key(c, OC_STR(":changes"), OC_STR("")));
	oc_word(&list[1], OC_STR("x"));
	oc_word(&list[1], OC_STR("1"));
	/* The gateway ends the person's streams. */
	oc_puts(&event, "\t\n{");
	oc_json_text(&event, "event", OC_STR("revoked"));
	oc_json_text(&event, "subject", subject);
	oc_json_u64(&event, "before", at_ms);
	oc_puts(&event, "}");
	oc_word(&list[2], OC_STR("PUBLISH"));
	oc_word(&list[2], oc_redis_key(c, OC_STR(":e"), OC_STR("")));
	oc_word(&list[2], oc_buf_str(&event));
	if (!oc_redis_ask_all(c, list, 3, replies)) {
		return false;
	}
	for (size_t i = 0; i < 3; i++) {
		freeReplyObject(replies[i]);
	}
	return true;
}
