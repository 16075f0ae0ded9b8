/* Parts that several requests share. */
#ifndef OC_TX_PARTS_H
#define OC_TX_PARTS_H

#include "store/oc_tx.h"

/* What requests about a conversation's operators ask. */
typedef struct {
	uint64_t conversation;
	uint32_t operator_id; /* the colleague, 0: none */
	oc_str note;
	bool visitor_left;
} oc_hands;

/* A plan's reads: the conversation with its operator; for an operator also who asks, and the colleague (read[2]). */
void oc_hands_reads(oc_tx *tx, void *in);
/* What they found. An operator who asks is here again, and must be online; a visitor's me is left alone. */
bool oc_hands_found(oc_tx *tx, const oc_hands *a, oc_tx_conversation *conv, oc_tx_operator *owner, oc_tx_operator *me);

/* The answer: where the conversation stands. */
void oc_tx_place(oc_tx *tx, const oc_tx_conversation *conv, const oc_tx_operator *owner, oc_outcome outcome);
/* The answer: somebody else was first. */
void oc_tx_conflict(oc_tx *tx, const oc_tx_conversation *conv, const oc_tx_operator *owner);

/* NotAllowed unless it is the visitor's own, or the person is an operator of this shop (I9). */
bool oc_tx_may_reach(oc_tx *tx, const oc_tx_conversation *conv);

/* store/oc_block.c. One read: until when this person or this address (n == 0: none) is blocked. */
void oc_blocked_select(oc_sql *s, oc_str actor, oc_str address);
/* The same of who may have no ticket but gives this address of mail (n == 0: none). */
void oc_blocked_mail_select(oc_sql *s, oc_str actor, oc_str address, oc_str email);
/* OC_E_BLOCKED if that is still to come. */
bool oc_blocked_pass(oc_call *c, const oc_rows *r, uint64_t now);
/* The same of a conversation's visitor, asked now. */
bool oc_tx_not_blocked(oc_tx *tx, uint64_t conversation);
/* As a condition of SQL: neither the actor nor the column "address" is blocked. */
oc_str oc_blocked_not(oc_call *c, oc_str actor, uint64_t now);

/* The operator who asks, who has shown by asking that they are here. NotAllowed if not online. */
bool oc_tx_me(oc_tx *tx, oc_tx_operator *me);

/* finished → ongoing with the same operator if there is a place, else as a start (not if only_same). Refusals
 * in tx->out. */
bool oc_tx_reopen(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *owner, bool only_same, bool *reopened);

#endif
