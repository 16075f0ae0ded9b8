/* A shop that is no more in the shop system: its pages and consoles are gone, what was said in it is not. The caller knows
 * that it is so; nothing here asks. */
#ifndef OC_GONE_H
#define OC_GONE_H

#include "store/oc_chat.h"

/* The numbers of all shops that something is kept of in this database, under this prefix; ascending. */
bool oc_shops(oc_call *c, uint32_t **ids, size_t *n);

typedef struct {
	uint64_t conversations, messages; /* whatever their state; left messages */
} oc_kept;

bool oc_shop_kept(oc_call *c, oc_kept *out);
/* Ends what is open and archives it, as nobody will, so that retention reaches it. */
bool oc_shop_close(oc_call *c, uint32_t *lines);
/* Lines, at most limit, as a person's are erased; after the last ones all else of the shop. *lines 0: nothing is left. */
bool oc_shop_erase(oc_call *c, uint32_t limit, uint32_t *lines);

#endif
