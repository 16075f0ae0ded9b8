/* What a worker keeps of the setting "hide": the module's globals hold it. */
#ifndef OC_HIDE_CACHE_H
#define OC_HIDE_CACHE_H

#include <stddef.h>
#include <stdint.h>

#define OC_HIDE_SHOPS 4 /* whose patterns a worker keeps; others are read again */

typedef struct {
	char *tag; /* of the shop, NULL: free */
	uint32_t version;
	char *patterns; /* one after another, each with its NUL */
	size_t n;
} oc_hide_kept;

typedef struct {
	oc_hide_kept shops[OC_HIDE_SHOPS];
	unsigned next;
} oc_hide_cache;

void oc_hide_free(oc_hide_cache *cache);

#endif
