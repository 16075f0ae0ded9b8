#include "core/oc_json.h"

#include "core/oc_utf8.h"

static void put_code(oc_buf *b, uint32_t code)
{
	switch (code) {
		case '"':
			oc_put(b, OC_STR("\\\""));
			break;
		case '\\':
			oc_put(b, OC_STR("\\\\"));
			break;
		case '\n':
			oc_put(b, OC_STR("\\n"));
			break;
		case '\r':
			oc_put(b, OC_STR("\\r"));
			break;
		case '\t':
			oc_put(b, OC_STR("\\t"));
			break;
		default:
			oc_putf(b, "\\u%04x", (unsigned)code);
	}
}

static bool needs_escape(uint32_t code)
{
	return code < 0x20 || code == '"' || code == '\\' || code == '<' || code == '>' || code == '&' || code == 0x7F ||
		code == 0x2028 || code == 0x2029;
}

/* Not oc_put() at once: s.p may be NULL, and even zero may not be added to that. */
static void put_part(oc_buf *b, oc_str s, size_t from, size_t to)
{
	if (to > from) {
		oc_put(b, (oc_str){s.p + from, to - from});
	}
}

void oc_json_string(oc_buf *b, oc_str s)
{
	size_t done = 0, at = 0;

	oc_put(b, OC_STR("\""));
	while (at < s.n) {
		uint32_t code = 0xFFFD;
		size_t n = oc_utf8_next((oc_str){s.p + at, s.n - at}, &code);

		if (n == 0 || needs_escape(code)) {
			put_part(b, s, done, at);
			put_code(b, code);
			n = n ? n : 1;
			done = at + n;
		}
		at += n;
	}
	put_part(b, s, done, at);
	oc_put(b, OC_STR("\""));
}

void oc_json_name(oc_buf *b, const char *name)
{
	char last = b->n ? b->p[b->n - 1] : '{';

	if (last != '{' && last != '[') {
		oc_put(b, OC_STR(","));
	}
	oc_put(b, OC_STR("\""));
	oc_puts(b, name);
	oc_put(b, OC_STR("\":"));
}

void oc_json_text(oc_buf *b, const char *name, oc_str v)
{
	oc_json_name(b, name);
	oc_json_string(b, v);
}

void oc_json_u64(oc_buf *b, const char *name, uint64_t v)
{
	oc_json_name(b, name);
	oc_put_u64(b, v);
}

void oc_json_bool(oc_buf *b, const char *name, bool v)
{
	oc_json_name(b, name);
	oc_puts(b, v ? "true" : "false");
}

void oc_json_null(oc_buf *b, const char *name)
{
	oc_json_name(b, name);
	oc_put(b, OC_STR("null"));
}
