/* What a busy server need not ask twice: polls answered from memory, and how soon they stop being so. */
#include "server.h"

#include "store/oc_recent.h"

/* The last full second had many polls. */
static void busy(void)
{
	uint64_t second = oc_clock_ms() / 1000;

	while (oc_clock_ms() / 1000 == second) {
		oc_polls_count(oc_clock_ms());
	}
	assert_true(oc_polls_rate(oc_clock_ms()) >= 100);
}

static int setup(void **state)
{
	oc_recent_stop();
	assert_true(oc_recent_start());
	redis_emptied(state);
	OK(&w, tell_head(&w, head_of(7, 2, 1, OC_ONGOING)));
	return 0;
}

static oc_poll_answer poll_now(const char *person, const char *tab)
{
	server_forgets_polls();
	return poll_of(&w, person, tab, 7, 2, 1);
}

/* Commands sent to Redis by one more poll. */
static uint64_t asked_by(const char *person, const char *tab)
{
	uint64_t before = w.links.counters.commands;

	poll_now(person, tab);
	return w.links.counters.commands - before;
}

static void a_quiet_server_asks_each_time(void **state)
{
	poll_now("anna", "t");
	assert_int_equal(asked_by("anna", "t"), 3);
	assert_int_equal(asked_by("anna", "t"), 3);
}

static void a_busy_server_asks_once(void **state)
{
	oc_poll_answer a;

	busy();
	poll_now("anna", "t");
	assert_int_equal(asked_by("anna", "t"), 0);
	a = poll_now("anna", "t");
	assert_true(a.owned && !a.changed && !a.verify && !a.revoked && !a.other_typing && !a.sweep);
	assert_true(a.idle_ms < 5000);
}

static void another_question_is_asked(void **state)
{
	busy();
	poll_now("anna", "t");
	assert_true(asked_by("anna", "u") >= 3);
	assert_true(asked_by("bob", "t") >= 3);
	assert_false(poll_now("bob", "t").owned);
	server_forgets_polls();
	assert_true(poll_of(&w, "anna", "t", 7, 1, 1).changed);
}

/* Polls until it says so: within the time that an answer is kept, and then some for a slow machine. */
#define SOON(condition) \
	do { \
		oc_poll_answer a; \
		uint64_t deadline = oc_clock_ms() + 900; \
		do { \
			a = poll_now("anna", "t"); \
		} while (!(condition) && oc_clock_ms() < deadline); \
		assert_true(condition); \
	} while (0)

static void a_new_message_is_noticed(void **state)
{
	busy();
	poll_now("anna", "t");
	OK(&w, tell_head(&w, head_of(7, 3, 1, OC_ONGOING)));
	SOON(a.changed);
}

static void another_conversation_of_the_group_changes_nothing(void **state)
{
	busy();
	poll_now("anna", "t");
	OK(&w, tell_head(&w, head_of(7 + 256, 3, 1, OC_ONGOING)));
	SOON(oc_polls_rate(oc_clock_ms()) < 100 || !a.changed);
	assert_false(poll_now("anna", "t").changed);
}

static void typing_is_noticed(void **state)
{
	oc_identity op = operator_of(4, "4");
	oc_tell_head h = head_of(7, 2, 1, OC_ONGOING);

	h.operator_id = 4;
	OK(&w, tell_head(&w, h));
	busy();
	poll_now("anna", "t");
	OK(&w, oc_typing(worker_call(&w), &op, 7, true));
	SOON(a.other_typing);
}

static void a_revoked_ticket_is_noticed(void **state)
{
	busy();
	poll_now("anna", "t");
	OK(&w, oc_revoked_tell(worker_call(&w), OC_STR("g:anna/s1"), 1u << 30));
	SOON(a.revoked);
}

static void an_emptied_redis_is_noticed(void **state)
{
	busy();
	poll_now("anna", "t");
	server_does(&redis, "FLUSHALL");
	SOON(!a.owned);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, redis_left)
	const struct CMUnitTest tests[] = {
		TEST(a_quiet_server_asks_each_time),
		TEST(a_busy_server_asks_once),
		TEST(another_question_is_asked),
		TEST(a_new_message_is_noticed),
		TEST(another_conversation_of_the_group_changes_nothing),
		TEST(typing_is_noticed),
		TEST(a_revoked_ticket_is_noticed),
		TEST(an_emptied_redis_is_noticed),
	};

	assert_true(oc_shared_start());
	return cmocka_run_group_tests(tests, redis_up, redis_down);
}
