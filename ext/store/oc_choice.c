/* Who gets a conversation: the operator who served the customer last, who speaks the language, who has fewest open.
 * Whatever is preferred, only those with room are chosen among. A choice reads at most 17 rows, however many operators
 * are online. */
#include "store/oc_tx.h"

enum { BEST, KNOWN, SPEAKERS };

/* "fr" of "fr-ca", as the speakers' table has it. */
static oc_str primary(oc_str language)
{
	size_t n = 0;

	while (n < language.n && language.p[n] != '-') {
		n++;
	}
	return (oc_str){language.p, n};
}

oc_wish oc_wish_of(const oc_tx_conversation *conv)
{
	bool customer = conv->visitor.n && conv->visitor.p[0] == 'c';

	return (oc_wish){conv->language, customer ? conv->thread : 0, 0};
}

static void nothing(oc_tx *tx)
{
	oc_sql_add(&tx->sql, "SELECT 1 FROM DUAL WHERE FALSE");
}

static void known_select(oc_tx *tx, const oc_wish *wish)
{
	static const char *from = "SELECT " OC_OPERATOR_COLUMNS " FROM %T t JOIN %T s ON s.id = t.shop AND s.prefer_known = 1"
		" JOIN %T o ON o.shop = t.shop AND o.id = t.operator WHERE %s = %u AND t.shop = %u";

	if (wish->thread || wish->customer) {
		oc_sql_add(&tx->sql, from, "thread", "shop", "operator", wish->thread ? "t.id" : "t.customer",
			wish->thread ? wish->thread : wish->customer, (uint64_t)tx->call->chat->shop);
	} else {
		nothing(tx);
	}
}

/* Along the indexes that hold availability, load and idle time: eight rows each. */
void oc_choice_select(oc_tx *tx, const oc_wish *wish)
{
	uint64_t shop = tx->call->chat->shop;

	oc_sql_add(&tx->sql, "SELECT " OC_OPERATOR_COLUMNS " FROM %T o WHERE o.shop = %u AND o.available = 1 ORDER BY"
		" o.load_now, o.idle_since, o.id LIMIT %u", "operator", shop, (uint64_t)OC_CANDIDATES);
	known_select(tx, wish);
	if (wish->language.n == 0) {
		nothing(tx);
		return;
	}
	oc_sql_add(&tx->sql, "SELECT " OC_OPERATOR_COLUMNS " FROM %T p JOIN %T o ON o.shop = p.shop AND o.id = p.operator WHERE"
		" p.shop = %u AND p.language = %b AND p.available = 1 AND EXISTS (SELECT 1 FROM %T s WHERE s.id = %u AND"
		" s.prefer_language = 1) ORDER BY p.load_now, p.idle_since, p.operator LIMIT %u", "speaker", "operator", shop,
		primary(wish->language), "shop", shop, (uint64_t)OC_CANDIDATES);
}

/* The best of a list, and the list as text. */
static bool best_of(oc_tx *tx, const oc_rows *r, oc_choice *out)
{
	oc_buf text = oc_buf_new(tx->call->arena, 200);
	oc_candidate list[OC_CANDIDATES];
	const oc_candidate *chosen;

	for (unsigned i = 0; i < r->rows; i++) {
		oc_tx_operator o;

		oc_tx_operator_row(r, i, 0, &o);
		list[i] = (oc_candidate){o.id, o.load, o.capacity, o.idle_since};
		oc_putf(&text, "%s%u:%u/%u@%llu", i ? " " : "", o.id, o.load, o.capacity, (unsigned long long)o.idle_since);
	}
	out->log = oc_buf_str(&text);
	chosen = oc_choose(list, r->rows);
	if (chosen) {
		oc_tx_operator_row(r, (unsigned)(chosen - list), 0, &out->operator);
	}
	return chosen != NULL;
}

void oc_choice_found(oc_tx *tx, const oc_rows *r, oc_choice *out)
{
	oc_tx_operator known = {0};

	*out = (oc_choice){.rule = "known"};
	if (r[KNOWN].rows) {
		oc_tx_operator_row(&r[KNOWN], 0, 0, &known);
	}
	if (oc_tx_free(&known)) {
		out->found = best_of(tx, &r[KNOWN], out);
	} else if (r[SPEAKERS].rows) {
		out->rule = "language";
		out->found = best_of(tx, &r[SPEAKERS], out);
	} else {
		out->rule = "fewest_open";
		out->found = best_of(tx, &r[BEST], out);
	}
}

bool oc_tx_choose(oc_tx *tx, const oc_wish *wish, oc_choice *out)
{
	unsigned first = oc_tx_reads(tx);
	oc_rows *r;

	oc_choice_select(tx, wish);
	if (!oc_tx_send(tx, first, &r)) {
		return false;
	}
	oc_choice_found(tx, r, out);
	return true;
}

void oc_tx_speaks(oc_tx *tx, const oc_tx_operator *o)
{
	if (o->languages.n) {
		oc_sql_add(&tx->sql, "UPDATE %T p JOIN %T o ON o.shop = p.shop AND o.id = p.operator SET p.available = o.available,"
			" p.load_now = o.load_now, p.idle_since = o.idle_since WHERE p.shop = %u AND p.operator = %u", "speaker",
			"operator", (uint64_t)tx->call->chat->shop, (uint64_t)o->id);
	}
}
