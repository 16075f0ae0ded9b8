/*
 * gateway-load SERVER PORT HOST LIST PUBLISH: commands on standard input, a line of JSON for each.
 *
 *   open N AT_ONCE       opens the first N streams of LIST (lines "ADDRESS \t PATH \t HEADER \t KEY \t v or o")
 *   publish RATE SECONDS a message a time to one stream after the other; waits at most 5 s for the last
 *   count                how many are open
 *   close                ends all
 *
 * PUBLISH is a publisher's address (load.h), or "entry:PORT PATH FILE": messages are then posted by the writers of
 * FILE (lines "ADDRESS \t TICKET \t CONVERSATION \t v or o"), each of whom types for a second before.
 */
#include "load.h"

#include <arpa/inet.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define LATE_NS 5000000000u
#define SECOND_NS 1000000000u
/* A step that shares no factor with round numbers: neighbours are not asked one after the other. */
#define STEP 7919u

static struct {
	struct event_base *base;
	load_target *targets;
	uint32_t n, open;
	load_streams *streams;
	load_publisher *publisher;
	load_poster *poster;
	load_writer *writers;
	uint32_t n_writers, typed;
	load_times times;
	uint64_t began;
	struct event *tick;
	uint32_t rate, total;
	uint64_t last;
} load;

_Noreturn void load_die(const char *what, const char *why)
{
	fprintf(stderr, "gateway-load: %s: %s\n", what, why);
	exit(2);
}

static void opened(void)
{
	load_count c = load_streams_count(load.streams);

	printf("{\"open\":%u,\"refused\":%u,\"broken\":%u,\"ms\":%.0f,\"why\":\"%s\"}\n", c.open, c.refused, c.broken,
		(double)(load_now() - load.began) / 1e6, load_streams_why(load.streams));
}

static void published(void)
{
	load_times *t = &load.times;
	load_count c = load_streams_count(load.streams);
	double p50 = load_times_quantile(t, 0.5), p99 = load_times_quantile(t, 0.99), worst = load_times_quantile(t, 1);
	unsigned why = 0;
	uint32_t failed = load.poster ? load_poster_failed(load.poster, &why) : load_publisher_failed(load.publisher);

	event_del(load.tick);
	printf("{\"sent\":%u,\"received\":%u,\"twice\":%u,\"strange\":%u,\"failed\":%u,\"why\":%u,\"lost\":%u,"
		"\"seconds\":%.3f,\"p50\":%.3f,\"p99\":%.3f,\"worst\":%.3f}\n", t->count, t->received, t->twice, t->strange,
		failed, why, c.lost, (double)(load.last - load.began) / 1e9, p50 / 1e3, p99 / 1e3, worst / 1e3);
}

static void publish_one(uint32_t index)
{
	char message[512];
	uint32_t to = (uint32_t)((uint64_t)index * STEP % load.open);
	int n = snprintf(message, sizeof(message), "{\"event\":\"message\",\"conversation\":%u,\"number\":7,\"author\":\"operator\","
		"\"name\":\"Operator\",\"text\":\"Yes, it is in stock in blue and in green, and it leaves our house today if you "
		"order before three o'clock. ~mark:%u;\",\"at\":1700000000000,\"status\":\"ongoing\",\"revision\":5}",
		to + 1, load_times_send(&load.times, LOAD_ANYBODY));

	load_publish(load.publisher, load.targets[to].key, message, (size_t)n);
}

static const load_writer *writer(uint32_t index)
{
	return &load.writers[(uint64_t)index * STEP % load.n_writers];
}

static void post_one(uint32_t index)
{
	const load_writer *w = writer(index);

	load_post_message(load.poster, w, load_times_send(&load.times, !w->office));
}

static void ticked(evutil_socket_t fd, short what, void *context)
{
	uint64_t ns = load_now() - load.began;

	(void)fd, (void)what, (void)context;
	if (load.poster) {
		for (uint64_t due = ns * load.rate / SECOND_NS; load.typed < load.total && load.typed < due;) {
			load_post_typing(load.poster, writer(load.typed++));
		}
		ns = ns > SECOND_NS ? ns - SECOND_NS : 0;
	}
	for (uint64_t due = ns * load.rate / SECOND_NS; load.times.count < load.total && load.times.count < due;) {
		load.poster ? post_one(load.times.count) : publish_one(load.times.count);
		load.last = load_now();
	}
	if (load.times.count == load.total
		&& (load.times.received == load.total || load_now() - load.last > LATE_NS)
		&& (!load.poster || !load_poster_under_way(load.poster))) {
		published();
	}
}

static void publish(uint32_t rate, double seconds)
{
	struct timeval step = {.tv_usec = 1000};

	load.open = load_streams_count(load.streams).open;
	if (!load.open || !rate) {
		load_die("publish", "no stream is open, or no rate");
	}
	load.rate = rate;
	load.total = (uint32_t)(rate * seconds);
	load.typed = 0;
	load_times_start(&load.times, load.total);
	load.began = load.last = load_now();
	event_add(load.tick, &step);
}

static void obey(const char *line)
{
	unsigned n, m;
	double seconds;

	if (sscanf(line, "open %u %u", &n, &m) == 2) {
		load.began = load_now();
		load_streams_open(load.streams, load.targets, n < load.n ? n : load.n, m, opened);
	} else if (sscanf(line, "publish %u %lf", &n, &seconds) == 2) {
		publish(n, seconds);
	} else if (strcmp(line, "count") == 0) {
		opened();
	} else if (strcmp(line, "close") == 0) {
		load_streams_close(load.streams);
		printf("{}\n");
	} else {
		load_die("unknown command", line);
	}
}

static void commanded(struct bufferevent *in, void *context)
{
	char *line;

	(void)context;
	while ((line = evbuffer_readln(bufferevent_get_input(in), NULL, EVBUFFER_EOL_LF))) {
		obey(line);
		free(line);
	}
}

static void left(struct bufferevent *in, short what, void *context)
{
	(void)in, (void)what, (void)context;
	event_base_loopbreak(load.base);
}

static void publish_to(char *where)
{
	unsigned port;
	char *path = strchr(where, ' '), *file = path ? strchr(path + 1, ' ') : NULL;

	if (sscanf(where, "entry:%u ", &port) == 1 && file) {
		*file = 0;
		load.poster = load_poster_new(load.base, (uint16_t)port, path + 1);
		load.n_writers = load_read_writers(file + 1, &load.writers);
	} else {
		load.publisher = load_publisher_new(load.base, where);
	}
}

int main(int n, char **words)
{
	struct sockaddr_in server = {.sin_family = AF_INET};
	struct rlimit files;
	struct bufferevent *in;

	if (n != 6 || inet_pton(AF_INET, words[1], &server.sin_addr) != 1) {
		load_die("usage", "gateway-load SERVER PORT HOST LIST PUBLISH");
	}
	server.sin_port = htons((uint16_t)atoi(words[2]));
	getrlimit(RLIMIT_NOFILE, &files);
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
	setvbuf(stdout, NULL, _IOLBF, 0);
	load.n = load_read_targets(words[4], &load.targets);
	load.base = event_base_new();
	load.streams = load_streams_new(load.base, server, words[3], &load.times);
	publish_to(words[5]);
	load.tick = event_new(load.base, -1, EV_PERSIST, ticked, NULL);
	fcntl(0, F_SETFL, O_NONBLOCK);
	in = bufferevent_socket_new(load.base, 0, 0);
	bufferevent_setcb(in, commanded, NULL, left, NULL);
	bufferevent_enable(in, EV_READ);
	event_base_dispatch(load.base);
	return 0;
}
