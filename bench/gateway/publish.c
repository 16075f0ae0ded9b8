#include "load.h"

#include <arpa/inet.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/un.h>

/* nchan's messages come by HTTP: several links, so that none waits for another's answer. */
#define LINKS 16

struct load_publisher {
	struct bufferevent *links[LINKS];
	unsigned n, next;
	const char *target; /* the channel, or the path before the key */
	bool http;
	uint32_t failed;
};

/* Answers are only looked at for a no: Redis says ":1", HTTP "HTTP/1.1 201 …". */
static void answered(struct bufferevent *link, void *context)
{
	load_publisher *p = context;
	struct evbuffer *in = bufferevent_get_input(link);
	char *line;

	while ((line = evbuffer_readln(in, NULL, EVBUFFER_EOL_CRLF))) {
		if (p->http ? strncmp(line, "HTTP/1.1 ", 9) == 0 && line[9] != '2' : line[0] == '-') {
			p->failed++;
		}
		free(line);
	}
}

static void ended(struct bufferevent *link, short what, void *context)
{
	(void)link;
	if (what & (BEV_EVENT_EOF | BEV_EVENT_ERROR)) {
		((load_publisher *)context)->failed++;
	}
}

static struct bufferevent *connect_link(struct event_base *base, load_publisher *p, struct sockaddr *address, int size)
{
	struct bufferevent *link = bufferevent_socket_new(base, -1, BEV_OPT_CLOSE_ON_FREE);

	bufferevent_setcb(link, answered, NULL, ended, p);
	bufferevent_enable(link, EV_READ | EV_WRITE);
	return bufferevent_socket_connect(link, address, size) == 0 ? link : NULL;
}

load_publisher *load_publisher_new(struct event_base *base, const char *where)
{
	load_publisher *p = calloc(1, sizeof(*p));
	struct sockaddr_un local = {.sun_family = AF_UNIX};
	struct sockaddr_in web = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	const char *space = strchr(where, ' ');

	if (!p || !space) {
		load_die("publish", "\"redis:SOCKET CHANNEL\" or \"http:PORT PATH\" is wanted");
	}
	p->target = space + 1;
	p->http = strncmp(where, "http:", 5) == 0;
	p->n = p->http ? LINKS : 1;
	snprintf(local.sun_path, sizeof(local.sun_path), "%.*s", (int)(space - where - 6), where + 6);
	web.sin_port = htons((uint16_t)atoi(where + 5));
	for (unsigned i = 0; i < p->n; i++) {
		p->links[i] = p->http ? connect_link(base, p, (struct sockaddr *)&web, sizeof(web))
							  : connect_link(base, p, (struct sockaddr *)&local, sizeof(local));
		if (!p->links[i]) {
			load_die("publish", "no link");
		}
	}
	return p;
}

void load_publish(load_publisher *p, const char *key, const char *message, size_t n)
{
	struct evbuffer *out = bufferevent_get_output(p->links[p->next]);

	p->next = (p->next + 1) % p->n;
	if (p->http) {
		evbuffer_add_printf(out, "POST %s%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
			"Content-Length: %zu\r\n\r\n%.*s", p->target, key, n, (int)n, message);
	} else {
		/* The envelope: whom it is for, a tab, no operators, then the event. */
		evbuffer_add_printf(out, "*3\r\n$7\r\nPUBLISH\r\n$%zu\r\n%s\r\n$%zu\r\n%s\t\n%.*s\r\n", strlen(p->target), p->target,
			strlen(key) + 2 + n, key, (int)n, message);
	}
}

uint32_t load_publisher_failed(const load_publisher *p)
{
	return p->failed;
}
