/* The rows of conversations, messages, left messages and lines. None of the texts has a tab, an end of line or a backslash. */
#include "load.h"

#include "core/oc_utf8.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	uint32_t customer, left_by, mail, operator_id, conversations;
	uint64_t last_at;
	char *name, *email, *phone, *text;
} line;

struct load_rows {
	FILE *conversation, *message, *mail, *thread;
	uint32_t *of_customer; /* the line of each customer, 0: none yet */
	line *lines;
	uint32_t n;
};

FILE *load_open(const char *folder, const char *name, const char *mode)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, mode);
	if (!f) {
		load_die(path, "cannot be opened");
	}
	return f;
}

load_rows *load_rows_open(const char *folder, const load_plan *p)
{
	load_rows *rows = calloc(1, sizeof(*rows));

	rows->conversation = load_open(folder, "conversation.tsv", "w");
	rows->message = load_open(folder, "message.tsv", "w");
	rows->mail = load_open(folder, "mail.tsv", "w");
	rows->thread = load_open(folder, "thread.tsv", "w");
	rows->of_customer = calloc(p->customers + 1, sizeof(uint32_t));
	rows->lines = calloc(p->conversations + p->mails + 1, sizeof(line));
	return rows;
}

static char *optional(bool there, const char *value)
{
	return strdup(there ? value : "\\N");
}

static line *new_line(load_rows *rows, const load_person *p)
{
	line *l = &rows->lines[rows->n++];

	l->name = strdup(p->name);
	l->email = optional(p->has_email, p->email);
	l->phone = optional(p->has_phone, p->phone);
	return l;
}

/* Numbers of lines go up as people come for the first time. */
static uint32_t line_of(load_rows *rows, const load_conversation *c)
{
	uint32_t *known = c->customer ? &rows->of_customer[c->customer] : NULL;

	if (known && *known) {
		return *known;
	}
	new_line(rows, &c->person)->customer = c->customer;
	if (known) {
		*known = rows->n;
	}
	return rows->n;
}

static const char *number(uint32_t n, char into[12])
{
	snprintf(into, 12, n ? "%u" : "\\N", n);
	return into;
}

static void say(oc_str s, FILE *f)
{
	fwrite(s.p, 1, s.n, f);
}

/* The line tells of the conversation that was written in last. */
static void update(line *l, const load_conversation *c)
{
	l->conversations++;
	if (c->last < l->last_at) {
		return;
	}
	l->last_at = c->last;
	l->operator_id = c->operator_id ? c->operator_id : l->operator_id;
	for (uint32_t i = c->n; i-- > 0;) {
		if (c->messages[i].author == 1) {
			free(l->text);
			l->text = strndup(c->messages[i].text.p, c->messages[i].text.n);
			return;
		}
	}
}

static void messages(load_rows *rows, const load_conversation *c)
{
	char by[12];

	for (uint32_t i = 0; i < c->n; i++) {
		const load_message *m = &c->messages[i];

		fprintf(rows->message, "%u\t%u\t%u\t%s\t", c->id, i + 1, m->author, number(m->author == 1 ? 0 : c->operator_id, by));
		if (m->author == 1) {
			fputs(c->person.name, rows->message);
		} else {
			fprintf(rows->message, "Operator %u", c->operator_id);
		}
		fputc('\t', rows->message);
		say(m->text, rows->message);
		fprintf(rows->message, "\t%llu\n", (unsigned long long)m->at);
	}
}

void load_rows_conversation(load_rows *rows, const load_conversation *c)
{
	uint32_t thread = line_of(rows, c);
	char by[12];

	fprintf(rows->conversation, "%u\t%u\t%u\t%s\t%s\t%s\t4\t%s\t%u\t4\t%llu\t%llu\t%llu\t", c->id, LOAD_SHOP, thread, c->visitor,
		c->person.name, c->language, number(c->operator_id, by), c->n, (unsigned long long)c->started,
		(unsigned long long)c->finished, (unsigned long long)c->last);
	say(oc_utf8_cut(c->messages[c->n - 1].text, 200), rows->conversation);
	fprintf(rows->conversation, "\t%u\t%u\t%llu\n", c->n, c->n, (unsigned long long)c->assigned);
	messages(rows, c);
	update(&rows->lines[thread - 1], c);
}

void load_rows_mail(load_rows *rows, const load_mail *m)
{
	line *l = new_line(rows, &m->person);
	const char *space = strchr(m->person.name, ' ');
	char customer[12];

	l->left_by = m->customer;
	l->mail = m->id;
	l->last_at = m->at;
	l->text = strndup(m->text.p, oc_utf8_cut(m->text, 1000).n);
	fprintf(rows->mail, "%u\t%u\t%s\t%.*s\t%s\t%s\t%s\t", m->id, LOAD_SHOP, number(m->customer, customer),
		(int)(space - m->person.name), m->person.name, space + 1, m->person.has_email ? m->person.email : "",
		m->person.has_phone ? m->person.phone : "");
	say(m->text, rows->mail);
	fprintf(rows->mail, "\t%s\t%llu\t2\t1\n", m->language, (unsigned long long)m->at);
}

void load_rows_close(load_rows *rows)
{
	for (uint32_t i = 0; i < rows->n; i++) {
		const line *l = &rows->lines[i];
		char customer[12], left_by[12], mail[12], by[12];

		fprintf(rows->thread, "%u\t%u\t%s\t%s\t%s\t%s\t%u\t%s\t%llu\t%s\t%s\t%s\n", i + 1, LOAD_SHOP, number(l->customer, customer),
			l->name, l->email, l->phone, l->conversations, l->text, (unsigned long long)l->last_at,
			number(l->operator_id, by), number(l->mail, mail), number(l->left_by, left_by));
	}
	if (fclose(rows->conversation) || fclose(rows->message) || fclose(rows->mail) || fclose(rows->thread)) {
		load_die("rows", "cannot be written");
	}
}
