/* Operators online, offline, back; and the sweep. */
#include "store/oc_tx.h"

#include "store/oc_digest.h"
#include "store/oc_tx_parts.h"

typedef struct {
	const oc_str *name;
	uint32_t capacity;
	const oc_str *languages, *codes;
	size_t n_codes;
} online_arguments;

/* All of these read who asks. */
static void read_me(oc_tx *tx, void *arguments)
{
	oc_tx_operator_select(tx, (uint32_t)tx->who->id);
}

static void me_found(const oc_tx *tx, oc_tx_operator *me)
{
	oc_tx_operator_found(&tx->read[0], (uint32_t)tx->who->id, me);
}

/* The rows a choice by language reads: one a language, whatever its region. */
static void put_languages(oc_tx *tx, const online_arguments *in, uint32_t id)
{
	uint64_t shop = tx->call->chat->shop;

	oc_sql_add(&tx->sql, "DELETE FROM %T WHERE shop = %u AND operator = %u", "speaker", shop, (uint64_t)id);
	for (size_t i = 0; i < in->n_codes; i++) {
		oc_sql_add(&tx->sql, "INSERT IGNORE INTO %T (shop, operator, language) VALUES (%u, %u, %b)", "speaker", shop,
			(uint64_t)id, in->codes[i]);
	}
}

static bool online_act(oc_tx *tx, void *arguments)
{
	online_arguments *in = arguments;
	oc_counts *n = &tx->shop.n;
	oc_tx_operator o;

	bool new_languages;

	me_found(tx, &o);
	if (o.online && o.away_stage && !oc_tx_back(tx, &o)) {
		return false;
	}
	new_languages = in->languages || (!o.online && o.languages.n);
	n->free -= oc_tx_free(&o);
	n->present += !o.online;
	o.known = true;
	if (!o.online) {
		o.online = true;
		o.idle_since = tx->now;
		o.name = tx->who->name;
		o.capacity = tx->shop.settings.capacity;
		o.languages = (oc_str){NULL, 0};
	}
	if (in->name) {
		o.name = *in->name;
	}
	if (in->capacity) {
		o.capacity = in->capacity;
	}
	if (in->languages) {
		o.languages = *in->languages;
	}
	n->free += oc_tx_free(&o);
	oc_sql_add(&tx->sql,
		"INSERT INTO %T (shop, id, name, online, online_since, capacity, idle_since, languages) VALUES (%u, %u, %t, 1, %u,"
		" %u, %u, %b)"
		" ON DUPLICATE KEY UPDATE name = VALUES(name), online_since = IF(online = 1, online_since, VALUES(online_since)),"
		" online = 1, capacity = VALUES(capacity), idle_since = VALUES(idle_since), away_stage = 0, away_since = NULL,"
		" languages = VALUES(languages)", "operator", (uint64_t)tx->call->chat->shop, (uint64_t)o.id, o.name, tx->now,
		(uint64_t)o.capacity, o.idle_since, o.languages);
	if (new_languages) {
		put_languages(tx, in, o.id);
	}
	oc_tx_speaks(tx, &o);
	oc_tx_presence(tx, o.id, '+');
	oc_tx_board(tx, o.id);
	tx->out.outcome = OC_DONE;
	tx->out.operator_id = o.id;
	tx->out.operator_name = o.name;
	tx->out.decision = oc_tx_decide(tx, &(oc_tx_decision){"online", "asked", OC_DONE, .operator_id = o.id,
		.detail = oc_format(tx->call->arena, "%u%s%.*s", o.capacity, o.languages.n ? " " : "", (int)(o.languages.n < 240 ? o.languages.n : 240),
			o.languages.n ? o.languages.p : "")});
	return true;
}

bool oc_router_online(oc_call *c, const oc_identity *who, oc_once once, const oc_str *name, uint32_t capacity,
	const oc_str *languages, const oc_str *codes, size_t n_codes, oc_placement *out)
{
	online_arguments in = {name, capacity, languages, codes, n_codes};

	return oc_tx_run(c, who, OC_ACT_ONLINE, once, &(oc_tx_plan){read_me, online_act}, &in, out);
}

typedef struct {
	oc_signoff mode;
	bool more; /* finished conversations are left to archive */
} offline_arguments;

