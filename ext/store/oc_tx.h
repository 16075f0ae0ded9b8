/* A routing transaction (I3): locks the shop's row, collects writes, sends them with the next read or
 * with COMMIT, and tells Redis afterwards. */
#ifndef OC_TX_H
#define OC_TX_H

#include "store/oc_redis_api.h"
#include "store/oc_router.h"
#include "store/oc_shop.h"

#define US_PER_S UINT64_C(1000000)
#define OC_EXPIRE_MOST 50 /* things expired in one transaction */

/* A conversation's row with its operator's, as read under lock. */
typedef struct {
	uint64_t id, thread;
	oc_str visitor, name, language;
	oc_status status;
	uint32_t operator_id, last_number, revision;
	uint64_t started_at, waiting_since;
	oc_str assistants; /* "5,7": colleagues who look in */
} oc_tx_conversation;

typedef struct {
	bool known; /* has a row */
	uint32_t id, capacity, load, away_stage;
	oc_str name;
	bool online;
	uint64_t idle_since, away_since;
	oc_str languages; /* "en,fr" */
} oc_tx_operator;

typedef struct {
	oc_call *call;
	oc_db db;
	oc_sql sql; /* writes not sent yet */
	oc_shop shop;
	uint64_t now; /* microseconds, steps with each decision */
	const oc_identity *who;
	oc_str actor;
	oc_action action; /* 0: no key */
	oc_once once;
	oc_placement out;
	oc_tell tell;
	size_t size_heads, size_boards, size_online, size_offline, size_away, size_closed;
	uint32_t changes; /* decisions taken */
	uint64_t first_decision;
	uint32_t archived; /* finished conversations of who signed off: OC_ARCHIVE_MOST says that there may be more */
	bool reseed;      /* clocks of visitors start anew after the commit */
	uint32_t freed;   /* conversations that ended with an operator who stays: places for who waits */
	const struct oc_tx_plan *plan;
	void *arguments;
	oc_rows *read; /* what the plan's reads found */
} oc_tx;

/* A request: what it reads goes along with the lock, in one round trip, and is read again if something expired
 * first; then it acts. */
typedef struct oc_tx_plan {
	void (*reads)(oc_tx *tx, void *arguments); /* NULL: none */
	bool (*act)(oc_tx *tx, void *arguments);
} oc_tx_plan;

/* Runs one routing transaction: due things first, then act, then the queue; commits and tells. A key that
 * was answered before gets that answer (I4). Dead-locks are tried again. who NULL: the shop itself. */
bool oc_tx_run(oc_call *c, const oc_identity *who, oc_action action, oc_once once, const oc_tx_plan *plan,
	void *arguments, oc_placement *out);
/* The plan's reads once more, after a change they could have seen. */
bool oc_tx_read_again(oc_tx *tx);

/* Sends the writes so far and then the reads added after them, in one round trip; *reads points at the
 * first result after the writes. Call oc_tx_reads() before adding reads. */
unsigned oc_tx_reads(oc_tx *tx);
bool oc_tx_send(oc_tx *tx, unsigned first_read, oc_rows **reads);

/* Reading under the shop's lock. */
/* number, author, name, text, at, from a column on; store/oc_read.c */
void oc_message_row(const oc_rows *r, unsigned row, unsigned from, oc_message *out);
void oc_tx_conversation_select(oc_tx *tx, uint64_t id);
/* From what that found; NotFound if nothing. */
bool oc_tx_conversation_found(oc_tx *tx, const oc_rows *r, uint64_t id, oc_tx_conversation *conv, oc_tx_operator *owner);
bool oc_tx_conversation_read(oc_tx *tx, uint64_t id, oc_tx_conversation *conv, oc_tx_operator *owner);
void oc_tx_operator_select(oc_tx *tx, uint32_t id);
void oc_tx_operator_found(const oc_rows *r, uint32_t id, oc_tx_operator *out);
bool oc_tx_operator_read(oc_tx *tx, uint32_t id, oc_tx_operator *out);
#define OC_OPERATOR_COLUMNS "o.id, o.name, o.online, o.capacity, o.load_now, o.idle_since, o.away_since, o.away_stage," \
	" o.languages"
#define OC_OPERATOR_N_COLUMNS 9
/* Takes the table "assistant". */
#define OC_ASSISTANTS_COLUMN \
	"(SELECT GROUP_CONCAT(a.operator ORDER BY a.since, a.operator) FROM %T a WHERE a.conversation = c.id)"
/* Takes the table "assistant" before all others. */
#define OC_CONVERSATION_COLUMNS \
	"c.id, c.thread, c.visitor, c.name, c.status, c.operator, c.last_number, c.revision, c.started_at, c.waiting_since, " \
	OC_ASSISTANTS_COLUMN ", c.language"
#define OC_CONVERSATION_N_COLUMNS 12
void oc_tx_operator_row(const oc_rows *r, unsigned row, unsigned from, oc_tx_operator *out);
void oc_tx_conversation_row(const oc_rows *r, unsigned row, unsigned from, oc_tx_conversation *out);

/* Who gets a conversation: store/oc_choice.c. */
typedef struct {
	oc_str language;           /* the conversation's, "" unknown */
	uint64_t thread, customer; /* whose last operator is known: the line, or if 0 this customer's; both 0: nobody's */
} oc_wish;

