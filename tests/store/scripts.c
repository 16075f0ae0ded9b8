/* Each script against a real Redis: what is told is what is asked. */
#include "server.h"

#include <stdio.h>
#include <string.h>

static server redis;
static worker w;

static int setup(void **state)
{
	server_does(&redis, "FLUSHALL");
	server_forgets_polls();
	worker_start(&w, &redis);
	return 0;
}

static int teardown(void **state)
{
	worker_end(&w);
	return 0;
}

static void a_poll_says_what_is_new(void **state)
{
	oc_poll_answer a = poll_of(&w, "anna", "tab1", 7, 2, 1);

	assert_true(a.changed && !a.owned && a.verify);
	assert_true(a.idle_ms == UINT64_MAX);
	OK(&w, tell_head(&w, head_of(7, 2, 1, OC_ONGOING)));
	a = poll_of(&w, "anna", "tab1", 7, 2, 1);
	assert_true(!a.changed && a.owned && a.verify && !a.other_typing && a.idle_ms < 5000);
	assert_false(poll_of(&w, "anna", "tab1", 7, 2, 1).verify);
	assert_true(poll_of(&w, "anna", "tab2", 7, 2, 1).verify);
	OK(&w, tell_head(&w, head_of(7, 3, 1, OC_ONGOING)));
	assert_true(poll_of(&w, "anna", "tab1", 7, 2, 1).changed);
	assert_false(poll_of(&w, "anna", "tab1", 7, 3, 1).changed);
	OK(&w, tell_head(&w, head_of(7, 3, 2, OC_FINISHED)));
	assert_true(poll_of(&w, "anna", "tab1", 7, 3, 1).changed);
}

static void numbers_and_revisions_only_rise(void **state)
{
	OK(&w, tell_head(&w, head_of(7, 5, 4, OC_FINISHED)));
	OK(&w, tell_head(&w, head_of(7, 4, 3, OC_ONGOING)));
	assert_false(poll_of(&w, "anna", "tab1", 7, 5, 4).changed);
	/* The old status came with the old revision: nobody watches the visitor of a finished conversation. */
	assert_int_equal(server_says(&redis, "return #redis.call('KEYS', '*:visitors')"),
		0);
}

static void another_visitors_conversation_is_not_owned(void **state)
{
	OK(&w, tell_head(&w, head_of(7, 5, 1, OC_ONGOING)));
	assert_true(poll_of(&w, "anna", "tab1", 7, 5, 1).owned);
	assert_false(poll_of(&w, "bert", "tab1", 7, 5, 1).owned);
}

static void the_operator_types(void **state)
{
	oc_identity op = operator_of(3, "3"), other = operator_of(4, "4");

	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	OK(&w, oc_typing(worker_call(&w), &other, 7, true));
	assert_false(poll_of(&w, "anna", "tab1", 7, 1, 1).other_typing);
	OK(&w, oc_typing(worker_call(&w), &op, 7, true));
	assert_true(poll_of(&w, "anna", "tab1", 7, 1, 1).other_typing);
	OK(&w, oc_typing(worker_call(&w), &op, 7, false));
	assert_false(poll_of(&w, "anna", "tab1", 7, 1, 1).other_typing);
}

static void the_visitor_types(void **state)
{
	oc_identity anna = guest("anna"), bert = guest("bert");
	oc_poll_answer a;

	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	OK(&w, oc_typing(worker_call(&w), &bert, 7, true));
	assert_int_equal(watch_of(&w, 1).n_typing, 0);
	OK(&w, oc_typing(worker_call(&w), &anna, 7, true));
	a = watch_of(&w, 1);
	assert_int_equal(a.n_typing, 1);
	assert_int_equal(a.typing[0], 7);
	OK(&w, oc_typing(worker_call(&w), &anna, 7, false));
	assert_int_equal(watch_of(&w, 1).n_typing, 0);
}

static void typing_ends_by_itself(void **state)
{
	oc_identity anna = guest("anna");

	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	OK(&w, oc_typing(worker_call(&w), &anna, 7, true));
	for (int i = 0; i < 60 && watch_of(&w, 1).n_typing; i++) {
		sleep_ms(200);
	}
	assert_int_equal(watch_of(&w, 1).n_typing, 0);
}

