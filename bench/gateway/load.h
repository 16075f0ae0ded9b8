/* Load of streams: opens them, publishes to them, and takes the time until a message is there. */
#ifndef LOAD_H
#define LOAD_H

#include <event2/event.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One line of the list of streams. */
typedef struct {
	struct in_addr from; /* the loopback address it is opened from */
	char *path;
	char *header;        /* a whole header line without its end, "" for none */
	char *key;           /* whom a message is published to */
	bool office;         /* an operator's */
} load_target;

/* One line of the list of posts: who writes in which conversation. */
typedef struct {
	char *address;      /* for X-Forwarded-For */
	char *ticket;
	char *conversation;
	bool office;        /* an operator writes: the visitor's stream is to have it */
} load_writer;

/* How many lines; ends the program where one is wrong. */
uint32_t load_read_targets(const char *file, load_target **list);
uint32_t load_read_writers(const char *file, load_writer **list);

/* What arrives is chunked (RFC 9112 7.1) where the head says so; marks stand anywhere in it. */
typedef struct {
	uint8_t state;
	uint8_t matched;   /* bytes of the mark's word met so far */
	uint32_t left;     /* of this chunk */
	uint32_t sequence; /* the mark being read */
} load_decoder;

typedef void (*load_mark)(void *context, uint32_t sequence);

#define LOAD_ANYBODY 2

void load_decode_start(load_decoder *d, bool chunked);
/* Calls mark for each "~mark:NUMBER;" met, also where it is cut by reads or chunks. */
void load_decode(load_decoder *d, const char *bytes, size_t n, load_mark mark, void *context);

/* Messages on their way: when each was sent, and whether it came. */
typedef struct {
	uint64_t *sent;  /* ns, by sequence */
	uint32_t *took;  /* us, by sequence; UINT32_MAX: not there yet */
	uint8_t *side;   /* whose stream counts, by sequence: false visitor's, true operator's, or LOAD_ANYBODY */
	uint32_t first, count, room, received, twice, strange;
} load_times;

void load_times_start(load_times *t, uint32_t room);
/* Now is when the message of the sequence returned is sent. */
uint32_t load_times_send(load_times *t, uint8_t side);
void load_times_receive(load_times *t, uint32_t sequence, bool office);
/* us below which a share of those that came was; 0 where none came. Sorts took: last of all. */
uint32_t load_times_quantile(load_times *t, double share);
uint64_t load_now(void);

typedef struct load_streams load_streams;

typedef struct {
	uint32_t wanted, open, refused, broken, lost;
} load_count;

/* address: of the server. Streams in a list, opened a few at a time. */
load_streams *load_streams_new(struct event_base *base, struct sockaddr_in address, const char *host, load_times *times);
void load_streams_open(load_streams *s, load_target *targets, uint32_t n, uint32_t at_once, void (*done)(void));
void load_streams_close(load_streams *s);
load_count load_streams_count(const load_streams *s);
/* The first refusal's status line, for the report; "" for none. */
const char *load_streams_why(const load_streams *s);

typedef struct load_publisher load_publisher;

/* where: "redis:/path/of/socket CHANNEL" (PUBLISH; the key is the envelope's first line) or "http:PORT PATH"
 * (POST PATHkey). NULL where it cannot be reached. */
load_publisher *load_publisher_new(struct event_base *base, const char *where);
void load_publish(load_publisher *p, const char *key, const char *message, size_t n);
/* Answers that say no, and links that ended. */
uint32_t load_publisher_failed(const load_publisher *p);

typedef struct load_poster load_poster;

/* Posts to the entry at a loopback port, as many at once as are due: a busy shop's browsers wait for no other. */
load_poster *load_poster_new(struct event_base *base, uint16_t port, const char *path);
void load_post_typing(load_poster *p, const load_writer *w);
void load_post_message(load_poster *p, const load_writer *w, uint32_t sequence);
/* Answers other than 200 or 204, and none, since this was last asked; the first one's status in why. */
uint32_t load_poster_failed(load_poster *p, unsigned *why);
uint32_t load_poster_under_way(const load_poster *p);

_Noreturn void load_die(const char *what, const char *why);

#endif
