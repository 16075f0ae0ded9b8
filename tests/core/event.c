#include "core/oc_event.h"
#include "support.h"

static void test_message(void **state)
{
	const oc_message m = {.number = 3, .author = OC_BY_VISITOR, .name = S("Z\xc3\xb6" "e <b>"), .text = S("Hi \"you\"\n"),
		.at = 1700000000123};

	assert_str(oc_event_message(*state, 7, &m, OC_ONGOING, 5),
		"{\"event\":\"message\",\"conversation\":7,\"number\":3,\"author\":\"visitor\",\"name\":\"Z\xc3\xb6" "e \\u003cb\\u003e\","
		"\"text\":\"Hi \\\"you\\\"\\n\",\"at\":1700000000123,\"status\":\"ongoing\",\"revision\":5}");
}

static void test_note_says_so(void **state)
{
	const oc_message m = {.number = 1, .author = OC_BY_NOTE, .name = S(""), .text = S("VIP"), .at = 1};

	assert_non_null(strstr(oc_event_message(*state, 1, &m, OC_ONGOING, 1).p, "\"author\":\"note\""));
}

static void test_longest_message(void **state)
{
	oc_buf b = oc_buf_new(*state, 4000);
	oc_message m = {.number = 1, .author = OC_BY_OPERATOR, .at = 1};
	oc_str json;

	for (int i = 0; i < 4000; i++) {
		oc_puts(&b, "<");
	}
	m.text = oc_buf_str(&b);
	json = oc_event_message(*state, 1, &m, OC_WAITING, 0);
	assert_true(json.n > 24000);
	assert_int_equal(json.p[json.n - 1], '}');
	assert_int_equal(json.p[json.n], 0);
}

static void test_state_with_operator(void **state)
{
	assert_str(oc_event_state(*state, UINT64_C(9007199254740993), OC_ONGOING, 8, 12, S("L\xc3\xa9" "a"), true, 0),
		"{\"event\":\"state\",\"conversation\":9007199254740993,\"status\":\"ongoing\",\"revision\":8,\"operator\":12,"
		"\"operatorName\":\"L\xc3\xa9" "a\",\"operatorAway\":true,\"position\":0}");
}

static void test_state_without_operator(void **state)
{
	assert_str(oc_event_state(*state, 7, OC_WAITING, 1, 0, S("ignored"), false, 4),
		"{\"event\":\"state\",\"conversation\":7,\"status\":\"waiting\",\"revision\":1,\"operator\":null,"
		"\"operatorName\":null,\"operatorAway\":false,\"position\":4}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		arena_test(test_message),
		arena_test(test_note_says_so),
		arena_test(test_longest_message),
		arena_test(test_state_with_operator),
		arena_test(test_state_without_operator),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
