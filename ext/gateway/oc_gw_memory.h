/* Memory that lives longer than a callback. Running out of it ends the process, as the arenas do. */
#ifndef OC_GW_MEMORY_H
#define OC_GW_MEMORY_H

#include <stdio.h>
#include <stdlib.h>

static inline void *oc_gw_checked(void *p)
{
	if (!p) {
		fputs("onlinechat: out of memory\n", stderr);
		abort();
	}
	return p;
}

static inline void *oc_gw_zeroed(size_t n)
{
	return oc_gw_checked(calloc(1, n));
}

#endif
