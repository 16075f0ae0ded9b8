/*
 * history-load fingerprint                what it makes, in one number: other texts or words, another number
 * history-load texts CONVERSATIONS FOLDER all rows but the words' (*.tsv), the words as they are written (form.tsv) and
 *                                         where they stand (documents.bin)
 * history-load postings FOLDER            once the database has numbered the words (ids.tsv: form, word's id):
 *                                         posting.tsv and documents.tsv
 */
#include "load.h"

#include "core/oc_words.h"

#include <stdlib.h>
#include <string.h>

#define SAMPLE 2000

typedef struct {
	void *context;
	void (*conversation)(void *context, const load_conversation *c);
	void (*mail)(void *context, const load_mail *m);
} taker;

_Noreturn void load_die(const char *what, const char *why)
{
	fprintf(stderr, "history-load: %s: %s\n", what, why);
	exit(2);
}

/* All that came in, as it came. */
static void make(uint32_t conversations, const taker *t)
{
	oc_arena lasting = {0}, passing = {0};
	load_plan p = load_plan_of(&lasting, conversations);

	load_lexicons(&lasting);
	for (uint32_t i = 0, mail = 0; i < p.conversations || mail < p.mails;) {
		if (i == p.conversations || (mail < p.mails && load_time(mail, p.mails) <= load_time(i, p.conversations))) {
			load_mail m = load_mail_make(&passing, &p, mail++);

			t->mail(t->context, &m);
		} else {
			load_conversation c = load_conversation_make(&passing, &p, i++);

			t->conversation(t->context, &c);
		}
		oc_arena_reset(&passing);
	}
	oc_arena_free(&lasting);
}

typedef struct {
	load_rows *rows;
	load_sums *sums;
	load_documents *documents;
} writers;

static void write_conversation(void *context, const load_conversation *c)
{
	writers *w = context;

	load_rows_conversation(w->rows, c);
	load_sums_conversation(w->sums, c);
	for (uint32_t i = 0; i < c->n; i++) {
		if (c->messages[i].author != 3) {
			load_documents_text(w->documents, c->messages[i].text);
		}
	}
	load_documents_end(w->documents, c->id, c->last);
}

static void write_mail(void *context, const load_mail *m)
{
	writers *w = context;

	load_rows_mail(w->rows, m);
	load_sums_mail(w->sums, m);
	load_documents_text(w->documents, m->text);
	load_documents_end(w->documents, -(int64_t)m->id, m->at);
}

static void texts(uint32_t conversations, const char *folder)
{
	oc_arena a = {0};
	load_plan p = load_plan_of(&a, conversations);
	writers w = {load_rows_open(folder, &p), load_sums_new(&p), load_documents_open(folder)};

	make(conversations, &(taker){&w, write_conversation, write_mail});
	load_rows_close(w.rows);
	load_sums_write(w.sums, folder);
	load_documents_close(w.documents, folder);
	printf("{\"conversations\":%u,\"messages\":%llu,\"mails\":%u}\n", p.conversations,
		(unsigned long long)p.conversations * LOAD_MESSAGES, p.mails);
	oc_arena_free(&a);
}

static void add(uint64_t *sum, const void *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		*sum = (*sum ^ ((const uint8_t *)bytes)[i]) * 1099511628211u;
	}
}

static void add_text(uint64_t *sum, oc_str text)
{
	oc_word word;

	add(sum, text.p, text.n);
	for (size_t at = 0; oc_word_next(text, &at, &word);) {
		add(sum, word.text.p, word.text.n);
		add(sum, "", 1);
	}
}

static void add_person(uint64_t *sum, const load_person *p)
{
	add(sum, p->name, strlen(p->name));
	add(sum, p->email, p->has_email ? strlen(p->email) : 0);
	add(sum, p->phone, p->has_phone ? strlen(p->phone) : 0);
}

static void add_conversation(void *context, const load_conversation *c)
{
	uint64_t of[] = {c->id, c->customer, c->operator_id, c->started, c->assigned, c->finished, c->last, c->n};

	add(context, of, sizeof(of));
	add(context, c->visitor, strlen(c->visitor));
	add_person(context, &c->person);
	for (uint32_t i = 0; i < c->n; i++) {
		add(context, &c->messages[i].author, 1);
		add_text(context, c->messages[i].text);
	}
}

static void add_mail(void *context, const load_mail *m)
{
	uint64_t of[] = {m->id, m->customer, m->at};

	add(context, of, sizeof(of));
	add_person(context, &m->person);
	add_text(context, m->text);
}

int main(int n, char **words)
{
	uint64_t sum = 14695981039346656037u;

	if (n == 2 && strcmp(words[1], "fingerprint") == 0) {
		make(SAMPLE, &(taker){&sum, add_conversation, add_mail});
		printf("%016llx\n", (unsigned long long)sum);
	} else if (n == 4 && strcmp(words[1], "texts") == 0 && atoi(words[2]) >= 100) {
		texts((uint32_t)atoi(words[2]), words[3]);
	} else if (n == 3 && strcmp(words[1], "postings") == 0) {
		load_postings(words[2]);
	} else {
		load_die("usage", "history-load fingerprint | texts CONVERSATIONS FOLDER | postings FOLDER (from 100 conversations)");
	}
	return 0;
}
