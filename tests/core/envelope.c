#include "core/oc_envelope.h"
#include "support.h"

static void test_parts(void **state)
{
	oc_envelope e;

	assert_true(oc_envelope_parse(S("g:ab\t5,7\n{\"event\":\"message\",\"conversation\":7}"), &e));
	assert_str(e.visitor, "g:ab");
	assert_str(e.operators, "5,7");
	assert_str(e.name, "message");
	assert_str(e.json, "{\"event\":\"message\",\"conversation\":7}");
	assert_true(oc_envelope_parse(S("*\t*\n{\"event\":\"settings\",\"version\":3}"), &e));
	assert_str(e.operators, "*");
	assert_true(oc_envelope_parse(S("\t\n{\"event\":\"revoked\"}"), &e));
	assert_int_equal(e.visitor.n, 0);
	assert_int_equal(e.operators.n, 0);
}

static void test_refused(void **state)
{
	static const oc_str wrong[] = {S(""), S("\n"), S("\t\n"), S("{\"event\":\"message\"}"), S("a\t5\n"), S("a\t5,\n{\"event\":\"x\"}"),
		S("a\t,5\n{\"event\":\"x\"}"), S("a\t0\n{\"event\":\"x\"}"), S("a\t4294967296\n{\"event\":\"x\"}"), S("a\t5 7\n{\"event\":\"x\"}"),
		S("a\t5\n{\"event\":\"\"}"), S("a\t5\n{\"event\":\"X\"}"), S("a\t5\n{\"event\":\"x"), S("a\t5\n{\"event\":\"x\"}\n"),
		S("a\t5\n{\"event\":\"x\",\"a\":\r1}"), S("a\t5\n{\"conversation\":7}"), S("a\n\t{\"event\":\"x\"}")};
	oc_envelope e;

	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_false(oc_envelope_parse(wrong[i], &e));
	}
}

static void test_operators(void **state)
{
	oc_str list = S("5,4294967295");
	uint32_t id;

	assert_true(oc_envelope_operator(&list, &id));
	assert_int_equal(id, 5);
	assert_true(oc_envelope_operator(&list, &id));
	assert_int_equal(id, UINT32_MAX);
	assert_false(oc_envelope_operator(&list, &id));
}

/* A text may hold what looks like a member: there its quotes are escaped. */
static void test_members(void **state)
{
	oc_str json = S("{\"event\":\"message\",\"text\":\",\\\"number\\\":9,\",\"number\":3,\"subject\":\"c:7/s\",\"name\":\"a\\\"b\"}"), word;
	uint64_t v;

	assert_true(oc_event_number(json, "number", &v));
	assert_int_equal(v, 3);
	assert_true(oc_event_word(json, "subject", &word));
	assert_str(word, "c:7/s");
	assert_false(oc_event_number(json, "subject", &v));
	assert_false(oc_event_number(json, "revision", &v));
	assert_false(oc_event_word(json, "name", &word));
	assert_false(oc_event_word(json, "number", &word));
	assert_false(oc_event_word(S("{\"a\":\"never ends"), "a", &word));
}

static void test_frame(void **state)
{
	assert_str(oc_event_frame(*state, S("typing"), S("{\"event\":\"typing\"}")), "event: typing\ndata: {\"event\":\"typing\"}\n\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		arena_test(test_parts),
		arena_test(test_refused),
		arena_test(test_operators),
		arena_test(test_members),
		arena_test(test_frame),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
