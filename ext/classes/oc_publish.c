#include "classes/oc_publish.h"
#include "classes/oc_form_settings.h"
#include "classes/oc_hours_settings.h"
#include "classes/oc_throw.h"
#include "ext/json/php_json.h"
#include "zend_smart_str.h"

#define DOCUMENT_MAX (256 * 1024)
#define DEPTH_MAX 32

static zval *find(HashTable *settings, const char *name)
{
	zval *v = zend_hash_str_find(settings, name, strlen(name));

	if (v) {
		ZVAL_DEREF(v);
	}
	return v;
}

static bool wrong_type(const char *name, const char *type, zval *v)
{
	zend_type_error("OnlineChat\\Chat::publish(): setting \"%s\" must be of type %s, %s given", name, type,
		zend_zval_type_name(v));
	return false;
}

static bool number(HashTable *settings, const char *name, uint32_t otherwise, zend_long max, uint32_t *out)
{
	zval *v = find(settings, name);

	*out = otherwise;
	if (!v) {
		return true;
	}
	if (Z_TYPE_P(v) != IS_LONG) {
		return wrong_type(name, "int", v);
	}
	if (Z_LVAL_P(v) < 1 || Z_LVAL_P(v) > max) {
		return oc_throw_invalid(name, "must be from 1 to " ZEND_LONG_FMT ", got " ZEND_LONG_FMT, max, Z_LVAL_P(v));
	}
	*out = (uint32_t)Z_LVAL_P(v);
	return true;
}

static bool truth(HashTable *settings, const char *name, bool otherwise, bool *out)
{
	zval *v = find(settings, name);

	*out = otherwise;
	if (!v) {
		return true;
	}
	if (Z_TYPE_P(v) != IS_TRUE && Z_TYPE_P(v) != IS_FALSE) {
		return wrong_type(name, "bool", v);
	}
	*out = Z_TYPE_P(v) == IS_TRUE;
	return true;
}

bool oc_settings_from(HashTable *settings, oc_arena *a, oc_settings *out)
{
	oc_form_rules rules;
	bool mail_unread;
	zval *v = find(settings, "public");
	zend_string *name;

	if (v && Z_TYPE_P(v) != IS_ARRAY) {
		return wrong_type("public", "array", v);
	}
	ZEND_HASH_FOREACH_STR_KEY(settings, name) {
		if (!name) {
			return oc_throw_invalid("settings", "names must be strings");
		}
	} ZEND_HASH_FOREACH_END();
	return oc_form_settings(settings, &rules) && truth(settings, "mail_unread", false, &mail_unread) &&
		number(settings, "maximum", 20, 10000, &out->maximum) && truth(settings, "queue", false, &out->queue) &&
		number(settings, "queue_limit", 100, 10000, &out->queue_limit) &&
		truth(settings, "offline_mode", true, &out->offline_mode) &&
		number(settings, "capacity", 4, 1000, &out->capacity) &&
		number(settings, "holds_per_address", 8, 1000, &out->holds_per_address) &&
		truth(settings, "prefer_known", false, &out->prefer_known) &&
		truth(settings, "prefer_language", false, &out->prefer_language) &&
		oc_hours_settings(settings, a, &out->hours) && oc_hide_settings(settings);
}

zend_string *oc_settings_encode(HashTable *settings)
{
	smart_str text = {0};
	zval array;
	php_json_error_code before = JSON_G(error_code), error;

	if (zend_hash_num_elements(settings) == 0) {
		return zend_string_init(ZEND_STRL("{}"), 0);
	}
	ZVAL_ARR(&array, settings);
	php_json_encode_ex(&text, &array, PHP_JSON_HEX_TAG | PHP_JSON_UNESCAPED_UNICODE, DEPTH_MAX);
	/* The result does not tell of every error: a number that is not finite is in the error code only. */
	error = JSON_G(error_code);
	JSON_G(error_code) = before;
	smart_str_0(&text);
	if (!EG(exception) && (error != PHP_JSON_ERROR_NONE || !text.s)) {
		oc_throw_invalid("settings", "cannot be written as JSON: valid UTF-8, finite numbers, at most %d levels", DEPTH_MAX);
	} else if (!EG(exception) && ZSTR_LEN(text.s) > DOCUMENT_MAX) {
		oc_throw_invalid("settings", "at most %d bytes as JSON, got %zu", DOCUMENT_MAX, ZSTR_LEN(text.s));
	}
	if (EG(exception)) {
		smart_str_free(&text);
		return NULL;
	}
	return text.s;
}

bool oc_settings_to(const oc_settings *settings, zval *return_value)
{
	static const char *const lists[] = {"public", "hide"};
	oc_form_rules rules;
	zval empty;

	ZVAL_NULL(return_value);
	if (settings->document.n && (php_json_decode_ex(return_value, settings->document.p, settings->document.n,
			PHP_JSON_OBJECT_AS_ARRAY, PHP_JSON_PARSER_DEFAULT_DEPTH) != SUCCESS || Z_TYPE_P(return_value) != IS_ARRAY)) {
		zval_ptr_dtor(return_value);
		ZVAL_NULL(return_value);
		zend_throw_error(NULL, "onlinechat: the stored settings are not a JSON object; publish them again");
		return false;
	}
	if (Z_TYPE_P(return_value) == IS_NULL) {
		array_init(return_value);
	}
	SEPARATE_ARRAY(return_value);
	if (!oc_form_settings(Z_ARRVAL_P(return_value), &rules)) {
		return false;
	}
	add_assoc_long(return_value, "maximum", settings->maximum);
	add_assoc_bool(return_value, "queue", settings->queue);
	add_assoc_long(return_value, "queue_limit", settings->queue_limit);
	add_assoc_bool(return_value, "offline_mode", settings->offline_mode);
	add_assoc_long(return_value, "capacity", settings->capacity);
	add_assoc_long(return_value, "holds_per_address", settings->holds_per_address);
	add_assoc_bool(return_value, "prefer_known", settings->prefer_known);
	add_assoc_bool(return_value, "prefer_language", settings->prefer_language);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		if (!zend_hash_str_exists(Z_ARRVAL_P(return_value), lists[i], strlen(lists[i]))) {
			array_init(&empty);
			add_assoc_zval(return_value, lists[i], &empty);
		}
	}
	if (!zend_hash_str_exists(Z_ARRVAL_P(return_value), ZEND_STRL("hours"))) {
		add_assoc_null(return_value, "hours");
	}
	oc_form_settings_to(rules, return_value);
	if (!zend_hash_str_exists(Z_ARRVAL_P(return_value), ZEND_STRL("mail_unread"))) {
		add_assoc_bool(return_value, "mail_unread", false);
	}
	add_assoc_long(return_value, "version", settings->version);
	return true;
}
