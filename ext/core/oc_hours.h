/* A shop's opening hours. Whoever publishes them resolves the time zone; to decide takes integers only. */
#ifndef OC_HOURS_H
#define OC_HOURS_H

#include "core/oc_base.h"

#define OC_HOURS_A_DAY 6
#define OC_HOURS_HOLIDAYS 200
#define OC_HOURS_OFFSETS 64
#define OC_HOURS_AHEAD_DAYS 60 /* how far an opening is looked for */

/* Minutes of a local day; to is past from, and past 1440 where the span goes into the next day. */
typedef struct {
	uint32_t day; /* 0: Monday */
	uint32_t from, to;
} oc_hours_span;

/* Local days since 1970, both included. */
typedef struct {
	int32_t first, last;
} oc_hours_days;

/* From this UTC second on, local time is so many seconds ahead of UTC. */
typedef struct {
	int64_t since;
	int32_t offset;
} oc_hours_offset;

typedef struct {
	oc_hours_span spans[7 * OC_HOURS_A_DAY];
	oc_hours_days holidays[OC_HOURS_HOLIDAYS];
	oc_hours_offset offsets[OC_HOURS_OFFSETS]; /* in order, the first good from ever; 0: UTC */
	uint32_t n_spans, n_holidays, n_offsets;
} oc_hours;

/* "HH:MM", 00:00 to 23:59, as an end also 24:00. */
bool oc_hours_minute(oc_str text, bool end, uint32_t *minute);
/* "YYYY-MM-DD" as days since 1970. */
bool oc_hours_date(oc_str text, int32_t *day);
/* One more span; an end that is not past its start is the next day's. There must be room. */
void oc_hours_add(oc_hours *h, uint32_t day, uint32_t from, uint32_t to);

/* As the shop's row keeps them: "day.from.to,…|since:offset,…|first:last,…". */
oc_str oc_hours_encode(oc_arena *a, const oc_hours *h);
bool oc_hours_decode(oc_str text, oc_hours *h);

/* at: UTC seconds. By the wall clock: an hour that comes twice is open twice. On a holiday nothing is open, neither
 * what began the day before; and what would have begun on it does not go on after it. */
bool oc_hours_open(const oc_hours *h, int64_t at);
/* When it opens after at, when it is closed; 0: not within OC_HOURS_AHEAD_DAYS. */
int64_t oc_hours_opens(const oc_hours *h, int64_t at);

#endif
