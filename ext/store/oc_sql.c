/* Building batches of SQL: every value passes a typed placeholder, none is pasted. */
#include "store/oc_mysql.h"

#include <stdarg.h>
#include <string.h>

oc_sql oc_sql_new(oc_call *c)
{
	return (oc_sql){oc_buf_new(c->arena, 1000), c->chat, 0};
}

/* Text as a literal. The session is utf8mb4 without NO_BACKSLASH_ESCAPES (oc_mysql.c sets both), so the
 * seven characters below are all that can end or change a quoted literal. */
static void put_text(oc_buf *b, oc_str s)
{
	size_t from = 0;

	oc_put(b, OC_STR("'"));
	for (size_t i = 0; i < s.n; i++) {
		const char *escape = NULL;

		switch (s.p[i]) {
			case '\0': escape = "\\0"; break;
			case '\n': escape = "\\n"; break;
			case '\r': escape = "\\r"; break;
			case '\\': escape = "\\\\"; break;
			case '\'': escape = "\\'"; break;
			case '"': escape = "\\\""; break;
			case '\x1a': escape = "\\Z"; break;
			default: break;
		}
		if (escape) {
			oc_put(b, (oc_str){s.p + from, i - from});
			oc_puts(b, escape);
			from = i + 1;
		}
	}
	if (s.n) {
		oc_put(b, (oc_str){s.p + from, s.n - from});
	}
	oc_put(b, OC_STR("'"));
}

static void put_bytes(oc_buf *b, oc_str s)
{
	oc_put(b, OC_STR("x'"));
	oc_put_hex(b, s.p, s.n);
	oc_put(b, OC_STR("'"));
}

static void put_table(oc_sql *s, const char *name)
{
	oc_put(&s->text, OC_STR("`"));
	oc_put(&s->text, s->chat->prefix);
	oc_put(&s->text, OC_STR("onlinechat_"));
	oc_puts(&s->text, name);
	oc_put(&s->text, OC_STR("`"));
}

static void put_argument(oc_sql *s, char kind, va_list *args)
{
	oc_buf *b = &s->text;
	oc_str v;

	switch (kind) {
		case 'u': oc_put_u64(b, va_arg(*args, uint64_t)); break;
		case 't': put_text(b, va_arg(*args, oc_str)); break;
		case 'b': put_bytes(b, va_arg(*args, oc_str)); break;
		case 'n':
			v = va_arg(*args, oc_str);
			v.p ? put_text(b, v) : oc_puts(b, "NULL");
			break;
		case 'T': put_table(s, va_arg(*args, const char *)); break;
		case 's': oc_puts(b, va_arg(*args, const char *)); break;
		default: oc_put(b, OC_STR("%")); break;
	}
}

static void put_all(oc_sql *s, const char *fmt, va_list *args)
{
	while (*fmt) {
		size_t n = strcspn(fmt, "%");

		oc_put(&s->text, (oc_str){fmt, n});
		fmt += n;
		if (*fmt) {
			put_argument(s, fmt[1], args);
			fmt += 2;
		}
	}
}

void oc_sql_add(oc_sql *s, const char *fmt, ...)
{
	va_list args;

	if (s->statements++) {
		oc_put(&s->text, OC_STR(";\n"));
	}
	va_start(args, fmt);
	put_all(s, fmt, &args);
	va_end(args);
}

void oc_sql_more(oc_sql *s, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put_all(s, fmt, &args);
	va_end(args);
}

oc_str oc_cell(const oc_rows *r, unsigned row, unsigned column)
{
	return r->cell[row * r->columns + column];
}

uint64_t oc_cell_u64(const oc_rows *r, unsigned row, unsigned column)
{
	oc_str s = oc_cell(r, row, column);
	uint64_t v = 0;

	return oc_str_u64(s, &v) ? v : 0;
}

int64_t oc_cell_i64(const oc_rows *r, unsigned row, unsigned column)
{
	oc_str s = oc_cell(r, row, column);
	bool negative = s.n && s.p[0] == '-';
	uint64_t v = 0;

	oc_str_u64((oc_str){s.p + negative, s.n - negative}, &v);
	return negative ? -(int64_t)v : (int64_t)v;
}