/* One subscriber, which counts what it hears. */
static redisContext *subscriber(void)
{
	redisContext *c = redisConnectUnix(redis.socket);
	redisReply *r = redisCommand(c, "PSUBSCRIBE *:e");

	freeReplyObject(r);
	redisSetTimeout(c, (struct timeval){.tv_usec = 50000});
	return c;
}

static unsigned heard(redisContext *c)
{
	unsigned n = 0;
	void *r;

	while (redisGetReply(c, &r) == REDIS_OK) {
		freeReplyObject(r);
		n++;
	}
	redisFree(c);
	return n;
}

static void a_repeat_tells_again(void **state)
{
	redisContext *c = subscriber();

	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	assert_int_equal(heard(c), 2);
}

static void typing_is_told_once_in_three_seconds(void **state)
{
	oc_identity anna = guest("anna");
	redisContext *c;

	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	c = subscriber();
	for (int i = 0; i < 5; i++) {
		OK(&w, oc_typing(worker_call(&w), &anna, 7, true));
	}
	assert_int_equal(heard(c), 1);
}

static void cursors_rise_with_own_and_common_changes(void **state)
{
	uint32_t mine = 3, other = 4;
	uint64_t cursor, before;
	oc_tell own = {.boards = &mine, .n_boards = 1}, common = {.queue_changed = true}, others = {.boards = &other, .n_boards = 1};

	OK(&w, oc_cursor(worker_call(&w), 3, &cursor));
	assert_false(watch_of(&w, cursor).changed);
	for (int i = 0; i < 20; i++) {
		before = cursor;
		OK(&w, oc_tell_send(worker_call(&w), i % 2 ? &own : &common));
		assert_true(watch_of(&w, cursor).changed);
		OK(&w, oc_cursor(worker_call(&w), 3, &cursor));
		assert_true(cursor > before);
		assert_false(watch_of(&w, cursor).changed);
		server_says(&redis, "for _, k in ipairs(redis.call('KEYS', '*:l:*')) do redis.call('DEL', k) end");
	}
	OK(&w, oc_tell_send(worker_call(&w), &others));
	assert_false(watch_of(&w, cursor).changed);
}

static void cursors_after_a_loss_are_higher(void **state)
{
	uint32_t mine = 3;
	oc_tell own = {.boards = &mine, .n_boards = 1};
	uint64_t before, after;

	OK(&w, oc_tell_send(worker_call(&w), &own));
	OK(&w, oc_cursor(worker_call(&w), 3, &before));
	server_does(&redis, "FLUSHALL");
	assert_true(watch_of(&w, before).changed);
	OK(&w, oc_cursor(worker_call(&w), 3, &after));
	assert_true(after > before);
}

static void away_and_back(void **state)
{
	uint32_t mine = 3;
	oc_tell away = {.away = &mine, .n_away = 1}, back = {.online = &mine, .n_online = 1};

	OK(&w, oc_tell_send(worker_call(&w), &away));
	assert_true(watch_of(&w, 1).away);
	OK(&w, oc_tell_send(worker_call(&w), &back));
	assert_false(watch_of(&w, 1).away);
}

static oc_tell counts(uint64_t decision, uint32_t ongoing, uint32_t present)
{
	return (oc_tell){.decision = decision,
		.maximum = 10,
		.ongoing = ongoing,
		.free = present ? 10 - ongoing : 0,
		.present = present,
		.offline_mode = 1,
		.settings = 12};
}

static oc_gate gate(void)
{
	oc_gate g;

	OK(&w, oc_gate_ask(worker_call(&w), OC_STR("g:0"), &g));
	return g;
}

