/* Lines of the history by what is known of them (G22). */
#include "store/oc_history.h"

#include "store/oc_answer.h"

#include <string.h>

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

/* What two questions must have alike for the one to go on where the other ended. */
static oc_str bound(oc_call *c, const oc_page_ask *a)
{
	const oc_filter *f = a->filter;
	const oc_str texts[] = {f->name, f->email, f->phone, f->text};
	oc_buf b = oc_buf_new(c->arena, 300);

	oc_putf(&b, "lines %d %d %llu %llu %llu %d %llu %llu", a->oldest_first, (int)f->kind, (unsigned long long)f->thread,
		(unsigned long long)f->customer, (unsigned long long)f->operator_id, f->guest, (unsigned long long)f->from,
		(unsigned long long)f->to);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		oc_putf(&b, " %zu:", texts[i].n);
		oc_put(&b, texts[i]);
	}
	return oc_buf_str(&b);
}

static bool find_by_columns(oc_call *c, const oc_identity *who, const oc_page_ask *a, oc_history_found *out)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;
	oc_db db;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	oc_revocation_select(&s, who);
	ok = oc_db_run(&db, &s, &r) && oc_revocation_pass(c, &r[0]) && oc_find_lines(&db, a, out);
	oc_db_close(&db);
	return ok;
}

bool oc_history_find(oc_call *c, const oc_identity *who, oc_page_ask *a, oc_history_found *out)
{
	a->bound = bound(c, a);
	return a->filter->text.n ? oc_find_text(c, who, a, out) : find_by_columns(c, who, a, out);
}
