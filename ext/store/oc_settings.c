/* The shop's settings in its routing row, and the health of MySQL. */
#include "core/oc_hours.h"
#include "store/oc_mysql.h"
#include "store/oc_pool.h"
#include "store/oc_shop.h"

#include <mysql.h>
#include <stdio.h>

static const oc_settings DEFAULTS = {
	.maximum = 20, .queue_limit = 100, .capacity = 4, .holds_per_address = 8, .queue = false, .offline_mode = true,
	.version = 0, .document = {"{}", 2}};

bool oc_shop_counts(oc_call *c, oc_counts *counts, oc_settings *settings, uint64_t *decision)
{
	oc_db db;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;

	*counts = (oc_counts){0};
	*settings = DEFAULTS;
	*decision = 0;
	if (!oc_db_open(c, &db)) {
		return false;
	}
	oc_sql_add(&s, "SELECT " OC_SHOP_COLUMNS ", settings FROM %T WHERE id = %u", "shop", (uint64_t)c->chat->shop);
	if (!oc_db_run(&db, &s, &r)) {
		oc_db_close(&db);
		return false;
	}
	oc_db_close(&db);
	if (r[0].rows == 1) {
		oc_shop shop;

		oc_shop_row(&r[0], &shop);
		if (!oc_shop_hours(c, oc_time_us(), &shop)) {
			return false;
		}
		*counts = shop.n;
		*settings = shop.settings;
		settings->document = oc_cell(&r[0], 0, OC_SHOP_N_COLUMNS);
		*decision = shop.decision;
	} else {
		counts->maximum = settings->maximum;
		counts->queue_limit = settings->queue_limit;
	}
	return true;
}

void oc_shop_row(const oc_rows *r, oc_shop *out)
{
	unsigned i = 0;
#define NEXT(type) ((type)oc_cell_u64(r, 0, i++))

	*out = (oc_shop){0};
	out->n.maximum = out->settings.maximum = NEXT(uint32_t);
	out->n.queue = out->settings.queue = NEXT(bool);
	out->n.queue_limit = out->settings.queue_limit = NEXT(uint32_t);
	out->settings.offline_mode = NEXT(bool);
	out->settings.capacity = NEXT(uint32_t);
	out->settings.holds_per_address = NEXT(uint32_t);
	out->settings.version = NEXT(uint32_t);
	out->n.ongoing = NEXT(uint32_t);
	out->n.waiting = NEXT(uint32_t);
	out->n.holds = NEXT(uint32_t);
	out->n.present = NEXT(uint32_t);
	out->n.free = NEXT(uint32_t);
	out->decision = NEXT(uint64_t);
	out->clock = NEXT(uint64_t);
	out->next_due = NEXT(uint64_t);
	out->settings.prefer_known = NEXT(bool);
	out->settings.prefer_language = NEXT(bool);
	out->settings.hours = oc_cell(r, 0, i);
#undef NEXT
}

bool oc_hours_closed(oc_call *c, oc_str text, uint64_t now, bool *closed, uint64_t *opens_ms)
{
	int64_t at = (int64_t)(now / 1000000);
	oc_hours hours;

	*closed = false;
	*opens_ms = 0;
	if (text.n == 0) {
		return true;
	}
	if (!oc_hours_decode(text, &hours)) {
		return oc_fail(c->error, OC_E_SCHEMA, "schema", "MySQL: opening hours stored by another version; publish the"
			" settings again");
	}
	*closed = !oc_hours_open(&hours, at);
	if (*closed) {
		*opens_ms = (uint64_t)oc_hours_opens(&hours, at) * 1000;
	}
	return true;
}

bool oc_shop_hours(oc_call *c, uint64_t now, oc_shop *out)
{
	return oc_hours_closed(c, out->settings.hours, now, &out->n.closed, &out->n.opens);
}

bool oc_settings_read(oc_call *c, oc_settings *out)
{
	oc_counts counts;
	uint64_t decision;

	return oc_shop_counts(c, &counts, out, &decision);
}

bool oc_settings_write(oc_call *c, oc_settings *w)
{
	oc_db db;
	oc_sql s = oc_sql_new(c);
	oc_rows *r;
	bool ok;

	if (!oc_db_open(c, &db)) {
		return false;
	}
	/* One transaction: the version read is this call's own, whoever else publishes. */
	oc_sql_add(&s, "START TRANSACTION");
	oc_sql_add(&s,
		"INSERT INTO %T (id, settings, version, maximum, queue, queue_limit, offline_mode, capacity,"
		" holds_per_address, prefer_known, prefer_language, hours) VALUES (%u, %t, 1, %u, %u, %u, %u, %u, %u, %u, %u,"
		" %b)"
		" ON DUPLICATE KEY UPDATE settings = VALUES(settings), version = version + 1, maximum = VALUES(maximum),"
		" queue = VALUES(queue), queue_limit = VALUES(queue_limit), offline_mode = VALUES(offline_mode),"
		" capacity = VALUES(capacity), holds_per_address = VALUES(holds_per_address),"
		" prefer_known = VALUES(prefer_known), prefer_language = VALUES(prefer_language), hours = VALUES(hours)",
		"shop", (uint64_t)c->chat->shop, w->document, (uint64_t)w->maximum, (uint64_t)w->queue,
		(uint64_t)w->queue_limit, (uint64_t)w->offline_mode, (uint64_t)w->capacity, (uint64_t)w->holds_per_address,
		(uint64_t)w->prefer_known, (uint64_t)w->prefer_language, w->hours);
	oc_sql_add(&s, "SELECT version FROM %T WHERE id = %u", "shop", (uint64_t)c->chat->shop);
	oc_sql_add(&s, "COMMIT");
	db.in_transaction = true;
	db.sent_commit = true;
	ok = oc_db_run(&db, &s, &r);
	db.in_transaction = !ok;
	if (ok) {
		w->version = (uint32_t)oc_cell_u64(&r[2], 0, 0);
	}
	oc_db_close(&db);
	return ok;
}

void oc_health_mysql(oc_call *c, oc_store_health *out)
{
	oc_db db;
	uint64_t started = oc_time_us();
	uint32_t version = 0;

	*out = (oc_store_health){0};
	if (!oc_db_open(c, &db)) {
		snprintf(out->message, sizeof out->message, "%s", c->error->message);
		return;
	}
	out->ok = true;
	out->clock_skew = db.link->clock_offset / 1000;
	snprintf(out->version, sizeof out->version, "%s", mysql_get_server_info(db.link->handle));
	oc_db_close(&db);
	if (!oc_schema(c, &version)) {
		out->ok = false;
		snprintf(out->message, sizeof out->message, "%s", c->error->message);
	}
	out->ms = (double)(oc_time_us() - started) / 1000;
	out->schema = version;
}