static void the_gate_follows_the_counts(void **state)
{
	oc_tell open = counts(5, 3, 2), full = counts(6, 10, 2), closed = counts(7, 0, 0), late = counts(6, 3, 2);
	oc_shop_status s;
	bool known;

	assert_int_equal(gate(), OC_GATE_PASS);
	OK(&w, oc_gate_status(worker_call(&w), &s, &known));
	assert_false(known);
	OK(&w, oc_tell_send(worker_call(&w), &open));
	assert_int_equal(gate(), OC_GATE_PASS);
	OK(&w, oc_tell_send(worker_call(&w), &full));
	assert_int_equal(gate(), OC_GATE_FULL);
	OK(&w, oc_gate_status(worker_call(&w), &s, &known));
	assert_true(known && s.mode == OC_MODE_FORM && s.settings == 12 && !s.degraded && s.delay > 0);
	OK(&w, oc_tell_send(worker_call(&w), &closed));
	assert_int_equal(gate(), OC_GATE_CLOSED);
	OK(&w, oc_tell_send(worker_call(&w), &late));
	assert_int_equal(gate(), OC_GATE_CLOSED);
	full.decision = 8;
	full.queue = 1;
	full.queue_limit = 5;
	OK(&w, oc_tell_send(worker_call(&w), &full));
	assert_int_equal(gate(), OC_GATE_PASS);
	OK(&w, oc_gate_status(worker_call(&w), &s, &known));
	assert_int_equal(s.mode, OC_MODE_QUEUE);
	full.waiting = 5;
	full.decision = 9;
	OK(&w, oc_tell_send(worker_call(&w), &full));
	assert_int_equal(gate(), OC_GATE_FULL);
	assert_in_range(server_says(&redis, "return redis.call('PTTL', redis.call('KEYS', '*:gate')[1])"), 1, 10000);
}

static void the_gate_accepts_any_decision_after_a_loss(void **state)
{
	oc_tell late = counts(60, 10, 2), lower = counts(6, 3, 2);

	OK(&w, oc_tell_send(worker_call(&w), &late));
	server_does(&redis, "FLUSHALL");
	OK(&w, oc_tell_send(worker_call(&w), &lower));
	assert_int_equal(gate(), OC_GATE_PASS);
	assert_int_equal(watch_of(&w, 1).settings, 12);
}

/* The verdict counts a hold against everybody; who has it is let through. */
static void the_holder_of_a_place_passes(void **state)
{
	oc_tell full = counts(6, 10, 2);
	oc_gate g;

	OK(&w, oc_tell_send(worker_call(&w), &full));
	OK(&w, oc_tell_send(worker_call(&w), &(oc_tell){.holder = OC_STR("g:anna"), .hold_ms = 60000}));
	OK(&w, oc_gate_ask(worker_call(&w), OC_STR("g:anna"), &g));
	assert_int_equal(g, OC_GATE_PASS);
	assert_int_equal(gate(), OC_GATE_FULL);
}

static void a_shop_without_any_decision_has_a_status(void **state)
{
	oc_tell first = counts(0, 0, 0);
	oc_shop_status s;
	bool known;

	OK(&w, oc_tell_send(worker_call(&w), &first));
	OK(&w, oc_gate_status(worker_call(&w), &s, &known));
	assert_true(known && s.mode == OC_MODE_FORM);
}

static void here_goes_with_the_last_tab(void **state)
{
	oc_identity anna = guest("anna"), bert = guest("bert");
	uint64_t ids[] = {7, 8};
	int here[2];

	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	poll_of(&w, "anna", "tab1", 7, 1, 1);
	poll_of(&w, "anna", "tab2", 7, 1, 1);
	OK(&w, oc_here(worker_call(&w), ids, 2, here));
	assert_int_equal(here[0], 1);
	assert_int_equal(here[1], -1);
	OK(&w, oc_gone(worker_call(&w), &bert, OC_STR("tab1"), 7));
	OK(&w, oc_gone(worker_call(&w), &anna, OC_STR("tab1"), 7));
	OK(&w, oc_here(worker_call(&w), ids, 2, here));
	assert_int_equal(here[0], 1);
	OK(&w, oc_gone(worker_call(&w), &anna, OC_STR("tab2"), 7));
	OK(&w, oc_here(worker_call(&w), ids, 2, here));
	assert_int_equal(here[0], 0);
	/* An old tab's late good-bye does not remove the new one. */
	poll_of(&w, "anna", "tab3", 7, 1, 1);
	OK(&w, oc_gone(worker_call(&w), &anna, OC_STR("tab2"), 7));
	OK(&w, oc_here(worker_call(&w), ids, 2, here));
	assert_int_equal(here[0], 1);
}

