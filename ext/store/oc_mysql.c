/* The link to MySQL or MariaDB: opening, batches, errors. */
#include "store/oc_mysql.h"

#include <stdio.h>
#include <string.h>
#include <mysql.h>
#ifndef _WIN32
# include <poll.h>
# include <sys/socket.h>
# include <unistd.h>
#endif

/* Server errors that have a meaning of their own (MySQL and MariaDB number them alike, but for the last). */
enum {
	ER_CON_COUNT = 1040, ER_DENIED = 1044, ER_ACCESS = 1045, ER_NO_DATABASE = 1049, ER_BAD_COLUMN = 1054,
	ER_DUPLICATE = 1062, ER_NO_TABLE = 1146, ER_LOCK_WAIT = 1205, ER_DEADLOCK = 1213, ER_READ_ONLY_OPTION = 1290,
	ER_READ_ONLY_TX = 1792, ER_READ_ONLY_MODE = 1836,
	ER_TOO_LONG_MARIADB = 1969, ER_TOO_LONG_MYSQL = 3024
};

#define CLIENT_ERRORS 2000 /* from here on the client library speaks, not the server */

static void set_limits(MYSQL *m, const oc_limits *l)
{
	unsigned connect = l->mysql_connect_s, io = l->mysql_read_s;

	mysql_options(m, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
	mysql_options(m, MYSQL_OPT_READ_TIMEOUT, &io);
	mysql_options(m, MYSQL_OPT_WRITE_TIMEOUT, &io);
	mysql_options(m, MYSQL_SET_CHARSET_NAME, "utf8mb4");
}

static void set_tls(MYSQL *m, const oc_address *at)
{
	if (at->tls) {
		mysql_ssl_set(m, NULL, NULL, at->ca.n ? at->ca.p : NULL, NULL, NULL);
#ifdef MARIADB_BASE_VERSION
		my_bool enforce = 1;

		mysql_options(m, MYSQL_OPT_SSL_ENFORCE, &enforce);
		if (at->ca.n) {
			mysql_options(m, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &enforce);
		}
#else
		unsigned mode = at->ca.n ? SSL_MODE_VERIFY_IDENTITY : SSL_MODE_REQUIRED;

		mysql_options(m, MYSQL_OPT_SSL_MODE, &mode);
#endif
	}
}

/* Everything the statements rely on, whatever the server's defaults are. */
static bool set_session(MYSQL *m, const oc_limits *l)
{
	char sql[400];

	snprintf(sql, sizeof sql,
		"SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',"
		" SESSION time_zone = '+00:00', SESSION innodb_lock_wait_timeout = %u, SESSION autocommit = 1,"
		" SESSION lock_wait_timeout = %u", l->mysql_lock_wait_s, l->mysql_read_s);
	return mysql_query(m, sql) == 0
		&& mysql_query(m, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED") == 0;
}

static bool explain_open(oc_error *e, MYSQL *m)
{
	unsigned code = mysql_errno(m);
	const char *hint = "is the server running, and is the address right?";

	if (code == ER_ACCESS || code == ER_DENIED) {
		hint = "check user and password";
	} else if (code == ER_NO_DATABASE) {
		hint = "check the database's name";
	} else if (code == ER_CON_COUNT) {
		hint = "raise max_connections or lower the number of PHP workers";
	}
	return oc_fail(e, OC_E_MYSQL, "mysql", "MySQL: cannot connect: %s (%u); %s", mysql_error(m), code, hint);
}

void *oc_mysql_open(const oc_address *at, const oc_limits *l, oc_error *e)
{
	MYSQL *m = mysql_init(NULL);
	MYSQL *up;

	if (!m) {
		oc_fail(e, OC_E_MYSQL, "mysql", "MySQL: the client library cannot start");
		return NULL;
	}
	set_limits(m, l);
	set_tls(m, at);
	/* The address's strings end with a NUL (oc_dup), those not set are NULL. */
	up = mysql_real_connect(m, at->socket.n ? NULL : at->host.p, at->user.p, at->password.p, at->database.p, at->port,
		at->socket.n ? at->socket.p : NULL, CLIENT_MULTI_STATEMENTS);
	if (!up || !set_session(m, l)) {
		explain_open(e, m);
		mysql_close(m);
		return NULL;
	}
	return m;
}

void oc_mysql_close(void *handle, bool forked)
{
#ifndef _WIN32
	/* In a forked child mysql_close() would say goodbye for the parent: here it says so to nobody. */
	int nobody[2];

	if (forked) {
		if (socketpair(AF_UNIX, SOCK_STREAM, 0, nobody) != 0) {
			close((int)mysql_get_socket(handle));
			return;
		}
		dup2(nobody[0], (int)mysql_get_socket(handle));
		mysql_close(handle);
		close(nobody[0]);
		close(nobody[1]);
		return;
	}
#endif
	mysql_close(handle);
}

bool oc_mysql_alive(void *handle)
{
#ifndef _WIN32
	struct pollfd p = {(int)mysql_get_socket(handle), POLLIN, 0};

	/* An idle link has nothing to say: data is an old answer, and an end of file a server that went away. */
	return poll(&p, 1, 0) == 0;
#else
	return true;
#endif
}

static int64_t measure_clock(MYSQL *m)
{
	uint64_t before = oc_time_us(), after, there = 0;
	MYSQL_RES *r;
	MYSQL_ROW row;

	if (mysql_query(m, "SELECT CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS UNSIGNED)") != 0) {
		return INT64_MIN;
	}
	r = mysql_store_result(m);
	if (!r) {
		return INT64_MIN;
	}
	after = oc_time_us();
	row = mysql_fetch_row(r);
	if (row && row[0]) {
		oc_str_u64(oc_str_of(row[0]), &there);
	}
	mysql_free_result(r);
	return there ? (int64_t)there - (int64_t)(before + (after - before) / 2) : INT64_MIN;
}

#define CLOCK_AGE_MS 60000

bool oc_db_open(oc_call *c, oc_db *db)
{
	oc_link *l = oc_link_take(c, OC_MYSQL);

	*db = (oc_db){.call = c, .link = l};
	if (!l) {
		return false;
	}
	if (l->clock_at == 0 || oc_clock_ms() - l->clock_at > CLOCK_AGE_MS) {
		int64_t offset = measure_clock(l->handle);

		if (offset == INT64_MIN) {
			oc_fail(c->error, OC_E_MYSQL, "mysql", "MySQL: the link was lost: %s", mysql_error(l->handle));
			oc_link_blame(c, OC_MYSQL);
			oc_link_give(c, l, false);
			db->link = NULL;
			return false;
		}
		l->clock_offset = offset;
		l->clock_at = oc_clock_ms();
	}
	return true;
}

uint64_t oc_db_time(const oc_db *db)
{
	return (uint64_t)((int64_t)oc_time_us() + db->link->clock_offset);
}

void oc_db_close(oc_db *db)
{
	if (!db->link) {
		return;
	}
	if (db->in_transaction && db->link->in_flight == 0) {
		oc_db_rollback(db);
	}
	oc_link_give(db->call, db->link, db->link->in_flight == 0 && !db->in_transaction);
	db->link = NULL;
}

bool oc_db_open_own(oc_call *c, unsigned read_s, oc_link *own, oc_db *db)
{
	oc_limits patient = c->links->limits;

	*own = (oc_link){.store = OC_MYSQL};
	*db = (oc_db){.call = c, .link = own};
	patient.mysql_read_s = read_s;
	own->handle = oc_mysql_open(&c->chat->mysql, &patient, c->error);
	return own->handle != NULL;
}

void oc_db_close_own(oc_db *db)
{
	oc_mysql_close(db->link->handle, false);
}

bool oc_db_rollback(oc_db *db)
{
	if (mysql_query(db->link->handle, "ROLLBACK") != 0) {
		db->link->in_flight = 1;
		return false;
	}
	db->in_transaction = false;
	db->sent_commit = false;
	return true;
}

bool oc_db_retry(const oc_db *db)
{
	/* A duplicate is the same key's other try, which was first: what it answered is there by now (I4). */
	return db->errno_ == ER_DEADLOCK || db->errno_ == ER_LOCK_WAIT || db->errno_ == ER_DUPLICATE;
}

bool oc_db_too_long(const oc_db *db)
{
	return db->errno_ == ER_TOO_LONG_MARIADB || db->errno_ == ER_TOO_LONG_MYSQL;
}

static bool lost(unsigned code)
{
	return code >= CLIENT_ERRORS && code < CLIENT_ERRORS + 1000;
}

/* Turns the library's error into ours. */
static bool explain(oc_db *db, uint64_t started)
{
	MYSQL *m = db->link->handle;
	oc_error *e = db->call->error;
	unsigned code = mysql_errno(m);
	const char *text = mysql_error(m);

	db->errno_ = code;
	if (code != 0 && !lost(code)) {
		db->link->in_flight = 0; /* the server ends a batch at its first error */
	}
	if (lost(code)) {
		/* Slow death speaks of the server; a quick one may be this link's alone. */
		if (oc_clock_ms() - started + 100 >= db->call->links->limits.mysql_read_s * 1000u) {
			oc_link_blame(db->call, OC_MYSQL);
		}
		if (db->sent_commit) {
			return oc_fail(e, OC_E_UNKNOWN, "mysql",
				"MySQL: the answer was lost (%s): repeat the request with the same key", text);
		}
		return oc_fail(e, OC_E_MYSQL, "mysql", "MySQL: the link was lost: %s; nothing was written", text);
	}
	switch (code) {
		case ER_NO_TABLE:
		case ER_BAD_COLUMN:
			return oc_fail(e, OC_E_SCHEMA, "schema", "MySQL: %s: run Chat::migrate()", text);
		case ER_READ_ONLY_OPTION:
		case ER_READ_ONLY_TX:
		case ER_READ_ONLY_MODE:
			return oc_fail(e, OC_E_MYSQL, "mysql",
				"MySQL: the server is read-only; name its primary in the settings, or make it writable");
		case ER_LOCK_WAIT:
		case ER_DEADLOCK:
			return oc_fail(e, OC_E_MYSQL, "mysql", "MySQL: busy (%s); nothing was written, try again", text);
		default:
			return oc_fail(e, OC_E_MYSQL, "mysql", "MySQL: %s (%u); nothing was written", text, code);
	}
}

static void copy_result(oc_arena *a, MYSQL_RES *r, oc_rows *out)
{
	unsigned n = 0;
	MYSQL_ROW row;

	out->rows = (unsigned)mysql_num_rows(r);
	out->columns = mysql_num_fields(r);
	out->cell = oc_alloc(a, sizeof(oc_str) * (out->rows * out->columns + 1));
	while ((row = mysql_fetch_row(r))) {
		unsigned long *length = mysql_fetch_lengths(r);

		for (unsigned i = 0; i < out->columns; i++, n++) {
			out->cell[n] = row[i] ? oc_dup(a, (oc_str){row[i], length[i]}) : (oc_str){NULL, 0};
		}
	}
}

static bool read_one(oc_db *db, oc_rows *out)
{
	MYSQL *m = db->link->handle;
	MYSQL_RES *r = mysql_store_result(m);

	if (r) {
		copy_result(db->call->arena, r, out);
		mysql_free_result(r);
		return true;
	}
	if (mysql_field_count(m) != 0) {
		return false;
	}
	out->affected = mysql_affected_rows(m);
	out->insert_id = mysql_insert_id(m);
	return true;
}

bool oc_db_run(oc_db *db, oc_sql *s, oc_rows **results)
{
	MYSQL *m = db->link->handle;
	unsigned expected = s->statements;
	oc_rows *list = oc_alloc(db->call->arena, sizeof(oc_rows) * (expected + 1));
	uint64_t started = oc_clock_ms();

	db->errno_ = 0;
	db->link->in_flight = 1;
	db->call->links->counters.batches++;
	if (mysql_real_query(m, s->text.p, (unsigned long)s->text.n) != 0) {
		return explain(db, started);
	}
	for (unsigned i = 0;; i++) {
		int more;

		if (i >= expected || !read_one(db, &list[i])) {
			return explain(db, started);
		}
		more = mysql_next_result(m);
		if (more > 0) {
			return explain(db, started);
		}
		if (more < 0) {
			break;
		}
	}
	db->link->in_flight = 0;
	s->text.n = 0;
	s->statements = 0;
	if (results) {
		*results = list;
	}
	return true;
}
