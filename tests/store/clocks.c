/* The clocks of operators and visitors: who is due, and that no loss makes anybody away or gone. */
#include "server.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static oc_due due(void)
{
	oc_due d;

	OK(&w, oc_due_ask(worker_call(&w), 50, &d));
	return d;
}

static void seed(bool fresh)
{
	uint32_t operators[] = {3, 4};
	uint64_t conversations[] = {7, 8, 9};

	OK(&w, oc_clocks_seed(worker_call(&w), fresh, operators, 2, conversations, 3));
}

/* All clocks of a kind run out, as if their time had passed. */
static void run_out(const char *kind)
{
	char lua[200];

	snprintf(lua, sizeof lua, "local k = redis.call('KEYS', '*:%s')[1] for _, m in ipairs(redis.call('ZRANGE', k, 0, -1))"
		" do if m ~= '0' then redis.call('ZADD', k, 1, m) end end", kind);
	server_says(&redis, lua);
}

static void a_new_redis_asks_for_a_seed(void **state)
{
	oc_due d = due();

	assert_int_equal(d.seed, 2);
	assert_int_equal(d.n_operators + d.n_conversations, 0);
	seed(false);
	d = due();
	assert_int_equal(d.seed, 0);
	assert_int_equal(d.n_operators + d.n_conversations, 0);
}

static void the_silent_come_due_until_they_are_dealt_with(void **state)
{
	uint32_t three = 3, four = 4;
	uint64_t seven = 7;
	oc_tell dealt = {.away = &three, .n_away = 1, .offline = &four, .n_offline = 1, .closed = &seven, .n_closed = 1};
	oc_due d;

	seed(true);
	run_out("operators");
	run_out("visitors");
	for (int i = 0; i < 2; i++) {
		d = due();
		assert_int_equal(d.seed, 0);
		assert_int_equal(d.n_operators, 2);
		assert_int_equal(d.n_conversations, 3);
	}
	OK(&w, oc_tell_send(worker_call(&w), &dealt));
	d = due();
	assert_int_equal(d.n_operators, 0);
	assert_int_equal(d.n_conversations, 2);
	OK(&w, oc_due_ask(worker_call(&w), 1, &d));
	assert_int_equal(d.n_conversations, 1);
}

static void a_poll_winds_the_clock(void **state)
{
	oc_due d;

	seed(true);
	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	run_out("operators");
	run_out("visitors");
	poll_of(&w, "anna", "t", 7, 1, 1);
	watch_of(&w, 0);
	d = due();
	assert_int_equal(d.n_conversations, 2);
	assert_int_equal(d.n_operators, 1);
	assert_int_equal(d.operators[0], 4);
}

static void a_finished_conversation_has_no_clock(void **state)
{
	seed(true);
	OK(&w, tell_head(&w, head_of(7, 1, 2, OC_FINISHED)));
	run_out("visitors");
	assert_int_equal(due().n_conversations, 2);
	poll_of(&w, "anna", "t", 7, 1, 1);
	run_out("visitors");
	assert_int_equal(due().n_conversations, 2);
	OK(&w, tell_head(&w, head_of(7, 1, 3, OC_ONGOING)));
	run_out("visitors");
	assert_int_equal(due().n_conversations, 3);
}

static void a_lost_set_asks_for_what_is_missing(void **state)
{
	oc_due d;

	seed(true);
	run_out("operators");
	server_says(&redis, "redis.call('DEL', redis.call('KEYS', '*:visitors')[1])");
	d = due();
	assert_int_equal(d.seed, 2);
	assert_int_equal(d.n_operators, 0);
	seed(false);
	d = due();
	/* Merged: the operators' clocks went on, the visitors' are new. */
	assert_int_equal(d.seed, 0);
	assert_int_equal(d.n_operators, 2);
	assert_int_equal(d.n_conversations, 0);
}

static void an_emptied_redis_makes_nobody_away(void **state)
{
	oc_due d;

	seed(true);
	run_out("operators");
	server_does(&redis, "FLUSHALL");
	d = due();
	assert_int_equal(d.seed, 2);
	assert_int_equal(d.n_operators, 0);
}

