/* What owners count: sums by half hours (UTC), operator by operator. */
#ifndef OC_STATISTIC_H
#define OC_STATISTIC_H

#include "store/oc_mysql.h"

#define OC_BOUNDS_MIN 2
#define OC_BOUNDS_MAX 400

/* Of a period and an operator (0: nobody); times in microseconds. */
typedef struct {
	uint32_t period; /* bounds[period] to bounds[period + 1] */
	uint32_t operator_id;
	oc_str operator_name; /* p NULL: unknown */
	uint64_t conversations, abandoned, missed, waited, waited_us, answered, answer_us, length_us, visitor_messages,
		operator_messages;
} oc_statistic;

/* A statement that adds an archived conversation, or else a left message, to its half hour. The caller's transaction sees
 * to it that this happens once. Its locks come last: everybody counts in the same few rows. */
void oc_statistic_count(oc_sql *s, uint64_t conversation_or_0, uint64_t mail_or_0);

/* bounds: OC_BOUNDS_MIN to OC_BOUNDS_MAX ascending ms; rows by period, then operator, only where there is something. */
bool oc_statistics(oc_call *c, const oc_identity *who, const uint64_t *bounds, size_t n, oc_statistic **list, size_t *rows);

#endif
