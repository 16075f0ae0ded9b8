/* The index of words: putting a document into it and taking it out, in the caller's transaction. */
#ifndef OC_POSTING_H
#define OC_POSTING_H

#include "store/oc_word_set.h"

/* An archived conversation or a left message. */
typedef struct {
	uint64_t conversation, mail; /* one of them is 0 */
	uint64_t at;                 /* seconds, of its last message */
} oc_document;

/* As tables have it: "7", or "-7" for a left message. */
oc_str oc_document_number(oc_call *c, const oc_document *d);
/* Its words, sorted. Of a long conversation the words are kept, and of the texts only some at once. */
bool oc_document_words(oc_db *db, const oc_document *d, oc_word_set *words);

bool oc_postings_add(oc_db *db, const oc_document *d, const oc_word_set *words);
/* Statements that take it out, if it is there; words that nobody says any more go as well: they may be a person's name. */
void oc_postings_remove(oc_sql *s, oc_call *c, const oc_document *d, const oc_word_set *words);

#endif
