/* Where the gateway listens. A Unix socket's file is taken over only if nobody answers there any more. */
#include "gateway/oc_gateway.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "gateway/oc_gw_memory.h"
#include "store/oc_pool.h"

#define BACKLOG 1024
#define PAUSE_MS 500  /* without file descriptors */
#define SAID_MS 10000 /* the log need not have it oftener */

typedef struct {
	union {
		struct sockaddr any;
		struct sockaddr_in in;
		struct sockaddr_in6 in6;
		struct sockaddr_un un;
	} at;
	socklen_t size;
} place;

static bool unix_place(oc_str path, const char *option, place *out, oc_error *e)
{
	out->at.un.sun_family = AF_UNIX;
	if (path.n == 0 || path.n >= sizeof out->at.un.sun_path || path.p[0] != '/') {
		return oc_fail(e, OC_E_INVALID, option, "%s: a Unix socket is \"unix:/path\" of at most %zu bytes", option,
			sizeof out->at.un.sun_path - 1);
	}
	memcpy(out->at.un.sun_path, path.p, path.n);
	out->size = sizeof out->at.un;
	return true;
}

/* "127.0.0.1:8095", "[::1]:8095" */
static bool host_place(oc_arena *a, oc_str s, const char *option, place *out, oc_error *e)
{
	size_t colon = s.n;
	uint64_t port = 0;
	oc_str host;

	while (colon > 0 && s.p[colon - 1] != ':') {
		colon--;
	}
	host = (oc_str){s.p, colon ? colon - 1 : 0};
	if (host.n > 2 && host.p[0] == '[' && host.p[host.n - 1] == ']') {
		host.p++;
		host.n -= 2;
	}
	if (host.n == 0 || !oc_str_u64((oc_str){s.p + colon, s.n - colon}, &port) || port == 0 || port > 65535) {
		return oc_fail(e, OC_E_INVALID, option, "%s: must be \"ADDRESS:PORT\" or \"unix:/path\"", option);
	}
	host = oc_dup(a, host);
	if (evutil_inet_pton(AF_INET, host.p, &out->at.in.sin_addr) == 1) {
		out->at.in.sin_family = AF_INET;
		out->at.in.sin_port = htons((uint16_t)port);
		out->size = sizeof out->at.in;
		return true;
	}
	if (evutil_inet_pton(AF_INET6, host.p, &out->at.in6.sin6_addr) == 1) {
		out->at.in6.sin6_family = AF_INET6;
		out->at.in6.sin6_port = htons((uint16_t)port);
		out->size = sizeof out->at.in6;
		return true;
	}
	return oc_fail(e, OC_E_INVALID, option, "%s: \"%s\" is no IP address", option, host.p);
}

static bool place_of(oc_arena *a, oc_str s, const char *option, place *out, oc_error *e)
{
	memset(out, 0, sizeof *out);
	if (s.n > 5 && memcmp(s.p, "unix:", 5) == 0) {
		return unix_place((oc_str){s.p + 5, s.n - 5}, option, out, e);
	}
	return host_place(a, s, option, out, e);
}

bool oc_gw_address_check(oc_arena *a, oc_str address, const char *option, oc_error *e)
{
	place ignored;

	return place_of(a, address, option, &ignored, e);
}

/* The file of a process that is no more; another's live socket stays. */
static void remove_stale(const place *p)
{
	struct stat st;
	int fd;

	if (p->at.any.sa_family != AF_UNIX || lstat(p->at.un.sun_path, &st) != 0 || !S_ISSOCK(st.st_mode)) {
		return;
	}
	/* One that hangs with a full queue would hold us up, too. */
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd >= 0 && connect(fd, &p->at.any, p->size) != 0 && errno == ECONNREFUSED) {
		unlink(p->at.un.sun_path);
	}
	close(fd);
}

