#include "load.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* A head and its first event; more of a head than that nobody sends here. */
#define HEAD_MOST 2048

typedef enum { CLOSED, CONNECTING, HEAD, BODY, STREAMS } phase;

typedef struct {
	load_streams *all;
	load_target *target;
	struct event *event;
	char *head; /* while it is read */
	uint32_t head_n;
	int fd;
	phase phase;
	load_decoder decoder;
} stream;

struct load_streams {
	struct event_base *base;
	struct sockaddr_in address;
	const char *host;
	load_times *times;
	stream *list;
	uint32_t n, next, under_way;
	load_count count;
	char why[128];
	void (*done)(void);
};

static void open_more(load_streams *s);

load_streams *load_streams_new(struct event_base *base, struct sockaddr_in address, const char *host, load_times *times)
{
	load_streams *s = calloc(1, sizeof(*s));

	if (!s) {
		load_die("memory", "out of it");
	}
	s->base = base;
	s->address = address;
	s->host = host;
	s->times = times;
	return s;
}

static void end(stream *x)
{
	if (x->event) {
		event_free(x->event);
		close(x->fd);
	}
	free(x->head);
	x->event = NULL;
	x->head = NULL;
	x->phase = CLOSED;
}

/* Whatever it was that came of it, one less is being opened. */
static void settled(stream *x, uint32_t *counter)
{
	load_streams *s = x->all;

	(*counter)++;
	s->under_way--;
	open_more(s);
}

static void fail(stream *x, const char *why)
{
	load_streams *s = x->all;
	bool streamed = x->phase == STREAMS;

	if (!s->why[0]) {
		snprintf(s->why, sizeof(s->why), "%s", why);
	}
	end(x);
	if (streamed) {
		s->count.open--;
		s->count.lost++;
	} else {
		settled(x, &s->count.broken);
	}
}

static void refuse(stream *x)
{
	load_streams *s = x->all;

	if (!s->why[0]) {
		snprintf(s->why, sizeof(s->why), "%.*s", (int)strcspn(x->head, "\r\n"), x->head);
	}
	end(x);
	settled(x, &s->count.refused);
}

static void marked(void *context, uint32_t sequence)
{
	stream *x = context;

	load_times_receive(x->all->times, sequence, x->target->office);
}

/* The head is whole, or more of it is to come. What stands behind it is the stream's. */
static void read_head(stream *x, const char *bytes, size_t n)
{
	const char *body;

	if (x->head_n + n >= HEAD_MOST) {
		n = HEAD_MOST - 1 - x->head_n;
	}
	memcpy(x->head + x->head_n, bytes, n);
	x->head_n += (uint32_t)n;
	x->head[x->head_n] = 0;
	body = strstr(x->head, "\r\n\r\n");
	if (!body) {
		if (x->head_n == HEAD_MOST - 1) {
			fail(x, "its head is longer than 2 KB");
		}
		return;
	}
	if (strncmp(x->head, "HTTP/1.1 200 ", 13) != 0) {
		refuse(x);
		return;
	}
	load_decode_start(&x->decoder, strcasestr(x->head, "\r\nTransfer-Encoding: chunked") != NULL);
	x->phase = BODY;
	body += 4;
	n = x->head_n - (size_t)(body - x->head);
	load_decode(&x->decoder, body, n, marked, x);
	free(x->head);
	x->head = NULL;
	if (n) {
		x->phase = STREAMS;
		settled(x, &x->all->count.open);
	}
}

static void readable(evutil_socket_t fd, short what, void *context)
{
	static char bytes[65536];
	stream *x = context;
	ssize_t n = recv(fd, bytes, x->phase == HEAD ? HEAD_MOST / 2 : sizeof(bytes), 0);

	(void)what;
	if (n < 0 && (errno == EAGAIN || errno == EINTR)) {
		return;
	}
	if (n <= 0) {
		fail(x, n ? strerror(errno) : "the server closed a stream");
	} else if (x->phase == HEAD) {
		read_head(x, bytes, (size_t)n);
	} else {
		load_decode(&x->decoder, bytes, (size_t)n, marked, x);
		if (x->phase == BODY) {
			x->phase = STREAMS;
			settled(x, &x->all->count.open);
		}
	}
}

static void connected(evutil_socket_t fd, short what, void *context)
{
	stream *x = context;
	char request[HEAD_MOST];
	int n, error = 0;
	socklen_t size = sizeof(error);

	(void)what;
	getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
	if (error) {
		fail(x, strerror(error));
		return;
	}
	n = snprintf(request, sizeof(request), "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n%s%s\r\n",
		x->target->path, x->all->host, x->target->header, x->target->header[0] ? "\r\n" : "");
	/* Shorter than any socket's buffer. */
	if (n < 0 || (size_t)n >= sizeof(request) || send(fd, request, (size_t)n, MSG_NOSIGNAL) != n) {
		fail(x, "the request was not taken whole");
		return;
	}
	x->phase = HEAD;
	event_free(x->event);
	x->event = event_new(x->all->base, fd, EV_READ | EV_PERSIST, readable, x);
	event_add(x->event, NULL);
}

static void begin(stream *x)
{
	struct sockaddr_in from = {.sin_family = AF_INET, .sin_addr = x->target->from};
	int on = 1;

	x->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	x->head = malloc(HEAD_MOST);
	if (x->fd < 0 || !x->head) {
		load_die("a stream", strerror(errno));
	}
	/* The port is chosen when connecting, so that each address has all of them. */
	setsockopt(x->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof(on));
	x->phase = CONNECTING;
	x->event = event_new(x->all->base, x->fd, EV_WRITE, connected, x);
	if (bind(x->fd, (struct sockaddr *)&from, sizeof(from)) != 0
		|| (connect(x->fd, (struct sockaddr *)&x->all->address, sizeof(x->all->address)) != 0 && errno != EINPROGRESS)) {
		fail(x, strerror(errno));
		return;
	}
	event_add(x->event, NULL);
}

static void open_more(load_streams *s)
{
	static bool inside;

	/* A stream that fails at once comes back here: one loop is enough. */
	if (inside) {
		return;
	}
	inside = true;
	while (s->next < s->n && s->under_way < s->count.wanted) {
		s->under_way++;
		begin(&s->list[s->next++]);
	}
	inside = false;
	if (s->next == s->n && s->under_way == 0 && s->done) {
		void (*done)(void) = s->done;

		s->done = NULL;
		done();
	}
}

void load_streams_open(load_streams *s, load_target *targets, uint32_t n, uint32_t at_once, void (*done)(void))
{
	s->list = calloc(n, sizeof(*s->list));
	if (!s->list) {
		load_die("memory", "out of it");
	}
	for (uint32_t i = 0; i < n; i++) {
		s->list[i].all = s;
		s->list[i].target = &targets[i];
	}
	memset(&s->count, 0, sizeof(s->count));
	s->n = n;
	s->next = s->under_way = 0;
	s->count.wanted = at_once;
	s->done = done;
	open_more(s);
}

void load_streams_close(load_streams *s)
{
	for (uint32_t i = 0; i < s->n; i++) {
		end(&s->list[i]);
	}
	free(s->list);
	s->list = NULL;
	s->n = 0;
	memset(&s->count, 0, sizeof(s->count));
	s->why[0] = 0;
}

load_count load_streams_count(const load_streams *s)
{
	return s->count;
}

const char *load_streams_why(const load_streams *s)
{
	return s->why;
}
