/* The gateway: one process that holds the browsers' streams and hears Redis (docs/design.md, "The gateway").
 *
 *   oc_gateway.c   start, the loop, stop        oc_gw_listen.c  sockets and their limits
 *   oc_gw_conn.c, oc_gw_read.c  a connection's bytes, out and in
 *   oc_gw_wheel.c  one timer for all of them
 *   oc_gw_http.c   what is asked                oc_gw_answer.c  answers and refusals
 *   oc_gw_stream.c a stream begins and ends     oc_gw_table.c   who has streams, and from where
 *   oc_gw_hub.c, oc_gw_hub_link.c, oc_gw_redis_events.c, oc_gw_seek.c  links to one Redis
 *   oc_gw_fan.c    what is published goes to its readers
 *   oc_gw_hello.c  who is behind                oc_gw_present.c who is here, who left, what is due
 *   oc_gw_status.c the public status            oc_gw_metrics.c, oc_gw_log.c, oc_gw_notify.c  for the operator
 *   oc_gw_shed.c   what is left out under load  oc_gw_check.c   before the start   oc_gw_prompt.c  a place in line
 *
 * A connection or stream that a function closes is freed at once: after a call that says false it must not be touched. */
#ifndef OC_GATEWAY_H
#define OC_GATEWAY_H

#include <event2/event.h>
#include <event2/listener.h>

#include "core/oc_http.h"
#include "core/oc_net.h"
#include "core/oc_ticket.h"
#include "store/oc_pool.h"

#define OC_GW_TURN_MS 10      /* the wheel's step: what is due together is then little */
#define OC_GW_TURNS (1000 / OC_GW_TURN_MS)
#define OC_GW_SLOTS (64 * OC_GW_TURNS)
#define OC_GW_HEAD_S 10      /* to send a request's head in, or between two requests */
#define OC_GW_ANSWER_S 1     /* Redis has this long for a hello or a status */
#define OC_GW_FLUSH_S 2      /* what is written last may take this long */
#define OC_GW_KNOWN_MAX 200  /* conversations a reader names */
#define OC_GW_SPARE 64       /* descriptors that are no connection */

typedef struct oc_gateway oc_gateway;
typedef struct oc_conn oc_conn;
typedef struct oc_stream oc_stream;
typedef struct oc_person oc_person;
typedef struct oc_origin oc_origin;
typedef struct oc_gshop oc_gshop;
typedef struct oc_hub oc_hub;

/* Set by classes/oc_gateway_options.c; strings are in gateway->own. */
typedef struct {
	oc_str listen, metrics; /* "HOST:PORT" or "unix:/path"; metrics n == 0: none */
	oc_network *proxies;
	size_t n_proxies;
	unsigned heartbeat, grace;  /* s */
	unsigned buffer;            /* bytes a connection may be behind */
	unsigned most_streams, streams_person, streams_address;
	unsigned shed, memory;      /* percent of CPU or memory from which typing is left out; MB it may have, 0: any */
} oc_gw_options;

typedef enum { OC_CONN_HEAD = 0, OC_CONN_ASKING, OC_CONN_STREAM, OC_CONN_LAST } oc_conn_state;

struct oc_conn {
	oc_conn *next, *before;     /* in its slot of the wheel */
	oc_conn *next_asking;       /* for a shop's status */
	oc_gateway *g;
	struct event *event;
	oc_origin *origin;          /* counted against its address; NULL: not a stream */
	oc_stream *stream;
	char *in, *out;             /* both only while needed */
	uint32_t n_in, n_out, size_out;
	uint64_t due;               /* turn of the wheel */
	int fd;
	uint8_t state;
	bool writing, metrics, keep, asking_status, has_peer;
	oc_ip peer;
};

/* What a reader is known to have. */
typedef struct {
	uint64_t conversation;
	uint32_t number, revision;
	bool revision_known;
} oc_known;

struct oc_stream {
	oc_conn *conn;
	oc_person *person;
	oc_stream *next, *before;   /* of the person */
	struct oc_ask *ask;         /* a hello in flight */
	uint64_t issued, expires;   /* ms */
	uint64_t cursor;            /* operators: of the board */
	oc_known *known;
	uint16_t n_known;
	bool greeted;               /* had its first hello */
	bool degraded;              /* was told so last */
	bool again;                 /* a fresh hello is due, when the wheel comes round */
	char text[];                /* session NUL stream NUL */
};

/* A hello in flight outlives its stream: stream is then NULL. */
struct oc_ask {
	oc_stream *stream;
	oc_gshop *shop;
};

