/* Where a page begins. Browsers keep it, so it is signed: nobody makes one up, or takes it to another shop, filter or
 * order, where its place would mean something else. */
#ifndef OC_CURSOR_H
#define OC_CURSOR_H

#include "core/oc_ticket.h"
#include "store/oc_chat.h"

typedef struct {
	uint64_t at; /* what lines are ordered by, then by id */
	int64_t id;
	bool back;       /* the lines before this place, not those after it */
	uint32_t offset; /* how many lines stand before this place */
	bool counted;    /* that number was counted from the beginning, not estimated */
} oc_position;

/* bound: what is asked for (which question, filter, order) in any unambiguous form; the shop is added here. */
oc_str oc_cursor_make(oc_call *c, oc_hmac hmac, oc_str bound, const oc_position *at);
/* OC_E_INVALID, detail "cursor"; out is then untouched. */
bool oc_cursor_read(oc_call *c, oc_hmac hmac, oc_str bound, oc_str text, oc_position *out);

#endif
