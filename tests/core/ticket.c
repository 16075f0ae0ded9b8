#include "core/oc_base64url.h"
#include "core/oc_text.h"
#include "core/oc_ticket.h"
#include "support.h"

#define NOW UINT64_C(1700000000000)
#define GUEST "0123456789abcdef0123456789abcdef"

static const oc_str secret = S("a secret of thirty-two bytes ...");
static const oc_str other = S("another secret of thirty-two b..");

static oc_identity person(oc_role role)
{
	return (oc_identity){.role = role, .shop = 3, .person = role == OC_GUEST ? S(GUEST) : S("42"),
		.name = S("Zo\xc3\xab Martin"), .language = S("fr-ca"), .session = S("a_B-9"), .first = NOW - 5000,
		.issued = NOW - 1000, .expires = NOW + 599000};
}

static oc_str ticket(oc_arena *a, oc_role role)
{
	oc_identity who = person(role);

	return oc_ticket_make(a, &who, secret, test_hmac);
}

static bool verify(oc_arena *a, oc_str text, oc_identity *out, oc_error *e)
{
	*e = (oc_error){0};
	return oc_ticket_verify(a, text, 3, &secret, 1, NOW, test_hmac, out, e);
}

static void assert_refused(oc_arena *a, oc_str text, const char *reason)
{
	oc_identity out, before;
	oc_error e;

	memset(&out, 0x5a, sizeof out);
	memcpy(&before, &out, sizeof out);
	if (verify(a, text, &out, &e)) {
		fail_msg("accepted: %.*s", (int)text.n, text.p);
	}
	assert_int_equal(e.cause, OC_E_TICKET);
	assert_string_equal(e.detail, reason);
	assert_memory_equal(&out, &before, sizeof out);
}

/* A well signed ticket with this text before the signature. */
static oc_str signed_text(oc_arena *a, const char *text)
{
	uint8_t mac[32];
	oc_buf b = oc_buf_new(a, 100);

	test_hmac(secret, oc_str_of(text), mac);
	oc_puts(&b, text);
	oc_puts(&b, ".");
	oc_put(&b, oc_base64url_encode(a, (oc_str){(char *)mac, 32}));
	return oc_buf_str(&b);
}

static void test_text_of_a_ticket(void **state)
{
	oc_str text = ticket(*state, OC_CUSTOMER);
	const char *expected = "v1.3.c.42.fr-ca.a_B-9.1699999995000.1699999999000.1700000599000.Wm_DqyBNYXJ0aW4";

	assert_memory_equal(text.p, expected, strlen(expected));
	assert_true(oc_str_eq(text, signed_text(*state, expected)));
}

static void test_a_supervisor_is_an_operator_with_a_letter_of_their_own(void **state)
{
	oc_identity who = person(OC_OPERATOR), out;
	oc_error e = {0};
	oc_str text;

	who.supervisor = true;
	text = oc_ticket_make(*state, &who, secret, test_hmac);
	assert_memory_equal(text.p, "v1.3.s.42.", 10);
	assert_true(verify(*state, text, &out, &e));
	assert_true(out.supervisor);
	assert_int_equal(out.role, OC_OPERATOR);
	assert_int_equal(out.id, 42);
	assert_true(verify(*state, ticket(*state, OC_OPERATOR), &out, &e));
	assert_false(out.supervisor);
	who = person(OC_CUSTOMER);
	who.supervisor = true;
	assert_false(oc_identity_check(&who, &e));
	assert_string_equal(e.detail, "supervisor");
}

static void test_what_was_made_is_verified(void **state)
{
	for (int role = OC_GUEST; role <= OC_OPERATOR; role++) {
		oc_identity who = person((oc_role)role), out;
		oc_error e;

		assert_true(verify(*state, ticket(*state, (oc_role)role), &out, &e));
		assert_int_equal(out.role, role);
		assert_int_equal(out.shop, 3);
		assert_true(oc_str_eq(out.person, who.person) && oc_str_eq(out.name, who.name));
		assert_true(oc_str_eq(out.language, who.language) && oc_str_eq(out.session, who.session));
		assert_int_equal(out.first, who.first);
		assert_int_equal(out.issued, who.issued);
		assert_int_equal(out.expires, who.expires);
		assert_int_equal(out.id, role == OC_GUEST ? 0 : 42);
	}
}

