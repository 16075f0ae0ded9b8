/* 100,000 random and mutated inputs a unit, the same in every run. Each input lies in a block of exactly its
 * size, so that the sanitizers see a read past its end. */
#include "core/oc_base64url.h"
#include "core/oc_json.h"
#include "core/oc_text.h"
#include "core/oc_ticket.h"
#include "core/oc_utf8.h"
#include "support.h"

#define ROUNDS 100000
#define NOW UINT64_C(1700000000000)

static const oc_str secret = S("a secret of thirty-two bytes ...");

static size_t below(uint64_t *seed, size_t n)
{
	return (size_t)(random_next(seed) % n);
}

/* Of the alphabets that come near a border: dots, digits, UTF-8 leads and continuations, anything. */
static char any_byte(uint64_t *seed)
{
	static const char likely[] = ".0123456789abcdefgcov-_=+/AZaz \n\"\\<\x80\xbf\xc0\xc2\xe0\xed\xef\xf0\xf4\xf5\xff";

	return below(seed, 3) ? likely[below(seed, sizeof likely)] : (char)random_next(seed);
}

static oc_str random_bytes(uint64_t *seed, size_t most)
{
	size_t n = below(seed, most + 1);
	char *p = malloc(n ? n : 1);

	for (size_t i = 0; i < n; i++) {
		p[i] = any_byte(seed);
	}
	return (oc_str){p, n};
}

/* s with up to four bytes changed, dropped, doubled or cut off. */
static oc_str mutated(uint64_t *seed, oc_str s)
{
	char *p = malloc(s.n + 4);
	oc_str out;

	memcpy(p, s.p, s.n);
	out = (oc_str){p, s.n};
	for (size_t times = 1 + below(seed, 4); times && out.n; times--) {
		size_t at = below(seed, out.n);

		switch (below(seed, 4)) {
			case 0:
				p[at] = any_byte(seed);
				break;
			case 1:
				memmove(p + at, p + at + 1, out.n - at - 1);
				out.n--;
				break;
			case 2:
				memmove(p + at + 1, p + at, out.n - at);
				out.n++;
				break;
			default:
				out.n = below(seed, 8) ? out.n : at;
		}
	}
	p = malloc(out.n ? out.n : 1);
	memcpy(p, out.p, out.n);
	free((char *)out.p);
	return (oc_str){p, out.n};
}

static void test_utf8(void **state)
{
	uint64_t seed = 1;
	unsigned valid = 0;

	for (int i = 0; i < ROUNDS; i++) {
		oc_str s = random_bytes(&seed, 12);
		size_t bad = oc_utf8_bad(s), cut = below(&seed, 14);
		oc_str head = oc_utf8_cut(s, cut);
		oc_error e;

		assert_true(bad <= s.n && head.n <= s.n);
		assert_true(oc_utf8_valid((oc_str){s.p, bad}));
		if (oc_utf8_valid(s)) {
			valid++;
			assert_true(oc_utf8_valid(head));
			assert_int_equal(oc_utf8_length(head), cut < oc_utf8_length(s) ? cut : oc_utf8_length(s));
		}
		assert_true(!oc_utf8_clean(s) || oc_utf8_valid(s));
		assert_int_equal(oc_text_check("text", s, 6, true, &e),
			oc_utf8_clean(s) && oc_utf8_length(s) <= 6 && !oc_utf8_blank(s));
		free((char *)s.p);
	}
	assert_in_range(valid, ROUNDS / 20, ROUNDS / 2);
}

static void test_json(void **state)
{
	uint64_t seed = 2;

	for (int i = 0; i < ROUNDS; i++) {
		oc_str s = random_bytes(&seed, 24), json;
		oc_buf b = oc_buf_new(*state, below(&seed, 8));

		oc_json_string(&b, s);
		json = oc_buf_str(&b);
		assert_true(oc_utf8_valid(json));
		assert_true(json.n >= 2 && json.p[0] == '"' && json.p[json.n - 1] == '"');
		for (size_t k = 1; k + 1 < json.n; k++) {
			assert_true((unsigned char)json.p[k] >= 0x20 && !strchr("<>&\x7f", json.p[k]));
			if (json.p[k] == '\\') {
				k++;
				assert_true(k + 1 < json.n && strchr("\"\\nrtu", json.p[k]));
			} else {
				assert_true(json.p[k] != '"');
			}
		}
		oc_arena_reset(*state);
		free((char *)s.p);
	}
}

