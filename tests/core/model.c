#include "core/oc_model.h"
#include "support.h"

static void test_words(void **state)
{
	static const char *const role[] = {"", "guest", "customer", "operator", ""};
	static const char *const status[] = {"", "waiting", "ongoing", "finished", "archived", ""};
	static const char *const author[] = {"", "visitor", "operator", "note", ""};
	static const char *const outcome[] = {"", "assigned", "waiting", "full", "closed", "held", "done", "posted",
		"conflict", "archived", ""};
	static const char *const mode[] = {"", "chat", "queue", "form", "none", ""};

	for (unsigned v = 0; v < COUNT(role); v++) {
		assert_string_equal(oc_role_word((oc_role)v), role[v]);
	}
	for (unsigned v = 0; v < COUNT(status); v++) {
		assert_string_equal(oc_status_word((oc_status)v), status[v]);
	}
	for (unsigned v = 0; v < COUNT(author); v++) {
		assert_string_equal(oc_author_word((oc_author)v), author[v]);
	}
	for (unsigned v = 0; v < COUNT(outcome); v++) {
		assert_string_equal(oc_outcome_word((oc_outcome)v), outcome[v]);
	}
	for (unsigned v = 0; v < COUNT(mode); v++) {
		assert_string_equal(oc_mode_word((oc_mode)v), mode[v]);
	}
	assert_string_equal(oc_role_word((oc_role)1000), "");
}

static void test_actor(void **state)
{
	assert_str(oc_actor(*state, &(oc_identity){.role = OC_GUEST, .person = S("00ff")}), "g:00ff");
	assert_str(oc_actor(*state, &(oc_identity){.role = OC_CUSTOMER, .person = S("12"), .id = 12}), "c:12");
	assert_str(oc_actor(*state, &(oc_identity){.role = OC_OPERATOR, .person = S("4294967295")}), "o:4294967295");
}

static void test_subject(void **state)
{
	assert_str(oc_subject(*state, &(oc_identity){.role = OC_CUSTOMER, .person = S("12"), .id = 12, .session = S("s-1")}),
		"c:12/s-1");
	assert_str(oc_subject(*state, &(oc_identity){.role = OC_GUEST, .person = S("00ff")}), "g:00ff/");
}

static void test_mark(void **state)
{
	assert_int_equal(oc_mark(0, 0, 9), 0);
	assert_int_equal(oc_mark(4, 3, 9), 4);
	assert_int_equal(oc_mark(3, 4, 9), 4);
	assert_int_equal(oc_mark(3, 12, 9), 9);
}

static void test_delivered(void **state)
{
	assert_int_equal(oc_delivered(0, -1, 9), -1);
	assert_int_equal(oc_delivered(0, 0, 9), -1);
	assert_int_equal(oc_delivered(2, -1, 9), 2);
	assert_int_equal(oc_delivered(2, 5, 9), 5);
	assert_int_equal(oc_delivered(2, 12, 9), 9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		arena_test(test_actor),
		arena_test(test_subject),
		cmocka_unit_test(test_mark),
		cmocka_unit_test(test_delivered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
