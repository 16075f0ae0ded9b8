#include "classes/oc_options.h"
#include "classes/oc_throw.h"

#define VALUE_MAX 4096
#define SECRET_MIN 32
#define SENTINELS_MAX 9

/* A group of options: the array itself, or its members "mysql" and "redis". */
typedef struct {
	const char *prefix; /* "", "mysql.", "shops[0].redis." */
	HashTable *table;
	oc_arena *own;
} group;

typedef char option_name[80];

static const char *full_name(const group *g, const char *name, option_name out)
{
	snprintf(out, sizeof(option_name), "%s%s", g->prefix, name);
	return out;
}

static zval *find(const group *g, const char *name)
{
	zval *v = zend_hash_str_find(g->table, name, strlen(name));

	if (v) {
		ZVAL_DEREF(v);
		if (Z_TYPE_P(v) == IS_NULL) {
			return NULL;
		}
	}
	return v;
}

static bool wrong_type(const group *g, const char *name, const char *type, zval *v)
{
	option_name full;
	const char *space;

	zend_type_error("%s::__construct(): option \"%s\" must be of type %s, %s given", get_active_class_name(&space),
		full_name(g, name, full), type, zend_zval_type_name(v));
	return false;
}

static bool missing(const group *g, const char *name)
{
	option_name full;

	return oc_throw_invalid(full_name(g, name, full), "is missing");
}

static bool only_known(const group *g, const char *const *known)
{
	zend_string *name;
	option_name full;
	size_t i;

	ZEND_HASH_FOREACH_STR_KEY(g->table, name) {
		for (i = 0; name && known[i] && strcmp(known[i], ZSTR_VAL(name)) != 0; i++) {
		}
		if (!name || !known[i]) {
			return oc_throw_invalid(full_name(g, name ? ZSTR_VAL(name) : "0", full), "there is no such option");
		}
	} ZEND_HASH_FOREACH_END();
	return true;
}

/* A string that may reach a C library: without NUL. Left as it is if the option is absent. */
static bool text_value(const group *g, const char *name, zval *v, oc_str *out)
{
	option_name full;

	if (Z_TYPE_P(v) != IS_STRING) {
		return wrong_type(g, name, "string", v);
	}
	if (Z_STRLEN_P(v) > VALUE_MAX || memchr(Z_STRVAL_P(v), 0, Z_STRLEN_P(v))) {
		return oc_throw_invalid(full_name(g, name, full), "must be at most %d bytes without NUL", VALUE_MAX);
	}
	*out = oc_dup(g->own, oc_str_of_zend(Z_STR_P(v)));
	return true;
}

static bool text(const group *g, const char *name, bool required, oc_str *out)
{
	zval *v = find(g, name);

	if (!v) {
		return !required || missing(g, name);
	}
	if (!text_value(g, name, v, out)) {
		return false;
	}
	return !required || out->n > 0 || missing(g, name);
}

static bool number(const group *g, const char *name, zend_long min, zend_long max, unsigned *out)
{
	zval *v = find(g, name);
	option_name full;

	if (!v) {
		return true;
	}
	if (Z_TYPE_P(v) != IS_LONG) {
		return wrong_type(g, name, "int", v);
	}
	if (Z_LVAL_P(v) < min || Z_LVAL_P(v) > max) {
		return oc_throw_invalid(full_name(g, name, full), "must be from " ZEND_LONG_FMT " to " ZEND_LONG_FMT ", got "
			ZEND_LONG_FMT, min, max, Z_LVAL_P(v));
	}
	*out = (unsigned)Z_LVAL_P(v);
	return true;
}

static bool truth(const group *g, const char *name, bool *out)
{
	zval *v = find(g, name);

	if (!v) {
		return true;
	}
	if (Z_TYPE_P(v) != IS_TRUE && Z_TYPE_P(v) != IS_FALSE) {
		return wrong_type(g, name, "bool", v);
	}
	*out = Z_TYPE_P(v) == IS_TRUE;
	return true;
}

static bool place(const group *g, oc_address *at)
{
	option_name full;

	if (!text(g, "host", false, &at->host) || !text(g, "socket", false, &at->socket) ||
			!number(g, "port", 1, 65535, &at->port)) {
		return false;
	}
	if ((at->host.n > 0) == (at->socket.n > 0)) {
		return oc_throw_invalid(full_name(g, "host", full), "give either host or socket");
	}
	return true;
}

static bool open_group(const group *parent, const char *name, option_name prefix, group *out)
{
	zval *v = find(parent, name);

	if (!v) {
		return missing(parent, name);
	}
	if (Z_TYPE_P(v) != IS_ARRAY) {
		return wrong_type(parent, name, "array", v);
	}
	snprintf(prefix, sizeof(option_name), "%s%s.", parent->prefix, name);
	*out = (group){prefix, Z_ARRVAL_P(v), parent->own};
	return true;
}

static bool read_mysql(const group *all, oc_address *at)
{
	static const char *const known[] = {
		"host", "port", "socket", "user", "password", "database", "tls", "ca", NULL
	};
	option_name prefix;
	group g;

	at->port = 3306;
	return open_group(all, "mysql", prefix, &g) && only_known(&g, known) && place(&g, at) &&
		text(&g, "user", true, &at->user) && text(&g, "password", false, &at->password) &&
		text(&g, "database", true, &at->database) && truth(&g, "tls", &at->tls) && text(&g, "ca", false, &at->ca);
}

