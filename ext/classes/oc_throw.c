#include "classes/oc_classes.h"
#include "classes/oc_throw.h"

static void throw_named(zend_class_entry *ce, const oc_error *e, const char *property)
{
	zend_object *exception = zend_throw_exception(ce, e->message, e->code);

	if (exception) {
		zend_update_property_string(ce, exception, property, strlen(property), e->detail);
	}
}

static void throw_store(const oc_error *e, const char *store)
{
	zend_object *exception = zend_throw_exception(oc_ce_StoreUnavailable, e->message, 0);

	if (exception) {
		zend_update_property_string(oc_ce_StoreUnavailable, exception, ZEND_STRL("store"), store);
	}
}

static void throw_rate(const oc_error *e)
{
	zend_object *exception = zend_throw_exception(oc_ce_RateLimited, e->message, 0);

	if (exception) {
		zend_update_property_long(oc_ce_RateLimited, exception, ZEND_STRL("retryAfter"), (zend_long)e->retry_after);
	}
}

static void throw_blocked(const oc_error *e)
{
	zend_object *exception = zend_throw_exception(oc_ce_Blocked, e->message, 0);

	if (exception) {
		zend_update_property_long(oc_ce_Blocked, exception, ZEND_STRL("until"), (zend_long)e->until);
	}
}

void oc_throw(const oc_error *e)
{
	switch (e->cause) {
		case OC_E_MYSQL:
			throw_store(e, "mysql");
			return;
		case OC_E_REDIS:
			throw_store(e, "redis");
			return;
		case OC_E_UNKNOWN:
			zend_throw_exception(oc_ce_OutcomeUnknown, e->message, 0);
			return;
		case OC_E_SCHEMA:
			zend_throw_exception(oc_ce_SchemaMismatch, e->message, 0);
			return;
		case OC_E_INVALID:
			throw_named(oc_ce_InvalidValue, e, "field");
			return;
		case OC_E_TICKET:
			throw_named(oc_ce_InvalidTicket, e, "reason");
			return;
		case OC_E_DENIED:
			zend_throw_exception(oc_ce_NotAllowed, e->message, 0);
			return;
		case OC_E_NOT_FOUND:
			zend_throw_exception(oc_ce_NotFound, e->message, 0);
			return;
		case OC_E_KEY:
			zend_throw_exception(oc_ce_KeyReused, e->message, 0);
			return;
		case OC_E_RATE:
			throw_rate(e);
			return;
		case OC_E_BLOCKED:
			throw_blocked(e);
			return;
		case OC_OK:
			break;
	}
	zend_throw_error(NULL, "onlinechat: a call failed without saying why");
}

bool oc_throw_invalid(const char *field, const char *rule, ...)
{
	oc_error e = {.cause = OC_E_INVALID};
	int n = snprintf(e.message, sizeof e.message, "%s: ", field);
	va_list args;

	snprintf(e.detail, sizeof e.detail, "%s", field);
	va_start(args, rule);
	vsnprintf(e.message + n, sizeof e.message - (size_t)n, rule, args);
	va_end(args);
	oc_throw(&e);
	return false;
}
