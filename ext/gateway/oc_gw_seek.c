/* Where a hub's Redis is: names are looked up and sentinels asked in a thread, for both may take seconds and neither hiredis
 * nor the system's resolver can do it in the loop. One at a time for a hub, however often it tries. */
#include "gateway/oc_gw_hub.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gateway/oc_gw_memory.h"

/* The thread's, and the loop's once it has a byte in the pipe. */
struct oc_seek {
	oc_hub *hub;
	struct event *event;
	int in, out;             /* the pipe's ends: the loop's and the thread's */
	oc_arena arena;
	oc_address at, found;
	oc_limits limits;
	bool ok;
	char why[160];
	pthread_mutex_t lock;
	bool done, left;         /* who comes second frees it */
};

bool oc_hub_has_to_seek(const oc_address *at)
{
	struct in6_addr ip;
	char host[INET6_ADDRSTRLEN];

	if (at->sentinels.n) {
		return true;
	}
	if (at->socket.n) {
		return false;
	}
	if (at->host.n >= sizeof host) {
		return true;
	}
	memcpy(host, at->host.p, at->host.n);
	host[at->host.n] = 0;
	return inet_pton(AF_INET, host, &ip) != 1 && inet_pton(AF_INET6, host, &ip) != 1;
}

static void seek_free(oc_seek *s)
{
	close(s->out);
	pthread_mutex_destroy(&s->lock);
	oc_arena_free(&s->arena);
	free(s);
}

/* The name becomes an address as hiredis finds it for the workers: of IPv6 only where there is none of IPv4. */
static bool look_up(oc_seek *s)
{
	struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
	struct addrinfo *list = NULL;
	char host[INET6_ADDRSTRLEN];
	const char *name = oc_dup(&s->arena, s->found.host).p;
	int error = getaddrinfo(name, NULL, &hints, &list);

	if (error) {
		hints.ai_family = AF_INET6;
		error = getaddrinfo(name, NULL, &hints, &list);
	}
	if (error == 0) {
		error = getnameinfo(list->ai_addr, list->ai_addrlen, host, sizeof host, NULL, 0, NI_NUMERICHOST);
		freeaddrinfo(list);
	}
	if (error) {
		snprintf(s->why, sizeof s->why, "%.80s: %.60s", name, gai_strerror(error));
		return false;
	}
	s->found.host = oc_dup(&s->arena, oc_str_of(host));
	return true;
}

static void *seek(void *of)
{
	oc_seek *s = of;
	oc_error e = {0};
	bool left;

	s->found = s->at;
	if (s->at.sentinels.n && !oc_redis_primary(&s->arena, &s->at, &s->limits, &s->found, &e)) {
		snprintf(s->why, sizeof s->why, "%.150s", e.message);
	} else {
		s->ok = look_up(s);
	}
	pthread_mutex_lock(&s->lock);
	s->done = true;
	left = s->left;
	if (!left && write(s->out, "", 1) != 1) {
		/* An empty pipe takes a byte. */
		abort();
	}
	pthread_mutex_unlock(&s->lock);
	if (left) {
		seek_free(s);
	}
	return NULL;
}

static void found(evutil_socket_t fd, short what, void *of)
{
	oc_seek *s = of;
	oc_hub *h = s->hub;

	(void)fd;
	(void)what;
	oc_arena_reset(&h->g->scratch);
	h->seek = NULL;
	event_free(s->event);
	close(s->in);
	/* The thread has written, and lets go of the lock. */
	pthread_mutex_lock(&s->lock);
	pthread_mutex_unlock(&s->lock);
	oc_hub_found(h, s->ok ? &s->found : NULL, s->why);
	seek_free(s);
}

/* The thread may outlive the gateway, and PHP unloads extensions at its end: not with a thread in them. */
static void stay_loaded(void)
{
	Dl_info here;

	if (dladdr((void *)(uintptr_t)seek, &here)) {
		dlopen(here.dli_fname, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE);
	}
}

static bool start(oc_seek *s)
{
	sigset_t all, before;
	pthread_t thread;
	bool ok;

	stay_loaded();
	/* Signals are the loop's. */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	ok = pthread_create(&thread, NULL, seek, s) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (ok) {
		pthread_detach(thread);
	}
	return ok;
}

bool oc_hub_seek(oc_hub *h)
{
	oc_seek *s;
	int ends[2];

	if (h->seek) {
		return true;
	}
	if (pipe(ends) != 0) {
		return false;
	}
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	s = oc_gw_zeroed(sizeof *s);
	s->hub = h;
	s->in = ends[0];
	s->out = ends[1];
	s->limits = h->g->limits;
	s->at.host = oc_dup(&s->arena, h->at.host);
	s->at.port = h->at.port;
	s->at.sentinels = oc_dup(&s->arena, h->at.sentinels);
	s->at.service = oc_dup(&s->arena, h->at.service);
	pthread_mutex_init(&s->lock, NULL);
	s->event = oc_gw_checked(event_new(h->g->base, s->in, EV_READ, found, s));
	event_add(s->event, NULL);
	h->seek = s;
	if (!start(s)) {
		event_free(s->event);
		close(s->in);
		seek_free(s);
		h->seek = NULL;
	}
	return h->seek != NULL;
}

void oc_hub_seek_no_more(oc_hub *h)
{
	oc_seek *s = h->seek;
	bool done;

	if (!s) {
		return;
	}
	h->seek = NULL;
	event_free(s->event);
	pthread_mutex_lock(&s->lock);
	done = s->done;
	s->left = true;
	pthread_mutex_unlock(&s->lock);
	close(s->in);
	if (done) {
		seek_free(s);
	}
}
