/* Answers kept by key (I4), and who was revoked. */
#ifndef OC_ANSWER_H
#define OC_ANSWER_H

#include "store/oc_mysql.h"
#include "store/oc_router.h"

/* SELECT body, answer for this key. */
void oc_answer_select(oc_sql *s, oc_str actor, oc_action action, oc_once once);
bool oc_answer_same_body(const oc_rows *r, oc_once once);
/* As text "outcome,conversation,number,status,operator,position,until,decision,estimate,name". */
void oc_answer_insert(oc_sql *s, oc_str actor, oc_action action, oc_once once, const oc_placement *p, uint64_t now);
bool oc_answer_parse(oc_str text, oc_placement *out);

/* Rows if the ticket of this identity was revoked: a part of every batch that acts for somebody. */
void oc_revocation_select(oc_sql *s, const oc_identity *who);
/* Runs reads for a person in one round trip, and refuses a revoked ticket. who NULL: for the shop. */
bool oc_read_for(oc_call *c, const oc_identity *who, oc_sql *s, oc_rows **results);
/* True if there are none; else false with OC_E_TICKET "revoked". */
bool oc_revocation_pass(oc_call *c, const oc_rows *r);

/* store/oc_expire.c: after Redis lost its clocks, all who are online or in a conversation get a new one. */
void oc_seed_clocks(oc_call *c, bool fresh);

#endif
