/* What was found by its text, with some of what stands around it. Where a text was found only the database's collation
 * knows: the text is looked through in windows, each half a window after the one before. */
#include "store/oc_history.h"

#include "core/oc_text.h"

#define STEP 50
#define WINDOW (STEP + OC_SEARCH_MAX) /* whatever begins in its first step ends in it */
#define BEFORE 25
#define SHOWN 198 /* with "…" on both sides 200 */

/* 1, 51, 101 …: where windows begin. */
static oc_str windows(oc_call *c)
{
	oc_buf b = oc_buf_new(c->arena, 2000);

	oc_puts(&b, "SELECT 1 AS n");
	for (unsigned n = 1 + STEP; n <= OC_TEXT_MAX; n += STEP) {
		oc_putf(&b, " UNION ALL SELECT %u", n);
	}
	return oc_buf_str(&b);
}

/* The newest message of a line with the text in it. */
static oc_str source(oc_call *c, const oc_thread *line, oc_str like)
{
	oc_sql s = oc_sql_new(c);

	if (line->mail) {
		oc_sql_add(&s, "SELECT message AS text FROM %T WHERE id = %u", "mail", line->mail->id);
	} else {
		oc_sql_add(&s, "SELECT m.text FROM %T c JOIN %T m ON m.conversation = c.id WHERE c.thread = %u AND c.status = 4 AND"
			" m.text " OC_FOLDED " LIKE %t ORDER BY m.at DESC, m.number DESC LIMIT 1", "conversation", "message", line->id,
			like);
	}
	return oc_buf_str(&s.text);
}

bool oc_hits(oc_db *db, oc_str text, oc_thread *lines, size_t n)
{
	oc_call *c = db->call;
	oc_str like = oc_like(c, text, true), begin = windows(c);
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	if (n == 0) {
		return true;
	}
	for (size_t i = 0; i < n; i++) {
		oc_sql_add(&s, "SELECT CONCAT(IF(f.b > 1, '…', ''), SUBSTRING(f.text, f.b, %u), IF(CHAR_LENGTH(f.text) >= f.b + %u,"
			" '…', '')) FROM (SELECT h.text, GREATEST(w.n - %u, 1) AS b FROM (%s) h JOIN (%s) w ON SUBSTRING(h.text, w.n, %u) "
			OC_FOLDED " LIKE %t ORDER BY w.n LIMIT 1) f", (uint64_t)SHOWN, (uint64_t)SHOWN, (uint64_t)BEFORE,
			source(c, &lines[i], like).p, begin.p, (uint64_t)WINDOW, like);
	}
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		lines[i].hit = r[i].rows ? oc_cell(&r[i], 0, 0) : OC_STR("");
	}
	return true;
}
