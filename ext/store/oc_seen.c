#include "store/oc_search.h"

/* Spreads numbers that follow one another. */
static size_t place_of(const oc_seen *set, uint64_t thread)
{
	size_t i = (size_t)(thread * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (set->size - 1);

	while (set->slot[i] && set->slot[i] != thread) {
		i = (i + 1) & (set->size - 1);
	}
	return i;
}

static void grow(oc_seen *set, oc_arena *a)
{
	oc_seen larger = {.size = set->size ? set->size * 2 : 256, .n = set->n};

	larger.slot = oc_alloc(a, larger.size * sizeof *larger.slot);
	for (size_t i = 0; i < set->size; i++) {
		if (set->slot[i]) {
			larger.slot[place_of(&larger, set->slot[i])] = set->slot[i];
		}
	}
	*set = larger;
}

bool oc_seen_add(oc_seen *set, oc_arena *a, uint64_t thread)
{
	size_t i;

	if (set->n * 2 >= set->size) {
		grow(set, a);
	}
	i = place_of(set, thread);
	if (set->slot[i]) {
		return false;
	}
	set->slot[i] = thread;
	set->n++;
	return true;
}

bool oc_seen_has(const oc_seen *set, uint64_t thread)
{
	return set->size && set->slot[place_of(set, thread)];
}
