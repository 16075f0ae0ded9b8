/* One shop's chat: its options, and the two stores behind it. */
#ifndef OC_CHAT_H
#define OC_CHAT_H

#include "core/oc_model.h"

typedef struct oc_links oc_links; /* a worker's pools, store/oc_pool.h */

/* Where a server is. Exactly one of host, socket and (Redis) sentinels is set; the strings live as long as the chat. */
typedef struct {
	oc_str host, socket, user, password;
	unsigned port;
	oc_str database; /* MySQL */
	unsigned number; /* Redis */
	oc_str sentinels; /* Redis: "host:port,host:port", who know where the primary of service is */
	oc_str service;
	bool tls;        /* MySQL */
	oc_str ca;
} oc_address;

#define OC_SECRETS 2

typedef struct {
	uint32_t shop;
	oc_str prefix; /* of the tables, [A-Za-z0-9_]* */
	oc_str tag;    /* of the Redis keys: "{oc:<hash of host, database, prefix>:<shop>}" */
	oc_str secret[OC_SECRETS];
	oc_address mysql, redis;
	uint64_t claimer; /* of what is taken for a time, such as mails to be sent */
	/* All memory of these options; freed with the PHP object. */
	oc_arena own;
} oc_chat;

/* What a call works with: the chat, this worker's links, and memory that lives until the next call. */
typedef struct {
	const oc_chat *chat;
	oc_links *links;
	oc_arena *arena;
	oc_error *error;
} oc_call;

/* Sets chat->tag from the other options. */
void oc_chat_tag(oc_chat *chat);

/* MySQL only: store/oc_migrate.c, oc_settings.c */
bool oc_migrate(oc_call *c, uint32_t *version);
bool oc_schema(oc_call *c, uint32_t *version);

typedef struct {
	uint32_t maximum, queue_limit, capacity, holds_per_address;
	bool queue, offline_mode, prefer_known, prefer_language;
	uint32_t version;
	oc_str hours;    /* core/oc_hours.h; n == 0: always open */
	oc_str document; /* the published JSON as stored: an object */
} oc_settings;

bool oc_settings_read(oc_call *c, oc_settings *out);
/* Stores; the new version in s->version. Routing columns and document are checked by the caller. */
bool oc_settings_write(oc_call *c, oc_settings *s);

/* For Chat::health(): server versions and what was measured, one struct a store. */
typedef struct {
	bool ok;
	char message[400];
	char version[96];
	double ms;
	int64_t clock_skew; /* MySQL: database minus this server, ms */
	uint32_t schema;    /* MySQL */
	char policy[32];    /* Redis: maxmemory-policy */
} oc_store_health;

void oc_health_mysql(oc_call *c, oc_store_health *out);
void oc_health_redis(oc_call *c, oc_store_health *out);

#endif
