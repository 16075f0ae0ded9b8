/* Searching what was said: oc_search.c pages through what the statements of oc_search_sql.c find. A document is an
 * archived conversation, or less than 0: a left message. A line stands where its newest hit stands. */
#ifndef OC_SEARCH_H
#define OC_SEARCH_H

#include "store/oc_history.h"
#include "store/oc_query.h"

/* A word, or all that begin alike: a document has one of these. */
typedef struct {
	uint64_t id[OC_QUERY_BEGINS];
	size_t n;
	uint64_t documents; /* at most so many have one */
} oc_group;

typedef struct {
	oc_call *call;
	const oc_filter *filter;
	const oc_query *query;
	oc_group group[OC_QUERY_WORDS];
	size_t groups;
	size_t lead;   /* the group that the fewest documents have: its postings are gone along */
	bool by_lines; /* the filters leave fewer lines than that: their conversations are gone along instead */
} oc_search;

/* Where a document stands: by time (s), then by number. */
typedef struct {
	uint64_t at;
	int64_t document;
} oc_place;

typedef struct {
	oc_place place;
	uint64_t thread;
	bool several; /* the line may have a newer hit */
	bool dropped;
} oc_found;

/* store/oc_dictionary.c: the groups; known false: a word was never said. Refuses a revoked ticket. */
bool oc_dictionary_read(oc_search *s, const oc_identity *who, bool *known);

/* store/oc_search_sql.c. Rows of at, document, thread, several: from a place on (NULL: from the end), at most limit
 * documents. Of one line there may be several, and one may come twice. */
void oc_search_documents(oc_search *s, oc_sql *sql, const oc_place *from, bool ascending, uint64_t limit);
/* How many lines. */
void oc_search_count(oc_search *s, oc_sql *sql);
/* Rows of those threads that have a newer hit than the one given. */
void oc_search_newer(oc_search *s, oc_sql *sql, const oc_found *list, size_t n);
/* How many lines the filters leave, counted up to most. */
void oc_search_lines(oc_search *s, oc_sql *sql, uint64_t most);

/* store/oc_seen.c: lines met before, however many. */
typedef struct {
	uint64_t *slot; /* 0: free */
	size_t size, n;
} oc_seen;

/* false: it was there. */
bool oc_seen_add(oc_seen *set, oc_arena *a, uint64_t thread);
bool oc_seen_has(const oc_seen *set, uint64_t thread);

/* store/oc_search_walk.c: going along the documents of a search. */
typedef struct {
	oc_search *s;
	oc_db *db;
	uint64_t deadline; /* ms, for all statements */
	bool ascending;
	oc_place at, *from; /* from NULL: from the end */
	bool first;         /* newest first, from the newest on: what comes first is its line's newest hit */
	oc_seen seen;
	oc_found *kept; /* a line each */
	size_t n, want;
	bool ended;
	bool whole;   /* all was read: so many lines there are */
	size_t lines;
} oc_walk;

void oc_walk_begin(oc_walk *w, oc_search *s, oc_db *db);
/* One statement, with what is left of the time. */
bool oc_walk_run(oc_walk *w, oc_sql *sql, oc_rows **r);
/* Until there are as many as wanted, or all. */
bool oc_walk_go(oc_walk *w);

/* store/oc_hit.c: sets hit of each line, from the document it was found in. */
bool oc_hits(oc_walk *w, const oc_found *found, oc_thread *lines, size_t n);

#endif
