/* Everything the rest of the extension asks of Redis. Redis tells, it never decides (I2): each
 * function may fail with OC_E_REDIS, and its caller then goes on without, marking its answer degraded. */
#ifndef OC_REDIS_API_H
#define OC_REDIS_API_H

#include "store/oc_chat.h"

/* ---- after a commit: store/oc_tell.c, scripts/tell.lua ---- */

typedef struct {
	uint64_t conversation;
	uint32_t number, revision;
	uint32_t operator_id;          /* who has it now, 0: nobody */
	uint32_t operator_away;        /* 0 or 1 */
	oc_status status;
	oc_str visitor;                /* actor of the visitor, "g:…" */
	oc_str event;                  /* JSON to publish, n == 0: none */
	oc_str assistants;             /* "5,7": who looks in */
} oc_tell_head;

typedef struct {
	/* The gate's counts; maximum 0: leave the gate alone. A lower decision never overwrites a higher one. */
	uint64_t decision;
	uint32_t maximum, ongoing, waiting, holds, free, present, queue, queue_limit, offline_mode, settings;
	bool outside;   /* the opening hours */
	uint64_t opens; /* ms, 0: not outside, or not known */
	oc_tell_head *heads; /* the newest number and revision: only ever raised */
	size_t n_heads;
	uint32_t *boards; /* operators whose board changed: their cursor rises */
	size_t n_boards;
	bool queue_changed; /* every online operator's board changed: the shop's common cursor rises */
	uint32_t *online, *offline; /* operators whose presence is to be watched / no longer */
	size_t n_online, n_offline;
	uint32_t *away; /* operators now marked away: their next poll says so */
	size_t n_away;
	oc_str holder;     /* who has a hold now and so passes the gate; n == 0: nobody new */
	uint64_t hold_ms;  /* for how long */
	uint64_t *closed; /* conversations no longer open: nobody watches their visitor */
	size_t n_closed;
} oc_tell;

/* One round trip. Failing is normal (Redis away): the caller ignores the result. */
bool oc_tell_send(oc_call *c, const oc_tell *t);

/* ---- the gate: scripts/gate.lua ---- */

typedef enum { OC_GATE_PASS = 0, OC_GATE_FULL, OC_GATE_CLOSED } oc_gate;
/* From the last known counts, younger than 10 s; PASS where they are not known or a queue could take
 * the visitor. */
/* actor: who has a hold passes, since the verdict counts it against everybody. */
bool oc_gate_ask(oc_call *c, oc_str actor, oc_gate *out);
bool oc_gate_status(oc_call *c, oc_shop_status *out, bool *known);

/* ---- what a sweep starts from: scripts/due.lua ---- */

typedef struct {
	uint32_t *operators; /* no sign of them for 150 s (60 s by stream) */
	size_t n_operators;
	uint64_t *conversations; /* no sign of their visitor for 5 min */
	size_t n_conversations;
	/* 0: the clocks run. 1: Redis was restarted, emptied or out of reach: start all clocks anew from
	 * MySQL's list (oc_clocks_seed fresh). 2: add what is missing (eviction): seed, not fresh. */
	int seed;
} oc_due;

bool oc_due_ask(oc_call *c, unsigned limit, oc_due *out);
bool oc_clocks_seed(oc_call *c, bool fresh, const uint32_t *operators, size_t n_operators,
	const uint64_t *conversations, size_t n_conversations);

/* ---- limits: scripts/admit.lua ---- */

/* OC_E_RATE, OC_E_TICKET; OC_E_REDIS: Redis is away, and this server alone admits it. */
bool oc_admit(oc_call *c, const oc_identity *who, oc_str address, oc_str action);

/* ---- polls: scripts/poll.lua, watch.lua ---- */

