/* A connection's bytes: a head comes in, answers and events go out. Buffers are there only while something is on its way:
 * a stream at rest has none. */
#include "gateway/oc_gateway.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "gateway/oc_gw_memory.h"

static void writable(oc_conn *c);

static void happens(evutil_socket_t fd, short what, void *arg)
{
	oc_conn *c = arg;

	oc_arena_reset(&c->g->scratch);
	/* One at a time: either may end the connection. What is left is told again. */
	if (what & EV_WRITE) {
		writable(c);
	} else if (what & EV_READ) {
		oc_conn_readable(c);
	}
}

static void watch(oc_conn *c, bool writing)
{
	if (writing == c->writing && event_initialized(c->event)) {
		return;
	}
	event_del(c->event);
	c->writing = writing;
	event_assign(c->event, c->g->base, c->fd, (short)(EV_READ | EV_PERSIST | (writing ? EV_WRITE : 0)), happens, c);
	event_add(c->event, NULL);
}

/* A peer that is gone without a word is noticed by the next heartbeat, not after the system's quarter of an hour; and
 * what the system keeps for a slow reader is bounded as our own buffer is. */
static void set_up(const oc_conn *c)
{
	int on = 1, size = (int)c->g->options.buffer;

	setsockopt(c->fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
	if (c->has_peer) {
		setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
#ifdef TCP_USER_TIMEOUT
		unsigned ms = 60000;

		setsockopt(c->fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof ms);
#endif
	}
}

void oc_conn_new(oc_gateway *g, int fd, const oc_ip *peer, bool metrics)
{
	oc_conn *c = oc_gw_zeroed(sizeof *c);

	c->g = g;
	c->fd = fd;
	c->metrics = metrics;
	c->has_peer = peer != NULL;
	if (peer) {
		c->peer = *peer;
	}
	set_up(c);
	c->event = oc_gw_checked(event_new(g->base, fd, EV_READ | EV_PERSIST, happens, c));
	event_add(c->event, NULL);
	g->n_conns++;
	g->counters.connections++;
	oc_wheel_set(c, OC_GW_HEAD_S);
}

void oc_conn_close(oc_conn *c)
{
	oc_gateway *g = c->g;

	if (c->stream) {
		oc_gw_stream_close(c->stream);
	}
	if (c->asking_status) {
		oc_gw_status_forget(c);
	}
	oc_wheel_remove(c);
	event_free(c->event);
	close(c->fd);
	free(c->in);
	free(c->out);
	free(c);
	g->n_conns--;
}

static ssize_t sent(oc_conn *c, const char *p, size_t n)
{
	ssize_t done = send(c->fd, p, n, MSG_NOSIGNAL | MSG_DONTWAIT);

	if (done < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) {
		return 0;
	}
	if (done > 0) {
		c->g->counters.bytes += (uint64_t)done;
	}
	return done;
}

static void keep(oc_conn *c, oc_str bytes)
{
	size_t size = c->size_out ? c->size_out : 1024;

	while (size < c->n_out + bytes.n) {
		size *= 2;
	}
	if (size != c->size_out) {
		c->out = oc_gw_checked(realloc(c->out, size));
		c->size_out = (uint32_t)size;
	}
	memcpy(c->out + c->n_out, bytes.p, bytes.n);
	c->n_out += (uint32_t)bytes.n;
}

/* false: the connection is gone. */
static bool put(oc_conn *c, oc_str bytes)
{
	ssize_t done = 0;

	if (c->n_out == 0 && (done = sent(c, bytes.p, bytes.n)) < 0) {
		oc_conn_close(c);
		return false;
	}
	if ((size_t)done < bytes.n) {
		keep(c, (oc_str){bytes.p + done, bytes.n - (size_t)done});
		watch(c, true);
	}
	return true;
}

/* Whoever has taken all that was there before is not slow, however large an event is. */
static bool too_slow(const oc_conn *c, size_t more)
{
	return c->n_out && c->n_out + more > c->g->options.buffer;
}

bool oc_conn_send(oc_conn *c, oc_str bytes)
{
	if (c->state == OC_CONN_LAST) {
		return true;
	}
	if (too_slow(c, bytes.n)) {
		if (c->stream) {
			c->g->counters.slow++;
			oc_gw_bye(c->stream, "slow", 1000);
		} else {
			/* Asks and asks, and reads no answer. */
			oc_conn_close(c);
		}
		return false;
	}
	/* A stream's hello is the first it hears: what comes before it waits behind it. */
	if (c->stream && c->state == OC_CONN_ASKING) {
		keep(c, bytes);
		return true;
	}
	return put(c, bytes);
}

bool oc_conn_begin(oc_conn *c, oc_str bytes)
{
	oc_str waiting = oc_dup(&c->g->scratch, (oc_str){c->out, c->n_out});

	c->n_out = 0;
	c->state = OC_CONN_STREAM;
	return put(c, bytes) && (waiting.n == 0 || put(c, waiting));
}

/* All is written. Closing now, with something of the other side's unread, would take the answer from it. */
static void linger(oc_conn *c)
{
	shutdown(c->fd, SHUT_WR);
	oc_wheel_set(c, OC_GW_FLUSH_S);
}

void oc_conn_finish(oc_conn *c, oc_str bytes)
{
	c->state = OC_CONN_LAST;
	c->keep = false;
	if (!put(c, bytes)) {
		return;
	}
	if (c->n_out == 0) {
		linger(c);
		return;
	}
	oc_wheel_set(c, OC_GW_FLUSH_S);
}

static void writable(oc_conn *c)
{
	ssize_t done = sent(c, c->out, c->n_out);

	if (done < 0) {
		oc_conn_close(c);
		return;
	}
	memmove(c->out, c->out + done, c->n_out - (size_t)done);
	c->n_out -= (uint32_t)done;
	if (c->n_out) {
		return;
	}
	free(c->out);
	c->out = NULL;
	c->size_out = 0;
	watch(c, false);
	if (c->state == OC_CONN_LAST) {
		linger(c);
	}
}

void oc_conn_due(oc_conn *c)
{
	oc_arena_reset(&c->g->scratch);
	if (c->stream && c->state != OC_CONN_LAST) {
		oc_gw_stream_due(c->stream);
	} else if (c->asking_status) {
		oc_gw_status_forget(c);
		oc_gw_status_not_known(c);
	} else {
		oc_conn_close(c);
	}
}
