#include "store/oc_word_set.h"

#include "core/oc_fnv.h"
#include "core/oc_utf8.h"
#include "core/oc_words.h"

#include <stdlib.h>
#include <string.h>

/* Lower case of a character of two bytes in Latin-1, Greek and Cyrillic, where it takes two bytes as well. */
static void lower_pair(unsigned char *p)
{
	unsigned a = p[0], b = p[1], code = (a & 0x1F) << 6 | (b & 0x3F);

	if ((code >= 0xC0 && code <= 0xDE && code != 0xD7) || (code >= 0x391 && code <= 0x3A9)
		|| (code >= 0x410 && code <= 0x42F)) {
		code += 0x20;
	} else if (code >= 0x400 && code <= 0x40F) {
		code += 0x50;
	}
	p[0] = (unsigned char)(0xC0 | code >> 6);
	p[1] = (unsigned char)(0x80 | (code & 0x3F));
}

static oc_str lowered(oc_arena *a, oc_str word)
{
	oc_str copy = oc_dup(a, word);
	unsigned char *p = (unsigned char *)copy.p;
	uint32_t code;

	for (size_t i = 0, n; i < copy.n && (n = oc_utf8_next((oc_str){copy.p + i, copy.n - i}, &code)) > 0; i += n) {
		if (n == 1 && p[i] >= 'A' && p[i] <= 'Z') {
			p[i] |= 0x20;
		} else if (n == 2) {
			lower_pair(p + i);
		}
	}
	return copy;
}

static uint32_t *slot_of(const oc_word_set *set, oc_str word)
{
	size_t i = (size_t)oc_hash(OC_HASH_START, word) & (set->n_slots - 1);

	while (set->slots[i] && !oc_str_eq(set->list[set->slots[i] - 1], word)) {
		i = (i + 1) & (set->n_slots - 1);
	}
	return &set->slots[i];
}

/* At most half of the slots are taken, so that the next free one is near. */
static void make_room(oc_word_set *set)
{
	oc_str *list;

	if (set->n < set->size) {
		return;
	}
	set->size = set->size ? set->size * 2 : 256;
	list = oc_alloc(set->arena, set->size * sizeof *list);
	if (set->n) {
		memcpy(list, set->list, set->n * sizeof *list);
	}
	set->list = list;
	set->n_slots = set->size * 2;
	set->slots = oc_alloc(set->arena, set->n_slots * sizeof *set->slots);
	for (size_t i = 0; i < set->n; i++) {
		*slot_of(set, set->list[i]) = (uint32_t)i + 1;
	}
}

void oc_word_set_put(oc_word_set *set, oc_str word)
{
	oc_str key = lowered(set->arena, word);
	uint32_t *slot;

	make_room(set);
	slot = slot_of(set, key);
	if (*slot == 0) {
		set->list[set->n] = key;
		*slot = (uint32_t)++set->n;
	}
}

void oc_word_set_add(oc_word_set *set, oc_str text)
{
	size_t at = 0;
	oc_word w;

	while (oc_word_next(text, &at, &w)) {
		oc_word_set_put(set, w.text);
	}
}

bool oc_word_set_has(const oc_word_set *set, oc_str word)
{
	return set->n > 0 && *slot_of(set, word) != 0;
}

static int compare(const void *one, const void *other)
{
	const oc_str *a = one, *b = other;
	int by = memcmp(a->p, b->p, a->n < b->n ? a->n : b->n);

	return by ? by : (a->n > b->n) - (a->n < b->n);
}

void oc_word_set_sort(oc_word_set *set)
{
	if (set->n) {
		qsort(set->list, set->n, sizeof *set->list, compare);
	}
	/* The slots point at places in the list. */
	if (set->n_slots) {
		memset(set->slots, 0, set->n_slots * sizeof *set->slots);
	}
	for (size_t i = 0; i < set->n; i++) {
		*slot_of(set, set->list[i]) = (uint32_t)i + 1;
	}
}

oc_str oc_word_set_literals(oc_call *c, const oc_word_set *set, size_t from, size_t to)
{
	oc_sql s = oc_sql_new(c);

	for (size_t i = from; i < to; i++) {
		oc_sql_more(&s, i > from ? ",%t" : "%t", set->list[i]);
	}
	return oc_buf_str(&s.text);
}
