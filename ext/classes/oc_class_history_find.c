#include "classes/oc_hash.h"
#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "store/oc_history.h"

#define LINES_MAX 1000
#define OFFSET_MAX 1000000
#define BEGINNING_MAX 255

static bool read_number(const char *name, zval *v, uint64_t *out)
{
	if (Z_TYPE_P(v) != IS_LONG || Z_LVAL_P(v) < 1) {
		return oc_throw_invalid(name, "must be an integer of at least 1");
	}
	*out = (uint64_t)Z_LVAL_P(v);
	return true;
}

/* Milliseconds; so many that a thousandfold still counts as a number. */
static bool read_time(const char *name, zval *v, uint64_t *out)
{
	if (Z_TYPE_P(v) != IS_LONG || Z_LVAL_P(v) < 0 || Z_LVAL_P(v) > ZEND_LONG_MAX / 1000 - 1) {
		return oc_throw_invalid(name, "must be milliseconds since 1970");
	}
	*out = (uint64_t)Z_LVAL_P(v);
	return true;
}

static bool read_text(const char *name, zval *v, size_t max, oc_str *out)
{
	if (Z_TYPE_P(v) != IS_STRING) {
		return oc_throw_invalid(name, "must be a string");
	}
	*out = oc_str_of_zend(Z_STR_P(v));
	return oc_arg_text(name, Z_STR_P(v), max, false);
}

static bool read_kind(zval *v, oc_filter *f)
{
	if (Z_TYPE_P(v) == IS_STRING && zend_string_equals_literal(Z_STR_P(v), "conversation")) {
		f->kind = OC_KIND_CONVERSATION;
	} else if (Z_TYPE_P(v) == IS_STRING && zend_string_equals_literal(Z_STR_P(v), "message")) {
		f->kind = OC_KIND_MESSAGE;
	} else {
		return oc_throw_invalid("kind", "must be \"conversation\" or \"message\"");
	}
	return true;
}

static bool read_guest(zval *v, oc_filter *f)
{
	if (Z_TYPE_P(v) != IS_TRUE && Z_TYPE_P(v) != IS_FALSE) {
		return oc_throw_invalid("guest", "must be a bool");
	}
	f->guest = Z_TYPE_P(v) == IS_TRUE;
	return true;
}

/* v NULL: asks for nothing, but its name counts. */
static bool read_one(const char *name, zval *v, oc_filter *f)
{
	const struct {
		const char *name;
		enum { NUMBER, TIME, BEGINNING, TEXT } type;
		void *to;
	} known[] = {
		{"thread", NUMBER, &f->thread}, {"customer", NUMBER, &f->customer}, {"operator", NUMBER, &f->operator_id},
		{"from", TIME, &f->from}, {"to", TIME, &f->to}, {"name", BEGINNING, &f->name}, {"email", BEGINNING, &f->email},
		{"phone", BEGINNING, &f->phone}, {"text", TEXT, &f->text},
	};

	if (strcmp(name, "kind") == 0) {
		return !v || read_kind(v, f);
	}
	if (strcmp(name, "guest") == 0) {
		return !v || read_guest(v, f);
	}
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (strcmp(name, known[i].name) == 0 && !v) {
			return true;
		}
		if (strcmp(name, known[i].name) == 0) {
			switch (known[i].type) {
				case NUMBER: return read_number(name, v, known[i].to);
				case TIME: return read_time(name, v, known[i].to);
				case BEGINNING: return read_text(name, v, BEGINNING_MAX, known[i].to);
				default: return read_text(name, v, OC_SEARCH_MAX, known[i].to);
			}
		}
	}
	return oc_throw_invalid(name, "there is no such filter");
}

static bool read_filter(HashTable *table, oc_filter *f)
{
	zend_string *name;
	zval *v;

	*f = (oc_filter){.guest = -1};
	if (!table) {
		return true;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(table, name, v) {
		ZVAL_DEREF(v);
		if (!name) {
			return oc_throw_invalid("filter", "must be an array by name");
		}
		/* A form's empty field asks for nothing. */
		if (Z_TYPE_P(v) == IS_NULL || (Z_TYPE_P(v) == IS_STRING && Z_STRLEN_P(v) == 0)) {
			v = NULL;
		}
		if (!read_one(ZSTR_VAL(name), v, f)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();
	return true;
}

ZEND_METHOD(OnlineChat_History, find)
{
	zend_object *who;
	HashTable *filter = NULL;
	zend_long limit = 50, offset = 0;
	zend_string *cursor = NULL;
	oc_page_ask a = {.hmac = oc_hmac_sha256};
	oc_request r;
	oc_filter f;
	oc_history_found found = {0};

	ZEND_PARSE_PARAMETERS_START(1, 6)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(filter)
		Z_PARAM_LONG(limit)
		Z_PARAM_STR(cursor)
		Z_PARAM_LONG(offset)
		Z_PARAM_BOOL(a.oldest_first)
	ZEND_PARSE_PARAMETERS_END();

	a.cursor = cursor ? oc_str_of_zend(cursor) : OC_STR("");
	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "history") ||
			!read_filter(filter, &f) || !oc_arg_range("limit", limit, 1, LINES_MAX) ||
			!oc_arg_range("offset", offset, 0, a.cursor.n ? OC_PASS_MOST : OFFSET_MAX)) {
		RETURN_THROWS();
	}
	a.filter = &f;
	a.limit = (uint32_t)limit;
	a.offset = (uint32_t)offset;
	if (!oc_history_find(&r.call, &r.who, &a, &found)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_history_page(return_value, &found);
}
