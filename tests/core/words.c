#include "core/oc_utf8.h"
#include "core/oc_words.h"
#include "support.h"

/* What a text is split into: words with "|" between; pairs in "()", a last character alone in "[]". */
static const char *split(const char *text, size_t n)
{
	static char out[100000];
	oc_str s = {text, n};
	size_t at = 0, used = 0;
	oc_word w;

	out[0] = 0;
	while (oc_word_next(s, &at, &w)) {
		const char *open = w.last ? "[" : w.unspaced ? "(" : "", *close = w.last ? "]" : w.unspaced ? ")" : "";

		assert_true(w.text.p >= text && w.text.p + w.text.n <= text + n);
		assert_true(w.whole.p == w.text.p && w.whole.n >= w.text.n && w.text.n > 0);
		assert_true(oc_utf8_valid(w.whole) && oc_utf8_length(w.text) <= OC_WORD_MAX);
		assert_true(at > (size_t)(w.text.p - text) && at <= n);
		used += (size_t)snprintf(out + used, sizeof out - used, "%s%s%.*s%s", used ? "|" : "", open, (int)w.text.n, w.text.p,
			close);
	}
	assert_int_equal(at, n);
	assert_false(oc_word_next(s, &at, &w));
	return out;
}

static void check(const char *text, const char *expected)
{
	assert_string_equal(split(text, strlen(text)), expected);
}

static void test_letters_and_digits_of_many_scripts(void **state)
{
	check("", "");
	check(" .,-!?\t\n", "");
	check("Hello, world! 2 x A4", "Hello|world|2|x|A4");
	check("l'été à Noël: 3,50 €", "l|été|à|Noël|3|50");
	check("mail@example.com order_no-77", "mail|example|com|order|no|77");
	check("«Привет», мир… 5 м²", "Привет|мир|5|м²");
	check("Γειά σου· κόσμε;", "Γειά|σου|κόσμε");
	check("مرحبا، كيف الحال؟ ٣٤", "مرحبا|كيف|الحال|٣٤");
	check("שלום־עולם", "שלום|עולם");
	check("नमस्ते दुनिया। हिन्दी", "नमस्ते|दुनिया|हिन्दी");
	check("안녕하세요 세계", "안녕하세요|세계");
	check("Բարեւ՝ ձեզ", "Բարեւ|ձեզ");
	check("µm ªº straße ŒUVRE", "µm|ªº|straße|ŒUVRE");
	check("a×b÷c a–b—c “q”", "a|b|c|a|b|c|q");
	check("Full ａｂｃ１２！", "Full|ａｂｃ１２");
}

static void test_marks_and_joiners_belong_to_their_word(void **state)
{
	check("e\xCC\x81te\xCC\x81 x", "e\xCC\x81te\xCC\x81|x");
	check("\xCC\x81 \xCC\x81" "a", "a");
	check("می\xE2\x80\x8Cخواهم", "می\xE2\x80\x8Cخواهم");
	check("soft\xC2\xADware", "soft\xC2\xADware");
	check("كِتَابٌ", "كِتَابٌ");
}

static void test_emoji_are_no_words(void **state)
{
	check("👍", "");
	check("ok👍🏽fine 👩‍💻🇫🇷❤️ 1️⃣", "ok|fine|1️⃣");
}

static void test_scripts_without_spaces_go_by_pairs(void **state)
{
	check("日本語", "(日本)|(本語)|[語]");
	check("語", "[語]");
	check("私は、東京。", "(私は)|[は]|(東京)|[京]");
	check("iPhoneが2台", "iPhone|[が]|2|[台]");
	check("カﾞス ガス", "(カﾞス)|[ス]|(ガス)|[ス]");
	check("สวัสดี ครับ", "(สวั)|(วัส)|(สดี)|[ดี]|(ครั)|(รับ)|[บ]");
	check("ສະບາຍ", "(ສະ)|(ະບ)|(ບາ)|(າຍ)|[ຍ]");
	check("សួស្តី", "(សួស្)|(ស្តី)|[តី]");
	check("မြန်မာ", "(မြန်)|(န်မာ)|[မာ]");
	check("ㄅㄆ 々々", "(ㄅㄆ)|[ㄆ]|(々々)|[々]");
	check("𠀀𠀁", "(𠀀𠀁)|[𠀁]");
}

static void test_broken_bytes_end_a_word(void **state)
{
	static const oc_str broken = S("ab\xFF" "cd\xC3 \xE6\x97x\xF0\x9F\x98");

	assert_string_equal(split(broken.p, broken.n), "ab|cd|x");
	assert_string_equal(split("a\0b", 3), "a|b");
	assert_string_equal(split("\xE6\x97\xA5\xE6\x97", 5), "[日]");
}

static void test_every_cut_of_a_text_is_read_within_its_bytes(void **state)
{
	static const char whole[] = "a日本é\xCC\x81👍สวั\xFF" "z";

	for (size_t n = 0; n < sizeof whole; n++) {
		char *exact = malloc(n + !n);

		memcpy(exact, whole, n);
		split(exact, n);
		free(exact);
	}
}

static void test_long_words_are_cut(void **state)
{
	char text[4 * 4000 + 1];
	size_t at = 0;
	oc_word w;

	memset(text, 'a', 4000);
	memcpy(text + 4000, " b", 3);
	assert_true(oc_word_next((oc_str){text, 4002}, &at, &w));
	assert_int_equal(w.text.n, OC_WORD_MAX);
	assert_int_equal(w.whole.n, 4000);
	assert_true(oc_word_next((oc_str){text, 4002}, &at, &w));
	assert_int_equal(w.text.n, 1);
	assert_int_equal(at, 4002);

	for (size_t i = 0; i < 4000; i++) {
		memcpy(text + 3 * i, "語", 3);
	}
	at = 0;
	for (size_t i = 0; i < 4000; i++) {
		assert_true(oc_word_next((oc_str){text, 3 * 4000}, &at, &w));
		assert_int_equal(w.text.n, i < 3999 ? 6 : 3);
		assert_int_equal(w.last, i == 3999);
	}
	assert_false(oc_word_next((oc_str){text, 3 * 4000}, &at, &w));

	/* A letter with 3,999 marks upon it. */
	memcpy(text, "\xE8\xAA\x9E", 3);
	for (size_t i = 0; i < 3999; i++) {
		memcpy(text + 3 + 2 * i, "\xCC\x81", 2);
	}
	at = 0;
	assert_true(oc_word_next((oc_str){text, 3 + 2 * 3999}, &at, &w));
	assert_int_equal(w.text.n, 3 + 2 * (OC_WORD_MAX - 1));
	assert_int_equal(at, 3 + 2 * 3999);
}

static void test_any_bytes_end(void **state)
{
	char text[64];
	uint32_t seed = 1;

	for (unsigned i = 0; i < 20000; i++) {
		for (size_t k = 0; k < sizeof text; k++) {
			seed = seed * 1664525 + 1013904223;
			text[k] = (char)(seed >> 24);
		}
		split(text, sizeof text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letters_and_digits_of_many_scripts),
		cmocka_unit_test(test_marks_and_joiners_belong_to_their_word),
		cmocka_unit_test(test_emoji_are_no_words),
		cmocka_unit_test(test_scripts_without_spaces_go_by_pairs),
		cmocka_unit_test(test_broken_bytes_end_a_word),
		cmocka_unit_test(test_every_cut_of_a_text_is_read_within_its_bytes),
		cmocka_unit_test(test_long_words_are_cut),
		cmocka_unit_test(test_any_bytes_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
