#ifdef ONLINECHAT_HAVE_GATEWAY

#include "classes/oc_gateway_options.h"

#include <stdlib.h>

#include "classes/oc_options.h"
#include "classes/oc_throw.h"
#include "gateway/oc_gw_memory.h"

#define ADDRESS_MAX 200
#define NETWORKS_MAX 100
#define HEARTBEAT_MOST 40 /* s: browsers take 50 s without a byte for an end (docs/protocol.md) */

static zval *find(HashTable *options, const char *name)
{
	zval *v = zend_hash_str_find(options, name, strlen(name));

	if (v) {
		ZVAL_DEREF(v);
	}
	return v && Z_TYPE_P(v) != IS_NULL ? v : NULL;
}

static bool wrong_type(const char *name, const char *type, const zval *v)
{
	zend_type_error("OnlineChat\\Gateway::__construct(): option \"%s\" must be of type %s, %s given", name, type,
		zend_zval_type_name(v));
	return false;
}

static bool only_known(HashTable *options)
{
	static const char *const known[] = {"shops", "listen", "metrics", "proxies", "heartbeat", "grace", "buffer",
		"most_streams", "streams_person", "streams_address", "shed", "memory", NULL};
	zend_string *name;
	size_t i;

	ZEND_HASH_FOREACH_STR_KEY(options, name) {
		for (i = 0; name && known[i] && strcmp(known[i], ZSTR_VAL(name)) != 0; i++) {
		}
		if (!name || !known[i]) {
			return oc_throw_invalid(name ? ZSTR_VAL(name) : "0", "there is no such option");
		}
	} ZEND_HASH_FOREACH_END();
	return true;
}

static bool number(HashTable *options, const char *name, zend_long min, zend_long max, zend_long otherwise, unsigned *out)
{
	zval *v = find(options, name);

	*out = (unsigned)otherwise;
	if (!v) {
		return true;
	}
	if (Z_TYPE_P(v) != IS_LONG) {
		return wrong_type(name, "int", v);
	}
	if (Z_LVAL_P(v) < min || Z_LVAL_P(v) > max) {
		return oc_throw_invalid(name, "must be from " ZEND_LONG_FMT " to " ZEND_LONG_FMT ", got " ZEND_LONG_FMT, min, max,
			Z_LVAL_P(v));
	}
	*out = (unsigned)Z_LVAL_P(v);
	return true;
}

static bool address(HashTable *options, const char *name, oc_str otherwise, oc_gateway *g, oc_str *out)
{
	zval *v = find(options, name);
	oc_error e = {0};

	*out = otherwise;
	if (!v) {
		return true;
	}
	if (Z_TYPE_P(v) != IS_STRING) {
		return wrong_type(name, "string", v);
	}
	if (Z_STRLEN_P(v) > ADDRESS_MAX || memchr(Z_STRVAL_P(v), 0, Z_STRLEN_P(v))) {
		return oc_throw_invalid(name, "must be at most %d bytes without NUL", ADDRESS_MAX);
	}
	*out = oc_dup(&g->own, oc_str_of_zend(Z_STR_P(v)));
	if ((out->n || otherwise.n) && !oc_gw_address_check(&g->own, *out, name, &e)) {
		oc_throw(&e);
		return false;
	}
	return true;
}

static bool network(const zval *v, oc_gateway *g)
{
	if (Z_TYPE_P(v) != IS_STRING) {
		return wrong_type("proxies", "list<string>", v);
	}
	if (!oc_network_parse(oc_str_of_zend(Z_STR_P(v)), &g->options.proxies[g->options.n_proxies])) {
		return oc_throw_invalid("proxies", "\"%s\" is no network such as 10.0.0.0/8 or 2001:db8::/32 (bits past the mask are 0)",
			ZSTR_VAL(Z_STR_P(v)));
	}
	g->options.n_proxies++;
	return true;
}

static bool networks(HashTable *options, oc_gateway *g)
{
	zval *v = find(options, "proxies"), *one;
	size_t n = v && Z_TYPE_P(v) == IS_ARRAY ? zend_hash_num_elements(Z_ARRVAL_P(v)) : 2;

	if (v && Z_TYPE_P(v) != IS_ARRAY) {
		return wrong_type("proxies", "array", v);
	}
	if (n > NETWORKS_MAX) {
		return oc_throw_invalid("proxies", "at most %d networks", NETWORKS_MAX);
	}
	g->options.proxies = oc_alloc(&g->own, (n + 1) * sizeof *g->options.proxies);
	if (!v) {
		oc_network_parse(OC_STR("127.0.0.0/8"), &g->options.proxies[0]);
		oc_network_parse(OC_STR("::1"), &g->options.proxies[1]);
		g->options.n_proxies = 2;
		return true;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(v), one) {
		ZVAL_DEREF(one);
		if (!network(one, g)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();
	return true;
}

static bool shops(HashTable *options, oc_gateway *g)
{
	zval *v = find(options, "shops"), *one;
	char prefix[32];

	if (!v) {
		return oc_throw_invalid("shops", "is missing");
	}
	if (Z_TYPE_P(v) != IS_ARRAY) {
		return wrong_type("shops", "array", v);
	}
	if (zend_hash_num_elements(Z_ARRVAL_P(v)) == 0) {
		return oc_throw_invalid("shops", "at least one");
	}
	g->shops = oc_gw_zeroed(zend_hash_num_elements(Z_ARRVAL_P(v)) * sizeof *g->shops);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(v), one) {
		oc_gshop *shop = &g->shops[g->n_shops];

		ZVAL_DEREF(one);
		if (Z_TYPE_P(one) != IS_ARRAY) {
			return wrong_type("shops", "list<array>", one);
		}
		snprintf(prefix, sizeof prefix, "shops[%zu].", g->n_shops++);
		if (!oc_options_read(Z_ARRVAL_P(one), prefix, &shop->chat)) {
			return false;
		}
		shop->g = g;
		shop->channel = oc_format(&g->own, "%.*s:e", (int)shop->chat.tag.n, shop->chat.tag.p);
	} ZEND_HASH_FOREACH_END();
	return true;
}

static bool apart(const oc_gw_options *o)
{
	return !oc_str_eq(o->listen, o->metrics) || oc_throw_invalid("metrics", "must be another address than listen");
}

bool oc_gateway_options_read(HashTable *options, oc_gateway *g)
{
	oc_gw_options *o = &g->options;

	return only_known(options) && shops(options, g) &&
		address(options, "listen", OC_STR("127.0.0.1:8095"), g, &o->listen) &&
		address(options, "metrics", OC_STR(""), g, &o->metrics) && apart(o) && networks(options, g) &&
		number(options, "heartbeat", 1, HEARTBEAT_MOST, 20, &o->heartbeat) && number(options, "grace", 1, 50, 10, &o->grace) &&
		number(options, "buffer", 4096, 16777216, 65536, &o->buffer) &&
		number(options, "most_streams", 1, 1000000, 50000, &o->most_streams) &&
		number(options, "streams_person", 1, 10000, 20, &o->streams_person) &&
		number(options, "streams_address", 1, 1000000, 200, &o->streams_address) &&
		number(options, "shed", 10, 95, 80, &o->shed) && number(options, "memory", 0, 1000000, 0, &o->memory);
}

#endif
