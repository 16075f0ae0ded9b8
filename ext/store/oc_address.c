#include "store/oc_pool.h"

#include <stdio.h>
#include <string.h>

/* FNV-1a with a zero between fields, so that ("a", "bc") and ("ab", "c") differ. */
static uint64_t hash_field(uint64_t h, oc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(0x100000001b3);
	}
	return h * UINT64_C(0x100000001b3);
}

#define HASH_START UINT64_C(0xcbf29ce484222325)

static uint64_t hash_place(uint64_t h, const oc_address *at)
{
	char port[12];

	snprintf(port, sizeof port, "%u", at->socket.n ? 0 : at->port);
	return hash_field(hash_field(hash_field(h, at->socket), at->host), oc_str_of(port));
}

/* Two installations may share a Redis, and both have shop 1 and prefix "ps_": the tag names the database too. */
void oc_chat_tag(oc_chat *chat)
{
	uint64_t h = hash_place(HASH_START, &chat->mysql);

	h = hash_field(hash_field(h, chat->mysql.database), chat->prefix);
	chat->tag = oc_format(&chat->own, "{oc:%016llx:%u}", (unsigned long long)h, (unsigned)chat->shop);
}

void oc_address_key(const oc_address *at, oc_store store, char out[160])
{
	oc_str place = at->socket.n ? at->socket : at->host;
	uint64_t secret = hash_field(HASH_START ^ oc_server_salt(), at->password);
	int n = snprintf(out, 160, "%s %.*s:%u user=%.*s db=%.*s/%u tls=%d.%.*s #%08x", store == OC_MYSQL ? "mysql" : "redis",
		(int)place.n, place.p, at->socket.n ? 0 : at->port, (int)at->user.n, at->user.p, (int)at->database.n,
		at->database.p, at->number, at->tls, (int)at->ca.n, at->ca.p, (unsigned)(secret >> 32));

	if (n >= 160) {
		uint64_t h = hash_field(hash_field(hash_place(HASH_START, at), at->user), at->database);

		h = hash_field(h, at->ca);
		snprintf(out, 160, "%s %.60s… long=%016llx db=%u tls=%d #%08x", store == OC_MYSQL ? "mysql" : "redis",
			place.n ? place.p : "", (unsigned long long)h, at->number, at->tls, (unsigned)(secret >> 32));
	}
}

oc_str oc_address_words(oc_arena *a, const oc_address *at, oc_store store)
{
	const char *name = store == OC_MYSQL ? "MySQL" : "Redis";

	if (at->socket.n) {
		return oc_format(a, "%s at %.*s", name, (int)at->socket.n, at->socket.p);
	}
	return oc_format(a, "%s at %.*s:%u", name, (int)at->host.n, at->host.p, at->port);
}
