#include "core/oc_ticket.h"

#include <string.h>

#include "core/oc_base64url.h"
#include "core/oc_text.h"

/* Times stay exact in a browser's numbers and in PHP's. */
#define TIME_MAX ((UINT64_C(1) << 53) - 1)

static const char role_letter[] = {0, 'g', 'c', 'o'};
static const char supervisor_letter = 's';

bool oc_equal_constant_time(const void *a, const void *b, size_t n)
{
	const volatile unsigned char *p = a, *q = b;
	unsigned char different = 0;

	for (size_t i = 0; i < n; i++) {
		different |= p[i] ^ q[i];
	}
	return different == 0;
}

static bool person_check(const oc_identity *who, oc_error *e)
{
	if (who->role == OC_GUEST) {
		return oc_str_is_key(who->person) ||
			oc_fail(e, OC_E_INVALID, "person", "person: a guest's must be 32 lower-case hex digits");
	}
	return oc_str_is_number(who->person, UINT32_MAX, NULL) ||
		oc_fail(e, OC_E_INVALID, "person", "person: must be a number from 1 to 4294967295 without leading zero");
}

static bool line_check(const char *field, oc_str text, size_t most, oc_error *e)
{
	if (!oc_text_check(field, text, most, false, e)) {
		return false;
	}
	for (size_t i = 0; i < text.n; i++) {
		if ((unsigned char)text.p[i] < 0x20) {
			return oc_fail(e, OC_E_INVALID, field, "%s: must be one line without tabs", field);
		}
	}
	return true;
}

static bool about_check(const oc_identity *who, oc_error *e)
{
	if ((who->email.n || who->phone.n) && who->role != OC_CUSTOMER) {
		return oc_fail(e, OC_E_INVALID, who->email.n ? "email" : "phone", "%s: is for customers",
			who->email.n ? "email" : "phone");
	}
	return line_check("email", who->email, OC_EMAIL_MAX, e) && line_check("phone", who->phone, OC_PHONE_MAX, e);
}

bool oc_identity_check(const oc_identity *who, oc_error *e)
{
	if (who->role < OC_GUEST || who->role > OC_OPERATOR) {
		return oc_fail(e, OC_E_INVALID, "role", "role: must be guest, customer or operator");
	}
	if (who->supervisor && who->role != OC_OPERATOR) {
		return oc_fail(e, OC_E_INVALID, "supervisor", "supervisor: must be an operator");
	}
	if (!person_check(who, e) || !line_check("name", who->name, OC_NAME_MAX, e) || !about_check(who, e)) {
		return false;
	}
	if (!oc_str_is_language(who->language)) {
		return oc_fail(e, OC_E_INVALID, "language", "language: must be a code such as \"en\" or \"fr-ca\", or empty");
	}
	if (!oc_str_is_session(who->session)) {
		return oc_fail(e, OC_E_INVALID, "session", "session: at most 64 of A-Z, a-z, 0-9, _ and -");
	}
	return true;
}

static oc_str sign(oc_arena *a, oc_str signed_part, oc_str secret, oc_hmac hmac)
{
	uint8_t mac[32];

	hmac(secret, signed_part, mac);
	return oc_base64url_encode(a, (oc_str){(const char *)mac, sizeof mac});
}

static void put_field(oc_buf *b, oc_str s)
{
	oc_put(b, s);
	oc_put(b, OC_STR("."));
}

static void put_number(oc_buf *b, uint64_t v)
{
	oc_put_u64(b, v);
	oc_put(b, OC_STR("."));
}

oc_str oc_ticket_make(oc_arena *a, const oc_identity *who, oc_str secret, oc_hmac hmac)
{
	oc_buf b = oc_buf_new(a, OC_TICKET_MAX);
	oc_str signature;

	put_field(&b, OC_STR("v1"));
	put_number(&b, who->shop);
	put_field(&b, (oc_str){who->supervisor ? &supervisor_letter : &role_letter[who->role], 1});
	put_field(&b, who->person);
	put_field(&b, who->language);
	put_field(&b, who->session);
	put_number(&b, who->first);
	put_number(&b, who->issued);
	put_number(&b, who->expires);
	oc_put(&b, oc_base64url_encode(a, who->name));
	if (who->email.n || who->phone.n) {
		oc_buf about = oc_buf_new(a, who->email.n + who->phone.n + 2);

		oc_put(&about, who->email);
		oc_puts(&about, "\n");
		oc_put(&about, who->phone);
		oc_puts(&b, ".");
		oc_put(&b, oc_base64url_encode(a, oc_buf_str(&about)));
	}
	signature = sign(a, oc_buf_str(&b), secret, hmac);
	oc_put(&b, OC_STR("."));
	oc_put(&b, signature);
	return oc_buf_str(&b);
}

enum { VERSION, SHOP, ROLE, PERSON, LANGUAGE, SESSION, FIRST, ISSUED, EXPIRES, NAME, ABOUT, SIGNATURE, FIELDS };

