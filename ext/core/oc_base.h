/* Strings, memory and errors that the whole extension shares. Plain C: no Zend, no I/O. */
#ifndef OC_BASE_H
#define OC_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
# define OC_PRINTF(f, a) __attribute__((format(printf, f, a)))
#else
# define OC_PRINTF(f, a)
#endif

/* Bytes with a length, not owned. p may be NULL if n is 0. */
typedef struct {
	const char *p;
	size_t n;
} oc_str;

#define OC_STR(literal) ((oc_str){(literal), sizeof(literal) - 1})

oc_str oc_str_of(const char *c_string);
bool oc_str_eq(oc_str a, oc_str b);
/* Decimal digits only, at most 19 of them; false for anything else. */
bool oc_str_u64(oc_str s, uint64_t *out);

/* Memory that is freed all at once. Nothing allocated here needs a free of its own, so no error
 * path can leak. Running out of memory ends the process, as PHP's own persistent allocator does. */
typedef struct oc_chunk oc_chunk;
typedef struct {
	oc_chunk *chunks;
} oc_arena;

void *oc_alloc(oc_arena *a, size_t n); /* zeroed, aligned to 16 */
oc_str oc_dup(oc_arena *a, oc_str s);  /* the copy ends with a NUL that n does not count */
oc_str oc_format(oc_arena *a, const char *fmt, ...) OC_PRINTF(2, 3);
void oc_arena_reset(oc_arena *a); /* keeps one chunk */
void oc_arena_free(oc_arena *a);

/* Growing text in an arena. */
typedef struct {
	oc_arena *arena;
	char *p;
	size_t n, size;
} oc_buf;

oc_buf oc_buf_new(oc_arena *a, size_t size);
void oc_put(oc_buf *b, oc_str s);
void oc_puts(oc_buf *b, const char *c_string);
void oc_putf(oc_buf *b, const char *fmt, ...) OC_PRINTF(2, 3);
void oc_put_u64(oc_buf *b, uint64_t v);
void oc_put_listed(oc_buf *b, uint64_t v); /* with a comma before all but the first */
void oc_put_hex(oc_buf *b, const void *bytes, size_t n); /* lower case */
oc_str oc_buf_str(oc_buf *b);                             /* ends with a NUL that n does not count */

/* Why a call failed; classes/oc_throw.c turns each cause into its exception class. */
typedef enum {
	OC_OK = 0,
	OC_E_MYSQL,     /* StoreUnavailable, store "mysql" */
	OC_E_REDIS,     /* StoreUnavailable, store "redis" */
	OC_E_UNKNOWN,   /* OutcomeUnknown */
	OC_E_SCHEMA,    /* SchemaMismatch */
	OC_E_INVALID,   /* InvalidValue, detail = field */
	OC_E_TICKET,    /* InvalidTicket, detail = reason */
	OC_E_DENIED,    /* NotAllowed */
	OC_E_NOT_FOUND, /* NotFound */
	OC_E_KEY,       /* KeyReused */
	OC_E_RATE,      /* RateLimited, retry_after */
	OC_E_BLOCKED    /* Blocked, until */
} oc_cause;

typedef struct {
	oc_cause cause;
	char detail[32];
	int code; /* which of the rules a detail has, 0: it has one */
	int64_t retry_after; /* ms */
	int64_t until;       /* ms since 1970 */
	char message[400];
} oc_error;

/* Fills e and returns false, so that a function can end with "return oc_fail(…)". */
bool oc_fail(oc_error *e, oc_cause cause, const char *detail, const char *fmt, ...) OC_PRINTF(4, 5);

#endif
