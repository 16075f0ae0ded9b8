#include "classes/oc_ini.h"
#include "php_ini.h"
#include "php_onlinechat.h"

/* A whole number from 1 to mh_arg3. Another value is refused with a warning, and the one before stays. */
static ZEND_INI_MH(on_update_limit)
{
#ifdef ZTS
	char *base = (char *)ts_resource(*((int *)mh_arg2));
#else
	char *base = (char *)mh_arg2;
#endif
	zend_long max = (zend_long)(intptr_t)mh_arg3, v = 0;
	zend_uchar type = new_value ? is_numeric_string(ZSTR_VAL(new_value), ZSTR_LEN(new_value), &v, NULL, false) : 0;

	if (type != IS_LONG || v < 1 || v > max) {
		zend_error(E_WARNING, "%s must be a whole number from 1 to " ZEND_LONG_FMT ", got \"%s\"", ZSTR_VAL(entry->name), max,
			new_value ? ZSTR_VAL(new_value) : "");
		return FAILURE;
	}
	*(unsigned *)(base + (size_t)mh_arg1) = (unsigned)v;
	return SUCCESS;
}

#ifdef ZTS
# define GLOBALS_ARG (void *)&onlinechat_globals_id
#else
# define GLOBALS_ARG (void *)&onlinechat_globals
#endif
#define LIMIT(name, value, max) \
	ZEND_INI_ENTRY3("onlinechat." #name, value, PHP_INI_SYSTEM, on_update_limit, \
		(void *)XtOffsetOf(zend_onlinechat_globals, links.limits.name), GLOBALS_ARG, (void *)(intptr_t)max)

PHP_INI_BEGIN()
	LIMIT(redis_connect_ms, "100", 10000)
	LIMIT(redis_read_ms, "150", 10000)
	LIMIT(mysql_connect_s, "2", 60)
	LIMIT(mysql_read_s, "3", 60)
	LIMIT(mysql_lock_wait_s, "1", 59)
	LIMIT(pool_links, "8", 1000)
	LIMIT(breaker_ms, "500", 5000)
	LIMIT(polls_per_second, "1500", 1000000)
PHP_INI_END()

bool oc_ini_start(INIT_FUNC_ARGS)
{
	const oc_limits *limits = &OC_G(links).limits;

	REGISTER_INI_ENTRIES();
	/* A client that gave up on a statement which the server still runs would not know its outcome. */
	if (limits->mysql_lock_wait_s >= limits->mysql_read_s) {
		zend_error(E_WARNING, "onlinechat.mysql_lock_wait_s (%u) must be below onlinechat.mysql_read_s (%u)",
			limits->mysql_lock_wait_s, limits->mysql_read_s);
		return false;
	}
	return true;
}
