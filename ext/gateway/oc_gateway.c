/* One process, one loop: sockets, two links a Redis, and a timer for all that is a matter of time. */
#include "gateway/oc_gateway.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "gateway/oc_gw_memory.h"
#include "store/oc_pool.h"

#define STOP_SPREAD_MS 5000  /* readers come back spread over this */
#define STOP_MOST_MS 8000    /* then what is left is closed */
#define TICK_MS 100          /* the timer */
#define DUTIES_MS 250        /* Redis's answers, listening, load, the watchdog */

static void all_streams(oc_gateway *g, void (*act)(oc_stream *))
{
	for (size_t i = 0; i < g->n_shops; i++) {
		for (int l = 0; l < 2; l++) {
			for (oc_person *p = l ? g->shops[i].operators : g->shops[i].visitors, *next; p; p = next) {
				next = p->next;
				for (oc_stream *s = p->streams, *after; s; s = after) {
					after = s->next;
					act(s);
				}
			}
		}
	}
}

static void bye(oc_stream *s)
{
	oc_arena_reset(&s->conn->g->scratch);
	oc_gw_bye(s, "restart", (unsigned)(oc_random_word() % STOP_SPREAD_MS));
}

/* Kept for a next request that may never come: the end would wait for them. */
static void close_idle(oc_gateway *g)
{
	for (size_t i = 0; i < OC_GW_SLOTS; i++) {
		for (oc_conn *c = g->slot[i], *next; c; c = next) {
			next = c->next;
			if (c->state == OC_CONN_HEAD && c->n_in == 0) {
				oc_conn_close(c);
			}
		}
	}
}

static void begin_stop(oc_gateway *g, uint64_t now_ms)
{
	g->stop = 2;
	g->stop_ms = now_ms;
	oc_gw_notify(g, "STOPPING=1");
	oc_gw_log("info", "stopping", "%zu streams are told to come back", g->n_streams);
	oc_gw_listen_stop(g);
	all_streams(g, bye);
	close_idle(g);
}

static void turn(oc_gateway *g, uint64_t now_ms)
{
	oc_wheel_turn(g, now_ms / OC_GW_TURN_MS);
	if (!g->stop) {
		oc_gw_present_turn(g, now_ms);
	}
}

/* Awake anyway: a little now is less to wait for later, and at rest a few wakes a second do. */
void oc_gateway_meanwhile(oc_gateway *g)
{
	uint64_t now = oc_clock_ms();

	if (now / OC_GW_TURN_MS > g->turn) {
		turn(g, now);
	}
}

static void tick(evutil_socket_t fd, short what, void *arg)
{
	oc_gateway *g = arg;
	uint64_t now = oc_clock_ms();

	(void)fd;
	(void)what;
	turn(g, now);
	if (g->stop == 1) {
		begin_stop(g, now);
	}
	if (g->stop) {
		if (g->n_conns == 0 || now - g->stop_ms > STOP_MOST_MS) {
			event_base_loopbreak(g->base);
		}
		return;
	}
	if (now - g->duties_ms < DUTIES_MS) {
		return;
	}
	g->duties_ms = now;
	oc_gw_listen_tick(g, now);
	oc_hubs_tick(g, now);
	oc_gw_present_tick(g, now);
	oc_gw_shed_tick(g, now);
	oc_gw_notify(g, "WATCHDOG=1");
}

static void signalled(evutil_socket_t fd, short what, void *arg)
{
	oc_gateway *g = arg;

	(void)fd;
	(void)what;
	if (!g->stop) {
		g->stop = 1;
	}
	tick(-1, 0, g);
}

/* As many as the system allows: each stream is one. How many connections there may be. */
static size_t raise_file_limit(void)
{
	struct rlimit l;

	if (getrlimit(RLIMIT_NOFILE, &l) != 0) {
		return SIZE_MAX;
	}
	if (l.rlim_cur < l.rlim_max) {
		rlim_t before = l.rlim_cur;

		l.rlim_cur = l.rlim_max;
		l.rlim_cur = setrlimit(RLIMIT_NOFILE, &l) == 0 ? l.rlim_max : before;
	}
	return l.rlim_cur == RLIM_INFINITY ? SIZE_MAX : l.rlim_cur > 2 * OC_GW_SPARE ? (size_t)l.rlim_cur - OC_GW_SPARE : OC_GW_SPARE;
}

static bool start(oc_gateway *g, oc_error *e)
{
	const struct timeval every = {.tv_usec = TICK_MS * 1000};

	g->most_conns = raise_file_limit();
	oc_gw_prompt();
	g->base = event_base_new();
	if (!g->base) {
		return oc_fail(e, OC_E_INVALID, "listen", "libevent cannot start");
	}
	g->started_ms = oc_clock_ms();
	g->turn = g->started_ms / OC_GW_TURN_MS;
	g->second = g->turn / OC_GW_TURNS;
	g->present_ms = g->nudge_ms = g->shed_ms = g->started_ms;
	g->leaving_end = &g->leaving;
	snprintf(g->id, sizeof g->id, "%016llx", (unsigned long long)oc_random_word());
	oc_gw_notify_start(g);
	if (!oc_gw_listen(g, e)) {
		return false;
	}
	g->tick = oc_gw_checked(event_new(g->base, -1, EV_PERSIST, tick, g));
	event_add(g->tick, &every);
	g->on_term = oc_gw_checked(evsignal_new(g->base, SIGTERM, signalled, g));
	g->on_int = oc_gw_checked(evsignal_new(g->base, SIGINT, signalled, g));
	event_add(g->on_term, NULL);
	event_add(g->on_int, NULL);
	oc_hubs_start(g);
	oc_gw_log("info", "listening", "%.*s, %zu shops", (int)g->options.listen.n, g->options.listen.p, g->n_shops);
	oc_gw_notify(g, "READY=1");
	return true;
}

static void end(oc_gateway *g)
{
	struct event *events[] = {g->tick, g->on_term, g->on_int};

	g->stop = 2;
	for (size_t i = 0; i < OC_GW_SLOTS; i++) {
		while (g->slot[i]) {
			oc_conn_close(g->slot[i]);
		}
	}
	oc_gw_listen_stop(g);
	if (g->metrics) {
		evconnlistener_free(g->metrics);
		g->metrics = NULL;
	}
	oc_hubs_free(g);
	oc_gw_leaving_free(g);
	for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
		if (events[i]) {
			event_free(events[i]);
		}
	}
	g->tick = g->on_term = g->on_int = NULL;
	if (g->base) {
		event_base_free(g->base);
		g->base = NULL;
	}
	if (g->notify_to.n && g->notify >= 0) {
		close(g->notify);
		g->notify_to = OC_STR("");
	}
	free(g->people);
	free(g->origins);
	g->people = NULL;
	g->origins = NULL;
	g->size_people = g->size_origins = 0;
}

bool oc_gateway_run(oc_gateway *g, oc_error *e)
{
	bool ok = start(g, e);

	if (ok) {
		if (g->stop) {
			g->stop = 1;
		}
		event_base_dispatch(g->base);
		oc_gw_log("info", "stopped", "%zu streams were left", g->n_streams);
	}
	end(g);
	g->stop = 0;
	return ok;
}

void oc_gateway_stop(oc_gateway *g)
{
	g->stop = 1;
}

void oc_gateway_free(oc_gateway *g)
{
	for (size_t i = 0; i < g->n_shops; i++) {
		oc_arena_free(&g->shops[i].chat.own);
	}
	free(g->shops);
	g->shops = NULL;
	g->n_shops = 0;
	oc_arena_free(&g->own);
	oc_arena_free(&g->scratch);
}
