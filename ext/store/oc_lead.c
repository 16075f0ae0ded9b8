/* The ways to a filter's lines, each along an index. What the index does not answer is looked at line by line. */
#include "store/oc_lead.h"

typedef struct {
	oc_call *c;
	const oc_filter *f;
	oc_way way;
} builder;

static const char *table(oc_call *c, const char *index)
{
	oc_sql s = oc_sql_new(c);

	oc_sql_add(&s, "%T t FORCE INDEX (%s)", "thread", index);
	return oc_buf_str(&s.text).p;
}

static const char *shop_and(const builder *b, const char *condition)
{
	return oc_format(b->c->arena, "t.shop = %u%s", b->c->chat->shop, condition).p;
}

/* last_at is 0 until something is archived. */
static const char *dates(const builder *b)
{
	unsigned long long from = b->f->from ? b->f->from * 1000 : 1, to = (b->f->to + 1) * 1000;

	return b->f->to ? oc_format(b->c->arena, " AND t.last_at >= %llu AND t.last_at < %llu", from, to).p
		: oc_format(b->c->arena, " AND t.last_at >= %llu", from).p;
}

/* A sort of line (schema 011): odd of guests, from 2 left messages, which no operator had. */
static bool fits(const oc_filter *f, unsigned sort)
{
	return (f->kind == OC_ANY_KIND || (sort >= 2) == (f->kind == OC_KIND_MESSAGE))
		&& (f->guest < 0 || (sort & 1) == (unsigned)f->guest) && !(f->operator_id && sort >= 2);
}

static bool any_sort(const oc_filter *f)
{
	return f->kind == OC_ANY_KIND && f->guest < 0 && !f->operator_id;
}

static void put_sorts(const builder *b, oc_buf *out)
{
	const char *before = " AND t.sort IN (";

	for (unsigned sort = 0; sort < 4; sort++) {
		if (fits(b->f, sort)) {
			oc_putf(out, "%s%u", before, sort);
			before = ", ";
		}
	}
	oc_puts(out, *before == ',' ? ")" : " AND FALSE");
}

static const char *begins(oc_call *c, const char *column, oc_str with)
{
	oc_sql s = oc_sql_new(c);

	if (with.n) {
		oc_sql_add(&s, " AND t.%s LIKE %t", column, oc_like(c, with, false));
	}
	return oc_buf_str(&s.text).p;
}

/* Of conversations that are not archived the history knows nothing yet. Not EXISTS, for which the database may read all
 * that the operator ever had. A line and its conversations are of one shop. */
static const char *served(const builder *b)
{
	oc_sql s = oc_sql_new(b->c);

	if (b->f->operator_id && b->way != OC_WAY_OPERATOR) {
		oc_sql_add(&s, " AND (SELECT 1 FROM %T c FORCE INDEX (served) WHERE c.thread = t.id AND c.operator = %u AND"
			" c.status = 4 LIMIT 1) IS NOT NULL", "conversation", b->f->operator_id);
	}
	return oc_buf_str(&s.text).p;
}

static const char *rest(const builder *b)
{
	unsigned long long customer = b->f->customer;
	oc_buf s = oc_buf_new(b->c->arena, 200);

	if (b->way != OC_WAY_TIME) {
		oc_puts(&s, dates(b));
	}
	if (b->way != OC_WAY_TIME && !any_sort(b->f)) {
		put_sorts(b, &s);
	}
	if (customer) {
		oc_putf(&s, " AND (t.customer = %llu OR t.left_by = %llu)", customer, customer);
	}
	oc_puts(&s, begins(b->c, "name", b->f->name));
	oc_puts(&s, begins(b->c, "email", b->f->email));
	oc_puts(&s, begins(b->c, "phone", b->f->phone));
	oc_puts(&s, served(b));
	return oc_buf_str(&s).p;
}

