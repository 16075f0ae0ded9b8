#include "store/oc_pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef _WIN32
# include <process.h>
# include <windows.h>
# define getpid _getpid
#else
# include <unistd.h>
#endif

uint64_t oc_clock_ms(void)
{
#ifdef _WIN32
	return GetTickCount64();
#else
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
#endif
}

uint64_t oc_time_us(void)
{
	struct timespec t;

	timespec_get(&t, TIME_UTC);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

static const oc_address *address(const oc_call *c, oc_store store)
{
	return store == OC_MYSQL ? &c->chat->mysql : &c->chat->redis;
}

static void destroy(oc_links *links, oc_link *l)
{
	bool forked = l->owner != (long)getpid();

	if (forked) {
		links->counters.dropped_forked[l->store]++;
	}
	if (l->store == OC_MYSQL) {
		oc_mysql_close(l->handle, forked);
	} else {
		oc_redis_close(l->handle, forked);
	}
	free(l);
}

static bool alive(const oc_link *l)
{
	return l->store == OC_MYSQL ? oc_mysql_alive(l->handle) : oc_redis_alive(l->handle);
}

/* Takes a kept link of this key out of the list; those that cannot be used any more are closed on the way. */
static oc_link *kept(oc_links *links, oc_store store, const char *key)
{
	oc_link **at = &links->list;

	while (*at) {
		oc_link *l = *at;

		if (l->store != store || strcmp(l->key, key) != 0) {
			at = &l->next;
			continue;
		}
		*at = l->next;
		links->n--;
		if (l->owner == (long)getpid()) {
			if (alive(l)) {
				links->counters.reused[store]++;
				return l;
			}
			links->counters.closed_dirty[store]++;
		}
		destroy(links, l);
	}
	return NULL;
}

static oc_link *opened(oc_call *c, oc_store store, const char *key)
{
	const oc_address *at = address(c, store);
	void *handle = store == OC_MYSQL ? oc_mysql_open(at, &c->links->limits, c->error)
	                                 : oc_redis_open(at, &c->links->limits, c->error);
	oc_link *l;

	if (!handle) {
		oc_link_blame(c, store);
		return NULL;
	}
	l = calloc(1, sizeof *l);
	if (!l) {
		fputs("onlinechat: out of memory\n", stderr);
		abort();
	}
	l->store = store;
	snprintf(l->key, sizeof l->key, "%s", key);
	l->owner = (long)getpid();
	l->handle = handle;
	c->links->counters.opened[store]++;
	return l;
}

oc_link *oc_link_take(oc_call *c, oc_store store)
{
	char key[160];
	uint64_t now = oc_clock_ms();
	oc_breaker breaker;
	oc_link *l;

	oc_address_key(address(c, store), store, key);
	breaker = oc_breaker_ask(key, now);
	if (breaker == OC_BREAKER_OPEN) {
		c->links->counters.refused[store]++;
		oc_fail(c->error, store == OC_MYSQL ? OC_E_MYSQL : OC_E_REDIS, NULL,
			"%s failed a moment ago and is being tried again every few seconds; is it running, and not overloaded?",
			oc_address_words(c->arena, address(c, store), store).p);
		return NULL;
	}
	l = kept(c->links, store, key);
	if (!l) {
		l = opened(c, store, key);
	}
	if (l) {
		l->probe = breaker == OC_BREAKER_PROBE;
		l->in_flight = 0;
		l->used_at = now;
	}
	return l;
}

/* Closes the store's least recently used links above the cap: the list has the newest first. */
static void evict(oc_links *links, oc_store store)
{
	oc_link **at = &links->list;
	unsigned n = 0;

	while (*at) {
		oc_link *l = *at;

		if (l->store != store || ++n <= links->limits.pool_links) {
			at = &l->next;
			continue;
		}
		*at = l->next;
		links->n--;
		links->counters.evicted[store]++;
		destroy(links, l);
	}
}

void oc_link_give(oc_call *c, oc_link *l, bool ok)
{
	oc_links *links = c->links;
	oc_store store = l->store;

	if (!ok || l->in_flight) {
		if (l->probe) {
			oc_breaker_fail(l->key, oc_clock_ms(), links->limits.breaker_ms);
		}
		links->counters.closed_dirty[store]++;
		destroy(links, l);
		return;
	}
	oc_breaker_success(l->key);
	l->next = links->list;
	links->list = l;
	links->n++;
	evict(links, store);
}

void oc_link_blame(oc_call *c, oc_store store)
{
	char key[160];

	oc_address_key(address(c, store), store, key);
	c->links->counters.errors[store]++;
	oc_breaker_fail(key, oc_clock_ms(), c->links->limits.breaker_ms);
}

void oc_links_free(oc_links *links)
{
	while (links->list) {
		oc_link *l = links->list;

		links->list = l->next;
		destroy(links, l);
	}
	links->n = 0;
}
