/* Answers that a customer has not read and is not there to read (issue 5.10). What Redis knows of reading and presence
 * counts; where it has forgotten, five minutes after the end nobody is taken to be there. */
#include "store/oc_mailbox.h"

#include "store/oc_clocks.h"
#include "store/oc_redis_api.h"
#include "store/oc_tx.h"

#define WAIT (300 * US_PER_S)     /* after the end */
#define WITHIN (86400 * US_PER_S) /* older ones are no news; and no more rows are looked at than a day's */
#define CLAIM (60 * US_PER_S)
#define LAST (7200 * US_PER_S) /* after the last try: mail_claim is never empty */
#define MESSAGES_EACH 200 /* of one conversation */
#define MESSAGES_MOST 500 /* from here on no other conversation is begun: a message has up to 16 KB */

typedef struct {
	uint64_t *ids;
	oc_signs *signs;
	oc_rows rows;
	unsigned n; /* how many of the rows are taken */
	uint64_t now;
} candidates;

/* As many as are read and mailed in one go: the first, and others while there is room. The rest are the next call's. */
static unsigned room_for(const oc_rows *r)
{
	uint64_t messages = 0;
	unsigned n = 0;

	while (n < r->rows && messages < MESSAGES_MOST) {
		uint64_t of_one = oc_cell_u64(r, n++, 6);

		messages += of_one < MESSAGES_EACH ? of_one : MESSAGES_EACH;
	}
	return n;
}

static bool find(oc_call *c, oc_db *db, uint32_t limit, candidates *out)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	out->now = oc_db_time(db);
	oc_sql_add(&s, "SELECT c.id, t.customer, c.name, t.email, c.language, GREATEST(c.read_visitor, c.mailed), (SELECT"
		" COUNT(*) FROM %T n WHERE n.conversation = c.id AND n.author = 2 AND n.number > GREATEST(c.read_visitor, c.mailed))"
		" FROM %T c"
		" JOIN %T t ON t.id = c.thread WHERE c.shop = %u AND c.finished_at BETWEEN %u AND %u AND c.status IN (3, 4) AND"
		" c.mail_claim <= %u AND c.mail_attempts < %u AND t.customer IS NOT NULL AND EXISTS (SELECT 1 FROM %T m WHERE"
		" m.conversation = c.id AND m.author = 2 AND m.number > GREATEST(c.read_visitor, c.mailed)) ORDER BY c.mail_claim,"
		" c.finished_at LIMIT %u", "message", "conversation", "thread", (uint64_t)c->chat->shop, out->now - WITHIN, out->now - WAIT, out->now,
		(uint64_t)OC_MAIL_TRIES, "message", (uint64_t)limit);
	if (!oc_db_run(db, &s, &r)) {
		return false;
	}
	out->rows = r[0];
	out->n = room_for(&r[0]);
	out->ids = oc_alloc(c->arena, (out->n + 1) * sizeof *out->ids);
	out->signs = oc_alloc(c->arena, (out->n + 1) * sizeof *out->signs);
	for (unsigned i = 0; i < out->n; i++) {
		out->ids[i] = oc_cell_u64(&r[0], i, 0);
	}
	return true;
}

/* Who is here needs no mail now: their turn comes after the others'. What Redis heard was read is kept. Whoever took it
 * before and never said what came of it was stopped, perhaps with the letter on its way: that was a try. MySQL sets
 * columns from left to right: mail_claimer is still the former one's. */
static bool claim(oc_call *c, oc_db *db, const candidates *all, oc_rows **r)
{
	oc_sql s = oc_sql_new(c);

	for (unsigned i = 0; i < all->n; i++) {
		oc_sql_add(&s, "UPDATE %T SET mail_attempts = mail_attempts + (mail_claimer <> 0), mail_claim = %u, mail_claimer = %u,"
			" read_visitor = GREATEST(read_visitor, LEAST(%u, last_number)) WHERE id = %u AND mail_claim <= %u", "conversation",
			all->now + CLAIM, all->signs[i].here == 1 ? 0 : c->chat->claimer, (uint64_t)all->signs[i].read_visitor, all->ids[i],
			all->now);
		oc_sql_add(&s, "SELECT number, author, name, text, at FROM %T WHERE conversation = %u AND author = 2 AND number > %u"
			" ORDER BY number LIMIT %u", "message", all->ids[i],
			(uint64_t)oc_mark((uint32_t)oc_cell_u64(&all->rows, i, 5), all->signs[i].read_visitor, UINT32_MAX),
			(uint64_t)MESSAGES_EACH);
	}
	return oc_db_run(db, &s, r);
}

