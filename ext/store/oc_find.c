/* Finding lines of the history by what is known of them (G22). */
#include "store/oc_history.h"

#include "store/oc_answer.h"

#include <string.h>

#define COUNT_MOST 10000
#define SEARCH_S 20 /* a search in what was said */
#define TOO_LONG_MARIADB 1969
#define TOO_LONG_MYSQL 3024

typedef struct {
	oc_str where;
	uint32_t limit, offset;
	bool oldest_first;
} oc_query;

oc_str oc_like(oc_call *c, oc_str text, bool anywhere)
{
	oc_buf b = oc_buf_new(c->arena, text.n + 8);

	oc_puts(&b, anywhere ? "%" : "");
	for (size_t i = 0; i < text.n; i++) {
		if (strchr("%_\\", text.p[i])) {
			oc_puts(&b, "\\");
		}
		oc_put(&b, (oc_str){text.p + i, 1});
	}
	oc_puts(&b, "%");
	return oc_buf_str(&b);
}

/* A condition more: the part begins anew without ";". */
static oc_sql *and(oc_sql *s)
{
	s->statements = 0;
	return s;
}

/* What a line holds. Of conversations that are not archived the history knows nothing yet. */
static void add_content(oc_call *c, oc_sql *s, const oc_filter *f)
{
	if (f->text.n) {
		oc_str like = oc_like(c, f->text, true);

		/* Not EXISTS, which the database may turn round and read all messages for, however soon a page of lines is full. */
		oc_sql_add(and(s), " AND ((SELECT 1 FROM %T c JOIN %T w ON w.conversation = c.id WHERE c.thread = t.id AND"
			" c.status = 4 AND w.text " OC_FOLDED " LIKE %t LIMIT 1) IS NOT NULL OR (SELECT 1 FROM %T l WHERE l.id = t.mail AND"
			" l.message " OC_FOLDED " LIKE %t LIMIT 1) IS NOT NULL)", "conversation", "message", like, "mail", like);
	}
	if (f->operator_id) {
		oc_sql_add(and(s), " AND EXISTS (SELECT 1 FROM %T c WHERE c.thread = t.id AND c.shop = %u AND c.operator = %u AND"
			" c.status = 4)", "conversation", (uint64_t)c->chat->shop, f->operator_id);
	}
}

static void add_begins(oc_call *c, oc_sql *s, const char *column, oc_str with)
{
	if (with.n) {
		oc_sql_add(and(s), " AND t.%s LIKE %t", column, oc_like(c, with, false));
	}
}

static oc_str condition(oc_call *c, const oc_filter *f)
{
	static const char *const kinds[] = {"", " AND t.mail IS NULL", " AND t.mail IS NOT NULL"};
	oc_sql s = oc_sql_new(c);

	oc_sql_add(&s, "t.shop = %u AND t.last_at > 0%s", (uint64_t)c->chat->shop, kinds[f->kind]);
	if (f->thread) {
		oc_sql_add(and(&s), " AND t.id = %u", f->thread);
	}
	if (f->customer) {
		oc_sql_add(and(&s), " AND (t.customer = %u OR t.left_by = %u)", f->customer, f->customer);
	}
	if (f->guest >= 0) {
		oc_sql_add(and(&s), " AND COALESCE(t.customer, t.left_by) IS %s", f->guest ? "NULL" : "NOT NULL");
	}
	if (f->from) {
		oc_sql_add(and(&s), " AND t.last_at >= %u", f->from * 1000);
	}
	if (f->to) {
		oc_sql_add(and(&s), " AND t.last_at < %u", (f->to + 1) * 1000);
	}
	add_begins(c, &s, "name", f->name);
	add_begins(c, &s, "email", f->email);
	add_begins(c, &s, "phone", f->phone);
	add_content(c, &s, f);
	return oc_buf_str(&s.text);
}

