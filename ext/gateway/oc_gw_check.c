/* What an owner asks before starting it: addresses, stores, limits. */
#include "gateway/oc_gateway.h"

#include <stdio.h>
#include <sys/resource.h>

#include "store/oc_pool.h"

static void listens(oc_gateway *g, const char *name, oc_str address, oc_gw_found found, void *of)
{
	oc_error e = {0};
	bool ok = oc_gw_listen_check(g, address, name, &e);

	found(name, ok, ok ? address.p : e.message, of);
}

static void redis(oc_gateway *g, const oc_gshop *shop, oc_gw_found found, void *of)
{
	oc_error e = {0};
	void *link = oc_redis_open(&shop->chat.redis, &g->limits, &e);
	oc_str name = oc_format(&g->scratch, "redis %u", (unsigned)shop->chat.shop);

	if (link) {
		oc_redis_close(link, false);
	}
	found(name.p, link != NULL, link ? oc_address_words(&g->scratch, &shop->chat.redis, OC_REDIS).p : e.message, of);
}

static void files(oc_gateway *g, oc_gw_found found, void *of)
{
	struct rlimit l = {0, 0};
	uint64_t wanted = (uint64_t)g->options.most_streams + OC_GW_SPARE;
	bool ok = getrlimit(RLIMIT_NOFILE, &l) == 0 && (l.rlim_max == RLIM_INFINITY || l.rlim_max >= wanted);

	found("files", ok, oc_format(&g->scratch, "%llu open files allowed, %llu needed for %u streams%s",
		(unsigned long long)l.rlim_max, (unsigned long long)wanted, g->options.most_streams,
		ok ? "" : ": raise LimitNOFILE, or lower most_streams").p, of);
}

void oc_gateway_check(oc_gateway *g, oc_gw_found found, void *of)
{
	oc_arena_reset(&g->scratch);
	listens(g, "listen", g->options.listen, found, of);
	if (g->options.metrics.n) {
		listens(g, "metrics", g->options.metrics, found, of);
	}
	for (size_t i = 0; i < g->n_shops; i++) {
		redis(g, &g->shops[i], found, of);
	}
	files(g, found, of);
}