static void forgotten_tabs_leave_the_head(void **state)
{
	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	server_says(&redis, "redis.call('HSET', redis.call('KEYS', '*:h:7')[1], 's:old', '1000')");
	poll_of(&w, "anna", "tab1", 7, 1, 1);
	assert_int_equal(server_says(&redis, "return redis.call('HEXISTS', redis.call('KEYS', '*:h:7')[1], 's:old')"),
		0);
}

static void read_marks_only_rise(void **state)
{
	oc_identity anna = guest("anna"), op = operator_of(3, "3"), bert = guest("bert");
	uint64_t ids[] = {7, 8};
	uint32_t marks[4];

	OK(&w, tell_head(&w, head_of(7, 5, 1, OC_ONGOING)));
	OK(&w, oc_seen(worker_call(&w), &anna, 7, 3));
	OK(&w, oc_seen(worker_call(&w), &anna, 7, 2));
	OK(&w, oc_seen(worker_call(&w), &bert, 7, 5));
	OK(&w, oc_seen(worker_call(&w), &op, 7, 4));
	OK(&w, oc_seen(worker_call(&w), &op, 7, 6));
	OK(&w, oc_marks(worker_call(&w), ids, 2, marks));
	assert_int_equal(marks[0], 3);
	assert_int_equal(marks[1], 4);
	assert_int_equal(marks[2], 0);
}

static void one_poll_in_five_seconds_sweeps(void **state)
{
	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	assert_true(poll_of(&w, "anna", "tab1", 7, 1, 1).sweep);
	assert_false(poll_of(&w, "anna", "tab1", 7, 1, 1).sweep);
	assert_false(watch_of(&w, 1).sweep);
}

/* Ids and numbers at the end of their range come through whole. */
static void large_numbers(void **state)
{
	uint64_t id = UINT64_C(9007199254740993);
	oc_identity anna = guest("anna");
	oc_poll_answer a;

	OK(&w, tell_head(&w, head_of(id, 4294967295u, 4294967295u, OC_ONGOING)));
	assert_false(poll_of(&w, "anna", "tab1", id, 4294967295u, 4294967295u).changed);
	OK(&w, oc_typing(worker_call(&w), &anna, id, true));
	a = watch_of(&w, 1);
	assert_int_equal(a.n_typing, 1);
	assert_true(a.typing[0] == id);
}

static void every_key_has_the_shops_tag(void **state)
{
	oc_identity anna = guest("anna");
	uint32_t three = 3;
	oc_tell t = counts(1, 1, 1);

	t.online = t.boards = &three;
	t.n_online = t.n_boards = 1;
	t.queue_changed = true;
	OK(&w, oc_tell_send(worker_call(&w), &t));
	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	OK(&w, oc_typing(worker_call(&w), &anna, 7, true));
	OK(&w, oc_clocks_seed(worker_call(&w), true, &three, 1, NULL, 0));
	poll_of(&w, "anna", "tab1", 7, 1, 1);
	watch_of(&w, 1);
	assert_int_equal(server_says(&redis,
		"local n = 0 for _, k in ipairs(redis.call('KEYS', '*')) do"
		" if not string.match(k, '^{oc:%x+:1}:') then n = n + 1 end end return n"), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_poll_says_what_is_new),
		TEST(numbers_and_revisions_only_rise),
		TEST(another_visitors_conversation_is_not_owned),
		TEST(the_operator_types),
		TEST(the_visitor_types),
		TEST(typing_ends_by_itself),
		TEST(a_repeat_tells_again),
		TEST(typing_is_told_once_in_three_seconds),
		TEST(cursors_rise_with_own_and_common_changes),
		TEST(cursors_after_a_loss_are_higher),
		TEST(away_and_back),
		TEST(the_gate_follows_the_counts),
		TEST(the_gate_accepts_any_decision_after_a_loss),
		TEST(the_holder_of_a_place_passes),
		TEST(a_shop_without_any_decision_has_a_status),
		TEST(here_goes_with_the_last_tab),
		TEST(forgotten_tabs_leave_the_head),
		TEST(read_marks_only_rise),
		TEST(one_poll_in_five_seconds_sweeps),
		TEST(large_numbers),
		TEST(every_key_has_the_shops_tag),
	};
	int failed;

	server_start(&redis, NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	server_stop(&redis);
	return failed;
}
