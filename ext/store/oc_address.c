#include "store/oc_pool.h"

#include "core/oc_fnv.h"

#include <stdio.h>
#include <string.h>

static uint64_t hash_place(uint64_t h, const oc_address *at)
{
	char port[12];

	snprintf(port, sizeof port, "%u", at->socket.n ? 0 : at->port);
	h = oc_hash(oc_hash(oc_hash(h, at->socket), at->host), oc_str_of(port));
	return at->sentinels.n ? oc_hash(oc_hash(h, at->sentinels), at->service) : h;
}

/* Two installations may share a Redis, and both have shop 1 and prefix "ps_": the tag names the database too. */
void oc_chat_tag(oc_chat *chat)
{
	uint64_t h = hash_place(OC_HASH_START, &chat->mysql);

	h = oc_hash(oc_hash(h, chat->mysql.database), chat->prefix);
	chat->tag = oc_format(&chat->own, "{oc:%016llx:%u}", (unsigned long long)h, (unsigned)chat->shop);
}

/* Built without printf: every use of a link needs the key. */
typedef struct {
	char *at, *end;
} key_text;

static void put(key_text *k, oc_str s)
{
	size_t room = (size_t)(k->end - k->at), n = s.n < room ? s.n : room;

	if (n) {
		memcpy(k->at, s.p, n);
	}
	k->at += n;
}

static void put_hex(key_text *k, uint64_t v)
{
	char text[16];
	size_t i = sizeof text;

	do {
		text[--i] = "0123456789abcdef"[v & 15];
		v >>= 4;
	} while (v);
	put(k, (oc_str){text + i, sizeof text - i});
}

/* Readable: the place, user and database; then, in hex, database number, TLS, a hash of all that may be long, and
 * half a hash of the password. */
void oc_address_key(const oc_address *at, oc_store store, char out[160])
{
	key_text k = {out, out + 100};
	uint64_t all = oc_hash(oc_hash(oc_hash(hash_place(OC_HASH_START, at), at->user), at->database), at->ca);
	uint64_t secret = oc_hash(OC_HASH_START ^ oc_server_salt(), at->password);

	put(&k, store == OC_MYSQL ? OC_STR("mysql ") : OC_STR("redis "));
	if (at->user.n) {
		put(&k, at->user);
		put(&k, OC_STR("@"));
	}
	put(&k, at->socket.n ? at->socket : at->host.n ? at->host : at->service);
	put(&k, OC_STR("/"));
	put(&k, at->database);
	k.end = out + 159;
	put(&k, OC_STR(" "));
	put_hex(&k, at->number);
	put(&k, at->tls ? OC_STR(" tls ") : OC_STR(" "));
	put_hex(&k, all);
	put(&k, OC_STR(" "));
	put_hex(&k, secret >> 32);
	*k.at = 0;
}

oc_str oc_address_words(oc_arena *a, const oc_address *at, oc_store store)
{
	const char *name = store == OC_MYSQL ? "MySQL" : "Redis";

	if (at->socket.n) {
		return oc_format(a, "%s at %.*s", name, (int)at->socket.n, at->socket.p);
	}
	if (at->sentinels.n) {
		return oc_format(a, "%s \"%.*s\" of the sentinels %.*s", name, (int)at->service.n, at->service.p, (int)at->sentinels.n,
			at->sentinels.p);
	}
	return oc_format(a, "%s at %.*s:%u", name, (int)at->host.n, at->host.p, at->port);
}
