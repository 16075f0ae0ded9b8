#include "core/oc_text.h"

#include "core/oc_utf8.h"

#include <string.h>

bool oc_text_check(const char *field, oc_str text, size_t max_characters, bool required, oc_error *e)
{
	size_t bad = oc_utf8_bad(text), characters;

	if (bad < text.n) {
		return oc_fail(e, OC_E_INVALID, field, "%s: must be valid UTF-8, byte %zu is not", field, bad + 1);
	}
	if (!oc_utf8_clean(text)) {
		return oc_fail(e, OC_E_INVALID, field,
			"%s: control characters other than tab and line breaks are not allowed", field);
	}
	characters = oc_utf8_length(text);
	if (characters > max_characters) {
		return oc_fail(e, OC_E_INVALID, field, "%s: at most %zu characters, got %zu", field, max_characters,
			characters);
	}
	if (required && oc_utf8_blank(text)) {
		return oc_fail(e, OC_E_INVALID, field, "%s: must not be blank", field);
	}
	return true;
}

static bool starts(oc_str s, oc_str with)
{
	return s.n > with.n && oc_str_eq((oc_str){s.p, with.n}, with);
}

bool oc_url_check(const char *field, oc_str url, size_t max_characters, oc_error *e)
{
	bool path = url.n && url.p[0] == '/' && (url.n == 1 || (url.p[1] != '/' && url.p[1] != '\\'));

	if (!oc_text_check(field, url, max_characters, false, e)) {
		return false;
	}
	if (!path && !starts(url, OC_STR("http://")) && !starts(url, OC_STR("https://"))) {
		return oc_fail(e, OC_E_INVALID, field, "%s: must be a path (\"/…\") or an http or https address", field);
	}
	for (size_t i = 0; i < url.n; i++) {
		if ((unsigned char)url.p[i] <= ' ') {
			return oc_fail(e, OC_E_INVALID, field, "%s: spaces and line breaks are not allowed", field);
		}
	}
	return true;
}

/* Own classes, not <ctype.h>: those follow the locale. */
static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_word(oc_str s, size_t least, size_t most)
{
	if (s.n < least || s.n > most) {
		return false;
	}
	for (size_t i = 0; i < s.n; i++) {
		if (!is_digit(s.p[i]) && !is_letter(s.p[i]) && s.p[i] != '_' && s.p[i] != '-') {
			return false;
		}
	}
	return true;
}

bool oc_str_is_key(oc_str s)
{
	if (s.n != 32) {
		return false;
	}
	for (size_t i = 0; i < s.n; i++) {
		if (!is_digit(s.p[i]) && !(s.p[i] >= 'a' && s.p[i] <= 'f')) {
			return false;
		}
	}
	return true;
}

bool oc_str_is_stream(oc_str s)
{
	return is_word(s, 1, 40);
}

bool oc_str_is_session(oc_str s)
{
	return is_word(s, 0, 64);
}

bool oc_str_is_language(oc_str s)
{
	size_t main = 0, sub;

	if (s.n == 0) {
		return true;
	}
	while (main < s.n && is_letter(s.p[main])) {
		main++;
	}
	if (main < 2 || main > 3) {
		return false;
	}
	if (main == s.n) {
		return true;
	}
	sub = s.n - main - 1;
	if (s.p[main] != '-' || sub < 2 || sub > 8) {
		return false;
	}
	for (size_t i = main + 1; i < s.n; i++) {
		if (!is_digit(s.p[i]) && !is_letter(s.p[i])) {
			return false;
		}
	}
	return true;
}

bool oc_str_is_number(oc_str s, uint64_t max, uint64_t *out)
{
	uint64_t v;

	if (!oc_str_u64(s, &v) || s.p[0] == '0' || v > max) {
		return false;
	}
	if (out) {
		*out = v;
	}
	return true;
}

size_t oc_ids_parse(oc_str s, uint32_t *out, size_t max)
{
	size_t n = 0, from = 0;
	uint64_t v;

	for (size_t i = 0; s.n && i <= s.n && n < max; i++) {
		if (i < s.n && s.p[i] != ',') {
			continue;
		}
		if (oc_str_u64((oc_str){s.p + from, i - from}, &v) && v <= UINT32_MAX) {
			out[n++] = (uint32_t)v;
		}
		from = i + 1;
	}
	return n;
}

oc_str oc_phone_plain(oc_arena *a, oc_str phone)
{
	oc_buf b = oc_buf_new(a, phone.n + 1);

	for (size_t i = 0; i < phone.n; i++) {
		if (!strchr(" .-/()", phone.p[i])) {
			oc_put(&b, (oc_str){phone.p + i, 1});
		}
	}
	return b.n ? oc_buf_str(&b) : (oc_str){NULL, 0};
}
