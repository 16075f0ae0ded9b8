/* Routing: each function is one transaction at READ COMMITTED that first locks the shop's row (I3).
 * key: 16 bytes, body: 16 bytes (hash of what was asked), both for I4. All return false with
 * c->error set, or true with *out filled; strings in *out live in c->arena. */
#ifndef OC_ROUTER_H
#define OC_ROUTER_H

#include "store/oc_chat.h"

typedef struct {
	const uint8_t *key, *body;
} oc_once;

/* name NULL: keep; capacity 0: the shop's; languages NULL: keep, else "en,fr-ca" and codes their languages without
 * regions. */
bool oc_router_online(oc_call *c, const oc_identity *who, oc_once once, const oc_str *name, uint32_t capacity,
	const oc_str *languages, const oc_str *codes, size_t n_codes, oc_placement *out);
bool oc_router_offline(oc_call *c, const oc_identity *who, oc_once once, oc_signoff mode, oc_placement *out);
bool oc_router_hold(oc_call *c, const oc_identity *who, oc_str address, oc_placement *out);
bool oc_router_release(oc_call *c, const oc_identity *who);
bool oc_router_start(oc_call *c, const oc_identity *who, oc_once once, oc_str text, oc_str address, oc_str email,
	oc_str phone, bool first, oc_placement *out);
/* store/oc_adopt.c: how many conversations in out->number. to is who asks. */
bool oc_router_adopt(oc_call *c, const oc_identity *from, const oc_identity *to, oc_once once, oc_placement *out);
bool oc_router_take(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_placement *out);
bool oc_router_transfer(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, uint32_t operator_id,
	oc_str note, oc_placement *out);
/* store/oc_assist.c: a colleague looks in, or goes again. */
bool oc_router_invite(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, uint32_t operator_id,
	oc_str note, oc_placement *out);
bool oc_router_leave(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_placement *out);
bool oc_router_end(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_placement *out);
bool oc_router_reopen(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_placement *out);
/* store/oc_block.c */
bool oc_router_block(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_block_what what,
	uint64_t seconds, oc_str reason, oc_placement *out);
bool oc_router_unblock(oc_call *c, const oc_identity *who, uint64_t block);
bool oc_router_blocks(oc_call *c, const oc_identity *who, uint32_t limit, oc_block **list, size_t *n);
bool oc_router_sweep(oc_call *c, uint32_t *changes);
/* After new settings: the places they make are filled, and the gate hears of both. The settings stand whatever comes
 * of it: every later transaction does the same. */
void oc_router_settle(oc_call *c);
/* An operator marked away was heard from again. */
bool oc_router_back(oc_call *c, const oc_identity *who);
/* For supervisors: open conversations after an id. */
bool oc_router_overview(oc_call *c, const oc_identity *who, uint64_t after, uint32_t limit, oc_conversation **list,
	size_t *n);
bool oc_router_board(oc_call *c, const oc_identity *who, oc_board *out);

typedef struct {
	uint64_t number, at; /* at: microseconds */
	oc_str event, rule, outcome, actor;
	uint64_t conversation;
	oc_status status;
	uint32_t operator_before, operator_id;
	uint32_t maximum, ongoing, waiting, holds, free;
	oc_str candidates, detail;
	uint64_t transaction; /* number of its first decision */
} oc_decision;

bool oc_router_decisions(oc_call *c, uint64_t after, uint32_t limit, oc_decision **list, size_t *n);

/* store/oc_post.c, oc_read.c */
bool oc_post(oc_call *c, const oc_identity *who, oc_once once, uint64_t conversation, oc_str text, uint32_t seen,
	oc_posted *out);
bool oc_read(oc_call *c, const oc_identity *who, uint64_t conversation, uint32_t after, uint32_t limit,
	oc_messages *out);
/* The visitor polls, and Redis cannot be told: noted in MySQL, once a minute. */
bool oc_visitor_sign(oc_call *c, uint64_t conversation);
bool oc_current(oc_call *c, const oc_identity *who, uint64_t *conversation); /* 0: none */

/* store/oc_revocation.c */
bool oc_revoke(oc_call *c, const oc_identity *who);
/* false with OC_E_TICKET "revoked" if it is. */
bool oc_not_revoked(oc_call *c, const oc_identity *who);

#endif
