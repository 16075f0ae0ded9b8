#include "server.h"

#include "store/oc_limits.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define OPTIONS 24
static const char *options[OPTIONS];

void sleep_ms(unsigned ms)
{
	struct timespec t = {.tv_sec = ms / 1000, .tv_nsec = (long)(ms % 1000) * 1000000};

	nanosleep(&t, NULL);
}

uint64_t now_us(void)
{
	return oc_time_us();
}

static redisContext *connected(server *s)
{
	redisContext *c = redisConnectUnix(s->socket);

	if (c && c->err) {
		redisFree(c);
		return NULL;
	}
	return c;
}

void server_again(server *s)
{
	s->pid = fork();
	assert_true(s->pid >= 0);
	if (s->pid == 0) {
		int null = open("/dev/null", O_RDWR);

		dup2(null, 0);
		dup2(null, 1);
		dup2(null, 2);
		execvp("redis-server", (char *const *)options);
		_exit(127);
	}
	for (int i = 0; i < 500; i++) {
		redisContext *c = connected(s);

		if (c) {
			redisReply *r = redisCommand(c, "PING");
			bool ready = r && strncmp(r->str, "LOADING", 7) != 0;

			if (r) {
				freeReplyObject(r);
			}
			redisFree(c);
			if (ready) {
				return;
			}
		}
		sleep_ms(10);
	}
	fail_msg("redis-server does not start");
}

void server_start(server *s, ...)
{
	size_t n = 0;
	va_list more;

	snprintf(s->folder, sizeof s->folder, "/tmp/onlinechat-store-XXXXXX");
	assert_non_null(mkdtemp(s->folder));
	snprintf(s->socket, sizeof s->socket, "%s/redis.sock", s->folder);
	memset(options, 0, sizeof options);
	for (const char *const *o = (const char *const[]){"redis-server", "--port", "0", "--unixsocket", s->socket, "--dir",
	         s->folder, "--save", "", "--appendonly", "no", NULL};
	     *o; o++) {
		options[n++] = *o;
	}
	va_start(more, s);
	for (const char *o; (o = va_arg(more, const char *)) != NULL;) {
		assert_true(n < OPTIONS - 1);
		options[n++] = o;
	}
	va_end(more);
	server_again(s);
}

void server_signal(server *s, int signal)
{
	kill(s->pid, signal);
}

void server_kill(server *s)
{
	kill(s->pid, SIGKILL);
	waitpid(s->pid, NULL, 0);
}

void server_stop(server *s)
{
	char file[160];
	static const char *const files[] = {"redis.sock", "dump.rdb", "appendonly.aof"};

	server_kill(s);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		snprintf(file, sizeof file, "%s/%s", s->folder, files[i]);
		unlink(file);
	}
	rmdir(s->folder);
}

static long long asked(server *s, const char *format, const char *what)
{
	redisContext *c = connected(s);
	redisReply *r;
	long long n = -1;

	assert_non_null(c);
	r = redisCommand(c, format, what);
	assert_non_null(r);
	if (r->type == REDIS_REPLY_INTEGER) {
		n = r->integer;
	} else if (r->type == REDIS_REPLY_STRING) {
		n = atoll(r->str);
	} else if (r->type == REDIS_REPLY_ERROR) {
		fail_msg("%s: %s", what, r->str);
	}
	freeReplyObject(r);
	redisFree(c);
	return n;
}

long long server_says(server *s, const char *lua)
{
	return asked(s, "EVAL %s 0", lua);
}

void server_does(server *s, const char *command)
{
	asked(s, command, command);
}

void worker_start(worker *w, const server *s)
{
	memset(w, 0, sizeof *w);
	w->chat.shop = 1;
	w->chat.prefix = OC_STR("ps_");
	w->chat.mysql = (oc_address){.host = OC_STR("localhost"), .database = OC_STR("shop"), .user = OC_STR("shop")};
	w->chat.redis.socket = oc_str_of(s->socket);
	oc_chat_tag(&w->chat);
	w->links.limits = (oc_limits){.redis_connect_ms = 5000,
		.redis_read_ms = 5000,
		.mysql_connect_s = 2,
		.mysql_read_s = 3,
		.mysql_lock_wait_s = 1,
		.pool_links = 8,
		.breaker_ms = 500};
	w->call = (oc_call){&w->chat, &w->links, &w->arena, &w->error};
}