typedef struct {
	bool changed;      /* head differs from what the client has, or is not known */
	bool verify;       /* 25 s since MySQL was asked for this stream */
	bool sweep;        /* 5 s since the last sweep */
	bool other_typing; /* visitor's poll: the operator types */
	bool away;         /* operator's poll: this operator is marked away */
	bool revoked;
	bool marked;       /* visitor's poll: the operator has read on since this tab's poll asked MySQL; verify is set */
	uint32_t fetched;  /* visitor's poll: up to where Redis knows this person's browser to have it */
	bool owned;        /* the head says the conversation is this visitor's; if not known: ask MySQL */
	uint64_t cursor;   /* operator's poll: now */
	uint64_t *typing;  /* operator's poll: whose visitors type */
	size_t n_typing;
	uint32_t settings;
	uint64_t asked_ms;   /* visitor's poll: when this tab's poll last asked MySQL (now, if verify) */
	int64_t retry_after; /* over the limit if > 0, ms */
	uint64_t idle_ms;    /* since the conversation's or board's last event; UINT64_MAX: not known */
} oc_poll_answer;

bool oc_poll_visitor(oc_call *c, const oc_identity *who, oc_str address, oc_str stream, uint64_t conversation,
	uint32_t after, uint32_t revision, oc_poll_answer *out);
bool oc_poll_operator(oc_call *c, const oc_identity *who, oc_str address, oc_str stream, uint64_t cursor,
	oc_poll_answer *out);
/* The board's cursor now, for a board read straight from MySQL: ask before reading. */
bool oc_cursor(oc_call *c, uint32_t operator_id, uint64_t *cursor);

/* ---- presence, typing, marks ---- */

bool oc_typing(oc_call *c, const oc_identity *who, uint64_t conversation, bool typing);
bool oc_seen(oc_call *c, const oc_identity *who, uint64_t conversation, uint32_t number);
bool oc_gone(oc_call *c, const oc_identity *who, oc_str stream, uint64_t conversation);
/* here[i] = 1 or 0, -1: never heard of */
bool oc_here(oc_call *c, const uint64_t *conversations, size_t n, int *here);

/* What Redis knows of a conversation's two sides. */
typedef struct {
	int here;                                    /* the visitor: 1 or 0, -1 never heard of */
	uint32_t read_visitor, read_operator;        /* newest numbers read; 0 not known */
	int64_t fetched_visitor, fetched_operator;   /* newest numbers the browser has; -1 not known */
} oc_signs;

/* One round trip. reader NULL: nobody; else who has the (only) conversation's messages up to fetched. */
bool oc_look(oc_call *c, const uint64_t *conversations, size_t n, const oc_identity *reader, uint32_t fetched,
	oc_signs *out);
/* The same without a reader; here: a sign of the visitor within this time. */
bool oc_look_within(oc_call *c, const uint64_t *conversations, size_t n, uint64_t ms, oc_signs *out);
/* ---- the pages a visitor looked at: store/oc_trail.c ---- */

bool oc_visit(oc_call *c, const oc_identity *who, oc_str url, oc_str title, oc_str browser);
/* OC_E_NOT_FOUND, OC_E_TICKET; OC_E_REDIS: nobody knows. */
bool oc_trail_read(oc_call *c, const oc_identity *who, uint64_t conversation, oc_trail *out);
/* A guest who signs in: the customer looked at the guest's pages, too. Without Redis they are forgotten. */
void oc_trail_adopt(oc_call *c, oc_str guest, oc_str customer);

/* ---- erasing, after MySQL's commit: store/oc_forget.c. Without Redis it forgets by itself, within a day ---- */

/* The pages they looked at, and the place held for them. */
void oc_forget_visitor(oc_call *c, oc_str visitor);
/* Heads, which name their visitors. Nothing makes one anew of which MySQL knows nothing. */
void oc_forget_conversations(oc_call *c, const uint64_t *ids, size_t n);
/* What is kept of the shop as a whole, the clocks that end at no time among it. */
void oc_forget_shop(oc_call *c);

bool oc_revoked_tell(oc_call *c, oc_str subject, uint64_t at_ms);

#endif
