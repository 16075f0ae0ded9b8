#include "load.h"

#include <stdlib.h>
#include <time.h>

uint64_t load_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

void load_times_start(load_times *t, uint32_t room)
{
	/* Numbers go on: what an earlier run sent and comes late is not taken for this one's. */
	t->first += t->count;
	t->sent = realloc(t->sent, room * sizeof(*t->sent));
	t->took = realloc(t->took, room * sizeof(*t->took));
	t->side = realloc(t->side, room);
	if (!t->sent || !t->took || !t->side) {
		load_die("memory", "out of it");
	}
	t->room = room;
	t->count = t->received = t->twice = t->strange = 0;
}

uint32_t load_times_send(load_times *t, uint8_t side)
{
	uint32_t i = t->count++;

	t->side[i] = side;
	t->sent[i] = load_now();
	t->took[i] = UINT32_MAX;
	return t->first + i;
}

void load_times_receive(load_times *t, uint32_t sequence, bool office)
{
	uint32_t i = sequence - t->first;

	if (i >= t->count) {
		t->strange++;
	} else if (t->side[i] != LOAD_ANYBODY && t->side[i] != office) {
		/* Whoever writes has it in their own stream, too. */
		return;
	} else if (t->took[i] != UINT32_MAX) {
		t->twice++;
	} else {
		t->took[i] = (uint32_t)((load_now() - t->sent[i]) / 1000);
		t->received++;
	}
}

static int by_size(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

uint32_t load_times_quantile(load_times *t, double share)
{
	uint32_t i = (uint32_t)(share * t->received);

	if (!t->received) {
		return 0;
	}
	/* What never came sorts behind all that did. */
	qsort(t->took, t->count, sizeof(*t->took), by_size);
	return t->took[i < t->received ? i : t->received - 1];
}
