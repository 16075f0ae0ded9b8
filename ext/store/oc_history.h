/* The history: finding lines, reading them back, deleting them (G22 to G24). */
#ifndef OC_HISTORY_H
#define OC_HISTORY_H

#include "store/oc_cursor.h"
#include "store/oc_mailbox.h"

/* store/oc_history.c */
/* The left message that a line is. OC_E_NOT_FOUND. */
bool oc_history_offline(oc_call *c, const oc_identity *who, uint64_t thread, oc_mail *out);
/* Whether this operator talks or talked in the line: had a conversation of it last, looks in, or could take one that waits;
 * a supervisor also where one goes on. OC_E_DENIED. A line that is not there is none of its business. */
bool oc_history_theirs(oc_call *c, const oc_identity *who, uint64_t thread);
/* id, customer, name, email, phone, last_text, last_at, conversations */
void oc_line_row(const oc_rows *r, unsigned i, oc_thread *out);

/* How far a line was read: all conversations before this one, and of it this many messages. All 0: nothing yet. */
typedef struct {
	uint64_t conversation;
	uint32_t number;
} oc_reached;

typedef struct {
	oc_messages *list; /* from and to say which messages of a conversation are in this part */
	size_t n;
	oc_reached next;
	bool more; /* after next */
} oc_part;

/* store/oc_part.c: at most limit messages after a place, oldest first; none if the line is not there. all: also what is
 * not archived yet. who NULL is the shop itself. */
bool oc_history_part(oc_call *c, const oc_identity *who, uint64_t thread, oc_reached after, uint32_t limit, bool all,
	oc_part *out);

#define OC_SEARCH_MAX 100 /* characters of a filter's text */

/* What is asked for; 0, n == 0 and -1 (guest) ask for nothing. */
typedef struct {
	enum { OC_ANY_KIND, OC_KIND_CONVERSATION, OC_KIND_MESSAGE } kind;
	uint64_t thread, customer, operator_id;
	int guest; /* 1: no customers, 0: only customers */
	oc_str name, email, phone, text;
	uint64_t from, to; /* ms, both included; to 0: no end */
} oc_filter;

/* A page of the lines that a filter lets through. */
typedef struct {
	const oc_filter *filter;
	uint32_t limit;
	uint32_t offset; /* lines to pass over: from the cursor, or without one from the beginning */
	bool oldest_first;
	oc_str cursor; /* n == 0: none; "end": back from the last line */
	oc_hmac hmac;  /* the store signs cursors, but has no hash of its own */
	oc_str bound;  /* what cursors are bound to: set by oc_history_find() */
} oc_page_ask;

typedef struct {
	oc_thread *lines;
	size_t n;
	uint32_t total;  /* not exact: about so many */
	bool exact;
	uint32_t offset; /* lines before it, as far as known */
	oc_str next, previous; /* cursors; p NULL: there is no line more */
} oc_history_found;

#define OC_PASS_MOST 10000 /* lines that are passed over at most; about as many are counted */

/* store/oc_find.c */
#define OC_LINE_COLUMNS "t.id, COALESCE(t.customer, t.left_by), t.name, t.email, t.phone, t.last_text, t.last_at," \
	" t.conversations"
#define OC_LINE_N_COLUMNS 8
/* Rows of OC_LINE_COLUMNS and OC_MAIL_COLUMNS. */
oc_thread *oc_lines(oc_call *c, const oc_rows *r);
/* OC_E_INVALID "cursor": another filter's, order's or shop's; "offset": too far away; a filter's name: takes too long. */
bool oc_history_find(oc_call *c, const oc_identity *who, oc_page_ask *a, oc_history_found *out);

/* store/oc_find_page.c */
/* The page's cursors: its first and last line, and whether there are lines on both sides. */
void oc_page_edges(oc_call *c, const oc_page_ask *a, oc_history_found *out, const oc_position *first, const oc_position *last,
	bool before, bool after);
/* Refuses an offset with more lines before it than may be passed over. */
bool oc_page_too_far(oc_call *c, uint32_t offset);
/* The page by columns, on this link. */
bool oc_find_lines(oc_db *db, const oc_page_ask *a, oc_history_found *out);

/* store/oc_search.c: where the filter has a text. OC_E_INVALID "text": nothing that can be looked for, or not in time. */
bool oc_find_text(oc_call *c, const oc_identity *who, const oc_page_ask *a, oc_history_found *out);

/* As a pattern of LIKE: any text with what is given somewhere in it, or at its beginning. */
oc_str oc_like(oc_call *c, oc_str text, bool anywhere);
/* A collation that case and accents do not matter to, as the columns of lines have it. */
#define OC_FOLDED "COLLATE utf8mb4_unicode_520_ci"

/* store/oc_delete.c: the lines that stay because they are open. */
bool oc_history_delete(oc_call *c, const oc_identity *who, const uint64_t *threads, size_t n, uint64_t *refused,
	size_t *n_refused);

/* Who they are; 0 and n == 0: not known. At least one is. */
typedef struct {
	uint64_t customer;
	oc_str email, phone; /* of guests' lines and of left messages */
} oc_person;

/* store/oc_person.c: who NULL is the shop itself. At most limit lines with a number above after, by their numbers; ids has
 * room for as many. */
bool oc_person_lines(oc_call *c, const oc_identity *who, const oc_person *p, uint64_t after, uint32_t limit, uint64_t *ids,
	unsigned *n);
bool oc_history_person(oc_call *c, const oc_identity *who, const oc_person *p, uint64_t after, uint32_t limit,
	oc_thread **list, size_t *n);
/* store/oc_erase.c */
bool oc_history_erase(oc_call *c, const oc_identity *who, const oc_person *p, uint64_t *erased);
/* Of archived conversations and left messages the oldest, as far as they are older than before (ms). */
bool oc_history_expire(oc_call *c, uint64_t before, uint32_t limit, uint32_t *expired);

#endif
