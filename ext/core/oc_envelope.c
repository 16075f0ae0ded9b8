#include "core/oc_envelope.h"

#include <string.h>

static bool numbers_and_commas(oc_str s)
{
	uint32_t ignored;

	while (s.n) {
		if (!oc_envelope_operator(&s, &ignored)) {
			return false;
		}
	}
	return true;
}

/* {"event":"NAME" and then a comma or the end. */
static bool event_name(oc_str json, oc_str *out)
{
	static const char begin[] = "{\"event\":\"";
	size_t n = sizeof begin - 1, i;

	if (json.n < n || memcmp(json.p, begin, n) != 0) {
		return false;
	}
	for (i = n; i < json.n && json.p[i] >= 'a' && json.p[i] <= 'z'; i++) {
	}
	*out = (oc_str){json.p + n, i - n};
	return out->n > 0 && i + 1 < json.n && json.p[i] == '"' && json.p[json.n - 1] == '}';
}

bool oc_envelope_parse(oc_str payload, oc_envelope *out)
{
	const char *feed = payload.n ? memchr(payload.p, '\n', payload.n) : NULL;
	const char *tab = feed ? memchr(payload.p, '\t', (size_t)(feed - payload.p)) : NULL;

	if (!tab) {
		return false;
	}
	out->visitor = (oc_str){payload.p, (size_t)(tab - payload.p)};
	out->operators = (oc_str){tab + 1, (size_t)(feed - tab - 1)};
	out->json = (oc_str){feed + 1, payload.n - (size_t)(feed + 1 - payload.p)};
	if (out->json.n == 0 || memchr(out->json.p, '\n', out->json.n) || memchr(out->json.p, '\r', out->json.n)) {
		return false;
	}
	return (oc_str_eq(out->operators, OC_STR("*")) || numbers_and_commas(out->operators)) && event_name(out->json, &out->name);
}

bool oc_envelope_operator(oc_str *operators, uint32_t *out)
{
	const char *comma = operators->n ? memchr(operators->p, ',', operators->n) : NULL;
	size_t n = comma ? (size_t)(comma - operators->p) : operators->n;
	uint64_t v;

	if (n == 0 || (comma && n + 1 == operators->n) || !oc_str_u64((oc_str){operators->p, n}, &v) || v == 0 || v > UINT32_MAX) {
		return false;
	}
	*out = (uint32_t)v;
	operators->p += n + (comma != NULL);
	operators->n -= n + (comma != NULL);
	return true;
}

/* Where the member's value begins. A quote within a text is always \" there, and "\": of a text's end is followed by
 * a comma or a brace, never by a colon. */
static bool value(oc_str json, const char *member, oc_str *out)
{
	size_t n = strlen(member);

	for (size_t i = 1; i + n + 3 < json.n; i++) {
		if (json.p[i] == '"' && (json.p[i - 1] == '{' || json.p[i - 1] == ',') && json.p[i + n + 1] == '"' &&
				json.p[i + n + 2] == ':' && memcmp(json.p + i + 1, member, n) == 0) {
			*out = (oc_str){json.p + i + n + 3, json.n - i - n - 3};
			return true;
		}
	}
	return false;
}

bool oc_event_number(oc_str json, const char *member, uint64_t *out)
{
	oc_str v;
	size_t n = 0;

	if (!value(json, member, &v)) {
		return false;
	}
	while (n < v.n && v.p[n] >= '0' && v.p[n] <= '9') {
		n++;
	}
	return oc_str_u64((oc_str){v.p, n}, out);
}

bool oc_event_word(oc_str json, const char *member, oc_str *out)
{
	oc_str v;
	size_t n = 1;

	if (!value(json, member, &v) || v.p[0] != '"') {
		return false;
	}
	while (n < v.n && v.p[n] != '"' && v.p[n] != '\\') {
		n++;
	}
	if (n == v.n || v.p[n] != '"') {
		return false;
	}
	*out = (oc_str){v.p + 1, n - 1};
	return true;
}

oc_str oc_event_frame(oc_arena *a, oc_str name, oc_str json)
{
	oc_buf b = oc_buf_new(a, 20 + name.n + json.n);

	oc_put(&b, OC_STR("event: "));
	oc_put(&b, name);
	oc_put(&b, OC_STR("\ndata: "));
	oc_put(&b, json);
	oc_put(&b, OC_STR("\n\n"));
	return oc_buf_str(&b);
}
