#include "load.h"

#include "core/oc_words.h"

#include <stdlib.h>

struct load_documents {
	FILE *out;
	load_forms *forms;
	uint32_t *met; /* in which document a form was met last */
	uint32_t room, now;
	uint32_t *here;
	uint32_t n, size;
};

load_documents *load_documents_open(const char *folder)
{
	load_documents *d = calloc(1, sizeof(*d));

	d->out = load_open(folder, "documents.bin", "w");
	d->forms = load_forms_new();
	d->now = 1;
	return d;
}

static void meet(load_documents *d, uint32_t form)
{
	if (form >= d->room) {
		uint32_t more = form * 2 + 1024;

		d->met = realloc(d->met, more * sizeof(uint32_t));
		for (; d->room < more; d->room++) {
			d->met[d->room] = 0;
		}
	}
	if (d->met[form] == d->now) {
		return;
	}
	d->met[form] = d->now;
	if (d->n == d->size) {
		d->size = d->size * 2 + 256;
		d->here = realloc(d->here, d->size * sizeof(uint32_t));
	}
	d->here[d->n++] = form;
}

void load_documents_text(load_documents *d, oc_str text)
{
	oc_word word;

	for (size_t at = 0; oc_word_next(text, &at, &word);) {
		meet(d, load_form(d->forms, word.text));
	}
}

void load_documents_end(load_documents *d, int64_t document, uint64_t last_at)
{
	uint32_t head[4] = {(uint32_t)document, (uint32_t)((uint64_t)document >> 32), (uint32_t)(last_at / 1000000), d->n};

	if (fwrite(head, sizeof(head), 1, d->out) != 1 || fwrite(d->here, sizeof(uint32_t), d->n, d->out) != d->n) {
		load_die("documents.bin", "cannot be written");
	}
	d->n = 0;
	d->now++;
}

void load_documents_close(load_documents *d, const char *folder)
{
	if (fclose(d->out)) {
		load_die("documents.bin", "cannot be written");
	}
	load_forms_write(d->forms, folder);
}
