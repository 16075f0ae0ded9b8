#include "classes/oc_request.h"
#include "classes/oc_values.h"

/* Ascending milliseconds; so many that a thousandfold still counts as a number. */
static bool read_bounds(oc_request *r, HashTable *table, uint64_t **list, size_t *n)
{
	zval *v;

	*n = zend_hash_num_elements(table);
	if (*n < OC_BOUNDS_MIN || *n > OC_BOUNDS_MAX) {
		return oc_throw_invalid("bounds", "must be %d to %d times, got %zu", OC_BOUNDS_MIN, OC_BOUNDS_MAX, *n);
	}
	*list = oc_alloc(r->call.arena, sizeof(uint64_t) * *n);
	*n = 0;
	ZEND_HASH_FOREACH_VAL(table, v) {
		ZVAL_DEREF(v);
		if (Z_TYPE_P(v) != IS_LONG || Z_LVAL_P(v) < 0 || Z_LVAL_P(v) > ZEND_LONG_MAX / 1000 - 1) {
			return oc_throw_invalid("bounds", "must be milliseconds since 1970");
		}
		if (*n && (uint64_t)Z_LVAL_P(v) <= (*list)[*n - 1]) {
			return oc_throw_invalid("bounds", "each must be later than the one before it");
		}
		(*list)[(*n)++] = (uint64_t)Z_LVAL_P(v);
	} ZEND_HASH_FOREACH_END();
	return true;
}

ZEND_METHOD(OnlineChat_History, statistics)
{
	zend_object *who;
	HashTable *table;
	oc_request r;
	uint64_t *bounds = NULL;
	size_t n = 0, rows = 0;
	oc_statistic *list = NULL;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_ARRAY_HT(table)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "history") ||
			!read_bounds(&r, table, &bounds, &n)) {
		RETURN_THROWS();
	}
	if (!oc_statistics(&r.call, &r.who, bounds, n, &list, &rows)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_statistics(return_value, bounds, list, rows);
}
