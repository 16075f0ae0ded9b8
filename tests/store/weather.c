/* Bad weather: Redis stopped, killed, read-only, full, blocked. Answers within the limits, recovery by itself. */
#include "server.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int setup(void **state)
{
	oc_shared_stop();
	assert_true(oc_shared_start());
	redis_emptied(state);
	return 0;
}

static bool told(worker *worker)
{
	return tell_head(worker, head_of(7, 1, 1, OC_ONGOING));
}

static bool told_until_it_works(worker *worker)
{
	for (int i = 0; i < 100; i++) {
		if (told(worker)) {
			return true;
		}
		sleep_ms(100);
	}
	return false;
}

static void breaker_of(const worker *worker, uint64_t *until, uint64_t *times)
{
	char key[160];

	oc_address_key(&worker->chat.redis, OC_REDIS, key);
	oc_breaker_state(key, until, times);
}

/* Fails, names the remedy, opens the breaker. */
static void refused(const char *advice)
{
	uint64_t until, times;

	assert_false(told(&w));
	assert_int_equal(w.error.cause, OC_E_REDIS);
	if (!strstr(w.error.message, advice)) {
		fail_msg("\"%s\" does not say \"%s\"", w.error.message, advice);
	}
	breaker_of(&w, &until, &times);
	assert_true(until > 0 && times > 0);
}

#define WORKERS 8

typedef struct {
	uint64_t failed, refused, longest;
} tally;

/* A worker that asks every 5 ms for as long as it is told to. */
static void work(tally *t, unsigned ms)
{
	worker own;

	worker_start(&own, &redis);
	worker_hurry(&own);
	told(&own);
	for (uint64_t end = now_us() + ms * 1000; now_us() < end;) {
		uint64_t before = now_us();
		bool ok = told(&own);
		uint64_t took = now_us() - before;

		t->failed += !ok;
		t->longest = took > t->longest ? took : t->longest;
		sleep_ms(5);
	}
	t->refused = own.links.counters.refused[OC_REDIS];
	worker_end(&own);
}

/* I5: each worker that was in the middle of a call waits once; after that one at a time tries, more and more
 * rarely. */
