/* MySQL and MariaDB: batches of statements in one round trip, and their results. */
#ifndef OC_MYSQL_H
#define OC_MYSQL_H

#include "store/oc_pool.h"

/* A result set copied into the call's arena: no library memory stays behind. */
typedef struct {
	unsigned rows, columns;
	oc_str *cell; /* rows × columns; p == NULL is NULL */
	uint64_t affected, insert_id;
} oc_rows;

oc_str oc_cell(const oc_rows *r, unsigned row, unsigned column);
uint64_t oc_cell_u64(const oc_rows *r, unsigned row, unsigned column); /* NULL: 0 */
int64_t oc_cell_i64(const oc_rows *r, unsigned row, unsigned column); /* NULL: 0 */

/* Growing SQL text. oc_sql() takes: %u uint64_t; %t text (oc_str, as a quoted literal); %b bytes (oc_str, as
 * x'…'); %n text or NULL when p is NULL; %T a table's name (const char *, without prefix); %s SQL as it is
 * (const char *); %% */
typedef struct {
	oc_buf text;
	const oc_chat *chat;
	unsigned statements;
} oc_sql;

oc_sql oc_sql_new(oc_call *c);
void oc_sql_add(oc_sql *s, const char *fmt, ...); /* one statement; ";" is put between */
void oc_sql_more(oc_sql *s, const char *fmt, ...); /* goes on with the last one */

typedef struct {
	oc_call *call;
	oc_link *link;
	bool in_transaction;
	bool sent_commit;   /* a lost answer from here on is OutcomeUnknown */
	unsigned errno_;    /* MySQL's error number of the last failure, 0 none */
} oc_db;

bool oc_db_open(oc_call *c, oc_db *db);
/* Ends the use of the link: rolls back what is open, gives it back. */
void oc_db_close(oc_db *db);
/* Sends all statements of s in one round trip, reads all results into an array of s->statements, and empties s.
 * On an error db->errno_ is set, the rest of the batch was not run. */
bool oc_db_run(oc_db *db, oc_sql *s, oc_rows **results);
/* A link of its own for what may take longer than a request's reads, outside the pool and its read limit; *own is the
 * caller's as long as db is. End it by oc_db_close_own(). */
bool oc_db_open_own(oc_call *c, unsigned read_s, oc_link *own, oc_db *db);
void oc_db_close_own(oc_db *db);
bool oc_db_rollback(oc_db *db);
/* Dead-lock or lock-wait: the transaction may be tried again. */
bool oc_db_retry(const oc_db *db);
/* The statement's own limit (max_statement_time) ended it. */
bool oc_db_too_long(const oc_db *db);
/* The database's time in microseconds, from an offset measured at most 60 s ago. */
uint64_t oc_db_time(const oc_db *db);

#endif
