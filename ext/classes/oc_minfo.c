#include "classes/oc_minfo.h"
#include "ext/standard/info.h"
#include "php_ini.h"
#include "php_onlinechat.h"

#ifdef ONLINECHAT_HAVE_GATEWAY
# include <event2/event.h>
#endif
#include <hiredis/hiredis.h>
#include <mysql.h>
#ifndef PHP_WIN32
# include <dlfcn.h>
# include <signal.h>
#endif

#include "store/oc_embedded.h"

static const char *const store_name[] = {"MySQL", "Redis"};

static void row_number(const char *name, uint64_t v)
{
	char text[24];

	snprintf(text, sizeof text, "%llu", (unsigned long long)v);
	php_info_print_table_row(2, name, text);
}

/* hiredis does not say its version at run time; the file's name does. */
static void hiredis_library(void)
{
#ifndef PHP_WIN32
	char path[MAXPATHLEN];
	Dl_info found;

	if (dladdr((void *)(uintptr_t)redisReaderCreate, &found) && realpath(found.dli_fname, path)) {
		php_info_print_table_row(2, "hiredis library", path);
	}
#endif
}

/* Whoever sets one up looks here first. */
static void gateway(void)
{
#ifdef ONLINECHAT_HAVE_GATEWAY
	char text[64];

	snprintf(text, sizeof text, "libevent %s", event_get_version());
	php_info_print_table_row(2, "Gateway", text);
#else
	php_info_print_table_row(2, "Gateway", "none: built without libevent");
#endif
}

/* A header and its library of other versions is the first thing a bug report has to show. */
static void libraries(void)
{
	char text[64];

	snprintf(text, sizeof text, "%d.%d.%d", HIREDIS_MAJOR, HIREDIS_MINOR, HIREDIS_PATCH);
	php_info_print_table_row(2, "hiredis headers version", text);
	hiredis_library();
#ifdef MARIADB_PACKAGE_VERSION
	php_info_print_table_row(2, "MySQL client headers version", "MariaDB Connector/C " MARIADB_PACKAGE_VERSION);
#else
	php_info_print_table_row(2, "MySQL client headers version", MYSQL_SERVER_VERSION);
#endif
	php_info_print_table_row(2, "MySQL client library version", mysql_get_client_info());
	gateway();
	row_number("Schema version", oc_migrations[oc_migrations_n - 1].version);
}

/* A closed socket must not end the process; PHP's own servers see to that, others may not. */
static void signals(void)
{
#ifndef PHP_WIN32
	struct sigaction now;

	sigaction(SIGPIPE, NULL, &now);
	php_info_print_table_row(2, "SIGPIPE", now.sa_handler == SIG_DFL ? "ends this process: ignore it" : "is ignored or handled");
#endif
}

static void counters(const oc_links *links)
{
	static const struct {
		const char *name;
		size_t offset;
	} rows[] = {
		{"opened", offsetof(oc_counters, opened)},
		{"reused", offsetof(oc_counters, reused)},
		{"closed dirty", offsetof(oc_counters, closed_dirty)},
		{"dropped after fork", offsetof(oc_counters, dropped_forked)},
		{"evicted", offsetof(oc_counters, evicted)},
		{"errors", offsetof(oc_counters, errors)},
		{"refused by breaker", offsetof(oc_counters, refused)},
	};
	char name[64];

	php_info_print_table_start();
	php_info_print_table_colspan_header(2, "This worker");
	row_number("Links kept", links->n);
	for (int store = OC_MYSQL; store <= OC_REDIS; store++) {
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
			const uint64_t *pair = (const uint64_t *)((const char *)&links->counters + rows[i].offset);

			snprintf(name, sizeof name, "%s links %s", store_name[store], rows[i].name);
			row_number(name, pair[store]);
		}
	}
	row_number("Redis commands", links->counters.commands);
	row_number("MySQL batches", links->counters.batches);
	row_number("Redis scripts loaded", links->counters.script_loads);
	php_info_print_table_end();
}

/* Of the servers this worker has links to. */
static void breakers(const oc_links *links)
{
	uint64_t open_until, times, now = oc_clock_ms();
	char name[64], text[96];

	php_info_print_table_start();
	php_info_print_table_colspan_header(2, "Circuit breakers, all workers of this server");
	for (const oc_link *link = links->list; link; link = link->next) {
		oc_breaker_state(link->key, &open_until, &times);
		snprintf(name, sizeof name, "%s of this worker's link", store_name[link->store]);
		snprintf(text, sizeof text, "%s, opened %llu times", open_until > now ? "open" : "closed", (unsigned long long)times);
		php_info_print_table_row(2, name, text);
	}
	php_info_print_table_end();
}

PHP_MINFO_FUNCTION(onlinechat)
{
	const oc_links *links = &OC_G(links);

	php_info_print_table_start();
	php_info_print_table_row(2, "Live chat engine", "enabled");
	php_info_print_table_row(2, "Version", PHP_ONLINECHAT_VERSION);
	libraries();
	signals();
	php_info_print_table_end();
	counters(links);
	breakers(links);
	DISPLAY_INI_ENTRIES();
}
