/* Postings in the order of their key. Documents are taken by their time, so that each word's places, filled one after the
 * other, are in order by themselves. */
#include "load.h"

#include <stdlib.h>

typedef struct {
	int64_t document;
	uint32_t at, n;
	const uint32_t *forms;
} document;

typedef struct {
	uint32_t at;
	int32_t document;
} posting;

static uint32_t *whole(const char *folder, const char *name, size_t *n)
{
	FILE *f = load_open(folder, name, "r");
	uint32_t *all;

	fseek(f, 0, SEEK_END);
	*n = (size_t)ftell(f) / sizeof(uint32_t);
	rewind(f);
	all = malloc((*n + 1) * sizeof(uint32_t));
	if (!all || fread(all, sizeof(uint32_t), *n, f) != *n) {
		load_die(name, "cannot be read");
	}
	fclose(f);
	return all;
}

/* form, id */
typedef struct {
	uint32_t *of_form, room, most;
} numbers;

static numbers ids_of(const char *folder)
{
	FILE *f = load_open(folder, "ids.tsv", "r");
	numbers ids = {0};
	uint32_t form, id;

	while (fscanf(f, "%u %u", &form, &id) == 2) {
		if (form >= ids.room) {
			uint32_t more = form * 2 + 1024;

			ids.of_form = realloc(ids.of_form, more * sizeof(uint32_t));
			for (; ids.room < more; ids.room++) {
				ids.of_form[ids.room] = 0;
			}
		}
		ids.of_form[form] = id;
		ids.most = id > ids.most ? id : ids.most;
	}
	fclose(f);
	return ids;
}

static int earlier(const void *a, const void *b)
{
	const document *x = a, *y = b;

	if (x->at != y->at) {
		return x->at < y->at ? -1 : 1;
	}
	return (x->document > y->document) - (x->document < y->document);
}

/* Records of documents.bin: document (two numbers), at, n, forms. */
static document *documents_of(const uint32_t *all, size_t n, size_t *count)
{
	document *list = malloc((n / 4 + 1) * sizeof(document));

	*count = 0;
	for (size_t i = 0; i < n;) {
		document *d = &list[(*count)++];

		*d = (document){(int64_t)((uint64_t)all[i + 1] << 32 | all[i]), all[i + 2], all[i + 3], all + i + 4};
		i += 4 + d->n;
	}
	qsort(list, *count, sizeof(document), earlier);
	return list;
}

typedef struct {
	size_t *next;    /* where the next posting of a word goes */
	posting *places; /* NULL: they are only counted */
} filling;

/* Of each word one a document, though several of its forms stand there. */
static void each(const document *list, size_t n, const numbers *ids, filling *f)
{
	size_t *seen = calloc(ids->most + 1, sizeof(size_t));

	for (size_t i = 0; i < n; i++) {
		for (uint32_t k = 0; k < list[i].n; k++) {
			uint32_t form = list[i].forms[k], id = form < ids->room ? ids->of_form[form] : 0;

			if (!id) {
				load_die("ids.tsv", "a form has no word");
			}
			if (seen[id] == i + 1) {
				continue;
			}
			seen[id] = i + 1;
			if (f->places) {
				f->places[f->next[id]] = (posting){list[i].at, (int32_t)list[i].document};
			}
			f->next[id]++;
		}
	}
	free(seen);
}

static void write_all(const char *folder, const size_t *end, const posting *places, uint32_t most)
{
	FILE *out = load_open(folder, "posting.tsv", "w"), *counts = load_open(folder, "documents.tsv", "w");
	size_t i = 0;

	for (uint32_t id = 0; id <= most; id++) {
		fprintf(counts, "%u\t%zu\n", id, end[id] - i);
		for (; i < end[id]; i++) {
			fprintf(out, "%u\t%u\t%d\n", id, places[i].at, places[i].document);
		}
	}
	if (fclose(out) || fclose(counts)) {
		load_die("posting.tsv", "cannot be written");
	}
}

void load_postings(const char *folder)
{
	numbers ids = ids_of(folder);
	uint32_t *all;
	size_t n, count, total = 0;
	document *list;
	filling f = {calloc(ids.most + 1, sizeof(size_t)), NULL};

	all = whole(folder, "documents.bin", &n);
	list = documents_of(all, n, &count);
	each(list, count, &ids, &f);
	for (uint32_t id = 0; id <= ids.most; id++) {
		size_t here = f.next[id];

		f.next[id] = total;
		total += here;
	}
	f.places = malloc((total + 1) * sizeof(posting));
	if (!f.places) {
		load_die("postings", "not enough memory");
	}
	each(list, count, &ids, &f);
	write_all(folder, f.next, f.places, ids.most);
	printf("{\"documents\":%zu,\"words\":%u,\"postings\":%zu}\n", count, ids.most, total);
}
