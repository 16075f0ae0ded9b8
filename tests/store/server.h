/* A private redis-server on a Unix socket in a folder of its own, and a chat that uses it. */
#ifndef TEST_SERVER_H
#define TEST_SERVER_H

#include "store/oc_redis.h"
#include "store/oc_redis_api.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/types.h>

#include <cmocka.h>

typedef struct {
	char folder[64], socket[96];
	pid_t pid;
} server;

/* Options beyond the socket, NULL at the end; starts and waits until it answers (also with an error). */
void server_start(server *s, ...);
/* Starts it again in the same folder, as it was started first. */
void server_again(server *s);
void server_kill(server *s);
void server_signal(server *s, int signal);
/* Ends it and removes its folder. */
void server_stop(server *s);
/* Sends a command on a link of its own, as the owner would by redis-cli. */
void server_does(server *s, const char *command);
/* Runs Lua there; the answer as a number, -1 for nothing. */
long long server_says(server *s, const char *lua);

/* A call of ours that must work. */
#define OK(w, expression) \
	do { \
		if (!(expression)) { \
			fail_msg("%s: %s", #expression, (w)->error.message); \
		} \
	} while (0)

/* Everything one worker has. */
typedef struct {
	oc_chat chat;
	oc_links links;
	oc_arena arena;
	oc_error error;
	oc_call call;
} worker;

/* Waits for Redis longer than a slow machine makes it. */
void worker_start(worker *w, const server *s);
/* No longer than the defaults, on links opened from now on: where Redis is stopped or silent the waits are what is tested. */
void worker_hurry(worker *w);
void worker_end(worker *w);
/* Forgets arena and error: as between two requests. */
oc_call *worker_call(worker *w);

void sleep_ms(unsigned ms);
uint64_t now_us(void);

oc_identity guest(const char *person);
oc_identity operator_of(uint32_t id, const char *person);
/* A conversation of guest "anna" at operator 3. */
oc_tell_head head_of(uint64_t id, uint32_t number, uint32_t revision, oc_status status);
bool tell_head(worker *w, oc_tell_head h);
/* Polls that must work: anna's or another's, operator 3's. */
oc_poll_answer poll_of(worker *w, const char *person, const char *stream, uint64_t id, uint32_t after, uint32_t revision);
oc_poll_answer watch_of(worker *w, uint64_t cursor);

/* Each test starts with no polls counted. */
void server_forgets_polls(void);

/* The server and the worker that most tests use; the server runs as long as the group. */
extern server redis;
extern worker w;
int redis_up(void **state);
int redis_down(void **state);
/* Before and after a test: an empty server, a new worker. */
int redis_emptied(void **state);
int redis_left(void **state);
#define TEST_ON_REDIS(name) cmocka_unit_test_setup_teardown(name, redis_emptied, redis_left)

/* A subscriber to all that is told, and how much it heard of what was told before; ends it. */
redisContext *subscriber(void);
unsigned heard(redisContext *c);

#endif
