#include "classes/oc_hours_settings.h"

#include "classes/oc_classes.h"
#include "classes/oc_pattern.h"
#include "classes/oc_throw.h"
#include "core/oc_hours.h"
#include "ext/date/php_date.h"

#define YEAR_S (365 * 86400 + 6 * 3600)
#define YEARS 10

static zval *member(HashTable *array, const char *name, zend_uchar type)
{
	zval *v = zend_hash_str_find_deref(array, name, strlen(name));

	return v && Z_TYPE_P(v) == type ? v : NULL;
}

/* Calls one of PHP's own functions; a warning is an exception, which is dropped. False if there was one. */
static bool call(const char *name, zval *result, uint32_t n, zval *arguments)
{
	zend_error_handling kept;
	zval function;

	ZVAL_STRING(&function, name);
	zend_replace_error_handling(EH_THROW, zend_ce_error_exception, &kept);
	if (call_user_function(NULL, NULL, &function, result, n, arguments) != SUCCESS) {
		ZVAL_NULL(result);
	}
	zend_restore_error_handling(&kept);
	zval_ptr_dtor(&function);
	if (EG(exception)) {
		zend_clear_exception();
		zval_ptr_dtor(result);
		ZVAL_NULL(result);
		return false;
	}
	return true;
}

static bool add_offset(zval *transition, oc_hours *h)
{
	zval *at = Z_TYPE_P(transition) == IS_ARRAY ? member(Z_ARRVAL_P(transition), "ts", IS_LONG) : NULL;
	zval *offset = at ? member(Z_ARRVAL_P(transition), "offset", IS_LONG) : NULL;

	if (!offset || h->n_offsets == OC_HOURS_OFFSETS) {
		return false;
	}
	/* The first is the one that is good now: it stands for all time before, too. */
	h->offsets[h->n_offsets] = (oc_hours_offset){h->n_offsets ? Z_LVAL_P(at) : 0, (int32_t)Z_LVAL_P(offset)};
	h->n_offsets++;
	return true;
}

/* The zone's offsets from now on, by PHP's own tables. */
static bool read_zone(zval *name, oc_hours *h)
{
	zend_long now = (zend_long)php_time();
	zval zone, list, arguments[3], *transition;
	bool ok;

	/* An offset such as "+02:00" or "CEST" is no zone: it knows no summer. */
	ok = name && Z_STRLEN_P(name) <= 64 && call("timezone_open", &zone, 1, name);
	if (!ok) {
		return oc_throw_invalid("hours", "\"zone\" must be an identifier of a time zone, such as Europe/Paris");
	}
	ZVAL_COPY_VALUE(&arguments[0], &zone);
	ZVAL_LONG(&arguments[1], now);
	ZVAL_LONG(&arguments[2], now + (zend_long)YEARS * YEAR_S);
	ok = Z_TYPE(zone) == IS_OBJECT && call("timezone_transitions_get", &list, 3, arguments);
	zval_ptr_dtor(&zone);
	if (!ok || Z_TYPE(list) != IS_ARRAY) {
		return oc_throw_invalid("hours", "\"zone\" must be an identifier of a time zone, such as Europe/Paris");
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(list), transition) {
		ok = ok && add_offset(transition, h);
	} ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&list);
	return (ok && h->n_offsets) || oc_throw_invalid("hours", "\"zone\" changes its clocks more than %d times in %d years",
		OC_HOURS_OFFSETS, YEARS);
}

static bool read_span(zval *span, uint32_t day, oc_hours *h)
{
	zval *from = Z_TYPE_P(span) == IS_ARRAY ? member(Z_ARRVAL_P(span), "from", IS_STRING) : NULL;
	zval *to = from ? member(Z_ARRVAL_P(span), "to", IS_STRING) : NULL;
	uint32_t begin, end;

	if (!to || !oc_hours_minute(oc_str_of_zend(Z_STR_P(from)), false, &begin) ||
			!oc_hours_minute(oc_str_of_zend(Z_STR_P(to)), true, &end)) {
		return oc_throw_invalid("hours", "\"week\", day %u: \"from\" and \"to\" must be times HH:MM, 00:00 to 23:59 (to: 24:00)",
			day + 1);
	}
	oc_hours_add(h, day, begin, end);
	return true;
}