/* "host:port": an IPv6 address in brackets would be split wrongly, a name or IPv4 is not. */
static bool sentinel(const group *g, oc_str s, oc_buf *all)
{
	const char *colon = s.n ? memchr(s.p, ':', s.n) : NULL;
	option_name full;
	uint64_t port;

	if (!colon || colon == s.p || memchr(s.p, ',', s.n) ||
			!oc_str_u64((oc_str){colon + 1, s.n - (size_t)(colon + 1 - s.p)}, &port) || port == 0 || port > 65535) {
		return oc_throw_invalid(full_name(g, "sentinels", full), "each must be \"HOST:PORT\"");
	}
	if (all->n) {
		oc_puts(all, ",");
	}
	oc_put(all, s);
	return true;
}

static bool sentinels(const group *g, zval *v, oc_address *at)
{
	oc_buf all = oc_buf_new(g->own, 100);
	option_name full;
	zval *one;

	if (Z_TYPE_P(v) != IS_ARRAY) {
		return wrong_type(g, "sentinels", "array", v);
	}
	if (zend_hash_num_elements(Z_ARRVAL_P(v)) == 0 || zend_hash_num_elements(Z_ARRVAL_P(v)) > SENTINELS_MAX) {
		return oc_throw_invalid(full_name(g, "sentinels", full), "must be 1 to %d of \"HOST:PORT\"", SENTINELS_MAX);
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(v), one) {
		oc_str s;

		ZVAL_DEREF(one);
		if (!text_value(g, "sentinels", one, &s) || !sentinel(g, s, &all)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();
	at->sentinels = oc_buf_str(&all);
	return text(g, "service", true, &at->service);
}

static bool redis_place(const group *g, oc_address *at)
{
	zval *v = find(g, "sentinels");
	option_name full;

	if (!v) {
		return place(g, at);
	}
	if (find(g, "host") || find(g, "socket") || find(g, "port")) {
		return oc_throw_invalid(full_name(g, "sentinels", full), "stands instead of host, port and socket");
	}
	return sentinels(g, v, at);
}

static bool read_redis(const group *all, oc_address *at)
{
	static const char *const known[] = {"host", "port", "socket", "sentinels", "service", "user", "password", "database", NULL};
	option_name prefix, user;
	group g;

	at->port = 6379;
	if (!open_group(all, "redis", prefix, &g) || !only_known(&g, known) || !redis_place(&g, at) ||
			!text(&g, "user", false, &at->user) || !text(&g, "password", false, &at->password) ||
			!number(&g, "database", 0, 65535, &at->number)) {
		return false;
	}
	if (at->user.n && !at->password.n) {
		return oc_throw_invalid(full_name(&g, "user", user), "needs redis.password");
	}
	return true;
}

static bool read_secrets(const group *all, oc_chat *chat)
{
	zval *v = find(all, "secrets"), *secret;
	option_name full;
	unsigned n = 0;

	if (!v) {
		return missing(all, "secrets");
	}
	if (Z_TYPE_P(v) != IS_ARRAY) {
		return wrong_type(all, "secrets", "array", v);
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(v), secret) {
		ZVAL_DEREF(secret);
		if (Z_TYPE_P(secret) != IS_STRING) {
			return wrong_type(all, "secrets", "list<string>", secret);
		}
		if (n == OC_SECRETS || Z_STRLEN_P(secret) < SECRET_MIN || Z_STRLEN_P(secret) > VALUE_MAX) {
			break;
		}
		chat->secret[n++] = oc_dup(all->own, oc_str_of_zend(Z_STR_P(secret)));
	} ZEND_HASH_FOREACH_END();
	if (n == 0 || n != zend_hash_num_elements(Z_ARRVAL_P(v))) {
		return oc_throw_invalid(full_name(all, "secrets", full), "must be one or two strings of %d to %d bytes", SECRET_MIN, VALUE_MAX);
	}
	return true;
}

static bool read_prefix(const group *all, oc_chat *chat)
{
	option_name full;

	chat->prefix = OC_STR("ps_");
	if (!text(all, "prefix", false, &chat->prefix)) {
		return false;
	}
	if (chat->prefix.n > 32 || strspn(chat->prefix.p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
			!= chat->prefix.n) {
		return oc_throw_invalid(full_name(all, "prefix", full), "must be at most 32 of A-Z, a-z, 0-9 and _");
	}
	return true;
}

bool oc_options_read(HashTable *options, const char *prefix, oc_chat *chat)
{
	static const char *const known[] = {"shop", "prefix", "secrets", "mysql", "redis", NULL};
	group all = {prefix, options, &chat->own};

	if (!only_known(&all, known)) {
		return false;
	}
	if (!find(&all, "shop")) {
		return missing(&all, "shop");
	}
	if (!number(&all, "shop", 1, UINT32_MAX, &chat->shop) || !read_prefix(&all, chat) || !read_secrets(&all, chat) ||
			!read_mysql(&all, &chat->mysql) || !read_redis(&all, &chat->redis)) {
		return false;
	}
	oc_chat_tag(chat);
	return true;
}