static void test_result_outlives_the_text(void **state)
{
	oc_str text = ticket(*state, OC_GUEST);
	char *copy = malloc(text.n);
	oc_identity out;
	oc_error e;

	memcpy(copy, text.p, text.n);
	assert_true(verify(*state, (oc_str){copy, text.n}, &out, &e));
	free(copy);
	assert_str(out.person, GUEST);
	assert_str(out.session, "a_B-9");
}

static void test_empty_and_longest_fields(void **state)
{
	oc_identity who = {.role = OC_OPERATOR, .shop = UINT32_MAX, .person = S("4294967295"), .first = 1, .issued = NOW,
		.expires = (UINT64_C(1) << 53) - 1}, out;
	oc_buf name = oc_buf_new(*state, 320);
	oc_error e;
	oc_str text = oc_ticket_make(*state, &who, secret, test_hmac);

	assert_true(oc_ticket_verify(*state, text, UINT32_MAX, &secret, 1, NOW, test_hmac, &out, &e));
	assert_int_equal(out.name.n + out.language.n + out.session.n, 0);
	for (int i = 0; i < OC_NAME_MAX; i++) {
		oc_puts(&name, "\xf0\x9f\x98\x80");
	}
	who.name = oc_buf_str(&name);
	who.language = S("abc-12345678");
	who.session = S("0123456789012345678901234567890123456789012345678901234567890123");
	text = oc_ticket_make(*state, &who, secret, test_hmac);
	assert_true(text.n <= OC_TICKET_MAX);
	assert_true(oc_ticket_verify(*state, text, UINT32_MAX, &secret, 1, NOW, test_hmac, &out, &e));
	assert_true(oc_str_eq(out.name, who.name));
	assert_int_equal(out.id, UINT32_MAX);
}

#define REST "..1699999995000.1699999999000.1700000599000."

static void test_malformed_even_if_well_signed(void **state)
{
	static const char *const bad[] = {
		"", "v1", "v2.3.c.42." REST, "v1.3.c.42" REST ".x", "v1.3.c.42.fr" "..1.2",
		"v1.0.c.42" "." REST, "v1.03.c.42" "." REST, "v1.4294967296.c.42" "." REST, "v1.-3.c.42" "." REST,
		"v1..c.42" "." REST, "v1.3.x.42" "." REST, "v1.3..42" "." REST, "v1.3.cc.42" "." REST, "v1.3.C.42" "." REST,
		"v1.3.c.0" "." REST, "v1.3.c.042" "." REST, "v1.3.c.4294967296" "." REST, "v1.3.c." "." REST,
		"v1.3.c.4x" "." REST, "v1.3.g.42" "." REST, "v1.3.g.0123456789ABCDEF0123456789abcdef" "." REST,
		"v1.3.c." GUEST "." REST, "v1.3.c.42.e" ".." "1699999995000.1699999999000.1700000599000.",
		"v1.3.c.42..a b.1699999995000.1699999999000.1700000599000.",
		"v1.3.c.42...0.1699999999000.1700000599000.", "v1.3.c.42...1699999995000.01699999999000.1700000599000.",
		"v1.3.c.42...1699999995000.1699999999000.9007199254740992.",
		"v1.3.c.42...1699999995000.1699999999000.1699999999000.",
		"v1.3.c.42...1699999995000.1699999999000.1699999998000.",
		"v1.3.c.42...1699999995000.1699999999000.1700000599000.Zh",
		"v1.3.c.42...1699999995000.1699999999000.1700000599000.Zg==",
		"v1.3.c.42...1699999995000.1699999999000.1700000599000._w",
		"v1.3.c.42...1699999995000.1699999999000.1700000599000.AA",
		"v1.3.c.42...1699999995000.1699999999000.1700000599000.Cg",
	};

	assert_true(verify(*state, signed_text(*state, "v1.3.c.42." REST), &(oc_identity){0}, &(oc_error){0}));
	for (size_t i = 0; i < COUNT(bad); i++) {
		assert_refused(*state, signed_text(*state, bad[i]), "malformed");
	}
}

static void test_form_comes_before_all_else(void **state)
{
	oc_buf b = oc_buf_new(*state, 2000);

	assert_refused(*state, S(""), "malformed");
	assert_refused(*state, (oc_str){NULL, 0}, "malformed");
	assert_refused(*state, S(".........."), "malformed");
	assert_refused(*state, S("v1.3.c.42." REST), "malformed");
	assert_refused(*state, S("v1.3.c.42." REST ".short"), "malformed");
	for (int i = 0; i < OC_TICKET_MAX + 1; i++) {
		oc_puts(&b, ".");
	}
	assert_refused(*state, oc_buf_str(&b), "malformed");
}

