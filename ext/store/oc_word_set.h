/* The different words of a document. */
#ifndef OC_WORD_SET_H
#define OC_WORD_SET_H

#include "store/oc_mysql.h"

/* Begins as {.arena = …}. Words are kept in lower case as far as that is simple, to spare the database most of what is
 * the same. Which words are the same only its collation decides: two of this set may be one there. */
typedef struct {
	oc_arena *arena;
	oc_str *list;
	size_t n, size;
	uint32_t *slots; /* places in the list from 1, 0 free; a power of 2 of them */
	size_t n_slots;
} oc_word_set;

void oc_word_set_add(oc_word_set *set, oc_str text); /* all words of a text */
void oc_word_set_put(oc_word_set *set, oc_str word);
bool oc_word_set_has(const oc_word_set *set, oc_str lower_case);
/* In an order that all processes share: who takes locks in one order never waits in a circle. */
void oc_word_set_sort(oc_word_set *set);
/* The words from one up to another as SQL: "'a','b'". */
oc_str oc_word_set_literals(oc_call *c, const oc_word_set *set, size_t from, size_t to);

#endif
