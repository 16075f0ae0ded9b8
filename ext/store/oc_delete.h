/* How lines of the history go. */
#ifndef OC_DELETE_H
#define OC_DELETE_H

#include "store/oc_history.h"
#include "store/oc_tx.h"

typedef struct {
	uint64_t thread;
	uint64_t conversation; /* only this one, 0: all */
	bool person;           /* with what names its visitors elsewhere: kept answers, blocks */
} oc_removal;

/* Deletes archived conversations, and the line or the left message if nothing of it stays. Another shop's is not
 * there; what is not there is no mistake. */
bool oc_line_remove(oc_call *c, const oc_removal *what, bool *gone); /* gone: the line itself; may be NULL */
/* Whether a line has open conversations, or only such that ended. */
bool oc_line_look(oc_call *c, const oc_identity *who, uint64_t thread, bool *open, bool *ended);
/* Finished conversations of a line to the history. *open: one is open, and nothing changed. */
bool oc_line_archive(oc_call *c, const oc_identity *who, uint64_t thread, bool *open);
/* store/oc_erase.c: ends what is open in a line, by a rule of the decision log, and archives it. */
bool oc_line_close(oc_call *c, const oc_identity *who, uint64_t thread, const char *rule);
/* The same, then the line goes with what names its visitors elsewhere. In memory of its own: there may be many. */
bool oc_line_erase(oc_call *c, const oc_identity *who, uint64_t thread, bool *gone);

#endif
