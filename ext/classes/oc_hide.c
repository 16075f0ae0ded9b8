#include "classes/oc_hide.h"

#include "classes/oc_pattern.h"
#include "ext/json/php_json.h"

static void forget(oc_hide_kept *kept)
{
	free(kept->tag);
	free(kept->patterns);
	*kept = (oc_hide_kept){0};
}

void oc_hide_free(oc_hide_cache *cache)
{
	for (unsigned i = 0; i < OC_HIDE_SHOPS; i++) {
		forget(&cache->shops[i]);
	}
}

static oc_hide_kept *find(oc_hide_cache *cache, oc_str tag)
{
	for (unsigned i = 0; i < OC_HIDE_SHOPS; i++) {
		oc_hide_kept *kept = &cache->shops[i];

		if (kept->tag && oc_str_eq(oc_str_of(kept->tag), tag)) {
			return kept;
		}
	}
	return NULL;
}

/* Copies the patterns of the published settings. Out of memory: none are kept, and the next page reads them again. */
static void keep(oc_hide_kept *kept, oc_str tag, uint32_t version, HashTable *patterns)
{
	size_t n = 0;
	zval *v;

	ZEND_HASH_FOREACH_VAL(patterns, v) {
		n += Z_TYPE_P(v) == IS_STRING ? Z_STRLEN_P(v) + 1 : 0;
	} ZEND_HASH_FOREACH_END();
	forget(kept);
	kept->tag = malloc(tag.n + 1);
	kept->patterns = malloc(n + 1);
	if (!kept->tag || !kept->patterns) {
		forget(kept);
		return;
	}
	memcpy(kept->tag, tag.p, tag.n);
	kept->tag[tag.n] = 0;
	kept->version = version;
	ZEND_HASH_FOREACH_VAL(patterns, v) {
		if (Z_TYPE_P(v) == IS_STRING) {
			memcpy(kept->patterns + kept->n, Z_STRVAL_P(v), Z_STRLEN_P(v) + 1);
			kept->n += Z_STRLEN_P(v) + 1;
		}
	} ZEND_HASH_FOREACH_END();
}

static bool read_again(oc_request *r, oc_hide_kept *kept)
{
	oc_settings settings = {0};
	zval document, *hide = NULL;

	if (!oc_settings_read(&r->call, &settings)) {
		return false;
	}
	if (php_json_decode_ex(&document, settings.document.p, settings.document.n, PHP_JSON_OBJECT_AS_ARRAY,
			PHP_JSON_PARSER_DEFAULT_DEPTH) != SUCCESS || Z_TYPE(document) != IS_ARRAY) {
		zval_ptr_dtor(&document);
		return oc_fail(&r->error, OC_E_SCHEMA, "schema", "the stored settings are not a JSON object; publish them again");
	}
	hide = zend_hash_str_find(Z_ARRVAL(document), ZEND_STRL("hide"));
	keep(kept, r->call.chat->tag, settings.version,
		hide && Z_TYPE_P(hide) == IS_ARRAY ? Z_ARRVAL_P(hide) : (HashTable *)&zend_empty_array);
	zval_ptr_dtor(&document);
	return true;
}

bool oc_hide_page(oc_request *r, uint32_t version, zend_string *path, bool *hidden)
{
	oc_hide_cache *cache = &OC_G(hide);
	oc_hide_kept *kept = find(cache, r->call.chat->tag);
	size_t at = 0;

	*hidden = false;
	if (!kept) {
		kept = &cache->shops[cache->next];
		cache->next = (cache->next + 1) % OC_HIDE_SHOPS;
		forget(kept);
	}
	if ((!kept->tag || kept->version != version) && !read_again(r, kept)) {
		return false;
	}
	while (at < kept->n && !*hidden) {
		zend_string *pattern = zend_string_init(kept->patterns + at, strlen(kept->patterns + at), 0);

		at += ZSTR_LEN(pattern) + 1;
		*hidden = oc_pattern_match(pattern, path) == OC_PATTERN_FOUND;
		zend_string_release(pattern);
	}
	return true;
}