/* A listening socket, -1 with e set. */
static int open_socket(oc_arena *a, oc_str s, const char *option, oc_error *e)
{
	place p;
	int on = 1, fd;

	if (!place_of(a, s, option, &p, e)) {
		return -1;
	}
	remove_stale(&p);
	fd = socket(p.at.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd >= 0 && p.at.any.sa_family != AF_UNIX) {
		setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	}
	if (fd < 0 || bind(fd, &p.at.any, p.size) != 0 || listen(fd, BACKLOG) != 0) {
		oc_fail(e, OC_E_INVALID, option, "%s: cannot listen at %.*s: %s", option, (int)s.n, s.p, strerror(errno));
		if (fd >= 0) {
			close(fd);
		}
		return -1;
	}
	if (p.at.any.sa_family == AF_UNIX) {
		/* The web server is another user; tickets, not files, say who may. */
		chmod(p.at.un.sun_path, 0666);
	}
	return fd;
}

/* Who comes waits in the system's queue for a while: trying again at once would be a busy loop. */
static void hold_back(oc_gateway *g, struct evconnlistener *listener, const char *why)
{
	uint64_t now = oc_clock_ms();

	evconnlistener_disable(listener);
	g->listen_again = now + PAUSE_MS;
	if (!g->full_ms || now - g->full_ms > SAID_MS) {
		g->full_ms = now;
		oc_gw_log("error", "accept", "%s, with %zu connections; the limit of open files is too low for so many", why, g->n_conns);
	}
}

static void accepted(struct evconnlistener *listener, evutil_socket_t fd, struct sockaddr *at, int size, void *arg)
{
	oc_gateway *g = arg;
	oc_ip ip;
	bool known = true;

	(void)size;
	evutil_make_socket_closeonexec(fd);
	if (at->sa_family == AF_INET) {
		ip = oc_ip4((const uint8_t *)&((struct sockaddr_in *)at)->sin_addr);
	} else if (at->sa_family == AF_INET6) {
		memcpy(ip.byte, &((struct sockaddr_in6 *)at)->sin6_addr, sizeof ip.byte);
	} else {
		known = false;
	}
	oc_conn_new(g, fd, known ? &ip : NULL, listener == g->metrics);
	/* The last descriptors are for Redis, the metrics and what the process reads of itself. */
	if (listener == g->listener && g->n_conns >= g->most_conns) {
		hold_back(g, listener, "full");
	}
}

static void failed(struct evconnlistener *listener, void *arg)
{
	hold_back(arg, listener, strerror(errno));
}

static struct evconnlistener *listener_new(oc_gateway *g, oc_str s, const char *option, oc_error *e)
{
	int fd = open_socket(&g->scratch, s, option, e);
	struct evconnlistener *l;

	if (fd < 0) {
		return NULL;
	}
	l = oc_gw_checked(evconnlistener_new(g->base, accepted, g, LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC, 0, fd));
	evconnlistener_set_error_cb(l, failed);
	return l;
}

bool oc_gw_listen(oc_gateway *g, oc_error *e)
{
	g->listener = listener_new(g, g->options.listen, "listen", e);
	if (g->listener && g->options.metrics.n) {
		g->metrics = listener_new(g, g->options.metrics, "metrics", e);
	}
	return g->listener && (g->metrics || !g->options.metrics.n);
}

static void remove_file(oc_str s)
{
	if (s.n > 5 && memcmp(s.p, "unix:", 5) == 0) {
		unlink(s.p + 5);
	}
}

bool oc_gw_listen_check(oc_gateway *g, oc_str address, const char *option, oc_error *e)
{
	int fd = open_socket(&g->scratch, address, option, e);

	if (fd < 0) {
		return false;
	}
	close(fd);
	remove_file(address);
	return true;
}

void oc_gw_listen_stop(oc_gateway *g)
{
	if (g->listener) {
		evconnlistener_free(g->listener);
		g->listener = NULL;
		remove_file(g->options.listen);
	}
	g->listen_again = 0;
}

void oc_gw_listen_tick(oc_gateway *g, uint64_t now_ms)
{
	if (g->listen_again && now_ms >= g->listen_again && g->listener) {
		g->listen_again = 0;
		evconnlistener_enable(g->listener);
		if (g->metrics) {
			evconnlistener_enable(g->metrics);
		}
	}
}
