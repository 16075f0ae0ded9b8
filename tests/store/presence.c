/* Who is here, who types, who has read what: by the scripts in a real Redis. */
#include "server.h"

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
	assert_false(oc_typing(worker_call(&w), &bert, 7, true));
	assert_int_equal(watch_of(&w, 1).n_typing, 0);
	OK(&w, oc_typing(worker_call(&w), &anna, 7, true));
	a = watch_of(&w, 1);
	assert_int_equal(a.n_typing, 1);
	assert_int_equal(a.typing[0], 7);
	OK(&w, oc_typing(worker_call(&w), &anna, 7, false));
	assert_int_equal(watch_of(&w, 1).n_typing, 0);
}

static void a_message_ends_typing(void **state)
{
	oc_identity anna = guest("anna"), op = operator_of(3, "3");
	oc_tell_head h = head_of(7, 2, 1, OC_ONGOING);

	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	OK(&w, oc_typing(worker_call(&w), &anna, 7, true));
	OK(&w, oc_typing(worker_call(&w), &op, 7, true));
	h.event = OC_STR("{\"event\":\"message\",\"conversation\":7,\"number\":2,\"author\":\"visitor\",\"name\":"
		"\"\\\"author\\\":\\\"operator\\\"\"}");
	OK(&w, tell_head(&w, h));
	assert_int_equal(watch_of(&w, 1).n_typing, 0);
	assert_true(poll_of(&w, "anna", "tab", 7, 2, 1).other_typing);
	/* Who goes on writing is seen to at once: the pause between signals ended with the message. */
	OK(&w, oc_typing(worker_call(&w), &anna, 7, true));
	assert_int_equal(watch_of(&w, 1).n_typing, 1);
	h.number = 3;
	h.event = OC_STR("{\"event\":\"message\",\"conversation\":7,\"number\":3,\"author\":\"operator\",\"name\":\"\"}");
	OK(&w, tell_head(&w, h));
	assert_false(poll_of(&w, "anna", "tab", 7, 3, 1).other_typing);
	assert_int_equal(watch_of(&w, 1).n_typing, 1);
}

static void signals_for_anothers_conversation_are_refused(void **state)
{
	oc_identity anna = guest("anna"), bert = guest("bert");

	OK(&w, tell_head(&w, head_of(7, 1, 1, OC_ONGOING)));
	OK(&w, oc_typing(worker_call(&w), &anna, 7, true));
	assert_false(oc_typing(worker_call(&w), &bert, 7, true));
	assert_int_equal(w.error.cause, OC_E_DENIED);
	assert_false(oc_seen(worker_call(&w), &bert, 7, 1));
	assert_int_equal(w.error.cause, OC_E_DENIED);
	/* Of what Redis does not know it says nothing. */
	OK(&w, oc_typing(worker_call(&w), &bert, 8, true));
	OK(&w, oc_seen(worker_call(&w), &bert, 8, 1));
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
	oc_signs signs[2];

	OK(&w, tell_head(&w, head_of(7, 5, 1, OC_ONGOING)));
	OK(&w, oc_seen(worker_call(&w), &anna, 7, 3));
	OK(&w, oc_seen(worker_call(&w), &anna, 7, 2));
	assert_false(oc_seen(worker_call(&w), &bert, 7, 5));
	OK(&w, oc_seen(worker_call(&w), &op, 7, 4));
	OK(&w, oc_seen(worker_call(&w), &op, 7, 6));
	OK(&w, oc_look(worker_call(&w), ids, 2, NULL, 0, signs));
	assert_int_equal(signs[0].read_visitor, 3);
	assert_int_equal(signs[0].read_operator, 4);
	assert_int_equal(signs[1].read_visitor, 0);
}

static oc_signs look_by(const oc_identity *reader, uint32_t fetched)
{
	uint64_t id = 7;
	oc_signs signs;

	OK(&w, oc_look(worker_call(&w), &id, 1, reader, fetched, &signs));
	return signs;
}

static void what_was_fetched_only_rises(void **state)
{
	oc_identity anna = guest("anna"), op = operator_of(3, "3"), bert = guest("bert"), other = operator_of(4, "4");

	OK(&w, tell_head(&w, head_of(7, 5, 1, OC_ONGOING)));
	assert_int_equal(look_by(NULL, 0).fetched_visitor, -1);
	assert_int_equal(look_by(&bert, 4).fetched_visitor, -1);
	assert_int_equal(look_by(&anna, 3).fetched_visitor, 3);
	assert_int_equal(look_by(&anna, 2).fetched_visitor, 3);
	assert_int_equal(look_by(&anna, 99).fetched_visitor, 5);
	assert_int_equal(look_by(&other, 5).fetched_operator, -1);
	assert_int_equal(look_by(&op, 4).fetched_operator, 4);
}

static void a_poll_tells_once_what_the_operator_read(void **state)
{
	oc_identity op = operator_of(3, "3");
	oc_poll_answer a;

	OK(&w, tell_head(&w, head_of(7, 5, 1, OC_ONGOING)));
	poll_of(&w, "anna", "tab", 7, 5, 1);
	assert_false(poll_of(&w, "anna", "tab", 7, 5, 1).marked);
	OK(&w, oc_seen(worker_call(&w), &op, 7, 4));
	a = poll_of(&w, "anna", "tab", 7, 5, 1);
	assert_true(a.marked && a.verify && !a.changed);
	/* In the same millisecond it may be told twice. */
	for (uint64_t deadline = oc_clock_ms() + 900; a.marked && oc_clock_ms() < deadline;) {
		server_forgets_polls();
		a = poll_of(&w, "anna", "tab", 7, 5, 1);
	}
	assert_false(a.marked);
	assert_true(poll_of(&w, "anna", "other", 7, 5, 1).verify);
}

static void the_board_changes_with_what_the_visitor_reads(void **state)
{
	oc_identity anna = guest("anna");
	uint64_t cursor;

	OK(&w, tell_head(&w, head_of(7, 5, 1, OC_ONGOING)));
	OK(&w, oc_cursor(worker_call(&w), 3, &cursor));
	OK(&w, oc_seen(worker_call(&w), &anna, 7, 4));
	assert_true(watch_of(&w, cursor).changed);
	OK(&w, oc_cursor(worker_call(&w), 3, &cursor));
	assert_false(watch_of(&w, cursor).changed);
	look_by(&anna, 5);
	assert_true(watch_of(&w, cursor).changed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_ON_REDIS(the_operator_types),
		TEST_ON_REDIS(the_visitor_types),
		TEST_ON_REDIS(a_message_ends_typing),
		TEST_ON_REDIS(signals_for_anothers_conversation_are_refused),
		TEST_ON_REDIS(typing_ends_by_itself),
		TEST_ON_REDIS(typing_is_told_once_in_three_seconds),
		TEST_ON_REDIS(here_goes_with_the_last_tab),
		TEST_ON_REDIS(forgotten_tabs_leave_the_head),
		TEST_ON_REDIS(read_marks_only_rise),
		TEST_ON_REDIS(what_was_fetched_only_rises),
		TEST_ON_REDIS(a_poll_tells_once_what_the_operator_read),
		TEST_ON_REDIS(the_board_changes_with_what_the_visitor_reads),
	};

	return cmocka_run_group_tests(tests, redis_up, redis_down);
}
