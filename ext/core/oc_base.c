#include "core/oc_base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

oc_str oc_str_of(const char *c_string)
{
	return (oc_str){c_string, c_string ? strlen(c_string) : 0};
}

bool oc_str_eq(oc_str a, oc_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool oc_str_u64(oc_str s, uint64_t *out)
{
	uint64_t v = 0;

	if (s.n == 0 || s.n > 19) {
		return false;
	}
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9') {
			return false;
		}
		v = v * 10 + (uint64_t)(s.p[i] - '0');
	}
	*out = v;
	return true;
}

struct oc_chunk {
	oc_chunk *next;
	size_t size, used;
};

#define CHUNK_HEAD ((sizeof(oc_chunk) + 15) & ~(size_t)15)
#define CHUNK_SIZE (16 * 1024)

static oc_chunk *chunk_new(oc_chunk *next, size_t n)
{
	size_t size = n > CHUNK_SIZE ? n : CHUNK_SIZE;
	oc_chunk *c = malloc(CHUNK_HEAD + size);

	if (!c) {
		fputs("onlinechat: out of memory\n", stderr);
		abort();
	}
	c->next = next;
	c->size = size;
	c->used = 0;
	return c;
}

void *oc_alloc(oc_arena *a, size_t n)
{
	void *p;

	n = (n + 15) & ~(size_t)15;
	if (!a->chunks || a->chunks->size - a->chunks->used < n) {
		a->chunks = chunk_new(a->chunks, n);
	}
	p = (char *)a->chunks + CHUNK_HEAD + a->chunks->used;
	a->chunks->used += n;
	memset(p, 0, n);
	return p;
}

oc_str oc_dup(oc_arena *a, oc_str s)
{
	char *p = oc_alloc(a, s.n + 1);

	if (s.n) {
		memcpy(p, s.p, s.n);
	}
	return (oc_str){p, s.n};
}

void oc_arena_reset(oc_arena *a)
{
	while (a->chunks && (a->chunks->next || a->chunks->size > CHUNK_SIZE)) {
		oc_chunk *next = a->chunks->next;

		free(a->chunks);
		a->chunks = next;
	}
	if (a->chunks) {
		a->chunks->used = 0;
	}
}

void oc_arena_free(oc_arena *a)
{
	while (a->chunks) {
		oc_chunk *next = a->chunks->next;

		free(a->chunks);
		a->chunks = next;
	}
}

oc_buf oc_buf_new(oc_arena *a, size_t size)
{
	return (oc_buf){a, oc_alloc(a, size + 1), 0, size};
}

static void buf_room(oc_buf *b, size_t n)
{
	size_t size = b->size;
	char *p;

	if (b->size - b->n >= n) {
		return;
	}
	while (size - b->n < n) {
		size = size ? size * 2 : 64;
	}
	p = oc_alloc(b->arena, size + 1);
	memcpy(p, b->p, b->n);
	b->p = p;
	b->size = size;
}

void oc_put(oc_buf *b, oc_str s)
{
	if (s.n == 0) {
		return;
	}
	buf_room(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

void oc_puts(oc_buf *b, const char *c_string)
{
	oc_put(b, oc_str_of(c_string));
}

static void buf_vformat(oc_buf *b, const char *fmt, va_list args)
{
	va_list again;
	int n;

	va_copy(again, args);
	n = vsnprintf(b->p + b->n, b->size - b->n + 1, fmt, args);
	if (n > 0 && (size_t)n > b->size - b->n) {
		buf_room(b, (size_t)n);
		vsnprintf(b->p + b->n, b->size - b->n + 1, fmt, again);
	}
	va_end(again);
	if (n > 0) {
		b->n += (size_t)n;
	}
}

void oc_putf(oc_buf *b, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	buf_vformat(b, fmt, args);
	va_end(args);
}

oc_str oc_format(oc_arena *a, const char *fmt, ...)
{
	oc_buf b = oc_buf_new(a, 120);
	va_list args;

	va_start(args, fmt);
	buf_vformat(&b, fmt, args);
	va_end(args);
	return oc_buf_str(&b);
}

void oc_put_u64(oc_buf *b, uint64_t v)
{
	char digits[20];
	size_t i = sizeof digits;

	do {
		digits[--i] = (char)('0' + v % 10);
		v /= 10;
	} while (v);
	oc_put(b, (oc_str){digits + i, sizeof digits - i});
}

void oc_put_listed(oc_buf *b, uint64_t v)
{
	oc_puts(b, b->n ? "," : "");
	oc_put_u64(b, v);
}

void oc_put_hex(oc_buf *b, const void *bytes, size_t n)
{
	static const char hex[] = "0123456789abcdef";
	const unsigned char *p = bytes;

	buf_room(b, n * 2);
	for (size_t i = 0; i < n; i++) {
		b->p[b->n++] = hex[p[i] >> 4];
		b->p[b->n++] = hex[p[i] & 15];
	}
}

oc_str oc_buf_str(oc_buf *b)
{
	b->p[b->n] = 0;
	return (oc_str){b->p, b->n};
}

bool oc_fail(oc_error *e, oc_cause cause, const char *detail, const char *fmt, ...)
{
	va_list args;

	e->cause = cause;
	snprintf(e->detail, sizeof e->detail, "%s", detail ? detail : "");
	va_start(args, fmt);
	vsnprintf(e->message, sizeof e->message, fmt, args);
	va_end(args);
	return false;
}