static void branch(oc_lead *l, const char *from, const char *where)
{
	l->branch[l->n].from = from;
	l->branch[l->n++].where = where;
}

/* Each sort of line apart has an order along its index, all of them have one along another. That an operator had no left
 * message is seen as soon by looking for their conversation. */
static void by_time(const builder *b, oc_lead *l)
{
	const oc_filter *f = b->f;
	bool any = any_sort(f) || (f->operator_id && f->guest < 0 && f->kind != OC_KIND_MESSAGE);

	if (any) {
		branch(l, table(b->c, "line"), shop_and(b, dates(b)));
	}
	for (unsigned sort = 0; sort < 4 && !any; sort++) {
		if (fits(f, sort)) {
			branch(l, table(b->c, "sort"), shop_and(b, oc_format(b->c->arena, " AND t.sort = %u%s", sort, dates(b)).p));
		}
	}
	if (l->n == 0) {
		branch(l, table(b->c, "line"), shop_and(b, " AND FALSE"));
	}
	l->slow = f->operator_id ? "operator" : f->name.n ? "name" : f->email.n ? "email" : f->phone.n ? "phone" : NULL;
}

/* A customer has one line of conversations, and the messages they left. */
static void by_person(const builder *b, oc_lead *l)
{
	unsigned long long customer = b->f->customer, thread = b->f->thread;

	if (thread) {
		branch(l, table(b->c, "PRIMARY"), shop_and(b, oc_format(b->c->arena, " AND t.id = %llu", thread).p));
		return;
	}
	branch(l, table(b->c, "customer"), shop_and(b, oc_format(b->c->arena, " AND t.customer = %llu", customer).p));
	branch(l, table(b->c, "left_by_at"), shop_and(b, oc_format(b->c->arena, " AND t.left_by = %llu", customer).p));
}

static bool operator_only(const oc_filter *f)
{
	return f->guest < 0 && f->kind != OC_KIND_MESSAGE && !f->from && !f->to && !f->name.n && !f->email.n && !f->phone.n;
}

static void by_operator(const builder *b, oc_lead *l)
{
	oc_sql s = oc_sql_new(b->c), own = oc_sql_new(b->c);

	oc_sql_add(&own, "%T o FORCE INDEX (board) WHERE o.shop = %u AND o.operator = %u AND o.status = 4", "conversation",
		(uint64_t)b->c->chat->shop, b->f->operator_id);
	oc_sql_add(&s, "(SELECT DISTINCT o.thread FROM %s) led STRAIGHT_JOIN %T t ON t.id = led.thread", oc_buf_str(&own.text).p,
		"thread");
	branch(l, oc_buf_str(&s.text).p, shop_and(b, ""));
	if (operator_only(b->f)) {
		l->number = oc_format(b->c->arena, "SELECT COUNT(DISTINCT o.thread) FROM %s", oc_buf_str(&own.text).p).p;
	}
}

static bool by_beginning(const builder *b, oc_lead *l, const char *column, oc_str with)
{
	if (with.n) {
		branch(l, table(b->c, column), shop_and(b, begins(b->c, column, with)));
	}
	return with.n > 0;
}

bool oc_lead_by(oc_call *c, const oc_filter *f, oc_way way, oc_lead *out)
{
	builder b = {c, f, way};

	*out = (oc_lead){.rest = rest(&b)};
	switch (way) {
		case OC_WAY_PERSON:
			if (f->thread || f->customer) {
				by_person(&b, out);
			}
			return out->n > 0;
		case OC_WAY_NAME: return by_beginning(&b, out, "name", f->name);
		case OC_WAY_EMAIL: return by_beginning(&b, out, "email", f->email);
		case OC_WAY_PHONE: return by_beginning(&b, out, "phone", f->phone);
		case OC_WAY_OPERATOR:
			if (f->operator_id) {
				by_operator(&b, out);
			}
			return out->n > 0;
		default: by_time(&b, out); return true;
	}
}
