/* What a poll and a page view answer: Redis first, MySQL where Redis says so or cannot say (I2). */
#ifndef OC_UPDATE_H
#define OC_UPDATE_H

#include "store/oc_chat.h"

/* What the client has already. */
typedef struct {
	oc_str address, stream;
	uint64_t conversation;
	uint32_t after, revision; /* the newest number and revision */
	bool typing;              /* it shows that the operator types */
	bool hidden;
} oc_visitor_has;

typedef struct {
	oc_str address, stream;
	uint64_t cursor;  /* of its board */
	oc_str typing;    /* "7,12": it shows that these visitors type */
	bool hidden;
} oc_operator_has;

/* OC_E_RATE, OC_E_TICKET, OC_E_DENIED, OC_E_NOT_FOUND, OC_E_MYSQL; Redis away is no failure but degraded. */
bool oc_update_visitor(oc_call *c, const oc_identity *who, const oc_visitor_has *has, oc_update *out);
bool oc_update_operator(oc_call *c, const oc_identity *who, const oc_operator_has *has, oc_update *out);

/* The operator's board with presence and read marks, its cursor older than what it shows. */
bool oc_board_now(oc_call *c, const oc_identity *who, oc_board *out);
/* The same under a cursor asked for before; degraded: without asking Redis. */
bool oc_board_read(oc_call *c, const oc_identity *who, uint64_t cursor, bool degraded, oc_board *out);
/* A supervisor's list, with presence and read marks. */
bool oc_overview_now(oc_call *c, const oc_identity *who, uint64_t after, uint32_t limit, oc_conversation **list,
	size_t *n);
/* Messages with the newest read mark of the other side. */
bool oc_messages_now(oc_call *c, const oc_identity *who, uint64_t conversation, uint32_t after, uint32_t limit,
	oc_messages *out);

/* What a shop page shows; from MySQL and marked degraded where Redis cannot say. */
bool oc_status_now(oc_call *c, oc_shop_status *out);

#endif
