/* Making searchable and counting what was archived or left. */
#ifndef OC_DIGEST_H
#define OC_DIGEST_H

#include "store/oc_mysql.h"

/* Digests what waits, the newest first, each in a transaction of its own; *digested says how many. Of callers at the
 * same time each takes others. What fails stays and is a later call's. */
bool oc_digest(oc_call *c, uint32_t limit, uint32_t *digested);
/* The same beside what was asked for: what fails here fails nothing. */
void oc_digest_some(oc_call *c, uint32_t limit);

#endif
