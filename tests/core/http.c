#include "core/oc_http.h"
#include "support.h"

static void test_a_request(void **state)
{
	oc_str bytes = S("GET /onlinechat/stream?conversation=7&after=2 HTTP/1.1\r\nHost: a\r\nONLINECHAT-ticket:  v1.x \r\n"
		"X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-For: 5.6.7.8, 9.9.9.9\r\nIf-None-Match: \"a\"\r\n\r\nrest");
	oc_http h;

	assert_int_equal(oc_http_parse(bytes, &h), OC_HTTP_OK);
	assert_str(h.method, "GET");
	assert_str(h.path, "/onlinechat/stream");
	assert_str(h.query, "conversation=7&after=2");
	assert_str(oc_http_name(&h), "stream");
	assert_str(h.ticket, "v1.x");
	/* The last was written by the proxy nearest to us. */
	assert_str(h.forwarded, "5.6.7.8, 9.9.9.9");
	assert_str(h.none_match, "\"a\"");
	assert_true(h.keep);
	assert_int_equal(h.size, bytes.n - 4);
}

static void test_any_cut_is_more(void **state)
{
	oc_str bytes = S("\r\nGET /status?shop=1 HTTP/1.0\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
	oc_http h;

	for (size_t n = 0; n < bytes.n; n++) {
		assert_int_equal(oc_http_parse((oc_str){bytes.p, n}, &h), OC_HTTP_MORE);
	}
	assert_int_equal(oc_http_parse(bytes, &h), OC_HTTP_OK);
	assert_false(h.keep);
	assert_int_equal(h.size, bytes.n);
}

static void test_who_closes(void **state)
{
	oc_http h;

	assert_int_equal(oc_http_parse(S("GET / HTTP/1.1\r\nConnection: keep-alive, Close\r\n\r\n"), &h), OC_HTTP_OK);
	assert_false(h.keep);
	assert_int_equal(oc_http_parse(S("GET / HTTP/1.1\r\nConnection: Upgrade\r\n\r\n"), &h), OC_HTTP_OK);
	assert_false(h.keep);
	assert_int_equal(oc_http_parse(S("GET / HTTP/1.1\r\nConnection: keep-alive\r\n\r\n"), &h), OC_HTTP_OK);
	assert_true(h.keep);
}

static void test_refused(void **state)
{
	static const struct {
		oc_str bytes;
		oc_http_result result;
	} wrong[] = {
		{S("GET / HTTP/1.1\nHost: a\n\n"), OC_HTTP_BAD},
		{S("GET /\r\n"), OC_HTTP_BAD},
		{S("GET  / HTTP/1.1\r\n"), OC_HTTP_BAD},
		{S("GET a HTTP/1.1\r\n"), OC_HTTP_BAD},
		{S("GET http://a/ HTTP/1.1\r\n"), OC_HTTP_BAD},
		{S("G(T / HTTP/1.1\r\n"), OC_HTTP_BAD},
		{S("GET /\x01 HTTP/1.1\r\n"), OC_HTTP_BAD},
		{S("GET /\xff HTTP/1.1\r\n"), OC_HTTP_BAD},
		{S("GET / HTTP/1.1 \r\n"), OC_HTTP_BAD},
		{S("GET / HTTPS/1.\r\n"), OC_HTTP_BAD},
		{S("GET / HTTP/2.0\r\n"), OC_HTTP_VERSION},
		{S("GET / HTTP/1.1\r\nno colon\r\n"), OC_HTTP_BAD},
		{S("GET / HTTP/1.1\r\n: v\r\n"), OC_HTTP_BAD},
		{S("GET / HTTP/1.1\r\nHost : a\r\n"), OC_HTTP_BAD},
		{S("GET / HTTP/1.1\r\nA: a\r\n folded\r\n"), OC_HTTP_BAD},
		{S("GET / HTTP/1.1\r\nA: a\rb\r\n"), OC_HTTP_BAD},
		{S("GET / HTTP/1.1\r\nOnlinechat-Ticket: a\r\nOnlinechat-Ticket: b\r\n"), OC_HTTP_BAD},
		{S("POST / HTTP/1.1\r\nContent-Length: 1\r\n"), OC_HTTP_BODY},
		{S("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"), OC_HTTP_BODY},
		{S("\x16\x03\x01\x02\n"), OC_HTTP_BAD},
	};
	oc_http h;

	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_int_equal(oc_http_parse(wrong[i].bytes, &h), wrong[i].result);
	}
}

