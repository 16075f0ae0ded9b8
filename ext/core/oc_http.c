#include "core/oc_http.h"

#include <string.h>

static bool token_char(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c && strchr("!#$%&'*+-.^_`|~", c));
}

static bool is_token(oc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!token_char((unsigned char)s.p[i])) {
			return false;
		}
	}
	return s.n > 0;
}

static bool same_name(oc_str a, const char *lower)
{
	size_t i;

	for (i = 0; i < a.n && lower[i]; i++) {
		char c = a.p[i] >= 'A' && a.p[i] <= 'Z' ? (char)(a.p[i] + 32) : a.p[i];

		if (c != lower[i]) {
			return false;
		}
	}
	return i == a.n && !lower[i];
}

static oc_str trimmed(oc_str s)
{
	while (s.n && (s.p[0] == ' ' || s.p[0] == '\t')) {
		s.p++;
		s.n--;
	}
	while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t')) {
		s.n--;
	}
	return s;
}

/* Cuts one line off, without its break; false where none ends. A bare line feed is no end of a line. */
static bool line(oc_str *rest, oc_str *out, bool *bad)
{
	const char *feed = rest->n ? memchr(rest->p, '\n', rest->n) : NULL;

	if (!feed) {
		return false;
	}
	*bad = feed == rest->p || feed[-1] != '\r';
	*out = (oc_str){rest->p, (size_t)(feed - rest->p) - !*bad};
	rest->n -= (size_t)(feed + 1 - rest->p);
	rest->p = feed + 1;
	return true;
}

/* "GET /path?query HTTP/1.1" */
static oc_http_result request_line(oc_str s, oc_http *out)
{
	const char *one = s.n ? memchr(s.p, ' ', s.n) : NULL, *two, *mark;
	oc_str target, version;

	two = one ? memchr(one + 1, ' ', s.n - (size_t)(one + 1 - s.p)) : NULL;
	if (!two) {
		return OC_HTTP_BAD;
	}
	out->method = (oc_str){s.p, (size_t)(one - s.p)};
	target = (oc_str){one + 1, (size_t)(two - one) - 1};
	version = (oc_str){two + 1, s.n - (size_t)(two + 1 - s.p)};
	if (!is_token(out->method) || target.n == 0 || target.p[0] != '/' || version.n != 8 || memcmp(version.p, "HTTP/", 5) != 0) {
		return OC_HTTP_BAD;
	}
	for (size_t i = 0; i < target.n; i++) {
		if ((unsigned char)target.p[i] <= 0x20 || (unsigned char)target.p[i] >= 0x7f) {
			return OC_HTTP_BAD;
		}
	}
	if (!oc_str_eq(version, OC_STR("HTTP/1.1")) && !oc_str_eq(version, OC_STR("HTTP/1.0"))) {
		return OC_HTTP_VERSION;
	}
	out->keep = version.p[7] == '1';
	mark = memchr(target.p, '?', target.n);
	out->path = (oc_str){target.p, mark ? (size_t)(mark - target.p) : target.n};
	out->query = mark ? (oc_str){mark + 1, target.n - out->path.n - 1} : OC_STR("");
	return OC_HTTP_OK;
}

/* The headers we read may stand there once. */
static bool only(oc_str *slot, oc_str v)
{
	if (slot->p) {
		return false;
	}
	*slot = v;
	return true;
}

static void connection(oc_str v, oc_http *out)
{
	while (v.n) {
		const char *comma = memchr(v.p, ',', v.n);
		oc_str one = trimmed((oc_str){v.p, comma ? (size_t)(comma - v.p) : v.n});

		if (same_name(one, "close") || same_name(one, "upgrade")) {
			out->keep = false;
		}
		v.n = comma ? v.n - (size_t)(comma + 1 - v.p) : 0;
		v.p = comma ? comma + 1 : v.p;
	}
}