static void deal(oc_call *c, const candidates *all, const oc_rows *r, oc_unread *list, size_t *n)
{
	for (unsigned i = 0; i < all->n; i++) {
		const oc_rows *claimed = &r[2 * i], *messages = &r[2 * i + 1];
		oc_unread *u = &list[*n];

		if (claimed->affected == 0 || messages->rows == 0 || all->signs[i].here == 1) {
			continue;
		}
		*u = (oc_unread){.conversation = all->ids[i], .customer = oc_cell_u64(&all->rows, i, 1),
			.name = oc_cell(&all->rows, i, 2), .email = oc_cell(&all->rows, i, 3), .language = oc_cell(&all->rows, i, 4),
			.n = messages->rows};
		u->list = oc_alloc(c->arena, messages->rows * sizeof *u->list);
		for (unsigned k = 0; k < messages->rows; k++) {
			oc_message_row(messages, k, 0, &u->list[k]);
		}
		(*n)++;
	}
}

bool oc_unread_due(oc_call *c, uint32_t limit, oc_unread **list, size_t *n)
{
	candidates all;
	oc_rows *r;
	oc_db db;
	bool ok;

	*n = 0;
	if (!oc_db_open(c, &db)) {
		return false;
	}
	ok = find(c, &db, limit, &all);
	*list = oc_alloc(c->arena, sizeof(oc_unread) * (limit + 1));
	if (!ok || all.n == 0) {
		oc_db_close(&db);
		return ok;
	}
	if (!oc_look_within(c, all.ids, all.n, OC_GONE_MS, all.signs)) {
		*c->error = (oc_error){0};
	}
	ok = claim(c, &db, &all, &r);
	oc_db_close(&db);
	if (ok) {
		deal(c, &all, r, *list, n);
	}
	return ok;
}

/* What became of it, by one statement; r[1] says whether the conversation is there. */
static bool note(oc_call *c, oc_db *db, oc_sql *s, uint64_t conversation, oc_rows **r)
{
	oc_sql_add(s, "SELECT mail_attempts FROM %T WHERE id = %u AND shop = %u", "conversation", conversation,
		(uint64_t)c->chat->shop);
	if (!oc_db_run(db, s, r)) {
		return false;
	}
	return (*r)[1].rows || oc_fail(c->error, OC_E_NOT_FOUND, "conversation",
		"conversation: there is no number %llu in this shop", (unsigned long long)conversation);
}

bool oc_unread_done(oc_call *c, uint64_t conversation, uint32_t up_to)
{
	oc_sql s = oc_sql_new(c);
	oc_rows *r;
	oc_db db;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	/* What comes later is another letter, with tries of its own. */
	oc_sql_add(&s, "UPDATE %T SET mailed = GREATEST(mailed, LEAST(%u, last_number)), mail_attempts = IF(%u = 0, mail_attempts,"
		" 0), mail_claim = IF(mail_claimer = %u, 0, mail_claim), mail_claimer = IF(mail_claimer = %u, 0, mail_claimer) WHERE"
		" id = %u AND shop = %u", "conversation", (uint64_t)up_to, (uint64_t)up_to, c->chat->claimer, c->chat->claimer,
		conversation, (uint64_t)c->chat->shop);
	ok = note(c, &db, &s, conversation, &r);
	oc_db_close(&db);
	return ok;
}

bool oc_unread_failed(oc_call *c, uint64_t conversation, bool *again)
{
	oc_sql s = oc_sql_new(c);
	uint64_t now;
	oc_rows *r;
	oc_db db;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	now = oc_db_time(&db);
	/* As with left messages; what another took meanwhile is the other's to say. From left to right again: when it is due
	 * goes by how many tries there were before this one. */
	oc_sql_add(&s, "UPDATE %T SET mail_claim = COALESCE(%s, %u), mail_attempts = LEAST(mail_attempts + 1, %u), mail_claimer = 0"
		" WHERE id = %u AND shop = %u AND mail_claimer = %u", "conversation", oc_mail_next_try(c, "mail_attempts", now), now + LAST,
		(uint64_t)OC_MAIL_TRIES, conversation, (uint64_t)c->chat->shop, c->chat->claimer);
	ok = note(c, &db, &s, conversation, &r);
	oc_db_close(&db);
	*again = ok && oc_cell_u64(&r[1], 0, 0) < OC_MAIL_TRIES;
	return ok;
}