static void test_too_large(void **state)
{
	oc_buf b = oc_buf_new(*state, 9000);
	oc_http h;

	oc_puts(&b, "GET / HTTP/1.1\r\nA: ");
	while (b.n < OC_HTTP_HEAD_MAX) {
		assert_int_equal(oc_http_parse(oc_buf_str(&b), &h), OC_HTTP_MORE);
		oc_puts(&b, "a");
	}
	assert_int_equal(oc_http_parse(oc_buf_str(&b), &h), OC_HTTP_LARGE);
	oc_puts(&b, "\r\n\r\n");
	assert_int_equal(oc_http_parse(oc_buf_str(&b), &h), OC_HTTP_LARGE);
}

static void test_parameters(void **state)
{
	oc_str v = {0}, query = S("a=1&path=%2Ffoo+b%c3%A9&empty=&flag&a2=%zz&twice=1&twice=2&cut=%4");
	bool bad = false;

	assert_true(oc_http_param(*state, query, "path", &v, &bad));
	assert_str(v, "/foo b\xc3\xa9");
	assert_true(oc_http_param(*state, query, "empty", &v, &bad));
	assert_int_equal(v.n, 0);
	assert_true(oc_http_param(*state, query, "flag", &v, &bad));
	assert_false(oc_http_param(*state, query, "fla", &v, &bad));
	assert_false(bad);
	assert_false(oc_http_param(*state, query, "a2", &v, &bad));
	assert_true(bad);
	bad = false;
	assert_false(oc_http_param(*state, query, "twice", &v, &bad));
	assert_true(bad);
	bad = false;
	assert_false(oc_http_param(*state, query, "cut", &v, &bad));
	assert_true(bad);
}

static void test_tags(void **state)
{
	assert_true(oc_http_matches(S("\"a\", W/\"b\""), S("\"b\"")));
	assert_true(oc_http_matches(S("*"), S("\"b\"")));
	assert_false(oc_http_matches(S("\"a\""), S("\"b\"")));
	assert_false(oc_http_matches(S(""), S("\"b\"")));
}

/* A million bytes of half-right requests: every answer is one of the answers, and no byte past the end is read (SAN=1). */
static void test_random(void **state)
{
	static const char *const words[] = {"GET ", "POST ", "/", "stream", "?a=", "%", "%4", "&", " HTTP/1.1", "\r\n", "\n", "\r", ":",
		"Host: a\r\n", "Onlinechat-Ticket: ", "Content-Length: 0\r\n", "Connection: close\r\n", "X-Forwarded-For: 1.2.3.4,", "\x00", "\xff", " ", "\t"};
	uint64_t seed = 7;

	for (int round = 0; round < 20000; round++) {
		size_t n = 0;
		char text[200], *exact;
		oc_http h;
		oc_str v;
		bool bad = false;

		while (n < sizeof text - 30) {
			const char *word = words[random_next(&seed) % COUNT(words)];
			size_t length = word[0] ? strlen(word) : 1;

			memcpy(text + n, word, length);
			n += length;
			if (random_next(&seed) % 12 == 0) {
				break;
			}
		}
		exact = malloc(n ? n : 1);
		memcpy(exact, text, n);
		if (oc_http_parse((oc_str){exact, n}, &h) == OC_HTTP_OK) {
			assert_true(h.size <= n);
			oc_http_name(&h);
		}
		oc_http_param(*state, (oc_str){exact, n}, "a", &v, &bad);
		free(exact);
		oc_arena_reset(*state);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		arena_test(test_a_request),
		arena_test(test_any_cut_is_more),
		arena_test(test_who_closes),
		arena_test(test_refused),
		arena_test(test_too_large),
		arena_test(test_parameters),
		arena_test(test_tags),
		arena_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