typedef struct {
	bool found;
	oc_tx_operator operator;
	const char *rule; /* "known", "language" or "fewest_open" */
	oc_str log;       /* the best eight it was chosen among, for the decision log */
} oc_choice;

#define OC_CANDIDATES 8
#define OC_CHOICE_READS 3
oc_wish oc_wish_of(const oc_tx_conversation *conv);
/* Adds OC_CHOICE_READS reads, and what they found. */
void oc_choice_select(oc_tx *tx, const oc_wish *wish);
void oc_choice_found(oc_tx *tx, const oc_rows *r, oc_choice *out);
bool oc_tx_choose(oc_tx *tx, const oc_wish *wish, oc_choice *out);
/* The operator's row changed: those of their languages follow. */
void oc_tx_speaks(oc_tx *tx, const oc_tx_operator *o);

/* How much of the shop's free capacity this operator gives. */
uint32_t oc_tx_free(const oc_tx_operator *o);

/* Changes. Each keeps the shop's counts and what is told to Redis. */
void oc_tx_load(oc_tx *tx, oc_tx_operator *o, int by); /* an ongoing conversation more or less */
/* A new conversation at o, or in the queue if o is NULL. Its row, with what *conv then says, is the caller's to
 * write. */
void oc_tx_enter(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *o);
/* Every other status → ongoing at o; one that is ongoing elsewhere is unassigned first. */
void oc_tx_assign(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *o);
void oc_tx_unassign(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *owner); /* ongoing → nobody's yet */
void oc_tx_wait(oc_tx *tx, oc_tx_conversation *conv, uint64_t since);
void oc_tx_finish(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *owner);
/* Appends a message; the conversation's row must be locked. */
void oc_tx_message(oc_tx *tx, oc_tx_conversation *conv, const oc_tx_operator *owner, oc_author author, oc_str name,
	oc_str text);
/* The event of a message whose row is written elsewhere. */
void oc_tx_message_told(oc_tx *tx, const oc_tx_conversation *conv, const oc_tx_operator *owner, const oc_message *m);
/* Who writes has read up to here. */
void oc_tx_read_mark(oc_tx *tx, const oc_tx_conversation *conv, bool by_operator, uint32_t seen);

typedef struct {
	const char *event, *rule;
	oc_outcome outcome;
	const oc_tx_conversation *conv; /* NULL: none */
	uint32_t operator_before, operator_id;
	oc_str candidates, detail;
	oc_str actor; /* n == 0: the transaction's */
} oc_tx_decision;

/* A line of the decision log with the counts after it; returns its number. */
uint64_t oc_tx_decide(oc_tx *tx, const oc_tx_decision *d);

/* What Redis hears after the commit. */
/* The list with room for one more. */
void *oc_grow(oc_arena *a, void *list, size_t n, size_t *size, size_t item);
void oc_tx_head(oc_tx *tx, const oc_tx_conversation *conv, const oc_tx_operator *o);
void oc_tx_board(oc_tx *tx, uint32_t operator_id);
/* Of everybody who has the conversation on the board for themselves: its operator and who looks in. */
void oc_tx_boards(oc_tx *tx, const oc_tx_conversation *conv);
void oc_tx_presence(oc_tx *tx, uint32_t operator_id, char what); /* '+' online, '-' offline, 'a' away */

/* store/oc_expire.c: due things, and filling places from the queue. */
bool oc_tx_expire(oc_tx *tx, const oc_due *due);
bool oc_tx_drain(oc_tx *tx);
/* Gives an operator's ongoing conversation to a colleague with a place, else to the queue if it is on.
 * *placed false: neither was possible and nothing changed. */
bool oc_tx_hand_over(oc_tx *tx, oc_tx_conversation *conv, oc_tx_operator *from, const char *event, bool *placed);
bool oc_tx_sign_off(oc_tx *tx, oc_tx_operator *o, oc_signoff mode, const char *event);
/* store/oc_assist.c: colleagues who look in. */
bool oc_tx_assists(const oc_tx_conversation *conv, uint32_t operator_id);
/* Nobody looks in any more; or not this one. */
void oc_tx_alone(oc_tx *tx, oc_tx_conversation *conv);
void oc_tx_no_assistant(oc_tx *tx, oc_tx_conversation *conv, uint32_t operator_id);
/* An operator goes, and with them from all conversations they look in on. */
bool oc_tx_leave_all(oc_tx *tx, uint32_t operator_id);
/* store/oc_archive.c: the finished conversations of who signs off, at most so many in a transaction. */
#define OC_ARCHIVE_MOST 100
void oc_tx_finished_select(oc_tx *tx, uint32_t operator_id, bool nobodys);
void oc_tx_archive_all(oc_tx *tx, const oc_rows *finished);
/* n finished ones at once, whosever: three statements, however many. */
void oc_tx_archive(oc_tx *tx, const oc_tx_conversation *list, size_t n);
/* The others, each lot in a transaction of its own, as far as they can be. */
void oc_archive_rest(oc_call *c, uint32_t operator_id);
/* One lot of what a sign-off that was cut short has left. */
bool oc_archive_left(oc_call *c);

/* An operator is here again after being away. */
bool oc_tx_back(oc_tx *tx, oc_tx_operator *o);

#endif
