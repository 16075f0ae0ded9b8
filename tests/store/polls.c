/* Polls and what is told them, by the scripts in a real Redis: what is told is what is asked. */
#include "server.h"

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

static void a_repeat_tells_again(void **state)
{
	redisContext *c = subscriber();

	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	assert_int_equal(heard(c), 2);
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
	oc_tell t = {.decision = 1, .maximum = 10, .ongoing = 1, .free = 9, .present = 1, .offline_mode = 1, .settings = 12};

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
	const struct CMUnitTest tests[] = {
		TEST_ON_REDIS(a_poll_says_what_is_new),
		TEST_ON_REDIS(numbers_and_revisions_only_rise),
		TEST_ON_REDIS(another_visitors_conversation_is_not_owned),
		TEST_ON_REDIS(a_repeat_tells_again),
		TEST_ON_REDIS(cursors_rise_with_own_and_common_changes),
		TEST_ON_REDIS(cursors_after_a_loss_are_higher),
		TEST_ON_REDIS(away_and_back),
		TEST_ON_REDIS(one_poll_in_five_seconds_sweeps),
		TEST_ON_REDIS(large_numbers),
		TEST_ON_REDIS(every_key_has_the_shops_tag),
	};

	return cmocka_run_group_tests(tests, redis_up, redis_down);
}
