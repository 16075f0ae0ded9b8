/* Ten years of a shop's chat, made up: the same for the same number of conversations, on every machine. */
#ifndef LOAD_H
#define LOAD_H

#include "core/oc_base.h"

#include <stdio.h>

#define LOAD_SHOP 1
#define LOAD_BEGIN 1420070400 /* 2015-01-01, seconds */
#define LOAD_DAYS 3653        /* to the end of 2024 */
#define LOAD_OPERATORS 40
#define LOAD_MESSAGES 10 /* a conversation, on average */

_Noreturn void load_die(const char *what, const char *why);

/* random.c: splitmix64. Each conversation draws from a stream of its own. */
typedef struct {
	uint64_t state;
} load_random;

load_random load_random_of(uint64_t kind, uint64_t number);
uint32_t load_draw(load_random *r, uint32_t below);

/* Ranks by Zipf and Mandelbrot: rank k (from 0) as often as 1 / (k + 1 + shift)^exponent; drawn by an alias table. */
typedef struct {
	uint32_t n;
	uint32_t *keep;  /* of 2^32: how often the rank itself is meant */
	uint32_t *other; /* and otherwise this one */
} load_zipf;

load_zipf load_zipf_new(uint32_t n, double exponent, double shift);
uint32_t load_zipf_draw(const load_zipf *z, load_random *r);

/* language.c */
typedef struct {
	const char *code;
	uint32_t share;   /* of a thousand conversations */
	uint32_t n;       /* how many words */
	const char *known; /* the most frequent ones, as they are written, with spaces between */
	const char *parts; /* what the others are made of, with spaces between */
	const char *stop;
	bool spaced;
} load_language;

/* lexicon.c: a language's words by how often they are used. */
typedef struct {
	const load_language *language;
	oc_str *words;
	load_zipf use;
} load_lexicon;

extern const load_language load_languages[];
extern const uint32_t load_n_languages;

void load_lexicons(oc_arena *a);
const load_lexicon *load_lexicon_of(load_random *r);
/* A sentence of some words; with a number of an order in it if one is given. */
oc_str load_sentence(const load_lexicon *l, load_random *r, uint32_t words, const char *order, char *into, size_t size);

/* people.c */
typedef struct {
	char name[82], email[96], phone[24];
	bool has_email, has_phone;
} load_person;

load_person load_person_of(load_random *r);

/* plan.c: who talked when, and how much. */
typedef struct {
	uint32_t conversations, mails, customers;
	uint16_t *messages; /* of each conversation; the sum is LOAD_MESSAGES a conversation, exactly */
	load_zipf who;      /* which customer */
} load_plan;

load_plan load_plan_of(oc_arena *a, uint32_t conversations);
/* us; later for a greater index: of so many, spread over the shop's hours of all days. */
uint64_t load_time(uint32_t index, uint32_t of);

/* conversation.c */
#define LOAD_TEXT 1200

typedef struct {
	uint8_t author; /* 1 visitor, 2 operator, 3 note */
	uint64_t at;
	oc_str text;
} load_message;

typedef struct {
	uint32_t id, customer; /* customer 0: a guest */
	uint32_t operator_id;  /* 0: ended while it waited */
	uint64_t started, assigned, finished, last;
	const char *language;
	load_person person;
	char visitor[40];
	uint32_t n;
	load_message *messages;
} load_conversation;

typedef struct {
	uint32_t id, customer;
	uint64_t at;
	const char *language;
	load_person person;
	oc_str text;
} load_mail;

load_conversation load_conversation_make(oc_arena *a, const load_plan *p, uint32_t index);
load_mail load_mail_make(oc_arena *a, const load_plan *p, uint32_t index);

/* rows.c: the tables' rows as LOAD DATA reads them, in the order of their primary keys. */
typedef struct load_rows load_rows;

load_rows *load_rows_open(const char *folder, const load_plan *p);
void load_rows_conversation(load_rows *rows, const load_conversation *c);
void load_rows_mail(load_rows *rows, const load_mail *m);
void load_rows_close(load_rows *rows);

/* statistic.c: the sums that digesting keeps (ext/store/oc_statistic.c), by half hours and operators. */
typedef struct load_sums load_sums;

load_sums *load_sums_new(const load_plan *p);
void load_sums_conversation(load_sums *s, const load_conversation *c);
void load_sums_mail(load_sums *s, const load_mail *m);
void load_sums_write(load_sums *s, const char *folder);

/* forms.c: the words as they stand in the texts, numbered as they are met. */
typedef struct load_forms load_forms;

load_forms *load_forms_new(void);
uint32_t load_form(load_forms *f, oc_str word);
void load_forms_write(const load_forms *f, const char *folder);

/* documents.c: which forms stand in which document. */
typedef struct load_documents load_documents;

load_documents *load_documents_open(const char *folder);
void load_documents_text(load_documents *d, oc_str text);
void load_documents_end(load_documents *d, int64_t document, uint64_t last_at);
void load_documents_close(load_documents *d, const char *folder);

/* postings.c: from documents.bin and ids.tsv (form, word's id) to posting.tsv and documents.tsv (id, documents). */
void load_postings(const char *folder);

FILE *load_open(const char *folder, const char *name, const char *mode);

#endif
