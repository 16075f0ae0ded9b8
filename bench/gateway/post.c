#include "load.h"

#include <event2/buffer.h>
#include <event2/http.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Idle links are kept, as browsers keep theirs; more are made when all are busy. */
#define LINKS_MOST 2000

typedef struct link {
	load_poster *poster;
	struct evhttp_connection *connection;
	struct link *next;
} link;

struct load_poster {
	struct event_base *base;
	uint16_t port;
	const char *path;
	link *idle;
	uint32_t links, under_way, failed;
	unsigned why;
	uint64_t salt;
};

load_poster *load_poster_new(struct event_base *base, uint16_t port, const char *path)
{
	load_poster *p = calloc(1, sizeof(*p));

	if (!p) {
		load_die("memory", "out of it");
	}
	p->base = base;
	p->port = port;
	p->path = path;
	p->salt = load_now();
	return p;
}

static link *take(load_poster *p)
{
	link *l = p->idle;

	if (l) {
		p->idle = l->next;
		return l;
	}
	l = p->links < LINKS_MOST ? calloc(1, sizeof(*l)) : NULL;
	if (!l) {
		return NULL;
	}
	l->poster = p;
	l->connection = evhttp_connection_base_new(p->base, NULL, "127.0.0.1", p->port);
	evhttp_connection_set_timeout(l->connection, 30);
	p->links++;
	return l;
}

static void fail(load_poster *p, unsigned status)
{
	if (!p->failed++) {
		p->why = status;
	}
}

static void answered(struct evhttp_request *request, void *context)
{
	link *l = context;
	load_poster *p = l->poster;
	int status = request ? evhttp_request_get_response_code(request) : 0;

	p->under_way--;
	l->next = p->idle;
	p->idle = l;
	if (status != 200 && status != 204) {
		fail(p, (unsigned)status);
	}
}

static void post(load_poster *p, const load_writer *w, const char *action, const char *body)
{
	link *l = take(p);
	struct evhttp_request *request;
	struct evkeyvalq *headers;
	char path[256];

	if (!l) {
		/* As a browser whose request nobody took. */
		fail(p, 0);
		return;
	}
	request = evhttp_request_new(answered, l);
	headers = evhttp_request_get_output_headers(request);
	evhttp_add_header(headers, "Host", "localhost");
	evhttp_add_header(headers, "Content-Type", "application/json");
	evhttp_add_header(headers, "Onlinechat-Ticket", w->ticket);
	evhttp_add_header(headers, "X-Forwarded-For", w->address);
	evbuffer_add(evhttp_request_get_output_buffer(request), body, strlen(body));
	snprintf(path, sizeof(path), "%s?action=%s", p->path, action);
	p->under_way++;
	evhttp_make_request(l->connection, request, EVHTTP_REQ_POST, path);
}

void load_post_typing(load_poster *p, const load_writer *w)
{
	char body[128];

	snprintf(body, sizeof(body), "{\"conversation\":%s,\"typing\":true}", w->conversation);
	post(p, w, "typing", body);
}

void load_post_message(load_poster *p, const load_writer *w, uint32_t sequence)
{
	char body[512];

	snprintf(body, sizeof(body), "{\"key\":\"%016llx%016x\",\"conversation\":%s,\"text\":\"Yes, it is in stock in blue and in "
		"green, and it leaves our house today if you order before three o'clock. ~mark:%u;\"}",
		(unsigned long long)p->salt, sequence, w->conversation, sequence);
	post(p, w, "post", body);
}

uint32_t load_poster_failed(load_poster *p, unsigned *why)
{
	uint32_t failed = p->failed;

	*why = failed ? p->why : 0;
	p->failed = 0;
	return failed;
}

uint32_t load_poster_under_way(const load_poster *p)
{
	return p->under_way;
}
