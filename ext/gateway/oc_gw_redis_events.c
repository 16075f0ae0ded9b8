/* hiredis's link in libevent's loop. The adapter that comes with hiredis 0.14 takes a link out of epoll and puts it in
 * again for each message that is read; here reading stays watched. */
#include "gateway/oc_gw_hub.h"

#include "gateway/oc_gw_memory.h"

typedef struct {
	redisAsyncContext *context;
	struct event *read, *write;
} link_events;

static void readable(evutil_socket_t fd, short what, void *arg)
{
	(void)fd;
	(void)what;
	redisAsyncHandleRead(((link_events *)arg)->context);
}

static void writable(evutil_socket_t fd, short what, void *arg)
{
	(void)fd;
	(void)what;
	redisAsyncHandleWrite(((link_events *)arg)->context);
}

static void add_read(void *of)
{
	link_events *l = of;

	if (!event_pending(l->read, EV_READ, NULL)) {
		event_add(l->read, NULL);
	}
}

static void del_read(void *of)
{
	event_del(((link_events *)of)->read);
}

static void add_write(void *of)
{
	event_add(((link_events *)of)->write, NULL);
}

static void del_write(void *of)
{
	event_del(((link_events *)of)->write);
}

static void cleanup(void *of)
{
	link_events *l = of;

	event_free(l->read);
	event_free(l->write);
	free(l);
}

void oc_hub_attach(redisAsyncContext *context, struct event_base *base)
{
	link_events *l = oc_gw_zeroed(sizeof *l);

	l->context = context;
	l->read = oc_gw_checked(event_new(base, context->c.fd, EV_READ | EV_PERSIST, readable, l));
	l->write = oc_gw_checked(event_new(base, context->c.fd, EV_WRITE, writable, l));
	context->ev.data = l;
	context->ev.addRead = add_read;
	context->ev.delRead = del_read;
	context->ev.addWrite = add_write;
	context->ev.delWrite = del_write;
	context->ev.cleanup = cleanup;
	event_add(l->read, NULL);
	event_add(l->write, NULL);
}
