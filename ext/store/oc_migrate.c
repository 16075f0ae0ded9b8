/* The schema's versions, applied forward one by one, while chats go on. Each file says with ALGORITHM and LOCK how its
 * ALTERs run, so that a server that could not do it that way refuses instead of locking a table for minutes. What goes
 * over a whole table stands with "{each TABLE}" as a condition, and runs over so many rows at a time, each time a
 * transaction of its own. */
#include "store/oc_embedded.h"
#include "store/oc_mysql.h"

#include <string.h>

#define ER_NO_TABLE 1146
#define ER_DUPLICATE_COLUMN 1060
#define ER_DUPLICATE_KEY_NAME 1061
#define ER_NO_KEY_NAME 1091 /* one that is to go is gone */
#define ER_LOCK_WAIT 1205
#define ER_DEADLOCK 1213
#define LOT 1000 /* rows: a chat that needs one of them waits milliseconds */
/* An ALTER waits for transactions that have read the table, and everybody else waits behind it: for a second, then they
 * have their turn. A dump that takes an hour is not waited for. */
#define WAIT_S 1
#define TRIES 30
#define PAUSE_S "0.5"
/* Altering a large table takes its time; nobody waits for a page meanwhile. */
#define MIGRATION_READ_S 3600

static bool stored_version(oc_db *db, uint32_t *version)
{
	oc_sql s = oc_sql_new(db->call);
	oc_rows *r;

	oc_sql_add(&s, "SELECT MAX(version) FROM %T", "schema");
	if (!oc_db_run(db, &s, &r)) {
		if (db->errno_ != ER_NO_TABLE) {
			return false;
		}
		db->call->error->cause = OC_OK;
		*version = 0;
		return true;
	}
	*version = (uint32_t)oc_cell_u64(&r[0], 0, 0);
	return true;
}

bool oc_schema(oc_call *c, uint32_t *version)
{
	oc_db db;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	ok = stored_version(&db, version);
	oc_db_close(&db);
	return ok;
}

/* Over and over while somebody else has what it needs. */
static bool run_patiently(oc_db *db, oc_str text)
{
	for (int i = 1;; i++) {
		oc_sql s = oc_sql_new(db->call);

		oc_put(&s.text, text);
		s.statements = 1;
		if (oc_db_run(db, &s, NULL)) {
			return true;
		}
		if (i == TRIES || (db->errno_ != ER_LOCK_WAIT && db->errno_ != ER_DEADLOCK)) {
			break;
		}
		db->call->error->cause = OC_OK;
		s = oc_sql_new(db->call);
		oc_sql_add(&s, "DO SLEEP(%s)", PAUSE_S);
		if (!oc_db_run(db, &s, NULL)) {
			return false;
		}
	}
	/* A migration that was cut off runs again from its beginning; an ALTER happens as a whole or not at all. */
	if (db->errno_ != ER_DUPLICATE_COLUMN && db->errno_ != ER_DUPLICATE_KEY_NAME && db->errno_ != ER_NO_KEY_NAME) {
		return false;
	}
	db->call->error->cause = OC_OK;
	return true;
}

static oc_str replaced(oc_arena *a, oc_str text, oc_str what, oc_str with)
{
	oc_buf b = oc_buf_new(a, text.n + with.n);
	size_t from = 0;

	for (size_t i = 0; i + what.n <= text.n; i++) {
		if (memcmp(text.p + i, what.p, what.n) == 0) {
			oc_put(&b, (oc_str){text.p + from, i - from});
			oc_put(&b, with);
			from = i + what.n;
		}
	}
	oc_put(&b, (oc_str){text.p + from, text.n - from});
	return oc_buf_str(&b);
}

/* The end of the lot of a table's rows that begins behind an id; 0: there is none. */
static bool lot_end(oc_db *db, const char *table, uint64_t after, uint64_t *end)
{
	oc_sql s = oc_sql_new(db->call);
	oc_rows *r;

	oc_sql_add(&s, "SELECT MAX(id) FROM (SELECT id FROM %T WHERE id > %u ORDER BY id LIMIT %u) lot", table, after,
		(uint64_t)LOT);
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	*end = oc_cell_u64(&r[0], 0, 0);
	return true;
}

/* each: "{each TABLE}" as it stands in the text. */
static bool run_in_lots(oc_db *db, oc_str text, oc_str each)
{
	oc_arena *a = db->call->arena;
	const char *table = oc_dup(a, (oc_str){each.p + 6, each.n - 7}).p;
	uint64_t after = 0, end;

	for (;; after = end) {
		if (!lot_end(db, table, after, &end)) {
			return false;
		}
		if (end == 0) {
			return true;
		}
		if (!run_patiently(db, replaced(a, text, each, oc_format(a, "id > %llu AND id <= %llu", (unsigned long long)after,
			(unsigned long long)end)))) {
			return false;
		}
	}
}

/* One statement of a migration's file, with the prefix put in. */
static bool run_statement(oc_db *db, oc_str text)
{
	const char *each, *end;

	text = replaced(db->call->arena, text, OC_STR("{p}"), db->call->chat->prefix);
	each = strstr(text.p, "{each ");
	end = each ? strchr(each, '}') : NULL;
	return end ? run_in_lots(db, text, (oc_str){each, (size_t)(end + 1 - each)}) : run_patiently(db, text);
}

static bool run_migration(oc_db *db, const oc_migration *m)
{
	const char *p = m->text, *end = m->text + m->n;
	oc_sql s = oc_sql_new(db->call);

	while (p < end) {
		const char *stop = strstr(p, ";\n");

		if (!stop) {
			stop = end;
		}
		if (!run_statement(db, (oc_str){p, (size_t)(stop - p)})) {
			return false;
		}
		p = stop + 2;
	}
	oc_sql_add(&s, "INSERT IGNORE INTO %T (version, at) VALUES (%u, %u)", "schema", (uint64_t)m->version, oc_time_us());
	return oc_db_run(db, &s, NULL);
}

static bool run_all(oc_db *db, uint32_t *version)
{
	oc_sql s = oc_sql_new(db->call);
	oc_rows *r;

	oc_sql_add(&s, "SET SESSION lock_wait_timeout = %u", (uint64_t)WAIT_S);
	/* Two installers at once: one applies, the other finds it done. */
	oc_sql_add(&s, "SELECT GET_LOCK(CONCAT('onlinechat.', MD5(CONCAT(DATABASE(), '.', %t))), 30)",
		db->call->chat->prefix);
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	if (oc_cell_u64(&r[1], 0, 0) != 1) {
		return oc_fail(db->call->error, OC_E_MYSQL, "mysql", "MySQL: another migration is running; try again");
	}
	if (!stored_version(db, version)) {
		return false;
	}
	for (unsigned i = 0; i < oc_migrations_n; i++) {
		if (oc_migrations[i].version > *version) {
			if (!run_migration(db, &oc_migrations[i])) {
				return false;
			}
			*version = oc_migrations[i].version;
		}
	}
	return true;
}

bool oc_migrate(oc_call *c, uint32_t *version)
{
	oc_link own;
	oc_db db;
	bool ok;

	if (!oc_db_open_own(c, MIGRATION_READ_S, &own, &db)) {
		return false;
	}
	ok = run_all(&db, version);
	oc_db_close_own(&db);
	return ok;
}