struct oc_person {
	oc_person *next_hash;
	oc_person *next, *before;   /* of the shop, visitors and operators apart */
	oc_gshop *shop;
	oc_stream *streams;
	uint32_t n, hash;
	uint32_t operator_id;       /* 0: a visitor */
	char actor[];               /* "g:…" */
};

/* Streams from one address. */
struct oc_origin {
	oc_origin *next_hash;
	oc_ip ip;
	uint32_t n;
};

/* A person whose stream ended, until the grace is over. */
typedef struct oc_leaving {
	struct oc_leaving *next;
	oc_gshop *shop;
	uint64_t due, conversation;
	uint32_t operator_id;
	char *stream;               /* in text */
	char text[];                /* actor NUL stream NUL */
} oc_leaving;

struct oc_gshop {
	oc_chat chat;
	oc_hub *hub;
	oc_gateway *g;
	oc_str channel;
	oc_person *visitors, *operators;
	size_t n_visitors, n_operators; /* streams */
	/* The public status as last heard; body n == 0: not known. */
	oc_conn *asking;
	char body[200], etag[24];
	uint64_t heard_ms;
	bool asked;
};

typedef struct {
	uint64_t connections, streams, statuses, not_modified, events, delivered, bytes, hellos, behind;
	uint64_t refused_ticket, refused_limit, refused_full, refused_request;
	uint64_t slow, expired, revoked, malformed_events, redis_lost, nudges, left_out;
} oc_gw_counters;

struct oc_gateway {
	oc_gw_options options;
	oc_gshop *shops;
	size_t n_shops;
	oc_hub *hubs;
	size_t n_hubs;
	oc_arena own, scratch;      /* scratch: of the callback that runs */
	oc_limits limits;           /* of php.ini */
	void (*hmac)(oc_str secret, oc_str data, uint8_t out[32]);

	struct event_base *base;
	struct event *tick, *on_term, *on_int;
	struct evconnlistener *listener, *metrics;
	uint64_t listen_again;      /* ms, 0: listening */
	uint64_t full_ms;           /* when it was last said that there is no room */
	size_t most_conns;
	oc_conn *slot[OC_GW_SLOTS];
	uint64_t turn, second;      /* the wheel stands here */
	oc_person **people;
	oc_origin **origins;
	size_t n_people, size_people, n_origins, size_origins;
	size_t n_streams, n_conns;
	oc_leaving *leaving, **leaving_end;
	size_t present_at;          /* of people: up to here it was said who is here */
	uint64_t present_ms, nudge_ms, duties_ms, started_ms, stop_ms;
	uint64_t shed_ms, busy_us;
	unsigned load, shedding;    /* percent; 0, 1 typing and read marks are left out, 2 new visitors are, too */
	size_t most_lately;         /* streams, since memory was given back */
	volatile int stop;          /* 1: asked to; 2: on the way */
	oc_gw_counters counters;
	int notify;
	oc_str notify_to;
	char id[20];
};

/* ---- oc_gateway.c ---- */
/* Runs until stopped; false with e set if it could not start. */
bool oc_gateway_run(oc_gateway *g, oc_error *e);
/* Frees everything but g itself. */
void oc_gateway_free(oc_gateway *g);
void oc_gateway_stop(oc_gateway *g);

/* After a message: what is due by now. */
void oc_gateway_meanwhile(oc_gateway *g);

/* ---- oc_gw_check.c ---- */
typedef void (*oc_gw_found)(const char *name, bool ok, const char *message, void *of);
void oc_gateway_check(oc_gateway *g, oc_gw_found found, void *of);

/* ---- oc_gw_listen.c ---- */
bool oc_gw_listen(oc_gateway *g, oc_error *e);
/* Whether it is an address; option names it in e. */
bool oc_gw_address_check(oc_arena *a, oc_str address, const char *option, oc_error *e);
/* Whether one could listen there. */
bool oc_gw_listen_check(oc_gateway *g, oc_str address, const char *option, oc_error *e);
void oc_gw_listen_stop(oc_gateway *g);
void oc_gw_listen_tick(oc_gateway *g, uint64_t now_ms);