static void a_restart_from_a_snapshot_starts_the_clocks_anew(void **state)
{
	uint32_t operators[] = {3, 4};
	oc_due d;

	seed(true);
	run_out("operators");
	run_out("visitors");
	server_does(&redis, "SAVE");
	server_kill(&redis);
	server_again(&redis);
	d = due();
	assert_int_equal(d.seed, 1);
	assert_int_equal(d.n_operators + d.n_conversations, 0);
	/* Also for those whom the snapshot knows and the list does not. */
	OK(&w, oc_clocks_seed(worker_call(&w), true, operators, 2, NULL, 0));
	d = due();
	assert_int_equal(d.seed, 0);
	assert_int_equal(d.n_operators + d.n_conversations, 0);
	assert_int_equal(server_says(&redis, "return redis.call('ZCARD', redis.call('KEYS', '*:visitors')[1])"), 4);
}

static void after_a_stop_of(unsigned ms, oc_due *d)
{
	worker_hurry(&w);
	seed(true);
	run_out("operators");
	server_signal(&redis, SIGSTOP);
	assert_false(oc_due_ask(worker_call(&w), 50, d));
	sleep_ms(ms);
	server_signal(&redis, SIGCONT);
	for (int i = 0; i < 100 && !oc_due_ask(worker_call(&w), 50, d); i++) {
		sleep_ms(100);
	}
}

static void an_outage_starts_the_clocks_anew(void **state)
{
	oc_due d;

	after_a_stop_of(5200, &d);
	assert_int_equal(d.seed, 1);
	assert_int_equal(d.n_operators, 0);
	seed(true);
	d = due();
	assert_int_equal(d.seed, 0);
	assert_int_equal(d.n_operators, 0);
}

/* Or a Redis that stutters now and then would keep everybody online for ever. */
static void a_short_outage_does_not(void **state)
{
	oc_due d;

	after_a_stop_of(100, &d);
	assert_int_equal(d.seed, 0);
	assert_int_equal(d.n_operators, 2);
}

/* Exit status of a forked worker: the seed it is told. */
static int due_in_a_forked_worker(void)
{
	pid_t pid = fork();
	int status;

	assert_true(pid >= 0);
	if (pid == 0) {
		worker own;
		oc_due d = {.seed = 99};

		worker_start(&own, &redis);
		oc_due_ask(worker_call(&own), 50, &d);
		if (d.seed == 1) {
			oc_clocks_seed(worker_call(&own), true, NULL, 0, NULL, 0);
		}
		_exit(d.seed);
	}
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}

/* While a server was down nobody could be heard: its workers start the clocks anew, once. */
static void a_restarted_server_starts_the_clocks_anew(void **state)
{
	assert_true(oc_shared_start());
	seed(true);
	run_out("operators");
	assert_int_equal(due_in_a_forked_worker(), 1);
	assert_int_equal(due_in_a_forked_worker(), 0);
	/* A command-line process is no server: it is told what is due. */
	run_out("operators");
	assert_int_equal(due().n_operators, 2);
	oc_shared_stop();
}

static void a_long_list_is_seeded_in_parts(void **state)
{
	static uint32_t operators[1500];
	static uint64_t conversations[3210];
	oc_due d;

	for (uint32_t i = 0; i < 1500; i++) {
		operators[i] = i + 1;
	}
	for (uint64_t i = 0; i < 3210; i++) {
		conversations[i] = i + 1;
	}
	OK(&w, oc_clocks_seed(worker_call(&w), true, operators, 1500, conversations, 3210));
	assert_int_equal(server_says(&redis, "return redis.call('ZCARD', redis.call('KEYS', '*:operators')[1])"), 1501);
	assert_int_equal(server_says(&redis, "return redis.call('ZCARD', redis.call('KEYS', '*:visitors')[1])"), 3211);
	d = due();
	assert_int_equal(d.seed, 0);
	OK(&w, oc_clocks_seed(worker_call(&w), true, NULL, 0, NULL, 0));
	assert_int_equal(due().seed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_ON_REDIS(a_new_redis_asks_for_a_seed),
		TEST_ON_REDIS(the_silent_come_due_until_they_are_dealt_with),
		TEST_ON_REDIS(a_poll_winds_the_clock),
		TEST_ON_REDIS(a_finished_conversation_has_no_clock),
		TEST_ON_REDIS(a_lost_set_asks_for_what_is_missing),
		TEST_ON_REDIS(an_emptied_redis_makes_nobody_away),
		TEST_ON_REDIS(a_restart_from_a_snapshot_starts_the_clocks_anew),
		TEST_ON_REDIS(a_restarted_server_starts_the_clocks_anew),
		TEST_ON_REDIS(a_long_list_is_seeded_in_parts),
		TEST_ON_REDIS(a_short_outage_does_not),
		TEST_ON_REDIS(an_outage_starts_the_clocks_anew),
	};

	return cmocka_run_group_tests(tests, redis_up, redis_down);
}
