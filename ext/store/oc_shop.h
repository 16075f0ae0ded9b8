/* The routing row as the door reads it. */
#ifndef OC_SHOP_H
#define OC_SHOP_H

#include "core/oc_route.h"
#include "store/oc_mysql.h"

#define OC_SHOP_COLUMNS \
	"maximum, queue, queue_limit, offline_mode, capacity, holds_per_address, version, ongoing, waiting, holds," \
	" present, free, decision, clock, next_due, prefer_known, prefer_language, hours"
#define OC_SHOP_N_COLUMNS 18

typedef struct {
	oc_counts n;
	oc_settings settings; /* without the document */
	uint64_t decision, clock, next_due;
} oc_shop;

/* From a result whose first columns are OC_SHOP_COLUMNS. */
void oc_shop_row(const oc_rows *r, oc_shop *out);

/* Whether the shop is within its hours, into out->n. now: microseconds. */
bool oc_shop_hours(oc_call *c, uint64_t now, oc_shop *out);
/* When it opens, from the column "hours"; 0 if it is open. */
bool oc_hours_closed(oc_call *c, oc_str hours, uint64_t now, bool *closed, uint64_t *opens_ms);

/* Counts and settings as committed, without a lock. Defaults where the shop has no row yet. */
bool oc_shop_counts(oc_call *c, oc_counts *counts, oc_settings *settings, uint64_t *decision);

#endif
