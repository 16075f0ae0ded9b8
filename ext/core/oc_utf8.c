#include "core/oc_utf8.h"

static bool is_continuation(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

size_t oc_utf8_next(oc_str s, uint32_t *code)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *p = (const unsigned char *)s.p;
	size_t n;
	uint32_t v;

	if (s.n == 0) {
		return 0;
	}
	if (p[0] < 0x80) {
		*code = p[0];
		return 1;
	}
	n = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
	if (p[0] < 0xC2 || p[0] > 0xF4 || n > s.n) {
		return 0;
	}
	v = p[0] & (0x7Fu >> n);
	for (size_t i = 1; i < n; i++) {
		if (!is_continuation(p[i])) {
			return 0;
		}
		v = v << 6 | (p[i] & 0x3F);
	}
	if (v < least[n] || v > 0x10FFFF || (v >= 0xD800 && v <= 0xDFFF)) {
		return 0;
	}
	*code = v;
	return n;
}

size_t oc_utf8_bad(oc_str s)
{
	size_t at = 0;

	while (at < s.n) {
		uint32_t code;
		size_t n = oc_utf8_next((oc_str){s.p + at, s.n - at}, &code);

		if (n == 0 || code == 0) {
			return at;
		}
		at += n;
	}
	return s.n;
}

bool oc_utf8_valid(oc_str s)
{
	return oc_utf8_bad(s) == s.n;
}

bool oc_utf8_clean(oc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
			return false;
		}
	}
	return oc_utf8_valid(s);
}

size_t oc_utf8_length(oc_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		n += !is_continuation((unsigned char)s.p[i]);
	}
	return n;
}

/* Code points that leave no ink, in order: controls, Unicode White_Space, format characters (without the Arabic
 * and Indic signs that are drawn), fillers, variation selectors, braille blank. */
static const struct {
	uint32_t from, to;
} invisible[] = {
	{0x0000, 0x0020}, {0x007F, 0x00A0}, {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160},
	{0x1680, 0x1680}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},
	{0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0},
	{0xFFF9, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

static bool is_invisible(uint32_t code)
{
	for (size_t i = 0; i < sizeof invisible / sizeof *invisible; i++) {
		if (code <= invisible[i].to) {
			return code >= invisible[i].from;
		}
	}
	return false;
}

bool oc_utf8_blank(oc_str s)
{
	size_t at = 0;

	while (at < s.n) {
		uint32_t code;
		size_t n = oc_utf8_next((oc_str){s.p + at, s.n - at}, &code);

		if (n == 0 || !is_invisible(code)) {
			return false;
		}
		at += n;
	}
	return true;
}

oc_str oc_utf8_cut(oc_str s, size_t characters)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (!is_continuation((unsigned char)s.p[i]) && n++ == characters) {
			return (oc_str){s.p, i};
		}
	}
	return s;
}