static bool read_week(zval *week, oc_hours *h)
{
	if (!week || !zend_array_is_list(Z_ARRVAL_P(week)) || zend_hash_num_elements(Z_ARRVAL_P(week)) != 7) {
		return oc_throw_invalid("hours", "\"week\" must be a list of seven days, Monday first");
	}
	for (uint32_t day = 0; day < 7; day++) {
		zval *spans = zend_hash_index_find_deref(Z_ARRVAL_P(week), day), *span;

		if (Z_TYPE_P(spans) != IS_ARRAY || zend_hash_num_elements(Z_ARRVAL_P(spans)) > OC_HOURS_A_DAY) {
			return oc_throw_invalid("hours", "\"week\", day %u: must be a list of at most %d spans", day + 1, OC_HOURS_A_DAY);
		}
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(spans), span) {
			ZVAL_DEREF(span);
			if (!read_span(span, day, h)) {
				return false;
			}
		} ZEND_HASH_FOREACH_END();
	}
	return true;
}

static bool read_holiday(zval *span, oc_hours *h)
{
	zval *from = Z_TYPE_P(span) == IS_ARRAY ? member(Z_ARRVAL_P(span), "from", IS_STRING) : NULL;
	zval *to = from ? member(Z_ARRVAL_P(span), "to", IS_STRING) : NULL;
	oc_hours_days days;

	if (!to || !oc_hours_date(oc_str_of_zend(Z_STR_P(from)), &days.first) ||
			!oc_hours_date(oc_str_of_zend(Z_STR_P(to)), &days.last) || days.last < days.first) {
		return oc_throw_invalid("hours", "\"holidays\": \"from\" and \"to\" must be dates YYYY-MM-DD, \"to\" not before \"from\"");
	}
	h->holidays[h->n_holidays++] = days;
	return true;
}

static bool read_holidays(HashTable *hours, oc_hours *h)
{
	zval *list = zend_hash_str_find_deref(hours, ZEND_STRL("holidays")), *span;

	if (!list) {
		return true;
	}
	if (Z_TYPE_P(list) != IS_ARRAY || zend_hash_num_elements(Z_ARRVAL_P(list)) > OC_HOURS_HOLIDAYS) {
		return oc_throw_invalid("hours", "\"holidays\" must be a list of at most %d spans", OC_HOURS_HOLIDAYS);
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), span) {
		ZVAL_DEREF(span);
		if (!read_holiday(span, h)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();
	return true;
}

bool oc_hours_settings(HashTable *settings, oc_arena *a, oc_str *out)
{
	zval *hours = zend_hash_str_find_deref(settings, ZEND_STRL("hours"));
	oc_hours *h;

	*out = (oc_str){NULL, 0};
	if (!hours || Z_TYPE_P(hours) == IS_NULL) {
		return true;
	}
	if (Z_TYPE_P(hours) != IS_ARRAY) {
		zend_type_error("OnlineChat\\Chat::publish(): setting \"hours\" must be of type ?array, %s given",
			zend_zval_type_name(hours));
		return false;
	}
	h = oc_alloc(a, sizeof *h);
	if (!read_week(member(Z_ARRVAL_P(hours), "week", IS_ARRAY), h) || !read_holidays(Z_ARRVAL_P(hours), h) ||
			!read_zone(member(Z_ARRVAL_P(hours), "zone", IS_STRING), h)) {
		return false;
	}
	*out = oc_hours_encode(a, h);
	return true;
}

bool oc_hide_settings(HashTable *settings)
{
	zval *hide = zend_hash_str_find_deref(settings, ZEND_STRL("hide"));

	if (!hide) {
		return true;
	}
	if (Z_TYPE_P(hide) != IS_ARRAY) {
		zend_type_error("OnlineChat\\Chat::publish(): setting \"hide\" must be of type array, %s given",
			zend_zval_type_name(hide));
		return false;
	}
	return oc_patterns_check("hide", Z_ARRVAL_P(hide));
}
