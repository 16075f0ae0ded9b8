/* The schema's versions, applied forward one by one. */
#include "store/oc_embedded.h"
#include "store/oc_mysql.h"

#include <string.h>

#define ER_NO_TABLE 1146
#define ER_DUPLICATE_COLUMN 1060
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

/* One statement of a migration's file, with the prefix put in. */
static bool run_statement(oc_db *db, oc_str text)
{
	oc_sql s = oc_sql_new(db->call);
	size_t from = 0;

	for (size_t i = 0; i + 3 <= text.n; i++) {
		if (memcmp(text.p + i, "{p}", 3) == 0) {
			oc_put(&s.text, (oc_str){text.p + from, i - from});
			oc_put(&s.text, db->call->chat->prefix);
			from = i + 3;
		}
	}
	oc_put(&s.text, (oc_str){text.p + from, text.n - from});
	s.statements = 1;
	if (oc_db_run(db, &s, NULL)) {
		return true;
	}
	/* A migration that was cut off runs again from its beginning; an ALTER happens as a whole or not at all. */
	if (db->errno_ != ER_DUPLICATE_COLUMN) {
		return false;
	}
	db->call->error->cause = OC_OK;
	return true;
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

	/* Two installers at once: one applies, the other finds it done. */
	oc_sql_add(&s, "SELECT GET_LOCK(CONCAT('onlinechat.', MD5(CONCAT(DATABASE(), '.', %t))), 30)",
		db->call->chat->prefix);
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	if (oc_cell_u64(&r[0], 0, 0) != 1) {
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
