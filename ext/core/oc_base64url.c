#include "core/oc_base64url.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

oc_str oc_base64url_encode(oc_arena *a, oc_str bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.p;
	char *out = oc_alloc(a, (bytes.n + 2) / 3 * 4 + 1);
	size_t n = 0;
	uint32_t bits = 0;
	unsigned held = 0;

	for (size_t i = 0; i < bytes.n; i++) {
		bits = bits << 8 | p[i];
		for (held += 8; held >= 6; held -= 6) {
			out[n++] = alphabet[bits >> (held - 6) & 63];
		}
	}
	if (held) {
		out[n++] = alphabet[bits << (6 - held) & 63];
	}
	return (oc_str){out, n};
}

static int value(char c)
{
	if (c >= 'A' && c <= 'Z') {
		return c - 'A';
	}
	if (c >= 'a' && c <= 'z') {
		return c - 'a' + 26;
	}
	if (c >= '0' && c <= '9') {
		return c - '0' + 52;
	}
	return c == '-' ? 62 : c == '_' ? 63 : -1;
}

bool oc_base64url_decode(oc_arena *a, oc_str text, oc_str *out)
{
	unsigned char *bytes;
	size_t n = 0;
	uint32_t bits = 0;
	unsigned held = 0;

	if (text.n % 4 == 1) {
		return false;
	}
	bytes = oc_alloc(a, text.n / 4 * 3 + 3);
	for (size_t i = 0; i < text.n; i++) {
		int v = value(text.p[i]);

		if (v < 0) {
			return false;
		}
		bits = bits << 6 | (uint32_t)v;
		held += 6;
		if (held >= 8) {
			held -= 8;
			bytes[n++] = (unsigned char)(bits >> held & 0xFF);
		}
	}
	if (bits & ((1u << held) - 1)) {
		return false;
	}
	*out = (oc_str){(const char *)bytes, n};
	return true;
}