static oc_http_result header(oc_str s, oc_http *out)
{
	const char *colon = s.n ? memchr(s.p, ':', s.n) : NULL;
	oc_str name, v;

	if (!colon) {
		return OC_HTTP_BAD;
	}
	name = (oc_str){s.p, (size_t)(colon - s.p)};
	v = trimmed((oc_str){colon + 1, s.n - name.n - 1});
	if (!is_token(name)) {
		return OC_HTTP_BAD;
	}
	for (size_t i = 0; i < v.n; i++) {
		if (((unsigned char)v.p[i] < 0x20 && v.p[i] != '\t') || v.p[i] == 0x7f) {
			return OC_HTTP_BAD;
		}
	}
	if (same_name(name, "onlinechat-ticket")) {
		return only(&out->ticket, v) ? OC_HTTP_OK : OC_HTTP_BAD;
	}
	if (same_name(name, "if-none-match")) {
		out->none_match = v;
	} else if (same_name(name, "x-forwarded-for")) {
		/* Of several the last was written by the proxy nearest to us. */
		out->forwarded = v;
	} else if (same_name(name, "connection")) {
		connection(v, out);
	} else if (same_name(name, "transfer-encoding") || (same_name(name, "content-length") && !oc_str_eq(v, OC_STR("0")))) {
		return OC_HTTP_BODY;
	}
	return OC_HTTP_OK;
}

oc_http_result oc_http_parse(oc_str bytes, oc_http *out)
{
	oc_str rest = bytes, s;
	oc_http_result r = OC_HTTP_OK;
	bool bad = false;

	*out = (oc_http){0};
	/* One empty line before a request is allowed (RFC 9112, 2.2). */
	if (rest.n >= 2 && memcmp(rest.p, "\r\n", 2) == 0) {
		rest.p += 2;
		rest.n -= 2;
	}
	for (bool first = true;; first = false) {
		if (!line(&rest, &s, &bad)) {
			return bytes.n >= OC_HTTP_HEAD_MAX ? OC_HTTP_LARGE : OC_HTTP_MORE;
		}
		out->size = bytes.n - rest.n;
		if (out->size > OC_HTTP_HEAD_MAX) {
			return OC_HTTP_LARGE;
		}
		if (bad) {
			return OC_HTTP_BAD;
		}
		if (!first && s.n == 0) {
			return OC_HTTP_OK;
		}
		r = first ? request_line(s, out) : header(s, out);
		if (r != OC_HTTP_OK) {
			return r;
		}
	}
}

oc_str oc_http_name(const oc_http *h)
{
	size_t i = h->path.n;

	while (i > 0 && h->path.p[i - 1] != '/') {
		i--;
	}
	return (oc_str){h->path.p + i, h->path.n - i};
}

static int hex(char c)
{
	if (c >= '0' && c <= '9') {
		return c - '0';
	}
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool decoded(oc_arena *a, oc_str s, oc_str *out)
{
	char *p = oc_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '%') {
			int high = i + 2 < s.n ? hex(s.p[i + 1]) : -1, low = high < 0 ? -1 : hex(s.p[i + 2]);

			if (low < 0) {
				return false;
			}
			p[n++] = (char)(high << 4 | low);
			i += 2;
		} else {
			p[n++] = s.p[i] == '+' ? ' ' : s.p[i];
		}
	}
	*out = (oc_str){p, n};
	return true;
}

bool oc_http_param(oc_arena *a, oc_str query, const char *name, oc_str *out, bool *bad)
{
	size_t length = strlen(name);
	bool found = false;

	while (query.n) {
		const char *and = memchr(query.p, '&', query.n);
		oc_str one = {query.p, and ? (size_t)(and - query.p) : query.n};

		if (one.n >= length && memcmp(one.p, name, length) == 0 && (one.n == length || one.p[length] == '=')) {
			oc_str v = one.n == length ? OC_STR("") : (oc_str){one.p + length + 1, one.n - length - 1};

			if (found || !decoded(a, v, out)) {
				*bad = true;
				return false;
			}
			found = true;
		}
		query.n = and ? query.n - one.n - 1 : 0;
		query.p = and ? and + 1 : query.p;
	}
	return found;
}

bool oc_http_matches(oc_str none_match, oc_str etag)
{
	while (none_match.n) {
		const char *comma = memchr(none_match.p, ',', none_match.n);
		oc_str one = trimmed((oc_str){none_match.p, comma ? (size_t)(comma - none_match.p) : none_match.n});

		if (one.n > 2 && one.p[0] == 'W' && one.p[1] == '/') {
			one.p += 2;
			one.n -= 2;
		}
		if (oc_str_eq(one, etag) || oc_str_eq(one, OC_STR("*"))) {
			return true;
		}
		none_match.n = comma ? none_match.n - (size_t)(comma + 1 - none_match.p) : 0;
		none_match.p = comma ? comma + 1 : none_match.p;
	}
	return false;
}
