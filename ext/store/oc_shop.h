/* The routing row as the door reads it. */
#ifndef OC_SHOP_H
#define OC_SHOP_H

#include "core/oc_route.h"
#include "store/oc_mysql.h"

#define OC_SHOP_COLUMNS \
	"maximum, queue, queue_limit, offline_mode, capacity, holds_per_address, version, ongoing, waiting, holds," \
	" present, free, decision, clock, next_due, prefer_known, prefer_language"
#define OC_SHOP_N_COLUMNS 17

typedef struct {
	oc_counts n;
	oc_settings settings; /* without the document */
	uint64_t decision, clock, next_due;
} oc_shop;

/* From a result whose first columns are OC_SHOP_COLUMNS. */
void oc_shop_row(const oc_rows *r, oc_shop *out);

/* Counts and settings as committed, without a lock. Defaults where the shop has no row yet. */
bool oc_shop_counts(oc_call *c, oc_counts *counts, oc_settings *settings, uint64_t *decision);

#endif
