#include "load.h"

#include <stdlib.h>
#include <string.h>

struct load_forms {
	oc_arena arena;
	oc_str *words;
	uint32_t *table; /* a word's number and one, 0: free */
	uint32_t n, room, mask;
};

load_forms *load_forms_new(void)
{
	load_forms *f = calloc(1, sizeof(*f));

	f->room = 1u << 16;
	f->mask = (f->room << 1) - 1;
	f->words = calloc(f->room, sizeof(oc_str));
	f->table = calloc(f->mask + 1, sizeof(uint32_t));
	return f;
}

static uint32_t *place(load_forms *f, oc_str word)
{
	uint32_t at = 2166136261u;

	for (size_t i = 0; i < word.n; i++) {
		at = (at ^ (uint8_t)word.p[i]) * 16777619u;
	}
	at ^= at >> 15;
	while (f->table[at & f->mask] && !oc_str_eq(f->words[f->table[at & f->mask] - 1], word)) {
		at++;
	}
	return &f->table[at & f->mask];
}

static void grow(load_forms *f)
{
	f->room <<= 1;
	f->mask = (f->room << 1) - 1;
	f->words = realloc(f->words, f->room * sizeof(oc_str));
	free(f->table);
	f->table = calloc(f->mask + 1, sizeof(uint32_t));
	for (uint32_t i = 0; i < f->n; i++) {
		*place(f, f->words[i]) = i + 1;
	}
}

uint32_t load_form(load_forms *f, oc_str word)
{
	uint32_t *at = place(f, word);

	if (*at) {
		return *at - 1;
	}
	if (f->n == f->room) {
		grow(f);
		at = place(f, word);
	}
	f->words[f->n] = oc_dup(&f->arena, word);
	*at = ++f->n;
	return f->n - 1;
}

void load_forms_write(const load_forms *f, const char *folder)
{
	FILE *out = load_open(folder, "form.tsv", "w");

	for (uint32_t i = 0; i < f->n; i++) {
		fprintf(out, "%u\t%s\n", i, f->words[i].p);
	}
	if (fclose(out)) {
		load_die("form.tsv", "cannot be written");
	}
}