/* Every byte of a ticket, changed in every bit: never accepted, never anything but malformed or forged. */
static void test_no_changed_byte_is_accepted(void **state)
{
	for (int role = OC_GUEST; role <= OC_OPERATOR; role++) {
		oc_str text = oc_dup(*state, ticket(*state, (oc_role)role));

		for (size_t i = 0; i < text.n; i++) {
			for (int bit = 0; bit < 8; bit++) {
				oc_arena scratch = {0};
				oc_identity out;
				oc_error e;

				((char *)text.p)[i] ^= (char)(1 << bit);
				assert_false(verify(&scratch, text, &out, &e));
				assert_true(!strcmp(e.detail, "malformed") || !strcmp(e.detail, "forged"));
				((char *)text.p)[i] ^= (char)(1 << bit);
				oc_arena_free(&scratch);
			}
		}
		assert_true(verify(*state, text, &(oc_identity){0}, &(oc_error){0}));
	}
}

static void test_no_part_of_a_ticket_is_accepted(void **state)
{
	oc_str text = ticket(*state, OC_GUEST);

	for (size_t n = 0; n < text.n; n++) {
		assert_refused(*state, (oc_str){text.p, n}, "malformed");
	}
	assert_refused(*state, oc_format(*state, "%sA", text.p), "malformed");
	assert_refused(*state, oc_format(*state, "%s ", text.p), "malformed");
}

static void test_forged(void **state)
{
	oc_identity who = person(OC_CUSTOMER);

	assert_refused(*state, oc_ticket_make(*state, &who, other, test_hmac), "forged");
	who.shop = 4; /* of another shop, with another secret: not ours at all */
	assert_refused(*state, oc_ticket_make(*state, &who, other, test_hmac), "forged");
	who.expires = NOW - 1;
	assert_refused(*state, oc_ticket_make(*state, &who, other, test_hmac), "forged");
}

static void test_foreign(void **state)
{
	oc_identity who = person(OC_CUSTOMER);

	who.shop = 4;
	assert_refused(*state, oc_ticket_make(*state, &who, secret, test_hmac), "foreign");
	who.issued = NOW - 10;
	who.expires = NOW - 5; /* shop before time */
	assert_refused(*state, oc_ticket_make(*state, &who, secret, test_hmac), "foreign");
}

static void test_time(void **state)
{
	oc_identity who = person(OC_CUSTOMER), out;
	oc_error e;

	who.expires = NOW + 1;
	assert_true(verify(*state, oc_ticket_make(*state, &who, secret, test_hmac), &out, &e));
	who.expires = NOW;
	assert_refused(*state, oc_ticket_make(*state, &who, secret, test_hmac), "expired");
	who.expires = NOW + 900000;
	who.issued = NOW + OC_TICKET_SKEW_MS;
	assert_true(verify(*state, oc_ticket_make(*state, &who, secret, test_hmac), &out, &e));
	who.issued = NOW + OC_TICKET_SKEW_MS + 1;
	assert_refused(*state, oc_ticket_make(*state, &who, secret, test_hmac), "expired");
	assert_false(verify(*state, oc_ticket_make(*state, &who, secret, test_hmac), &out, &e));
	assert_non_null(strstr(e.message, "clock"));
}

static void test_two_secrets_while_one_is_replaced(void **state)
{
	const oc_str both[] = {other, secret}, swapped[] = {secret, other};
	oc_str text = ticket(*state, OC_GUEST);
	oc_identity out;
	oc_error e;

	assert_true(oc_ticket_verify(*state, text, 3, both, 2, NOW, test_hmac, &out, &e));
	assert_true(oc_ticket_verify(*state, text, 3, swapped, 2, NOW, test_hmac, &out, &e));
	assert_false(oc_ticket_verify(*state, text, 3, &other, 1, NOW, test_hmac, &out, &e));
	assert_string_equal(e.detail, "forged");
	assert_false(oc_ticket_verify(*state, text, 3, NULL, 0, NOW, test_hmac, &out, &e));
	assert_string_equal(e.detail, "forged");
}

static unsigned hmac_calls;

static void counting_hmac(oc_str key, oc_str data, uint8_t out[32])
{
	hmac_calls++;
	test_hmac(key, data, out);
}

