/* The index of words: putting a document into it and taking it out, in the caller's transaction. */
#ifndef OC_POSTING_H
#define OC_POSTING_H

#include "store/oc_word_set.h"

/* An archived conversation or a left message. */
typedef struct {
	uint64_t conversation, mail; /* one of them is 0 */
	uint64_t at;                 /* seconds, of its last message */
	oc_word_set words;
} oc_document;

/* As tables have it: "7", or "-7" for a left message. */
oc_str oc_document_number(oc_call *c, const oc_document *d);
oc_str oc_document_numbers(oc_call *c, const oc_document *list, size_t n); /* with "," between */
/* Sets their words, sorted. Of long conversations the words are kept, and of the texts only some at once. */
bool oc_documents_read(oc_db *db, oc_document *list, size_t n);

/* Locks the words of all documents, those of several callers in one order; those that the dictionary lacks can be added. */
bool oc_words_lock(oc_db *db, const oc_document *list, size_t n, bool add);
/* Puts documents into the index and takes them out, if they are there; their words are locked. Words that nobody says any
 * more go from the dictionary as well: they may be a person's name. */
bool oc_postings_add(oc_db *db, const oc_document *list, size_t n);
bool oc_postings_remove(oc_db *db, const oc_document *list, size_t n);

#endif