static bool offline_act(oc_tx *tx, void *arguments)
{
	offline_arguments *in = arguments;
	oc_signoff mode = in->mode;
	oc_tx_operator o;

	me_found(tx, &o);
	tx->out.operator_id = o.id;
	if (!o.known || !o.online) {
		tx->out.outcome = OC_DONE;
		return true;
	}
	if (mode == OC_ASK && o.load) {
		tx->out.outcome = OC_CONFLICT;
		return true;
	}
	if (!oc_tx_sign_off(tx, &o, mode == OC_HAND_OVER ? OC_HAND_OVER : OC_END, "offline")) {
		return false;
	}
	tx->out.outcome = OC_DONE;
	tx->out.decision = tx->shop.decision;
	in->more = tx->archived == OC_ARCHIVE_MOST;
	return true;
}

bool oc_router_offline(oc_call *c, const oc_identity *who, oc_once once, oc_signoff mode, oc_placement *out)
{
	offline_arguments in = {mode, false};

	if (!oc_tx_run(c, who, OC_ACT_OFFLINE, once, &(oc_tx_plan){read_me, offline_act}, &in, out)) {
		return false;
	}
	/* Signed off is signed off: what could not be archived now is a sweep's. */
	if (in.more) {
		oc_archive_rest(c, (uint32_t)who->id);
	}
	oc_digest_some(c);
	return true;
}

static bool back_act(oc_tx *tx, void *arguments)
{
	oc_tx_operator o;

	me_found(tx, &o);
	if (o.known && o.online && o.away_stage) {
		return oc_tx_back(tx, &o);
	}
	/* Redis had it wrong: tell it so, or every poll comes here. */
	oc_tx_presence(tx, o.id, o.known && o.online ? '+' : '-');
	return true;
}

bool oc_router_back(oc_call *c, const oc_identity *who)
{
	return oc_tx_run(c, who, 0, (oc_once){0}, &(oc_tx_plan){read_me, back_act}, NULL, NULL);
}

/* Expiring and filling places are every transaction's work; a sweep is one that does nothing else. */
static bool sweep_act(oc_tx *tx, void *arguments)
{
	return true;
}

#define KEEP_ANSWERS (24 * 3600 * US_PER_S)
#define KEEP_REVOCATIONS (10 * 3600 * US_PER_S) /* a chain of tickets ends after 8 h, each within one */
#define KEEP_DECISIONS (30 * 24 * 3600 * US_PER_S)

/* Old answers, decisions and revocations, a few at a time, outside the shop's lock. */
static bool tidy(oc_call *c)
{
	uint64_t shop = c->chat->shop, now;
	oc_sql s = oc_sql_new(c);
	oc_db db;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	now = oc_db_time(&db);
	oc_sql_add(&s, "DELETE FROM %T WHERE shop = %u AND at < %u ORDER BY at LIMIT 500", "outcome", shop, now - KEEP_ANSWERS);
	oc_sql_add(&s, "DELETE FROM %T WHERE shop = %u AND until < %u LIMIT 500", "block", shop, now);
	oc_sql_add(&s, "DELETE FROM %T WHERE shop = %u AND minute < %u", "freed", shop,
		oc_estimate_minute(now / 1000) - OC_ESTIMATE_MINUTES);
	oc_sql_add(&s, "DELETE FROM %T WHERE shop = %u AND at < %u ORDER BY at LIMIT 500", "decision", shop,
		now - KEEP_DECISIONS);
	oc_sql_add(&s, "DELETE FROM %T WHERE shop = %u AND at < %u LIMIT 500", "revocation", shop,
		(now - KEEP_REVOCATIONS) / 1000);
	ok = oc_db_run(&db, &s, NULL);
	oc_db_close(&db);
	return ok;
}

bool oc_router_sweep(oc_call *c, uint32_t *changes)
{
	oc_placement done = {0};

	if (!oc_tx_run(c, NULL, 0, (oc_once){0}, &(oc_tx_plan){NULL, sweep_act}, NULL, &done)) {
		return false;
	}
	*changes = done.changes;
	if (!oc_archive_left(c) || !tidy(c)) {
		return false;
	}
	oc_digest_some(c);
	return true;
}

void oc_router_settle(oc_call *c)
{
	uint32_t changes;

	do {
		changes = 0;
	} while (oc_router_sweep(c, &changes) && changes >= OC_EXPIRE_MOST);
	*c->error = (oc_error){0};
}
