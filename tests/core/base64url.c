#include "core/oc_base64url.h"
#include "support.h"

static const struct {
	const char *bytes, *text;
} pairs[] = {{"", ""}, {"f", "Zg"}, {"fo", "Zm8"}, {"foo", "Zm9v"}, {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"},
	{"foobar", "Zm9vYmFy"}, {"\xfb\xef\xbe", "----"}, {"\xff\xff\xff", "____"}, {"\xff", "_w"}};

static void test_encodes(void **state)
{
	for (size_t i = 0; i < COUNT(pairs); i++) {
		oc_str text = oc_base64url_encode(*state, oc_str_of(pairs[i].bytes));

		assert_str(text, pairs[i].text);
		assert_int_equal(text.p[text.n], 0);
	}
}

static void test_decodes(void **state)
{
	for (size_t i = 0; i < COUNT(pairs); i++) {
		oc_str bytes;

		assert_true(oc_base64url_decode(*state, oc_str_of(pairs[i].text), &bytes));
		assert_str(bytes, pairs[i].bytes);
	}
}

static void test_refuses_what_is_not_canonical(void **state)
{
	/* padding, the other alphabet, an impossible length, trailing bits, white space, foreign characters */
	static const char *const bad[] = {"Zg==", "Zg=", "+/+/", "Z", "Zm9vY", "Zh", "Zm9", "Zm9vYh", "Zm8\n", " Zm8",
		"Zm.v", "Zm\x80v", "Z@8v", "Z[8v", "Z`8v", "Z{8v", "Z:8v", "____="};

	for (size_t i = 0; i < COUNT(bad); i++) {
		oc_str bytes = {"untouched", 9};

		assert_false(oc_base64url_decode(*state, oc_str_of(bad[i]), &bytes));
		assert_str(bytes, "untouched");
	}
	assert_false(oc_base64url_decode(*state, S("Zm\0v"), &(oc_str){0}));
}

static void test_every_two_characters_have_one_meaning(void **state)
{
	unsigned accepted = 0;

	for (unsigned v = 0; v < 65536; v++) {
		const char text[2] = {(char)(v >> 8), (char)v};
		oc_str bytes;

		if (oc_base64url_decode(*state, (oc_str){text, 2}, &bytes)) {
			oc_str again = oc_base64url_encode(*state, bytes);

			assert_int_equal(bytes.n, 1);
			assert_true(oc_str_eq(again, (oc_str){text, 2}));
			accepted++;
		}
		oc_arena_reset(*state);
	}
	assert_int_equal(accepted, 256);
}

static void test_every_length_returns(void **state)
{
	char bytes[300];

	for (size_t i = 0; i < sizeof bytes; i++) {
		bytes[i] = (char)(i * 37);
	}
	for (size_t n = 0; n <= sizeof bytes; n++) {
		oc_str text = oc_base64url_encode(*state, (oc_str){bytes, n}), back;

		assert_int_equal(text.n, (n * 4 + 2) / 3);
		assert_true(oc_base64url_decode(*state, text, &back));
		assert_true(oc_str_eq(back, (oc_str){bytes, n}));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		arena_test(test_encodes),
		arena_test(test_decodes),
		arena_test(test_refuses_what_is_not_canonical),
		arena_test(test_every_two_characters_have_one_meaning),
		arena_test(test_every_length_returns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
