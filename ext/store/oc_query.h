/* What a search in the history asks for: words, "phrases" and beginnings*, as typed. */
#ifndef OC_QUERY_H
#define OC_QUERY_H

#include "store/oc_mysql.h"

#define OC_QUERY_TERMS 10   /* words, phrases and beginnings that may be asked for at once */
#define OC_QUERY_WORDS 26   /* of those, looked up: a phrase's words count in, as far as there is room */
#define OC_QUERY_BEGINS 64  /* words of the dictionary that a beginning may stand for */

/* Why a text cannot be looked for: the exception's code (OC_E_INVALID, detail "text"). */
enum { OC_QUERY_EMPTY = 1, OC_QUERY_LONG, OC_QUERY_SHORT_BEGINNING, OC_QUERY_WIDE_BEGINNING, OC_QUERY_SLOW };
bool oc_query_refuse(oc_call *c, int why, const char *fmt, ...) OC_PRINTF(3, 4);

typedef struct {
	oc_str text;
	bool begins; /* any word that begins so */
} oc_query_word;

typedef struct {
	oc_query_word word[OC_QUERY_WORDS]; /* a document has each */
	size_t words;
	oc_str phrase[OC_QUERY_TERMS]; /* and each of these in one message */
	size_t phrases;
	oc_str term[OC_QUERY_TERMS]; /* all of it as it may stand in a text: what a hit shows */
	size_t terms;
} oc_query;

bool oc_query_parse(oc_call *c, oc_str text, oc_query *out);
/* A column as phrases are looked for in it, character by character as it is: white space, however much, is one space, and
 * there is one kind of apostrophe. No text has the character 1, between which and itself a run of spaces goes. */
#define OC_QUERY_SPACES(text) "REPLACE(REPLACE(REPLACE(" text ", ' ', ' \x01'), '\x01 ', ''), '\x01', '')"
#define OC_QUERY_TEXT(column) OC_QUERY_SPACES("REPLACE(REPLACE(REPLACE(REPLACE(" column ", '\\n', ' '), '\\r', ' '), '\\t', ' '), '’', '\\'')")

#endif