static void a_stopped_redis_holds_nobody_up(void **state)
{
	tally *t = mmap(NULL, WORKERS * sizeof *t, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t pids[WORKERS];
	uint64_t failed = 0, refused = 0, longest = 0;

	OK(&w, told(&w));
	for (int i = 0; i < WORKERS; i++) {
		pids[i] = fork();
		assert_true(pids[i] >= 0);
		if (pids[i] == 0) {
			work(&t[i], 5000);
			_exit(0);
		}
	}
	sleep_ms(500);
	server_signal(&redis, SIGSTOP);
	for (int i = 0; i < WORKERS; i++) {
		int status;

		waitpid(pids[i], &status, 0);
		assert_int_equal(status, 0);
		failed += t[i].failed;
		refused += t[i].refused;
		longest = t[i].longest > longest ? t[i].longest : longest;
	}
	server_signal(&redis, SIGCONT);
	/* 4.5 s stopped: one first wait each, then tries after 0.5, 1 and 2 s. */
	assert_in_range(failed - refused, 1, 2 * WORKERS);
	assert_in_range(longest, 100000, 2000000);
	assert_true(refused > 10 * (failed - refused));
	OK(&w, told_until_it_works(&w));
	munmap(t, WORKERS * sizeof *t);
}

static void a_killed_redis_is_found_again(void **state)
{
	OK(&w, told(&w));
	server_kill(&redis);
	assert_false(told(&w));
	assert_false(told(&w));
	assert_true(w.links.counters.refused[OC_REDIS] > 0);
	server_again(&redis);
	OK(&w, told_until_it_works(&w));
}

static void a_worker_killed_while_it_tries_is_replaced(void **state)
{
	uint64_t before;
	pid_t pid;

	worker_hurry(&w);
	server_signal(&redis, SIGSTOP);
	assert_false(told(&w));
	pid = fork();
	if (pid == 0) {
		w.links.limits.redis_read_ms = 60000;
		for (;;) {
			told(&w);
			sleep_ms(20);
		}
	}
	sleep_ms(1200);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	server_signal(&redis, SIGCONT);
	before = now_us();
	OK(&w, told_until_it_works(&w));
	assert_true(now_us() - before < 8000000);
}

static void a_read_only_replica(void **state)
{
	OK(&w, told(&w));
	server_does(&redis, "REPLICAOF 127.0.0.1 1");
	refused("replica");
	server_does(&redis, "REPLICAOF NO ONE");
	OK(&w, told_until_it_works(&w));
}

static void a_full_memory(void **state)
{
	OK(&w, told(&w));
	server_does(&redis, "CONFIG SET maxmemory 1");
	refused("maxmemory");
	server_does(&redis, "CONFIG SET maxmemory 0");
	OK(&w, told_until_it_works(&w));
}

static void a_password_that_was_set(void **state)
{
	worker own;

	OK(&w, told(&w));
	server_does(&redis, "CONFIG SET requirepass secret");
	worker_start(&own, &redis);
	assert_false(told(&own));
	assert_non_null(strstr(own.error.message, "redis.password"));
	own.chat.redis.password = OC_STR("wrong");
	assert_false(told(&own));
	assert_non_null(strstr(own.error.message, "wrong"));
	own.chat.redis.password = OC_STR("secret");
	OK(&own, told(&own));
	{
		redisContext *c = redisConnectUnix(redis.socket);

		freeReplyObject(redisCommand(c, "AUTH secret"));
		freeReplyObject(redisCommand(c, "CONFIG SET requirepass %s", ""));
		redisFree(c);
	}
	worker_end(&own);
}

static void a_password_that_is_not_asked_for(void **state)
{
	worker own;

	worker_start(&own, &redis);
	own.chat.redis.password = OC_STR("secret");
	assert_false(told(&own));
	assert_non_null(strstr(own.error.message, "remove redis.password"));
	worker_end(&own);
}

/* Waits until the script has run long enough for Redis to say so. */
static void server_is_busy(void)
{
	redisContext *c = redisConnectUnix(redis.socket);

	for (bool busy = false; !busy;) {
		redisReply *r = redisCommand(c, "PING");

		assert_non_null(r);
		busy = r->type == REDIS_REPLY_ERROR && strncmp(r->str, "BUSY", 4) == 0;
		freeReplyObject(r);
		sleep_ms(10);
	}
	redisFree(c);
}

static void another_clients_script_blocks_it(void **state)
{
	pid_t pid;

	OK(&w, told(&w));
	server_does(&redis, "CONFIG SET busy-reply-threshold 20");
	pid = fork();
	if (pid == 0) {
		redisContext *c = redisConnectUnix(redis.socket);

		freeReplyObject(redisCommand(c, "EVAL %s 0", "while true do end"));
		_exit(0);
	}
	server_is_busy();
	refused("SCRIPT KILL");
	server_does(&redis, "SCRIPT KILL");
	waitpid(pid, NULL, 0);
	OK(&w, told_until_it_works(&w));
}

static void what_older_servers_say(void **state)
{
	oc_error e = {0};

	assert_true(oc_redis_refused(&e, "ERR Error running script (call to f_0123): @user_script:7: -OOM command not allowed"));
	assert_non_null(strstr(e.message, "maxmemory"));
	assert_true(oc_redis_refused(&e, "LOADING Redis is loading the dataset in memory"));
	assert_true(oc_redis_refused(&e, "MISCONF Redis is configured to save RDB snapshots"));
	assert_true(oc_redis_refused(&e, "MOVED 3999 127.0.0.1:6381"));
	/* A mistake of ours does not stop everything. */
	assert_false(oc_redis_refused(&e, "ERR wrong number of arguments"));
	assert_int_equal(e.cause, OC_E_REDIS);
}

static void health_says_what_is_wrong(void **state)
{
	oc_store_health h;

	oc_health_redis(worker_call(&w), &h);
	assert_true(h.ok && h.version[0] && h.ms > 0);
	assert_string_equal(h.policy, "noeviction");
	assert_int_equal(w.error.cause, OC_OK);
	server_does(&redis, "REPLICAOF 127.0.0.1 1");
	oc_health_redis(worker_call(&w), &h);
	server_does(&redis, "REPLICAOF NO ONE");
	assert_false(h.ok);
	assert_non_null(strstr(h.message, "replica"));
	assert_true(h.version[0]);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, redis_left)
	const struct CMUnitTest tests[] = {
		TEST(a_stopped_redis_holds_nobody_up),
		TEST(a_killed_redis_is_found_again),
		TEST(a_worker_killed_while_it_tries_is_replaced),
		TEST(a_read_only_replica),
		TEST(a_full_memory),
		TEST(a_password_that_was_set),
		TEST(a_password_that_is_not_asked_for),
		TEST(another_clients_script_blocks_it),
		TEST(what_older_servers_say),
		TEST(health_says_what_is_wrong),
	};

	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, redis_up, redis_down);
}
