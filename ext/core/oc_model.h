/* The words of the chat as C types: the same names as in SQL, PHP and the browser. */
#ifndef OC_MODEL_H
#define OC_MODEL_H

#include "core/oc_base.h"

typedef enum { OC_GUEST = 1, OC_CUSTOMER, OC_OPERATOR } oc_role;
typedef enum { OC_NO_STATUS = 0, OC_WAITING, OC_ONGOING, OC_FINISHED, OC_ARCHIVED } oc_status;
typedef enum { OC_BY_VISITOR = 1, OC_BY_OPERATOR, OC_BY_NOTE } oc_author;
typedef enum {
	OC_ASSIGNED = 1, OC_QUEUED, OC_FULL, OC_CLOSED, OC_HELD, OC_DONE, OC_POSTED, OC_CONFLICT, OC_IS_ARCHIVED
} oc_outcome;
typedef enum { OC_ASK = 1, OC_END, OC_HAND_OVER } oc_signoff;
typedef enum { OC_MODE_CHAT = 1, OC_MODE_QUEUE, OC_MODE_FORM, OC_MODE_NONE } oc_mode;

/* What a write was, for its key (I4). Stored: never renumber. */
typedef enum {
	OC_ACT_START = 1, OC_ACT_POST, OC_ACT_END, OC_ACT_REOPEN, OC_ACT_TAKE, OC_ACT_TRANSFER, OC_ACT_ONLINE,
	OC_ACT_OFFLINE, OC_ACT_ADOPT, OC_ACT_INVITE, OC_ACT_LEAVE, OC_ACT_BLOCK,
	OC_ACT_MAIL = 30
} oc_action;

#define OC_ASSISTANTS_MOST 8 /* colleagues who look in on one conversation */

/* A person as a ticket names them (I9). Strings point into the ticket or the caller's memory. */
typedef struct {
	oc_role role;
	bool supervisor; /* operators only */
	uint32_t shop;
	oc_str person;
	uint64_t id; /* customers and operators: person as a number */
	oc_str name, language, session;
	oc_str email, phone; /* customers only, as the shop knows them (G22); n == 0: not known */
	uint64_t first, issued, expires; /* ms */
} oc_identity;

/* The person as MySQL and Redis name them: "g:<id>", "c:<id>" or "o:<id>". */
oc_str oc_actor(oc_arena *a, const oc_identity *who);
/* Person and session, as revocations name them: "c:7/<session>". */
oc_str oc_subject(oc_arena *a, const oc_identity *who);

/* "waiting", "assigned", … as in the PHP enums; "" for an unknown value. */
const char *oc_role_word(oc_role v);
const char *oc_status_word(oc_status v);
const char *oc_author_word(oc_author v);
const char *oc_outcome_word(oc_outcome v);
const char *oc_mode_word(oc_mode v);

typedef struct {
	oc_outcome outcome;
	uint64_t conversation;
	uint32_t number;
	oc_status status;
	uint32_t operator_id; /* 0: nobody */
	oc_str operator_name;
	uint32_t position;
	uint64_t estimate; /* ms until a place, 0: not known */
	uint64_t until; /* ms */
	uint64_t decision;
	bool repeated;
	uint32_t changes; /* decisions the transaction took, its own and those that were due */
} oc_placement;

typedef struct {
	uint32_t number;
	oc_author author;
	oc_str name, text;
	uint64_t at; /* ms */
} oc_message;

/* The newest number read: what is stored, or what was told since, never past the newest there is. */
uint32_t oc_mark(uint32_t stored, uint32_t told, uint32_t last);
/* The newest number the other side's browser has, told -1 and the answer -1: not known. What was read has come. */
int64_t oc_delivered(uint32_t read, int64_t told, uint32_t last);

typedef struct {
	uint64_t conversation;
	uint32_t from, to, last, revision;
	oc_status status;
	uint32_t operator_id;
	oc_str operator_name;
	bool operator_away;
	uint32_t position;
	uint64_t estimate; /* ms until a place, 0: not known */
	uint32_t read_by_other;
	int64_t delivered_to_other; /* -1: not known */
	uint64_t blocked_until; /* ms, 0: not blocked */
	oc_str assistants; /* "5,7", for who tells Redis */
	oc_message *list;
	size_t n;
	uint64_t started_at, finished_at; /* ms; 0: not asked */
} oc_messages;

typedef struct {
	uint64_t conversation;
	uint32_t number;
	uint64_t at; /* ms */
	oc_status status;
	bool repeated, accepted;
	oc_outcome outcome;
} oc_posted;

typedef struct {
	uint64_t id, thread;
	oc_status status;
	oc_role role;
	uint64_t customer; /* 0: guest */
	oc_str name, language;
	uint32_t operator_id;
	oc_str operator_name;
	uint32_t last, revision, read_operator, read_visitor;
	oc_str excerpt;
	uint64_t started_at, last_at, waiting_since; /* ms */
	int here;                                    /* 1, 0, -1: unknown */
	int64_t delivered;                           /* to the visitor; -1: not known */
	oc_str assistants;                           /* "5,7" */
} oc_conversation;

typedef struct {
	uint32_t id;
	oc_str name;
	bool online, away;
	uint32_t capacity, load;
} oc_operator;

typedef struct {
	oc_operator me;
	oc_conversation *ongoing, *finished, *waiting, *assisting;
	size_t n_ongoing, n_finished, n_waiting, n_assisting;
	oc_operator *colleagues;
	size_t n_colleagues;
	uint64_t cursor;
	uint32_t maximum, open;
	uint64_t opens; /* ms, 0: open, or not known */
} oc_board;

typedef struct {
	bool changed, degraded, sweep, has_typing;
	uint32_t delay; /* ms */
	uint32_t settings;
	oc_messages *messages; /* visitor */
	oc_board *board;       /* operator */
	bool typing;           /* visitor: the operator types */
	uint64_t *typing_list; /* operator: whose visitors type */
	size_t n_typing;
} oc_update;

typedef enum { OC_BLOCK_PERSON = 1, OC_BLOCK_ADDRESS } oc_block_what;

typedef struct {
	uint64_t id, conversation, thread, customer; /* thread 0: not there any more; customer 0: none */
	oc_block_what what;
	oc_str name, by, reason;
	uint64_t at, until; /* ms */
} oc_block;

typedef struct {
	oc_mode mode;
	bool degraded;
	uint32_t settings, delay;
	uint64_t opens; /* ms, 0: open, or not known */
} oc_shop_status;

typedef struct {
	uint64_t id, customer;
	oc_str name, email, phone, last_text; /* p == NULL: not known */
	uint64_t last_at;                     /* ms */
	uint32_t conversations;
	oc_str hit;            /* around what was searched for; p == NULL: nothing was */
	uint64_t hit_at;       /* ms, where a search has it */
	struct oc_mail *mail;  /* the left message it is (store/oc_mailbox.h), or NULL */
} oc_thread;

typedef struct {
	oc_str url, title;
	uint64_t at; /* ms */
} oc_page;

typedef struct {
	oc_page *pages; /* newest first */
	size_t n;
	oc_str browser;
	int here; /* 1, 0, -1: unknown */
} oc_trail;

#endif