void worker_hurry(worker *w)
{
	w->links.limits.redis_connect_ms = 100;
	w->links.limits.redis_read_ms = 150;
}

oc_call *worker_call(worker *w)
{
	oc_arena_reset(&w->arena);
	memset(&w->error, 0, sizeof w->error);
	return &w->call;
}

void worker_end(worker *w)
{
	oc_links_free(&w->links);
	oc_arena_free(&w->arena);
	oc_arena_free(&w->chat.own);
}

oc_identity guest(const char *person)
{
	return (oc_identity){.role = OC_GUEST, .shop = 1, .person = oc_str_of(person), .session = OC_STR("s1"), .issued = 1000};
}

oc_identity operator_of(uint32_t id, const char *person)
{
	return (oc_identity){
		.role = OC_OPERATOR, .shop = 1, .person = oc_str_of(person), .id = id, .session = OC_STR("s1"), .issued = 1000};
}

oc_tell_head head_of(uint64_t id, uint32_t number, uint32_t revision, oc_status status)
{
	return (oc_tell_head){.conversation = id,
		.number = number,
		.revision = revision,
		.operator_id = 3,
		.status = status,
		.visitor = OC_STR("g:anna"),
		.event = OC_STR("{\"event\":\"message\"}")};
}

bool tell_head(worker *w, oc_tell_head h)
{
	oc_tell t = {.heads = &h, .n_heads = 1};

	return oc_tell_send(worker_call(w), &t);
}

oc_poll_answer poll_of(worker *w, const char *person, const char *stream, uint64_t id, uint32_t after, uint32_t revision)
{
	oc_identity who = guest(person);
	oc_poll_answer a;

	OK(w, oc_poll_visitor(worker_call(w), &who, OC_STR("192.0.2.1"), oc_str_of(stream), id, after, revision, &a));
	return a;
}

oc_poll_answer watch_of(worker *w, uint64_t cursor)
{
	oc_identity who = operator_of(3, "3");
	oc_poll_answer a;

	OK(w, oc_poll_operator(worker_call(w), &who, OC_STR("192.0.2.2"), OC_STR("console"), cursor, &a));
	return a;
}

/* Links to MySQL are not opened here. */
void *oc_mysql_open(const oc_address *at, const oc_limits *l, oc_error *e)
{
	oc_fail(e, OC_E_MYSQL, NULL, "no MySQL in these tests");
	return NULL;
}

void oc_mysql_close(void *handle, bool forked)
{
}

bool oc_mysql_alive(void *handle)
{
	return false;
}

void server_forgets_polls(void)
{
	oc_poll_limit_stop();
	assert_true(oc_poll_limit_start());
}

server redis;
worker w;

int redis_up(void **state)
{
	server_start(&redis, NULL);
	return 0;
}

int redis_down(void **state)
{
	server_stop(&redis);
	return 0;
}

int redis_emptied(void **state)
{
	server_does(&redis, "FLUSHALL");
	server_forgets_polls();
	worker_start(&w, &redis);
	return 0;
}

int redis_left(void **state)
{
	worker_end(&w);
	return 0;
}

redisContext *subscriber(void)
{
	redisContext *c = redisConnectUnix(redis.socket);
	redisReply *r = redisCommand(c, "PSUBSCRIBE *:e");

	freeReplyObject(r);
	return c;
}

unsigned heard(redisContext *c)
{
	unsigned n = 0;
	bool pong = false;
	redisReply *r;

	redisAppendCommand(c, "PING");
	while (!pong && redisGetReply(c, (void **)&r) == REDIS_OK) {
		pong = r->elements == 2 && strcmp(r->element[0]->str, "pong") == 0;
		n += !pong;
		freeReplyObject(r);
	}
	assert_true(pong);
	redisFree(c);
	return n;
}
