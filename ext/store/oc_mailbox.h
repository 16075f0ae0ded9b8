/* Messages left while there is no chat (G20, G21), and answers nobody was there to read (issue 5.10). */
#ifndef OC_MAILBOX_H
#define OC_MAILBOX_H

#include "core/oc_form.h"
#include "store/oc_mysql.h"
#include "store/oc_router.h"

typedef enum { OC_MAIL_NEW = 1, OC_MAIL_SENT, OC_MAIL_FAILED, OC_MAIL_OFF } oc_mail_state;

typedef struct oc_mail {
	uint64_t id;
	oc_form form;
	uint64_t customer; /* 0: none */
	oc_str language;
	uint64_t at; /* ms */
	oc_mail_state state;
	oc_str reason;
	uint32_t attempts;
} oc_mail;

/* Stores a checked form. who may be NULL; conversation 0: none, else this visitor's own, which is ended with it if it
 * waits. OC_E_DENIED: another's conversation. */
bool oc_mail_leave(oc_call *c, const oc_identity *who, oc_once once, const oc_form *form, oc_str language,
	oc_str address, uint64_t conversation, uint64_t *id);

/* Takes the alias m; its row, from a column on. */
#define OC_MAIL_COLUMNS "m.id, m.customer, m.first_name, m.last_name, m.email, m.phone, m.message, m.language, m.at," \
	" m.state, m.reason, m.attempts"
#define OC_MAIL_N_COLUMNS 12
oc_mail oc_mail_row(const oc_rows *r, unsigned row, unsigned from);

/* What is to be sent, taken for a minute. */
bool oc_mail_due(oc_call *c, uint32_t limit, oc_mail **list, size_t *n);
/* What came of it. Failed: due again after 1, 5, 30 minutes and 2 hours. OC_E_NOT_FOUND. */
bool oc_mail_done(oc_call *c, uint64_t id, oc_mail_state state, oc_str reason);
/* A letter that fails is tried again after 1, 5, 30 minutes and 2 hours; the fifth try is the last. */
#define OC_MAIL_TRIES 5
/* SQL: when it is due again, by the column of how many tries there were before this one; now in microseconds. */
const char *oc_mail_next_try(oc_call *c, const char *attempts, uint64_t now);
/* Due now as if never tried, unless it is being sent. OC_E_NOT_FOUND. */
bool oc_mail_again(oc_call *c, const oc_identity *who, uint64_t id);

typedef struct {
	uint64_t conversation, customer;
	oc_str name, email, language;
	oc_message *list; /* the operators', oldest first */
	size_t n;
} oc_unread;

/* store/oc_unread.c: answers that ended unread, taken for a minute. */
bool oc_unread_due(oc_call *c, uint32_t limit, oc_unread **list, size_t *n);
/* They went by mail, up to this number; 0: no letter was begun, they are due again. OC_E_NOT_FOUND. */
bool oc_unread_done(oc_call *c, uint64_t conversation, uint32_t up_to);
/* The letter failed: due again after 1, 5, 30 minutes and 2 hours; again false: that was the fifth try. OC_E_NOT_FOUND. */
bool oc_unread_failed(oc_call *c, uint64_t conversation, bool *again);

#endif
