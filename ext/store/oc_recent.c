#include "store/oc_recent.h"

#include "store/oc_atomic.h"
#include "store/oc_clocks.h"

#include "core/oc_fnv.h"

#ifndef _WIN32
# include <sys/mman.h>
#endif

#define GROUPS 256       /* as in tell.lua and typing.lua */
#define FRESH_MS 100     /* changes are asked for this often */
#define FETCH_LEASE 300  /* who asks and dies is replaced after this */
#define BUSY 100         /* polls a second; below it asking for changes costs more than it saves */
#define SHOPS 16
#define ENTRIES (1 << 16)

/* Every word is written alone: a torn entry is one whose parts are from two polls of the same conversation, and at
 * worst answers "nothing new" once too often, until MySQL is asked. */
typedef struct {
	oc_shared_word key;   /* shop and conversation */
	oc_shared_word state; /* number 20 bits, revision 16, the group's count 28 */
	oc_shared_word who;   /* hash of person, session and tab 32 bits, when MySQL was asked 32 (s) */
	oc_shared_word last;  /* when the conversation's last event was, ms; 0 not known */
} entry;

typedef struct {
	oc_shared_word tag, fetched_at, fetching, settings, revoked;
	oc_shared_word changes[GROUPS];
} shop;

typedef struct {
	shop shops[SHOPS];
	entry entries[ENTRIES];
} memory;

/* NULL: not shared, and then not used. */
static memory *all;

bool oc_recent_start(void)
{
#ifndef _WIN32
	void *p;

	if (all) {
		return true;
	}
	p = mmap(NULL, sizeof(memory), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED) {
		return false;
	}
	all = p;
#endif
	return true;
}

void oc_recent_stop(void)
{
#ifndef _WIN32
	if (all) {
		munmap(all, sizeof(memory));
		all = NULL;
	}
#endif
}

static shop *find_shop(oc_call *c)
{
	uint64_t h = oc_hash(oc_server_salt(), c->chat->tag) | 1;

	for (unsigned i = 0; i < SHOPS; i++) {
		shop *s = &all->shops[i];

		if (oc_load(&s->tag) == h || (oc_load(&s->tag) == 0 && oc_swap_if(&s->tag, 0, h))
			|| oc_load(&s->tag) == h) {
			return s;
		}
	}
	return NULL;
}

static oc_words read_changes(oc_call *c)
{
	oc_words w = oc_words_new(c->arena, 2);

	oc_word(&w, OC_STR("HGETALL"));
	oc_word(&w, oc_redis_key(c, OC_STR(":changes"), OC_STR("")));
	return w;
}

static oc_words read_settings(oc_call *c)
{
	oc_words w = oc_words_new(c->arena, 2);

	oc_word(&w, OC_STR("GET"));
	oc_word(&w, oc_redis_key(c, OC_STR(":settings"), OC_STR("")));
	return w;
}

static void take(shop *s, redisReply *const *r, uint64_t now_ms)
{
	uint64_t counts[GROUPS] = {0}, revoked = 0, settings = 0;

	for (size_t i = 0; i + 1 < r[0]->elements; i += 2) {
		oc_str name = {r[0]->element[i]->str, r[0]->element[i]->len};
		uint64_t group;

		if (oc_str_eq(name, OC_STR("x"))) {
			revoked = oc_reply_u64(r[0], i + 1);
		} else if (oc_str_u64(name, &group) && group < GROUPS) {
			counts[group] = oc_reply_u64(r[0], i + 1);
		}
	}
	if (r[1]->type == REDIS_REPLY_STRING) {
		oc_str_u64((oc_str){r[1]->str, r[1]->len}, &settings);
	}
	for (size_t i = 0; i < GROUPS; i++) {
		oc_set(&s->changes[i], counts[i]);
	}
	oc_set(&s->revoked, revoked);
	oc_set(&s->settings, settings);
	oc_set(&s->fetched_at, now_ms);
}

/* One worker at a time asks what changed. Redis away: nothing here is fresh, and the poll finds out itself. */
static void refresh(oc_call *c, shop *s, uint64_t now_ms)
{
	uint64_t fetching = oc_load(&s->fetching);
	oc_words list[2];
	redisReply *replies[2];

	if (now_ms - fetching < FETCH_LEASE || !oc_swap_if(&s->fetching, fetching, now_ms)) {
		return;
	}
	list[0] = read_changes(c);
	list[1] = read_settings(c);
	if (oc_redis_ask_all(c, list, 2, replies)) {
		take(s, replies, now_ms);
		freeReplyObject(replies[0]);
		freeReplyObject(replies[1]);
	}
	*c->error = (oc_error){0};
	oc_set(&s->fetching, 0);
}

static uint64_t state_of(const oc_recent *q)
{
	return (uint64_t)q->after << 44 | (uint64_t)q->revision << 28 | q->sum;
}

static uint64_t who_of(const oc_recent *q)
{
	return oc_hash(oc_hash(oc_hash(oc_server_salt(), q->actor), q->subject), q->stream) & UINT64_C(0xffffffff00000000);
}

bool oc_recent_ask(oc_call *c, oc_recent *q, oc_poll_answer *out)
{
	uint64_t who, asked_s, last;
	shop *s;
	entry *e;

	if (!all || oc_polls_rate(oc_clock_ms()) < BUSY || q->after >> 20 || q->revision >> 16 || !(s = find_shop(c))) {
		return false;
	}
	if (q->now_ms - oc_load(&s->fetched_at) > FRESH_MS) {
		refresh(c, s, q->now_ms);
		if (q->now_ms - oc_load(&s->fetched_at) > FRESH_MS) {
			return false;
		}
	}
	/* Read before Redis is asked: a change in between is then seen as one that came later. */
	q->shop = s;
	q->sum = (oc_load(&s->changes[q->conversation % GROUPS]) + oc_load(&s->revoked) * 7919) & 0xfffffff;
	q->key = oc_hash(oc_hash(oc_load(&s->tag), OC_STR("c")), (oc_str){(const char *)&q->conversation, sizeof q->conversation}) | 1;
	e = &all->entries[(q->key >> 8) % ENTRIES];
	who = oc_load(&e->who);
	asked_s = who & 0xffffffff;
	if (oc_load(&e->key) != q->key || oc_load(&e->state) != state_of(q) || (who & UINT64_C(0xffffffff00000000)) != who_of(q)
		|| q->now_ms / 1000 < asked_s || q->now_ms / 1000 - asked_s >= OC_VERIFY_MS / 1000 - 1) {
		return false;
	}
	last = oc_load(&e->last);
	*out = (oc_poll_answer){.owned = true, .settings = (uint32_t)oc_load(&s->settings),
		.idle_ms = last && last <= q->now_ms ? q->now_ms - last : UINT64_MAX};
	return true;
}

void oc_recent_note(const oc_recent *q, const oc_poll_answer *a)
{
	entry *e;

	if (!q->shop || !a->owned || a->changed || a->revoked || a->other_typing) {
		return;
	}
	e = &all->entries[(q->key >> 8) % ENTRIES];
	oc_set(&e->key, 0);
	oc_set(&e->state, state_of(q));
	oc_set(&e->last, a->idle_ms == UINT64_MAX ? 0 : q->now_ms - a->idle_ms);
	oc_set(&e->who, who_of(q) | (a->asked_ms / 1000 & 0xffffffff));
	oc_set(&e->key, q->key);
}