static void test_every_secret_is_tried_to_the_end(void **state)
{
	const oc_str both[] = {secret, other};
	oc_identity out;
	oc_error e;

	hmac_calls = 0;
	assert_true(oc_ticket_verify(*state, ticket(*state, OC_GUEST), 3, both, 2, NOW, counting_hmac, &out, &e));
	assert_int_equal(hmac_calls, 2);
}

static void test_equal_constant_time(void **state)
{
	unsigned char a[64], b[64];

	memset(a, 0xa5, sizeof a);
	memcpy(b, a, sizeof a);
	assert_true(oc_equal_constant_time(a, b, sizeof a));
	assert_true(oc_equal_constant_time(a, b, 0));
	for (size_t i = 0; i < sizeof a; i++) {
		for (int bit = 0; bit < 8; bit++) {
			b[i] ^= (unsigned char)(1 << bit);
			assert_false(oc_equal_constant_time(a, b, sizeof a));
			assert_true(oc_equal_constant_time(a, b, i));
			b[i] = a[i];
		}
	}
}

static void assert_identity(oc_identity who, const char *field, const char *message)
{
	oc_error e = {0};

	assert_false(oc_identity_check(&who, &e));
	assert_invalid(&e, field, message);
}

static void test_identity(void **state)
{
	static const char person_rule[] = "person: must be a number from 1 to 4294967295 without leading zero";
	oc_buf name = oc_buf_new(*state, 400);
	oc_identity who;
	oc_error e;

	for (int role = OC_GUEST; role <= OC_OPERATOR; role++) {
		who = person((oc_role)role);
		assert_true(oc_identity_check(&who, &e));
	}
	for (int i = 0; i < OC_NAME_MAX; i++) {
		oc_puts(&name, "\xf0\x9f\x98\x80");
	}
	who.name = oc_buf_str(&name);
	assert_true(oc_identity_check(&who, &e));
	oc_puts(&name, "x");
	assert_identity((oc_identity){.role = OC_OPERATOR, .person = S("1"), .name = oc_buf_str(&name)}, "name",
		"name: at most 80 characters, got 81");
	assert_identity((oc_identity){.role = 0, .person = S("1")}, "role", "role: must be guest, customer or operator");
	assert_identity((oc_identity){.role = 4, .person = S("1")}, "role", "role: must be guest, customer or operator");
	assert_identity((oc_identity){.role = OC_CUSTOMER, .person = S("0")}, "person", person_rule);
	assert_identity((oc_identity){.role = OC_OPERATOR, .person = S("01")}, "person", person_rule);
	assert_identity((oc_identity){.role = OC_OPERATOR, .person = S("")}, "person", person_rule);
	assert_identity((oc_identity){.role = OC_OPERATOR, .person = S("4294967296")}, "person", person_rule);
	assert_identity((oc_identity){.role = OC_GUEST, .person = S("1")}, "person",
		"person: a guest's must be 32 lower-case hex digits");
	assert_identity((oc_identity){.role = OC_CUSTOMER, .person = S("1"), .name = S("a\nb")}, "name",
		"name: must be one line without tabs");
	assert_identity((oc_identity){.role = OC_CUSTOMER, .person = S("1"), .name = S("\xff")}, "name",
		"name: must be valid UTF-8, byte 1 is not");
	assert_identity((oc_identity){.role = OC_CUSTOMER, .person = S("1"), .language = S("english")}, "language",
		"language: must be a code such as \"en\" or \"fr-ca\", or empty");
	assert_identity((oc_identity){.role = OC_CUSTOMER, .person = S("1"), .session = S("a.b")}, "session",
		"session: at most 64 of A-Z, a-z, 0-9, _ and -");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		arena_test(test_text_of_a_ticket),
		arena_test(test_a_supervisor_is_an_operator_with_a_letter_of_their_own),
		arena_test(test_what_was_made_is_verified),
		arena_test(test_result_outlives_the_text),
		arena_test(test_empty_and_longest_fields),
		arena_test(test_malformed_even_if_well_signed),
		arena_test(test_form_comes_before_all_else),
		arena_test(test_no_changed_byte_is_accepted),
		arena_test(test_no_part_of_a_ticket_is_accepted),
		arena_test(test_forged),
		arena_test(test_foreign),
		arena_test(test_time),
		arena_test(test_two_secrets_while_one_is_replaced),
		arena_test(test_every_secret_is_tried_to_the_end),
		cmocka_unit_test(test_equal_constant_time),
		arena_test(test_identity),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
