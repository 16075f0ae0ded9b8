/* The module's life: what is made once a server, once a worker and once a request. */
#ifdef HAVE_CONFIG_H
# include "config.h"
#endif

#include "php_onlinechat.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/info.h"
#include "zend_attributes.h"
#include "zend_interfaces.h"

#include "classes/oc_classes.h"
#include "classes/oc_ini.h"
#include "classes/oc_minfo.h"
#include "onlinechat_arginfo.h"

ZEND_DECLARE_MODULE_GLOBALS(onlinechat)

#define DEFINE_CLASS(name) zend_class_entry *oc_ce_##name;
OC_ENUMS(DEFINE_CLASS)
DEFINE_CLASS(Exception)
OC_EXCEPTIONS(DEFINE_CLASS)
DEFINE_CLASS(InvalidValue)
DEFINE_CLASS(Blocked)
OC_VALUES(DEFINE_CLASS)
OC_PARTS(DEFINE_CLASS)
DEFINE_CLASS(Chat)
DEFINE_CLASS(Gateway)
DEFINE_CLASS(HistoryExport)

static void classes_start(void)
{
	oc_objects_start();

#define REGISTER(name) oc_ce_##name = register_class_OnlineChat_##name();
#define REGISTER_EXCEPTION(name) \
	oc_ce_##name = register_class_OnlineChat_##name(spl_ce_RuntimeException, oc_ce_Exception);
#define REGISTER_VALUE(name) REGISTER(name) oc_object_is_value(oc_ce_##name, oc_ce_##name == oc_ce_Identity);
#define REGISTER_PART(name) REGISTER(name) oc_object_is_part(oc_ce_##name);
	OC_ENUMS(REGISTER)
	oc_ce_Exception = register_class_OnlineChat_Exception(zend_ce_throwable);
	OC_EXCEPTIONS(REGISTER_EXCEPTION)
	oc_ce_InvalidValue = register_class_OnlineChat_InvalidValue(zend_ce_value_error, oc_ce_Exception);
	oc_ce_Blocked = register_class_OnlineChat_Blocked(oc_ce_NotAllowed);
	OC_VALUES(REGISTER_VALUE)
	OC_PARTS(REGISTER_PART)
	REGISTER(Chat)
	oc_object_is_chat(oc_ce_Chat);
	REGISTER(Gateway)
	oc_object_is_gateway(oc_ce_Gateway);
	oc_ce_HistoryExport = register_class_OnlineChat_HistoryExport(zend_ce_iterator);
	oc_object_is_export(oc_ce_HistoryExport);
}

/* Once a worker (ZTS: a thread). */
static PHP_GINIT_FUNCTION(onlinechat)
{
#if defined(COMPILE_DL_ONLINECHAT) && defined(ZTS)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	memset(onlinechat_globals, 0, sizeof *onlinechat_globals);
}

/* After MSHUTDOWN: a fork that ends here leaves its parent's links alone (oc_links_free compares PIDs). */
static PHP_GSHUTDOWN_FUNCTION(onlinechat)
{
	oc_links_free(&onlinechat_globals->links);
	oc_arena_free(&onlinechat_globals->arena);
	oc_hide_free(&onlinechat_globals->hide);
}

static PHP_MINIT_FUNCTION(onlinechat)
{
	if (!oc_ini_start(INIT_FUNC_ARGS_PASSTHRU)) {
		return FAILURE;
	}
	classes_start();
	/* Before the server forks its workers: they share what is mapped here. */
	if (!oc_shared_start()) {
		zend_error(E_WARNING, "onlinechat: no shared memory: %s", strerror(errno));
		return FAILURE;
	}
	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(onlinechat)
{
	oc_shared_stop();
	UNREGISTER_INI_ENTRIES();
	return SUCCESS;
}

static PHP_RINIT_FUNCTION(onlinechat)
{
#if defined(COMPILE_DL_ONLINECHAT) && defined(ZTS)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	return SUCCESS;
}

/* Links stay; the last call's memory does not outlive its request. */
static PHP_RSHUTDOWN_FUNCTION(onlinechat)
{
	oc_arena_reset(&OC_G(arena));
	return SUCCESS;
}

static const zend_module_dep dependencies[] = {
	ZEND_MOD_REQUIRED("pcre")
	ZEND_MOD_REQUIRED("hash")
	ZEND_MOD_REQUIRED("json")
	ZEND_MOD_REQUIRED("spl")
	ZEND_MOD_END
};

zend_module_entry onlinechat_module_entry = {
	STANDARD_MODULE_HEADER_EX,
	NULL,
	dependencies,
	"onlinechat",
	NULL,
	PHP_MINIT(onlinechat),
	PHP_MSHUTDOWN(onlinechat),
	PHP_RINIT(onlinechat),
	PHP_RSHUTDOWN(onlinechat),
	PHP_MINFO(onlinechat),
	PHP_ONLINECHAT_VERSION,
	PHP_MODULE_GLOBALS(onlinechat),
	PHP_GINIT(onlinechat),
	PHP_GSHUTDOWN(onlinechat),
	NULL,
	STANDARD_MODULE_PROPERTIES_EX
};

#ifdef COMPILE_DL_ONLINECHAT
# ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
# endif
ZEND_GET_MODULE(onlinechat)
#endif
