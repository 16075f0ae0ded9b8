/* The breaker all workers of a server share. Its clock is an argument: nothing here waits for it. */
#include "server.h"

#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKERS 8
#define FIRST 500

static int setup(void **state)
{
	oc_shared_stop();
	assert_true(oc_shared_start());
	return 0;
}

static int teardown(void **state)
{
	oc_shared_stop();
	return 0;
}

static void it_opens_tries_and_closes(void **state)
{
	uint64_t until, times;

	assert_int_equal(oc_breaker_ask("a", 1000), OC_BREAKER_CLOSED);
	assert_false(oc_breaker_success("a"));
	oc_breaker_fail("a", 1000, FIRST);
	oc_breaker_state("a", &until, &times);
	assert_int_equal(until, 1500);
	assert_int_equal(times, 1);
	assert_int_equal(oc_breaker_ask("a", 1499), OC_BREAKER_OPEN);
	assert_int_equal(oc_breaker_ask("a", 1500), OC_BREAKER_PROBE);
	assert_int_equal(oc_breaker_ask("a", 1500), OC_BREAKER_OPEN);
	assert_true(oc_breaker_success("a"));
	assert_false(oc_breaker_success("a"));
	assert_int_equal(oc_breaker_ask("a", 1501), OC_BREAKER_CLOSED);
	oc_breaker_state("a", &until, &times);
	assert_int_equal(until, 0);
	assert_int_equal(times, 1);
}

static void the_pause_doubles_to_five_seconds(void **state)
{
	static const uint64_t pauses[] = {500, 1000, 2000, 4000, 5000, 5000};
	uint64_t now = 1000, until, times;

	for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++) {
		oc_breaker_fail("a", now, FIRST);
		oc_breaker_state("a", &until, &times);
		assert_int_equal(until - now, pauses[i]);
		assert_int_equal(oc_breaker_ask("a", until - 1), OC_BREAKER_OPEN);
		assert_int_equal(oc_breaker_ask("a", until), OC_BREAKER_PROBE);
		now = until + 150;
	}
	assert_int_equal(times, 1);
	assert_true(oc_breaker_success("a"));
	oc_breaker_fail("a", now, FIRST);
	oc_breaker_state("a", &until, &times);
	assert_int_equal(until - now, 500);
	assert_int_equal(times, 2);
}

/* Eight workers time out together: one outage, one pause. */
static void late_failures_do_not_lengthen_the_pause(void **state)
{
	uint64_t until, times;

	for (uint64_t i = 0; i < WORKERS; i++) {
		oc_breaker_fail("a", 1000 + i, FIRST);
	}
	oc_breaker_state("a", &until, &times);
	assert_int_equal(until, 1500);
	assert_int_equal(times, 1);
}

static void only_long_outages_count(void **state)
{
	uint64_t now = oc_clock_ms();

	oc_breaker_fail("a", now, FIRST);
	assert_true(oc_breaker_success("a"));
	assert_int_equal(oc_breaker_outages("a"), 0);
	oc_breaker_fail("a", now - 6000, FIRST);
	oc_breaker_fail("a", now, FIRST);
	assert_true(oc_breaker_success("a"));
	assert_false(oc_breaker_success("a"));
	assert_int_equal(oc_breaker_outages("a"), 1);
}

static void a_dead_prober_is_replaced(void **state)
{
	oc_breaker_fail("a", 1000, FIRST);
	assert_int_equal(oc_breaker_ask("a", 1500), OC_BREAKER_PROBE);
	assert_int_equal(oc_breaker_ask("a", 7499), OC_BREAKER_OPEN);
	assert_int_equal(oc_breaker_ask("a", 7500), OC_BREAKER_PROBE);
}

