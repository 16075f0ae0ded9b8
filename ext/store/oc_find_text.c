/* Lines by what was said in them. */
#include "store/oc_history.h"

#include "store/oc_answer.h"

#define SEARCH_S 20
#define TOO_LONG_MARIADB 1969
#define TOO_LONG_MYSQL 3024

/* Not EXISTS, which the database may turn round and read all messages for, however soon a page of lines is full. */
static oc_str said(oc_call *c, oc_str text)
{
	oc_str like = oc_like(c, text, true);
	oc_sql s = oc_sql_new(c);

	oc_sql_add(&s, " AND ((SELECT 1 FROM %T c JOIN %T w ON w.conversation = c.id WHERE c.thread = t.id AND c.status = 4 AND"
		" w.text " OC_FOLDED " LIKE %t LIMIT 1) IS NOT NULL OR (SELECT 1 FROM %T l WHERE l.id = t.mail AND l.message " OC_FOLDED
		" LIKE %t LIMIT 1) IS NOT NULL)", "conversation", "message", like, "mail", like);
	return oc_buf_str(&s.text);
}

static bool search(oc_db *db, const oc_page_ask *a, oc_history_found *out)
{
	oc_sql s = oc_sql_new(db->call);
	oc_rows *r;

	oc_sql_add(&s, "SET SESSION time_zone = '+00:00' /*M!100101 , SESSION max_statement_time = %u */"
		" /*!50708 , SESSION max_execution_time = %u */", (uint64_t)SEARCH_S, (uint64_t)SEARCH_S * 1000);
	if (oc_db_run(db, &s, &r) && oc_find_lines(db, a, said(db->call, a->filter->text).p, out)
			&& oc_hits(db, a->filter->text, out->lines, out->n)) {
		return true;
	}
	return db->errno_ != TOO_LONG_MARIADB && db->errno_ != TOO_LONG_MYSQL ? false : oc_fail(db->call->error, OC_E_INVALID,
		"text", "text: looking for it took longer than %d s; ask for dates, a name or an operator as well", SEARCH_S);
}

/* On a link of its own: a search that takes its time is no sign of a server in trouble. */
bool oc_find_text(oc_call *c, const oc_identity *who, const oc_page_ask *a, oc_history_found *out)
{
	oc_sql nothing = oc_sql_new(c);
	oc_link own;
	oc_rows *r;
	oc_db db;
	bool ok;

	if (!oc_read_for(c, who, &nothing, &r) || !oc_db_open_own(c, SEARCH_S + 10, &own, &db)) {
		return false;
	}
	ok = search(&db, a, out);
	oc_db_close_own(&db);
	return ok;
}
