#include "store/oc_atomic.h"
#include "store/oc_limits.h"
#include "store/oc_recent.h"
#include "store/oc_pool.h"

#include "core/oc_fnv.h"

#include <string.h>

#ifdef _WIN32
# include <process.h>
# define process_id() ((uint64_t)_getpid())
#else
# include <stdlib.h>
# include <sys/mman.h>
# include <sys/random.h>
# include <unistd.h>
# define process_id() ((uint64_t)getpid())
#endif

/* One store of one address. state is a single word, so that every change is one compare-and-swap and a worker
 * killed anywhere leaves nothing half done:
 *   bit 0        somebody probes
 *   bits 1 - 16  the present pause, ms
 *   bits 17 - 63 open until (monotonic ms); while somebody probes: until their lease ends
 * 0 is closed. */
typedef struct {
	oc_shared_word hash, state, times, opened_at, outages;
} slot;

#define SLOTS 64
#define PAUSE_MOST 5000
/* A shorter outage takes nothing noticeable from clocks of minutes. */
#define OUTAGE_LEAST 5000
/* Longer than any store's connect and read limits together: a prober who is still waiting is not joined by a
 * second one; one who was killed is replaced. */
#define PROBE_LEASE 6000

typedef struct {
	oc_shared_word salt, master, polls, polls_before;
	slot slots[SLOTS];
} shared;

/* Of this process alone until oc_shared_start() maps what the workers share. */
static shared own;
static shared *all = &own;

uint64_t oc_random_word(void)
{
	uint64_t v = 0;

#ifndef _WIN32
	if (getrandom(&v, sizeof v, 0) == (ssize_t)sizeof v) {
		return v | 1;
	}
#endif
	return (oc_time_us() * UINT64_C(0x9e3779b97f4a7c15) ^ process_id()) | 1;
}

bool oc_shared_start(void)
{
	if (all != &own) {
		return true;
	}
	if (!oc_poll_limit_start() || !oc_recent_start()) {
		return false;
	}
#ifndef _WIN32
	void *p = mmap(NULL, sizeof(shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED) {
		return false;
	}
	all = p;
#endif
	oc_server_salt();
	oc_swap_if(&all->master, 0, process_id());
	return true;
}

void oc_shared_stop(void)
{
	oc_poll_limit_stop();
	oc_recent_stop();
#ifndef _WIN32
	if (all != &own) {
		munmap(all, sizeof(shared));
		all = &own;
	}
#endif
}

uint64_t oc_server_salt(void)
{
	if (oc_load(&all->salt) == 0) {
		oc_swap_if(&all->salt, 0, oc_random_word());
	}
	return oc_load(&all->salt);
}

uint64_t oc_server_id(void)
{
	uint64_t master = oc_load(&all->master);

	return master && master != process_id() ? oc_server_salt() : 0;
}

static slot *find(const char *key)
{
	uint64_t h = oc_hash(OC_HASH_START, oc_str_of(key)) | 1;

	for (unsigned i = 0; i < SLOTS; i++) {
		slot *s = &all->slots[(h + i) % SLOTS];

		if (oc_load(&s->hash) == h || oc_swap_if(&s->hash, 0, h) || oc_load(&s->hash) == h) {
			return s;
		}
	}
	/* More stores than slots: some share a breaker, which makes them careful together. */
	return &all->slots[h % SLOTS];
}

static uint64_t pack(uint64_t until, uint64_t pause, bool probing)
{
	return until << 17 | pause << 1 | probing;
}

static uint64_t until_of(uint64_t state)
{
	return state >> 17;
}

static uint64_t pause_of(uint64_t state)
{
	return state >> 1 & 0xffff;
}

oc_breaker oc_breaker_ask(const char *key, uint64_t now_ms)
{
	slot *s = find(key);
	uint64_t state = oc_load(&s->state);

	if (state == 0) {
		return OC_BREAKER_CLOSED;
	}
	if (now_ms < until_of(state)) {
		return OC_BREAKER_OPEN;
	}
	if (oc_swap_if(&s->state, state, pack(now_ms + PROBE_LEASE, pause_of(state), true))) {
		return OC_BREAKER_PROBE;
	}
	return oc_load(&s->state) ? OC_BREAKER_OPEN : OC_BREAKER_CLOSED;
}

void oc_breaker_fail(const char *key, uint64_t now_ms, unsigned first_pause_ms)
{
	slot *s = find(key);

	for (;;) {
		uint64_t state = oc_load(&s->state);
		uint64_t pause = first_pause_ms ? first_pause_ms : 1;

		if (state) {
			if (!(state & 1) && now_ms < until_of(state)) {
				/* Began before the breaker opened: says nothing new. */
				return;
			}
			pause = pause_of(state) * 2;
		}
		if (pause > PAUSE_MOST) {
			pause = PAUSE_MOST;
		}
		if (state == 0) {
			oc_add(&s->times, 1);
			oc_set(&s->opened_at, now_ms);
		}
		if (oc_swap_if(&s->state, state, pack(now_ms + pause, pause, false))) {
			return;
		}
	}
}

bool oc_breaker_success(const char *key)
{
	slot *s = find(key);

	if (oc_load(&s->state) == 0) {
		return false;
	}
	/* Counted before it closes: who sees it closed also sees the count (oc_due_ask). */
	if (oc_clock_ms() - oc_load(&s->opened_at) > OUTAGE_LEAST) {
		oc_add(&s->outages, 1);
	}
	for (;;) {
		uint64_t state = oc_load(&s->state);

		if (state == 0) {
			return false;
		}
		if (oc_swap_if(&s->state, state, 0)) {
			return true;
		}
	}
}

void oc_breaker_state(const char *key, uint64_t *open_until, uint64_t *times)
{
	slot *s = find(key);

	*open_until = until_of(oc_load(&s->state));
	*times = oc_load(&s->times);
}

uint64_t oc_breaker_outages(const char *key)
{
	return oc_load(&find(key)->outages);
}

/* Second in the upper half, count in the lower. */
unsigned oc_polls_count(uint64_t now_ms)
{
	uint64_t second = now_ms / 1000 & 0xffffffff;

	for (;;) {
		uint64_t v = oc_load(&all->polls);

		if (v >> 32 == second) {
			oc_add(&all->polls, 1);
			break;
		}
		if (oc_swap_if(&all->polls, v, second << 32 | 1)) {
			oc_set(&all->polls_before, v);
			break;
		}
	}
	return oc_polls_rate(now_ms);
}

unsigned oc_polls_rate(uint64_t now_ms)
{
	uint64_t before_this = (now_ms / 1000 - 1) & 0xffffffff, now = oc_load(&all->polls), before = oc_load(&all->polls_before);

	if (now >> 32 == before_this) {
		return (unsigned)(now & 0xffffffff);
	}
	return before >> 32 == before_this ? (unsigned)(before & 0xffffffff) : 0;
}