static void test_base64url(void **state)
{
	uint64_t seed = 3;
	unsigned accepted = 0;

	for (int i = 0; i < ROUNDS; i++) {
		oc_str bytes = random_bytes(&seed, 40), text = oc_base64url_encode(*state, bytes), changed, back;

		assert_true(oc_base64url_decode(*state, text, &back) && oc_str_eq(back, bytes));
		changed = mutated(&seed, text);
		if (oc_base64url_decode(*state, changed, &back)) {
			assert_true(oc_str_eq(oc_base64url_encode(*state, back), changed));
			accepted++;
		}
		oc_arena_reset(*state);
		free((char *)bytes.p);
		free((char *)changed.p);
	}
	assert_true(accepted > 0 && accepted < ROUNDS);
}

static oc_identity random_person(uint64_t *seed, oc_arena *a)
{
	static const char hex[] = "0123456789abcdef";
	oc_role role = (oc_role)(1 + below(seed, 3));
	oc_identity who = {.role = role, .shop = 1 + (uint32_t)below(seed, 4), .first = NOW - 10, .issued = NOW - 5,
		.expires = NOW + 600000};
	oc_buf b = oc_buf_new(a, 32);

	if (role == OC_GUEST) {
		for (int i = 0; i < 32; i++) {
			oc_put(&b, (oc_str){&hex[below(seed, 16)], 1});
		}
	} else {
		oc_put_u64(&b, 1 + below(seed, UINT32_MAX));
	}
	who.person = oc_buf_str(&b);
	who.name = below(seed, 2) ? S("L\xc3\xa9" "a") : S("");
	who.language = below(seed, 2) ? S("fr") : S("");
	who.session = below(seed, 2) ? S("s-1") : S("");
	return who;
}

/* What is accepted is byte for byte what was signed: no changed ticket, and none in another form. */
static void test_mutated_tickets(void **state)
{
	uint64_t seed = 4;
	unsigned same = 0;

	for (int i = 0; i < ROUNDS; i++) {
		oc_identity who = random_person(&seed, *state), out;
		oc_str text = oc_ticket_make(*state, &who, secret, test_hmac), changed = mutated(&seed, text);
		oc_error e = {0};
		bool accepted = oc_ticket_verify(*state, changed, who.shop, &secret, 1, NOW, test_hmac, &out, &e);

		assert_int_equal(accepted, oc_str_eq(text, changed));
		assert_true(accepted || !strcmp(e.detail, "malformed") || !strcmp(e.detail, "forged"));
		if (accepted) {
			assert_true(oc_str_eq(oc_ticket_make(*state, &out, secret, test_hmac), text));
			same++;
		}
		oc_arena_reset(*state);
		free((char *)changed.p);
	}
	assert_true(same < ROUNDS / 2);
}

static void test_random_tickets(void **state)
{
	uint64_t seed = 5;

	for (int i = 0; i < ROUNDS; i++) {
		oc_str text = random_bytes(&seed, 200);
		oc_identity out;
		oc_error e = {0};

		assert_false(oc_ticket_verify(*state, text, 1, &secret, 1, NOW, test_hmac, &out, &e));
		assert_string_equal(e.detail, "malformed");
		oc_arena_reset(*state);
		free((char *)text.p);
	}
}

/* Well signed texts of a mutated form: what is accepted passes the rules and is made again the same. */
static void test_signed_mutations(void **state)
{
	uint64_t seed = 6;
	unsigned accepted = 0;

	for (int i = 0; i < ROUNDS; i++) {
		oc_identity who = random_person(&seed, *state), out;
		oc_str text = oc_ticket_make(*state, &who, secret, test_hmac), changed;
		oc_buf b = oc_buf_new(*state, text.n + 8);
		uint8_t mac[32];
		oc_error e = {0};

		changed = mutated(&seed, (oc_str){text.p, text.n - 44});
		test_hmac(secret, changed, mac);
		oc_put(&b, changed);
		oc_puts(&b, ".");
		oc_put(&b, oc_base64url_encode(*state, (oc_str){(char *)mac, 32}));
		if (oc_ticket_verify(*state, oc_buf_str(&b), who.shop, &secret, 1, NOW, test_hmac, &out, &e)) {
			assert_true(oc_identity_check(&out, &e));
			assert_int_equal(out.shop, who.shop);
			assert_true(oc_str_eq(oc_ticket_make(*state, &out, secret, test_hmac), oc_buf_str(&b)));
			accepted++;
		}
		oc_arena_reset(*state);
		free((char *)changed.p);
	}
	assert_true(accepted > ROUNDS / 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_utf8),
		arena_test(test_json),
		arena_test(test_base64url),
		arena_test(test_mutated_tickets),
		arena_test(test_random_tickets),
		arena_test(test_signed_mutations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