static bool split(oc_str s, oc_str field[FIELDS])
{
	size_t n = 0, from = 0;

	for (size_t i = 0; i <= s.n; i++) {
		if (i == s.n || s.p[i] == '.') {
			if (n == FIELDS) {
				return false;
			}
			field[n++] = (oc_str){s.p + from, i - from};
			from = i + 1;
		}
	}
	if (n == FIELDS - 1) {
		field[SIGNATURE] = field[ABOUT];
		field[ABOUT] = OC_STR("");
		return true;
	}
	return n == FIELDS && field[ABOUT].n > 0;
}

static bool read_about(oc_arena *a, oc_str coded, oc_identity *out)
{
	const char *feed;
	oc_str text;

	out->email = out->phone = OC_STR("");
	if (coded.n == 0) {
		return true;
	}
	if (!oc_base64url_decode(a, coded, &text) || !(feed = memchr(text.p, '\n', text.n))) {
		return false;
	}
	out->email = (oc_str){text.p, (size_t)(feed - text.p)};
	out->phone = (oc_str){feed + 1, text.n - out->email.n - 1};
	return true;
}

static bool read_role(oc_str s, oc_identity *out)
{
	out->supervisor = s.n == 1 && s.p[0] == supervisor_letter;
	if (out->supervisor) {
		out->role = OC_OPERATOR;
		return true;
	}
	for (unsigned role = OC_GUEST; s.n == 1 && role <= OC_OPERATOR; role++) {
		if (s.p[0] == role_letter[role]) {
			out->role = (oc_role)role;
			return true;
		}
	}
	return false;
}

/* Name by name the form of a ticket; which part was wrong helps nobody who did not make it. */
static bool parse(oc_arena *a, oc_str ticket, oc_identity *out, oc_str field[FIELDS])
{
	uint64_t shop;
	oc_error ignored;
	oc_str mac;

	if (!split(ticket, field) || !oc_str_eq(field[VERSION], OC_STR("v1")) ||
		!oc_str_is_number(field[SHOP], UINT32_MAX, &shop) || !read_role(field[ROLE], out)) {
		return false;
	}
	if (!oc_str_is_number(field[FIRST], TIME_MAX, &out->first) ||
		!oc_str_is_number(field[ISSUED], TIME_MAX, &out->issued) ||
		!oc_str_is_number(field[EXPIRES], TIME_MAX, &out->expires) || out->expires <= out->issued) {
		return false;
	}
	out->shop = (uint32_t)shop;
	out->person = field[PERSON];
	out->language = field[LANGUAGE];
	out->session = field[SESSION];
	out->id = 0;
	if (!oc_base64url_decode(a, field[NAME], &out->name) || !read_about(a, field[ABOUT], out) || !oc_base64url_decode(a, field[SIGNATURE], &mac) ||
		mac.n != 32 || !oc_identity_check(out, &ignored)) {
		return false;
	}
	return out->role == OC_GUEST || oc_str_u64(out->person, &out->id);
}

/* Every secret is tried to the end: the time taken says nothing about which one fits, or how nearly. */
static bool signed_by_us(oc_arena *a, oc_str ticket, oc_str signature, const oc_str *secrets, size_t n, oc_hmac hmac)
{
	oc_str signed_part = {ticket.p, ticket.n - signature.n - 1};
	unsigned fits = 0;

	for (size_t i = 0; i < n; i++) {
		oc_str expected = sign(a, signed_part, secrets[i], hmac);

		fits |= oc_equal_constant_time(expected.p, signature.p, expected.n);
	}
	return fits != 0;
}

bool oc_ticket_verify(oc_arena *a, oc_str ticket, uint32_t shop, const oc_str *secrets, size_t n_secrets,
	uint64_t now_ms, oc_hmac hmac, oc_identity *out, oc_error *e)
{
	oc_str field[FIELDS];
	oc_identity who;

	if (ticket.n > OC_TICKET_MAX) {
		return oc_fail(e, OC_E_TICKET, "malformed", "The ticket is longer than %d bytes", OC_TICKET_MAX);
	}
	ticket = oc_dup(a, ticket);
	if (!parse(a, ticket, &who, field)) {
		return oc_fail(e, OC_E_TICKET, "malformed", "The ticket has not the form of a ticket");
	}
	if (!signed_by_us(a, ticket, field[SIGNATURE], secrets, n_secrets, hmac)) {
		return oc_fail(e, OC_E_TICKET, "forged", "The ticket was not signed with this shop's secret");
	}
	if (who.shop != shop) {
		return oc_fail(e, OC_E_TICKET, "foreign", "The ticket is of another shop");
	}
	if (who.expires <= now_ms) {
		return oc_fail(e, OC_E_TICKET, "expired", "The ticket has expired: ask for a new one");
	}
	if (who.issued > now_ms + OC_TICKET_SKEW_MS) {
		return oc_fail(e, OC_E_TICKET, "expired",
			"The ticket is of a time to come: the clock of the server that made it and this one's differ by over a minute");
	}
	*out = who;
	return true;
}