/* ---- oc_gw_conn.c, oc_gw_read.c ---- */
void oc_conn_new(oc_gateway *g, int fd, const oc_ip *peer, bool metrics);
void oc_conn_close(oc_conn *c);
/* Sends, or keeps what the socket does not take. false: the connection is gone, or was given up as too slow. */
bool oc_conn_send(oc_conn *c, oc_str bytes);
/* A stream's head and hello, before what was kept for it. */
bool oc_conn_begin(oc_conn *c, oc_str bytes);
/* The same without a bound: what is sent last. Then it ends. */
void oc_conn_finish(oc_conn *c, oc_str bytes);
/* Something came in, or the end. */
void oc_conn_readable(oc_conn *c);
/* After an answer: the next request, or the end. */
void oc_conn_next(oc_conn *c);
/* The turn it was put in the wheel for has come. */
void oc_conn_due(oc_conn *c);
/* A connection without stream that waits is answered by whom it waits for; a stream's duty: oc_gw_stream.c */
void oc_gw_stream_due(oc_stream *s);

/* ---- oc_gw_wheel.c ---- */
void oc_wheel_set(oc_conn *c, uint64_t seconds);
/* At any moment within these seconds: many that begin together are not due together. */
void oc_wheel_spread(oc_conn *c, uint64_t seconds);
void oc_wheel_remove(oc_conn *c);
void oc_wheel_turn(oc_gateway *g, uint64_t turn);

/* ---- oc_gw_http.c ---- */
void oc_gw_request(oc_conn *c, const oc_http *h);

/* ---- oc_gw_answer.c ---- */
void oc_gw_answer(oc_conn *c, unsigned status, const char *type, const char *headers, oc_str body);
/* RFC 9457, with the codes of docs/protocol.md; field "" and wait_ms 0: none. */
void oc_gw_problem(oc_conn *c, const char *code, const char *field, uint64_t wait_ms, const char *detail);

/* ---- oc_gw_stream.c ---- */
void oc_gw_stream_open(oc_conn *c, const oc_http *h);
void oc_gw_stream_close(oc_stream *s);
/* "bye" with its reason, then the end. */
void oc_gw_bye(oc_stream *s, const char *why, unsigned after_ms);
bool oc_gw_send_event(oc_stream *s, oc_str name, oc_str json);
const char *oc_gw_stream_id(const oc_stream *s);

/* ---- oc_gw_table.c ---- */
oc_person *oc_person_find(oc_gateway *g, const oc_gshop *shop, oc_str actor);
oc_person *oc_person_get(oc_gateway *g, oc_gshop *shop, oc_str actor, uint32_t operator_id);
void oc_person_drop(oc_gateway *g, oc_person *p);
oc_origin *oc_origin_get(oc_gateway *g, const oc_ip *ip);
void oc_origin_drop(oc_gateway *g, oc_origin *o);

/* ---- oc_gw_fan.c ---- */
void oc_gw_event(oc_gshop *shop, oc_str payload);

/* ---- oc_gw_hub.c ---- */
void oc_hubs_start(oc_gateway *g);
void oc_hubs_tick(oc_gateway *g, uint64_t now_ms);
void oc_hubs_free(oc_gateway *g);
bool oc_hub_up(const oc_hub *h);
size_t oc_hubs_up(const oc_gateway *g);

/* ---- oc_gw_hello.c ---- */
/* Asks Redis, or without it says hello at once. */
void oc_gw_hello(oc_stream *s);
/* Redis is back, or gone, for all streams of a hub; spread over the ticks that follow. */
void oc_gw_degraded(oc_hub *h);
/* The stream waited long enough. */
void oc_gw_hello_late(oc_stream *s);

/* ---- oc_gw_present.c ---- */
/* Each turn: a part of those who are here. */
void oc_gw_present_turn(oc_gateway *g, uint64_t now_ms);
void oc_gw_present_tick(oc_gateway *g, uint64_t now_ms);
void oc_gw_left(oc_stream *s);
void oc_gw_leaving_free(oc_gateway *g);

/* ---- oc_gw_status.c ---- */
void oc_gw_status(oc_conn *c, const oc_http *h);
void oc_gw_status_forget(oc_conn *c);
void oc_gw_status_not_known(oc_conn *c);

/* ---- oc_gw_shed.c ---- */
void oc_gw_shed_tick(oc_gateway *g, uint64_t now_ms);
uint64_t oc_gw_resident(void);

/* ---- oc_gw_metrics.c ---- */
void oc_gw_metrics(oc_conn *c, const oc_http *h);

/* ---- oc_gw_log.c: one JSON object a line, to stderr ---- */
void oc_gw_log(const char *level, const char *event, const char *fmt, ...) OC_PRINTF(3, 4);

/* ---- oc_gw_prompt.c ---- */
void oc_gw_prompt(void);

/* ---- oc_gw_notify.c: systemd's protocol, without its library ---- */
void oc_gw_notify_start(oc_gateway *g);
void oc_gw_notify(oc_gateway *g, const char *what);

#endif
