/* How often somebody may poll; and, while Redis is away, write. Counted in memory that a server's workers share, not in
 * Redis: polls are nearly all there is, a limit that costs as much as the answer would help nobody, and this one holds
 * without Redis too. */
#include "store/oc_atomic.h"
#include "store/oc_limits.h"

#include "core/oc_fnv.h"
#include "core/oc_window.h"

#ifndef _WIN32
# include <sys/mman.h>
#endif

/* A slot's word is what oc_window_step() makes; its low bits of time say how old it is. */
typedef struct {
	oc_shared_word hash, word;
} slot;

#define WAYS 4
#define SETS (1 << 14) /* 65,536 slots, 1 MiB */

static slot own[WAYS * 16];
static slot *slots = own;
static uint64_t sets = 16;

bool oc_poll_limit_start(void)
{
#ifndef _WIN32
	void *p;

	if (slots != own) {
		return true;
	}
	p = mmap(NULL, sizeof(slot) * WAYS * SETS, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED) {
		return false;
	}
	slots = p;
	sets = SETS;
#endif
	return true;
}

void oc_poll_limit_stop(void)
{
#ifndef _WIN32
	if (slots != own) {
		munmap(slots, sizeof(slot) * WAYS * SETS);
		slots = own;
		sets = 16;
	}
#endif
}

/* The slot of this hash. A full set gives up its stalest: who is forgotten starts a new window, which is lenient
 * to one and never unjust. */
static slot *find(uint64_t h)
{
	slot *set = &slots[(h >> 8) % sets * WAYS], *stalest = set;

	for (unsigned i = 0; i < WAYS; i++) {
		if (oc_load(&set[i].hash) == h) {
			return &set[i];
		}
		if (oc_load(&set[i].word) < oc_load(&stalest->word)) {
			stalest = &set[i];
		}
	}
	oc_set(&stalest->hash, h);
	oc_set(&stalest->word, 0);
	return stalest;
}

static uint32_t one_more(uint64_t h, uint64_t now_ms, const oc_rate *rate, uint32_t limit)
{
	slot *s = find(h | 1);

	for (;;) {
		uint32_t wait;
		uint64_t before = oc_load(&s->word), after = oc_window_step(before, now_ms, rate->window_ms, limit, &wait);

		if (wait || oc_swap_if(&s->word, before, after)) {
			return wait;
		}
	}
}

uint64_t oc_local_wait(oc_call *c, const oc_rate *rate, oc_str actor, oc_str address)
{
	uint64_t now = oc_time_us() / 1000;
	uint64_t h = oc_hash(oc_hash(oc_server_salt(), c->chat->tag), oc_str_of(rate->action));
	uint32_t wait = actor.n ? one_more(oc_hash(oc_hash(h, OC_STR("p")), actor), now, rate, rate->person) : 0;

	if (wait == 0 && address.n) {
		wait = one_more(oc_hash(oc_hash(h, OC_STR("a")), oc_rate_address(c->arena, address)), now, rate, rate->address);
	}
	return wait;
}

uint64_t oc_poll_wait(oc_call *c, oc_str actor, oc_str address)
{
	return oc_local_wait(c, oc_rate_of(OC_STR("poll")), actor, address);
}
