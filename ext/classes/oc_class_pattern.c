#include "classes/oc_pattern.h"

#include "classes/oc_classes.h"
#include "classes/oc_throw.h"
#include "core/oc_utf8.h"

#define SUBJECT_BYTES 65536
/* No pattern may hold it, so that none has to be escaped to stand between two of them. */
#define DELIMITER '\x01'

/* preg_match() as PHP has it: 1, 0, false at PCRE's limits. A pattern it cannot compile: false, with why. */
static bool preg(const zend_string *pattern, zend_string *subject, zval *result, zend_string **why)
{
	size_t n = ZSTR_LEN(pattern);
	zend_string *regex = zend_string_alloc(n + 3, 0);
	zend_error_handling kept;
	zval function, arguments[2];

	ZSTR_VAL(regex)[0] = DELIMITER;
	memcpy(ZSTR_VAL(regex) + 1, ZSTR_VAL(pattern), n);
	memcpy(ZSTR_VAL(regex) + 1 + n, "\x01u", 3);
	ZVAL_STRING(&function, "preg_match");
	ZVAL_STR(&arguments[0], regex);
	ZVAL_STR(&arguments[1], subject);
	zend_replace_error_handling(EH_THROW, zend_ce_error_exception, &kept);
	if (call_user_function(NULL, NULL, &function, result, 2, arguments) != SUCCESS) {
		ZVAL_FALSE(result);
	}
	zend_restore_error_handling(&kept);
	zval_ptr_dtor(&function);
	zend_string_release(regex);
	if (!EG(exception)) {
		return true;
	}
	if (why) {
		zval hold, *message = zend_read_property_ex(EG(exception)->ce, EG(exception), ZSTR_KNOWN(ZEND_STR_MESSAGE), true, &hold);

		*why = zval_get_string(message);
	}
	zend_clear_exception();
	return false;
}

/* "preg_match(): Compilation failed: …" without the function, which nobody called. */
static zend_string *reason_of(zend_string *message)
{
	const char *colon = strstr(ZSTR_VAL(message), "(): ");
	zend_string *reason = colon ? zend_string_init(colon + 4, strlen(colon + 4), 0) : zend_string_copy(message);

	zend_string_release(message);
	return reason;
}

/* NULL: usable. */
static zend_string *problem(const zend_string *pattern)
{
	size_t backslashes = 0;
	zend_string *why = NULL;
	zval result;

	if (ZSTR_LEN(pattern) == 0) {
		return zend_string_init(ZEND_STRL("must not be empty"), 0);
	}
	if (ZSTR_LEN(pattern) > OC_PATTERN_BYTES) {
		return strpprintf(0, "at most %d bytes, got %zu", OC_PATTERN_BYTES, ZSTR_LEN(pattern));
	}
	for (size_t i = 0; i < ZSTR_LEN(pattern); i++) {
		if ((unsigned char)ZSTR_VAL(pattern)[i] < 0x20) {
			return zend_string_init(ZEND_STRL("must not hold control characters"), 0);
		}
		backslashes = ZSTR_VAL(pattern)[i] == '\\' ? backslashes + 1 : 0;
	}
	if (backslashes % 2) {
		return zend_string_init(ZEND_STRL("must not end with a backslash"), 0);
	}
	/* Where memory for PCRE's compiler is refused, PHP warns once and goes on without it. */
	for (int i = 0; i < 2; i++) {
		if (why) {
			zend_string_release(why);
		}
		if (preg(pattern, ZSTR_EMPTY_ALLOC(), &result, &why)) {
			return NULL;
		}
	}
	return reason_of(why);
}

bool oc_patterns_check(const char *field, HashTable *patterns)
{
	zend_string *why;
	unsigned i = 0;
	zval *v;

	if (!zend_array_is_list(patterns) || zend_hash_num_elements(patterns) > OC_PATTERNS_MOST) {
		return oc_throw_invalid(field, "must be a list of at most %d patterns", OC_PATTERNS_MOST);
	}
	ZEND_HASH_FOREACH_VAL(patterns, v) {
		ZVAL_DEREF(v);
		i++;
		if (Z_TYPE_P(v) != IS_STRING) {
			return oc_throw_invalid(field, "pattern %u must be text", i);
		}
		why = problem(Z_STR_P(v));
		if (why) {
			oc_throw_invalid(field, "pattern %u: %s", i, ZSTR_VAL(why));
			zend_string_release(why);
			return false;
		}
	} ZEND_HASH_FOREACH_END();
	return true;
}

oc_pattern_result oc_pattern_match(const zend_string *pattern, zend_string *subject)
{
	zval result;

	if (!preg(pattern, subject, &result, NULL)) {
		return OC_PATTERN_UNUSABLE;
	}
	if (Z_TYPE(result) != IS_LONG) {
		return OC_PATTERN_UNDECIDED;
	}
	return Z_LVAL(result) ? OC_PATTERN_FOUND : OC_PATTERN_NONE;
}

ZEND_METHOD(OnlineChat_Pattern, problem)
{
	zend_string *pattern, *why;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(pattern)
	ZEND_PARSE_PARAMETERS_END();

	why = problem(pattern);
	if (!why) {
		RETURN_NULL();
	}
	RETURN_STR(why);
}

ZEND_METHOD(OnlineChat_Pattern, first)
{
	HashTable *patterns;
	zend_string *subject;
	zval *v;
	zend_long i = 0;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ARRAY_HT(patterns)
		Z_PARAM_STR(subject)
	ZEND_PARSE_PARAMETERS_END();

	if (ZSTR_LEN(subject) > SUBJECT_BYTES) {
		oc_throw_invalid("subject", "at most %d bytes, got %zu", SUBJECT_BYTES, ZSTR_LEN(subject));
		RETURN_THROWS();
	}
	if (!oc_utf8_valid(oc_str_of_zend(subject))) {
		oc_throw_invalid("subject", "must be UTF-8");
		RETURN_THROWS();
	}
	if (!oc_patterns_check("patterns", patterns)) {
		RETURN_THROWS();
	}
	ZEND_HASH_FOREACH_VAL(patterns, v) {
		ZVAL_DEREF(v);
		switch (oc_pattern_match(Z_STR_P(v), subject)) {
			case OC_PATTERN_FOUND:
				RETURN_LONG(i);
			case OC_PATTERN_NONE:
				i++;
				break;
			default:
				RETURN_FALSE;
		}
	} ZEND_HASH_FOREACH_END();
	RETURN_NULL();
}
