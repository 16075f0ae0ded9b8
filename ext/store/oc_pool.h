/* A worker's links, kept between requests; and what all workers of a server share. */
#ifndef OC_POOL_H
#define OC_POOL_H

#include "store/oc_chat.h"

typedef enum { OC_MYSQL = 0, OC_REDIS = 1 } oc_store;

/* Set once from php.ini (PHP_INI_SYSTEM), milliseconds. */
typedef struct {
	unsigned redis_connect_ms, redis_read_ms;     /* 100, 150 */
	unsigned mysql_connect_s, mysql_read_s;       /* 2, 3: Connector/C counts seconds */
	unsigned mysql_lock_wait_s;                   /* 1, below the read limit */
	unsigned pool_links;                          /* 8 a store and worker; the least recently used goes */
	unsigned breaker_ms;                          /* 500: first pause after a time-out, doubling to 5 s */
	unsigned polls_per_second;                    /* 1500 a server: above it polls are told to wait longer */
} oc_limits;

typedef struct {
	uint64_t opened[2], reused[2], closed_dirty[2], dropped_forked[2], evicted[2], errors[2], refused[2];
	uint64_t commands, batches, script_loads;
} oc_counters;

struct oc_links {
	oc_limits limits;
	oc_counters counters;
	struct oc_link *list; /* store/oc_pool.c */
	unsigned n;
};

/* One kept connection. Owned by the pool; busy between take and give. */
typedef struct oc_link {
	struct oc_link *next;
	oc_store store;
	char key[160];     /* address, user, database: a hash where long */
	long owner;        /* PID that opened it */
	void *handle;      /* MYSQL * or redisContext * */
	unsigned in_flight; /* commands sent and not answered; not 0 at give: closed */
	uint64_t used_at;  /* monotonic ms */
	bool probe;        /* this use is the breaker's one try */
	int64_t clock_offset; /* MySQL: database time minus CLOCK_REALTIME, microseconds */
	uint64_t clock_at;    /* when it was measured, monotonic ms */
} oc_link;

/* What the pool needs of a store: opening and closing, in oc_mysql.c and oc_redis.c. */
void *oc_mysql_open(const oc_address *at, const oc_limits *l, oc_error *e);
void oc_mysql_close(void *handle, bool forked); /* forked: the socket only (trap: mysql_close ends the parent's session) */
bool oc_mysql_alive(void *handle);              /* nothing to read, not closed by the server; no round trip */
void *oc_redis_open(const oc_address *at, const oc_limits *l, oc_error *e);
void oc_redis_close(void *handle, bool forked);
bool oc_redis_alive(void *handle);

/* A link of this worker, new or kept; NULL with c->error if the breaker is open or it can't be opened. */
oc_link *oc_link_take(oc_call *c, oc_store store);
/* ok: the exchange ended clean. Closed if not, or if something is in flight. */
void oc_link_give(oc_call *c, oc_link *link, bool ok);
/* After an error that says the server cannot be used (time-out, refused, read-only): opens the breaker. */
void oc_link_blame(oc_call *c, oc_store store);
void oc_links_free(oc_links *links);

uint64_t oc_clock_ms(void);    /* monotonic */
uint64_t oc_time_us(void);     /* CLOCK_REALTIME */

/* ---- shared by all workers of a server: store/oc_breaker.c ---- */

/* Maps the shared memory; called once, before the server forks its workers. */
bool oc_shared_start(void);
/* Random, never 0. */
uint64_t oc_random_word(void);
void oc_shared_stop(void);

typedef enum { OC_BREAKER_CLOSED = 0, OC_BREAKER_OPEN, OC_BREAKER_PROBE } oc_breaker;
/* PROBE: this caller is the one who tries. */
oc_breaker oc_breaker_ask(const char *key, uint64_t now_ms);
void oc_breaker_fail(const char *key, uint64_t now_ms, unsigned first_pause_ms);
/* true: this success ended an outage. */
bool oc_breaker_success(const char *key);
/* For phpinfo() and health: open until (monotonic ms, 0 closed) and how often it opened. */
void oc_breaker_state(const char *key, uint64_t *open_until, uint64_t *times);
/* How many outages of over 5 s ended: who keeps clocks by this store starts them anew after each. */
uint64_t oc_breaker_outages(const char *key);
/* Names this server since its master started, 0 in a process that is not one of a server's workers: a new
 * server starts the presence clocks anew, a command-line process does not. */
uint64_t oc_server_id(void);
/* Random, made with the shared memory: hashes of secrets under it say nothing outside this server. */
uint64_t oc_server_salt(void);
/* Counts one poll of this server and returns the polls of the last full second. */
unsigned oc_polls_count(uint64_t now_ms);
/* The same without counting one. */
unsigned oc_polls_rate(uint64_t now_ms);

/* ---- names: store/oc_address.c ---- */

/* The key of a store's address, for links and breaker. Another password is another key. */
void oc_address_key(const oc_address *at, oc_store store, char out[160]);
/* For messages: "redis 127.0.0.1:6379", without user and password. */
oc_str oc_address_words(oc_arena *a, const oc_address *at, oc_store store);

#endif