oc_thread *oc_lines(oc_call *c, const oc_rows *r)
{
	oc_thread *list = oc_alloc(c->arena, sizeof(oc_thread) * (r->rows + 1));

	for (unsigned i = 0; i < r->rows; i++) {
		oc_line_row(r, i, &list[i]);
		if (oc_cell(r, i, OC_LINE_N_COLUMNS).p) {
			list[i].mail = oc_alloc(c->arena, sizeof(oc_mail));
			*list[i].mail = oc_mail_row(r, i, OC_LINE_N_COLUMNS);
		}
	}
	return list;
}

static void select_lines(oc_sql *s, const oc_query *q, uint32_t limit)
{
	const char *order = q->oldest_first ? "ASC" : "DESC";

	oc_sql_add(s, "SELECT " OC_LINE_COLUMNS ", " OC_MAIL_COLUMNS " FROM %T t LEFT JOIN %T m ON m.id = t.mail WHERE %s"
		" ORDER BY t.last_at %s, t.id %s LIMIT %u OFFSET %u", "thread", "mail", q->where.p, order, order, (uint64_t)limit,
		(uint64_t)q->offset);
}

static bool find_by_columns(oc_call *c, const oc_identity *who, const oc_query *q, oc_history_found *out)
{
	oc_sql s = oc_sql_new(c);
	uint64_t total;
	oc_rows *r;

	select_lines(&s, q, q->limit);
	oc_sql_add(&s, "SELECT COUNT(*) FROM (SELECT 1 FROM %T t WHERE %s LIMIT %u) counted", "thread", q->where.p,
		(uint64_t)COUNT_MOST + 1);
	if (!oc_read_for(c, who, &s, &r)) {
		return false;
	}
	total = oc_cell_u64(&r[1], 0, 0);
	*out = (oc_history_found){.lines = oc_lines(c, &r[0]), .n = r[0].rows, .exact = total <= COUNT_MOST,
		.total = (uint32_t)(total <= COUNT_MOST ? total : COUNT_MOST)};
	return true;
}

/* All that was said may have to be read, so that this ends at the page's last line instead of counting on: one line more
 * says that there are more. */
static bool search(oc_db *db, const oc_query *q, oc_str text, oc_history_found *out)
{
	oc_sql s = oc_sql_new(db->call);
	oc_rows *r;
	bool ok;

	oc_sql_add(&s, "SET SESSION time_zone = '+00:00' /*M!100101 , SESSION max_statement_time = %u */"
		" /*!50708 , SESSION max_execution_time = %u */", (uint64_t)SEARCH_S, (uint64_t)SEARCH_S * 1000);
	select_lines(&s, q, q->limit + 1);
	ok = oc_db_run(db, &s, &r);
	if (ok) {
		out->exact = r[1].rows <= q->limit;
		out->n = out->exact ? r[1].rows : q->limit;
		out->total = q->offset + r[1].rows;
		out->lines = oc_lines(db->call, &r[1]);
		ok = oc_hits(db, text, out->lines, out->n);
	}
	if (!ok && (db->errno_ == TOO_LONG_MARIADB || db->errno_ == TOO_LONG_MYSQL)) {
		return oc_fail(db->call->error, OC_E_INVALID, "text", "text: looking for it took longer than %d s; ask for dates, a"
			" name or an operator as well", SEARCH_S);
	}
	return ok;
}

/* On a link of its own: a search that takes its time is no sign of a server in trouble. */
static bool find_by_text(oc_call *c, const oc_identity *who, const oc_query *q, oc_str text, oc_history_found *out)
{
	oc_sql nothing = oc_sql_new(c);
	oc_link own;
	oc_rows *r;
	oc_db db;
	bool ok;

	if (!oc_read_for(c, who, &nothing, &r) || !oc_db_open_own(c, SEARCH_S + 10, &own, &db)) {
		return false;
	}
	ok = search(&db, q, text, out);
	oc_db_close_own(&db);
	return ok;
}

bool oc_history_find(oc_call *c, const oc_identity *who, const oc_filter *f, uint32_t limit, uint32_t offset,
	bool oldest_first, oc_history_found *out)
{
	oc_query q = {condition(c, f), limit, offset, oldest_first};

	return f->text.n ? find_by_text(c, who, &q, f->text, out) : find_by_columns(c, who, &q, out);
}
