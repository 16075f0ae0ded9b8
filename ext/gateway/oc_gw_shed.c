/* Too much to do, or too much memory: first what people can do without is left out, then new visitors are offered the
 * form and get no stream. Messages are always passed on. */
#include "gateway/oc_gateway.h"

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __GLIBC__
# include <malloc.h>
#endif

#include "store/oc_pool.h"

#define EVERY_MS 1000
#define MANY 1000 /* streams gone since memory was given back */

uint64_t oc_gw_resident(void)
{
	unsigned long long pages = 0;
	FILE *f = fopen("/proc/self/statm", "re");

	if (f) {
		if (fscanf(f, "%*u %llu", &pages) != 1) {
			pages = 0;
		}
		fclose(f);
	}
	return pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static uint64_t busy_us(void)
{
	struct rusage u;

	getrusage(RUSAGE_SELF, &u);
	return (uint64_t)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000000 + (uint64_t)(u.ru_utime.tv_usec + u.ru_stime.tv_usec);
}

/* After a rush, what its streams had goes back to the system. */
static void give_back(oc_gateway *g)
{
	if (g->n_streams > g->most_lately) {
		g->most_lately = g->n_streams;
	} else if (g->n_streams + MANY < g->most_lately) {
		g->most_lately = g->n_streams;
#ifdef __GLIBC__
		malloc_trim(0);
#endif
	}
}

/* A share of its own limit, percent; the loop is one thread, so 100 is all the CPU it can have. */
static unsigned share(oc_gateway *g, uint64_t passed_ms)
{
	uint64_t busy = busy_us();
	unsigned cpu = (unsigned)((busy - g->busy_us) / 10 / passed_ms), memory = 0;

	g->busy_us = busy;
	if (g->options.memory) {
		memory = (unsigned)(oc_gw_resident() / 10000 / g->options.memory);
	}
	return cpu > memory ? cpu : memory;
}

void oc_gw_shed_tick(oc_gateway *g, uint64_t now_ms)
{
	uint64_t passed = now_ms - g->shed_ms;
	unsigned before = g->shedding;

	if (passed < EVERY_MS) {
		return;
	}
	g->shed_ms = now_ms;
	g->load = (g->load + share(g, passed)) / 2;
	g->shedding = g->load >= 95 ? 2 : g->load >= g->options.shed ? 1 : 0;
	if (g->shedding != before) {
		oc_gw_log(g->shedding ? "warning" : "info", "shedding", "%u%% of the CPU or memory it may have: %s", g->load,
			g->shedding == 2 ? "new visitors get the form, and poll" : g->shedding ? "typing and read marks are left out" : "all is passed on");
	}
	give_back(g);
}
