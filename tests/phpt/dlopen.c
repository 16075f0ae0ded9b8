/* Preloaded in sanitizer runs: opens libraries without RTLD_DEEPBIND, with which a module would bypass
 * the sanitizer's allocator. */
#define _GNU_SOURCE
#include <dlfcn.h>

void *dlopen(const char *file, int mode)
{
	void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");

	return next(file, mode & ~RTLD_DEEPBIND);
}
