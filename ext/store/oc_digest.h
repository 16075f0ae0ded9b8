/* Making searchable and counting what was archived or left. */
#ifndef OC_DIGEST_H
#define OC_DIGEST_H

#include "store/oc_posting.h"

/* Digests what waits, the newest first; *digested says how many. Of callers at the same time each takes others. What
 * fails stays and is a later call's. */
bool oc_digest(oc_call *c, uint32_t limit, uint32_t *digested);
/* A few of them, within part of a second, beside what was asked for: what fails here fails nothing. */
void oc_digest_some(oc_call *c);

#define OC_UNDIGESTED_MOST 10000 /* of what waits no more are counted */
/* since: ms, when what waits longest was archived or left; 0: nothing waits, or it is not known. */
bool oc_undigested(oc_call *c, uint32_t *n, uint64_t *since);

/* In the transaction that deletes these documents, while they are still there: takes them out of the index. What was not
 * digested yet is counted all the same. Changes the list's order. */
bool oc_digest_undo(oc_db *db, oc_document *list, size_t n);

#endif