static void stores_do_not_share_a_breaker(void **state)
{
	char key[32];

	oc_breaker_fail("a", 1000, FIRST);
	for (int i = 0; i < 40; i++) {
		snprintf(key, sizeof key, "store %d", i);
		assert_int_equal(oc_breaker_ask(key, 1000), OC_BREAKER_CLOSED);
	}
	/* More stores than slots: they are still served. */
	for (int i = 0; i < 200; i++) {
		snprintf(key, sizeof key, "more %d", i);
		oc_breaker_ask(key, 1000);
		oc_breaker_success(key);
	}
}

typedef struct {
	_Atomic unsigned go, probes, ends, opened;
	_Atomic uint64_t now;
} board;

/* Runs act in eight processes that start together. */
static board *together(void (*act)(board *))
{
	board *b = mmap(NULL, sizeof *b, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t pids[WORKERS];

	for (int i = 0; i < WORKERS; i++) {
		pids[i] = fork();
		assert_true(pids[i] >= 0);
		if (pids[i] == 0) {
			while (!b->go) {
				usleep(100);
			}
			act(b);
			_exit(0);
		}
	}
	b->go = 1;
	for (int i = 0; i < WORKERS; i++) {
		int status;

		waitpid(pids[i], &status, 0);
		assert_int_equal(status, 0);
	}
	return b;
}

/* Each of 2,000 outages: everybody fails, then everybody asks after the pause, and who probes succeeds. */
static void outages(board *b)
{
	for (int i = 0; i < 2000; i++) {
		uint64_t until, times;

		oc_breaker_fail("a", b->now, FIRST);
		oc_breaker_state("a", &until, &times);
		if (until && oc_breaker_ask("a", until) == OC_BREAKER_PROBE) {
			b->probes++;
			b->now = until;
			if (oc_breaker_success("a")) {
				b->ends++;
			}
		}
	}
}

static void ends_of_outages_are_said_once(void **state)
{
	board *b = together(outages);
	uint64_t until, times;

	oc_breaker_state("a", &until, &times);
	/* No end of an outage is said twice. */
	assert_in_range(b->ends, 1, b->probes);
	assert_true(times >= b->ends);
	munmap(b, sizeof *b);
}

static void one_probe(board *b)
{
	if (oc_breaker_ask("a", 1500) == OC_BREAKER_PROBE) {
		b->probes++;
	}
}

static void of_eight_that_ask_one_probes(void **state)
{
	board *b;

	oc_breaker_fail("a", 1000, FIRST);
	b = together(one_probe);
	assert_int_equal(b->probes, 1);
	munmap(b, sizeof *b);
}

static void a_thousand_polls(board *b)
{
	for (int i = 0; i < 1000; i++) {
		oc_polls_count(5500);
	}
}

static void polls_are_counted_over_all_workers(void **state)
{
	board *b = together(a_thousand_polls);

	munmap(b, sizeof *b);
	assert_int_equal(oc_polls_count(5999), 0);
	assert_int_equal(oc_polls_count(6000), WORKERS * 1000 + 1);
	assert_int_equal(oc_polls_count(7000), 1);
	assert_int_equal(oc_polls_count(9000), 0);
}

static void names_of_servers(void **state)
{
	uint64_t salt = oc_server_salt();
	pid_t pid;
	int status;

	assert_true(salt != 0);
	assert_true(oc_server_id() == 0);
	pid = fork();
	if (pid == 0) {
		_exit(oc_server_id() == salt ? 0 : 1);
	}
	waitpid(pid, &status, 0);
	assert_int_equal(status, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(it_opens_tries_and_closes),
		TEST(the_pause_doubles_to_five_seconds),
		TEST(late_failures_do_not_lengthen_the_pause),
		TEST(only_long_outages_count),
		TEST(a_dead_prober_is_replaced),
		TEST(stores_do_not_share_a_breaker),
		TEST(ends_of_outages_are_said_once),
		TEST(of_eight_that_ask_one_probes),
		TEST(polls_are_counted_over_all_workers),
		TEST(names_of_servers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
