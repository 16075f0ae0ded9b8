/* What a connection says: one request head after the other, and nothing once it is a stream. */
#include "gateway/oc_gateway.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "gateway/oc_gw_memory.h"

static void refuse(oc_conn *c, oc_http_result r)
{
	c->g->counters.refused_request++;
	switch (r) {
		case OC_HTTP_LARGE:
			oc_gw_problem(c, "head-too-large", "", 0, "the request's head is larger than 8192 bytes");
			return;
		case OC_HTTP_BODY:
			oc_gw_problem(c, "too-large", "", 0, "the request has a body; here are only GET requests without one");
			return;
		case OC_HTTP_VERSION:
			oc_gw_problem(c, "version", "", 0, "HTTP/1.0 and HTTP/1.1 are spoken here");
			return;
		default:
			oc_gw_problem(c, "malformed", "", 0, "this is not an HTTP request");
	}
}

/* What came in: a whole head is answered, a part of one is kept. */
static void take(oc_conn *c)
{
	oc_http h;
	oc_http_result r = oc_http_parse((oc_str){c->in, c->n_in}, &h);
	oc_http mine;
	char *in = c->in;
	uint32_t n = c->n_in;

	if (r == OC_HTTP_MORE) {
		return;
	}
	if (r != OC_HTTP_OK) {
		c->keep = false;
		refuse(c, r);
		return;
	}
	/* The head's memory goes with this callback, whatever becomes of the connection. */
	oc_str head = oc_dup(&c->g->scratch, (oc_str){in, h.size});

	oc_http_parse(head, &mine);
	c->n_in = n - (uint32_t)h.size;
	if (c->n_in) {
		memmove(in, in + h.size, c->n_in);
	} else {
		free(in);
		c->in = NULL;
	}
	c->keep = mine.keep;
	oc_gw_request(c, &mine);
}

void oc_conn_readable(oc_conn *c)
{
	char bytes[OC_HTTP_HEAD_MAX];
	size_t room = c->state == OC_CONN_HEAD ? sizeof bytes - c->n_in : sizeof bytes;
	ssize_t n = recv(c->fd, bytes, room, MSG_DONTWAIT);

	if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) {
		return;
	}
	/* A stream's reader has nothing to say; who is told goodbye may say what they like. */
	if (n <= 0 || c->state == OC_CONN_STREAM || c->state == OC_CONN_ASKING) {
		oc_conn_close(c);
		return;
	}
	if (c->state == OC_CONN_LAST) {
		return;
	}
	c->in = oc_gw_checked(realloc(c->in, c->n_in + (size_t)n));
	memcpy(c->in + c->n_in, bytes, (size_t)n);
	c->n_in += (uint32_t)n;
	take(c);
}

void oc_conn_next(oc_conn *c)
{
	c->state = OC_CONN_HEAD;
	oc_wheel_set(c, OC_GW_HEAD_S);
	/* A request that came along with the one before it. */
	if (c->n_in) {
		take(c);
	}
}
