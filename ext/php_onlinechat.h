/* The extension "onlinechat" as PHP sees it. */
#ifndef PHP_ONLINECHAT_H
#define PHP_ONLINECHAT_H

#include "php.h"

#include "classes/oc_hide_cache.h"
#include "store/oc_pool.h"

#define PHP_ONLINECHAT_VERSION "0.1.0"

extern zend_module_entry onlinechat_module_entry;
#define phpext_onlinechat_ptr &onlinechat_module_entry

ZEND_BEGIN_MODULE_GLOBALS(onlinechat)
	/* This worker's links, kept between requests. Made by GINIT, closed by GSHUTDOWN. */
	oc_links links;
	/* The memory of the call that runs: emptied by the next one. */
	oc_arena arena;
	/* Patterns of pages without the chat, kept between requests. Freed by GSHUTDOWN. */
	oc_hide_cache hide;
ZEND_END_MODULE_GLOBALS(onlinechat)

ZEND_EXTERN_MODULE_GLOBALS(onlinechat)
#define OC_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(onlinechat, v)

#if defined(ZTS) && defined(COMPILE_DL_ONLINECHAT)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
