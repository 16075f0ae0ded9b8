#include "load.h"

#include <stdlib.h>

#define SLOT_US 1800000000u
#define SUMS 10

/* In the order of the table's columns. */
enum { CONVERSATIONS, ABANDONED, MISSED, WAITED, WAITED_US, ANSWERED, ANSWER_US, LENGTH_US, BY_VISITOR, BY_OPERATOR };

typedef struct {
	uint32_t slot, operator_id;
	uint64_t sums[SUMS];
} sum;

struct load_sums {
	sum *list;
	size_t n;
};

load_sums *load_sums_new(const load_plan *p)
{
	load_sums *s = calloc(1, sizeof(*s));

	s->list = calloc(p->conversations + p->mails + 1, sizeof(sum));
	return s;
}

void load_sums_conversation(load_sums *s, const load_conversation *c)
{
	sum *one = &s->list[s->n++];

	*one = (sum){(uint32_t)(c->started / SLOT_US), c->operator_id, {[CONVERSATIONS] = 1, [ABANDONED] = c->operator_id == 0,
		[WAITED] = c->assigned > 0, [WAITED_US] = c->assigned ? c->assigned - c->started : 0,
		[LENGTH_US] = c->finished - c->started}};
	for (uint32_t i = 0; i < c->n; i++) {
		const load_message *m = &c->messages[i];

		one->sums[BY_VISITOR] += m->author == 1;
		one->sums[BY_OPERATOR] += m->author == 2;
		if (m->author == 2 && !one->sums[ANSWERED]) {
			one->sums[ANSWERED] = 1;
			one->sums[ANSWER_US] = m->at - c->started;
		}
	}
}

void load_sums_mail(load_sums *s, const load_mail *m)
{
	s->list[s->n++] = (sum){(uint32_t)(m->at / SLOT_US), 0, {[MISSED] = 1}};
}

static int earlier(const void *a, const void *b)
{
	const sum *x = a, *y = b;

	if (x->slot != y->slot) {
		return x->slot < y->slot ? -1 : 1;
	}
	return (x->operator_id > y->operator_id) - (x->operator_id < y->operator_id);
}

void load_sums_write(load_sums *s, const char *folder)
{
	FILE *f = load_open(folder, "statistic.tsv", "w");

	qsort(s->list, s->n, sizeof(sum), earlier);
	for (size_t i = 0, next; i < s->n; i = next) {
		sum all = s->list[i];

		for (next = i + 1; next < s->n && earlier(&all, &s->list[next]) == 0; next++) {
			for (int k = 0; k < SUMS; k++) {
				all.sums[k] += s->list[next].sums[k];
			}
		}
		fprintf(f, "%u\t%u\t%u", LOAD_SHOP, all.slot, all.operator_id);
		for (int k = 0; k < SUMS; k++) {
			fprintf(f, "\t%llu", (unsigned long long)all.sums[k]);
		}
		fputc('\n', f);
	}
	if (fclose(f)) {
		load_die("statistic.tsv", "cannot be written");
	}
}
