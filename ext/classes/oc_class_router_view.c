/* The rest of the Router: what it shows, and the sweep. */
#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "store/oc_update.h"

#define DECISIONS_MAX 10000
#define OVERVIEW_MAX 1000

ZEND_METHOD(OnlineChat_Router, sweep)
{
	oc_request r;
	uint32_t changes = 0;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!oc_router_sweep(&r.call, &changes)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_LONG(changes);
}

ZEND_METHOD(OnlineChat_Router, board)
{
	zend_object *who;
	oc_request r;
	oc_board board = {0};

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "board")) {
		RETURN_THROWS();
	}
	if (!oc_board_now(&r.call, &r.who, &board)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_board(return_value, &board);
}

ZEND_METHOD(OnlineChat_Router, overview)
{
	zend_object *who;
	zend_long after = 0, limit = 100;
	oc_request r;
	oc_conversation *list = NULL;
	size_t n = 0;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(after)
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "overview") ||
			!oc_arg_id("after", after, true) || !oc_arg_range("limit", limit, 1, OVERVIEW_MAX)) {
		RETURN_THROWS();
	}
	if (!oc_overview_now(&r.call, &r.who, (uint64_t)after, (uint32_t)limit, &list, &n)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_conversations(return_value, list, n);
}

static void add_text(zval *row, const char *name, oc_str v)
{
	add_assoc_stringl(row, name, v.n ? v.p : "", v.n);
}

static void add_id(zval *row, const char *name, uint64_t v)
{
	if (v) {
		add_assoc_long(row, name, (zend_long)v);
	} else {
		add_assoc_null(row, name);
	}
}

static void decision_row(zval *row, const oc_decision *d)
{
	array_init(row);
	add_assoc_long(row, "number", (zend_long)d->number);
	add_assoc_long(row, "at", (zend_long)d->at);
	add_text(row, "event", d->event);
	add_text(row, "rule", d->rule);
	add_text(row, "outcome", d->outcome);
	add_text(row, "actor", d->actor);
	add_id(row, "conversation", d->conversation);
	if (d->status) {
		add_assoc_string(row, "status", (char *)oc_status_word(d->status));
	} else {
		add_assoc_null(row, "status");
	}
	add_id(row, "operator_before", d->operator_before);
	add_id(row, "operator", d->operator_id);
	add_assoc_long(row, "maximum", d->maximum);
	add_assoc_long(row, "ongoing", d->ongoing);
	add_assoc_long(row, "waiting", d->waiting);
	add_assoc_long(row, "holds", d->holds);
	add_assoc_long(row, "free", d->free);
	add_text(row, "candidates", d->candidates);
	add_text(row, "detail", d->detail);
	add_assoc_long(row, "transaction", (zend_long)d->transaction);
}

ZEND_METHOD(OnlineChat_Router, decisions)
{
	zend_long after = 0, limit = 100;
	oc_request r;
	oc_decision *list = NULL;
	size_t n = 0;
	zval row;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(after)
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_arg_id("after", after, true) ||
			!oc_arg_range("limit", limit, 1, DECISIONS_MAX)) {
		RETURN_THROWS();
	}
	if (!oc_router_decisions(&r.call, (uint64_t)after, (uint32_t)limit, &list, &n)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	array_init_size(return_value, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		decision_row(&row, &list[i]);
		add_next_index_zval(return_value, &row);
	}
}
