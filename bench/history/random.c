#include "load.h"

#include <math.h>
#include <stdlib.h>

static uint64_t mixed(uint64_t x)
{
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

load_random load_random_of(uint64_t kind, uint64_t number)
{
	return (load_random){mixed(mixed(kind + 0x9e3779b97f4a7c15u) ^ number)};
}

uint32_t load_draw(load_random *r, uint32_t below)
{
	uint64_t x = mixed(r->state += 0x9e3779b97f4a7c15u);

	return (uint32_t)(((x >> 32) * below) >> 32);
}

/* Vose's way: each rank keeps its own share of a column of equal height and is filled up by another's rest. */
static void fill(load_zipf *z, double *share)
{
	uint32_t *small = calloc(z->n, sizeof(uint32_t)), *large = calloc(z->n, sizeof(uint32_t)), s = 0, l = 0;

	for (uint32_t i = 0; i < z->n; i++) {
		*(share[i] < 1 ? &small[s++] : &large[l++]) = i;
	}
	while (s && l) {
		uint32_t a = small[--s], b = large[--l];

		z->keep[a] = (uint32_t)(share[a] * UINT32_MAX);
		z->other[a] = b;
		share[b] -= 1 - share[a];
		*(share[b] < 1 ? &small[s++] : &large[l++]) = b;
	}
	while (s || l) {
		uint32_t a = s ? small[--s] : large[--l];

		z->keep[a] = UINT32_MAX;
		z->other[a] = a;
	}
	free(small);
	free(large);
}

load_zipf load_zipf_new(uint32_t n, double exponent, double shift)
{
	load_zipf z = {n, calloc(n, sizeof(uint32_t)), calloc(n, sizeof(uint32_t))};
	double *share = calloc(n, sizeof(double)), sum = 0;

	for (uint32_t i = 0; i < n; i++) {
		sum += share[i] = pow(i + 1 + shift, -exponent);
	}
	for (uint32_t i = 0; i < n; i++) {
		share[i] *= n / sum;
	}
	fill(&z, share);
	free(share);
	return z;
}

uint32_t load_zipf_draw(const load_zipf *z, load_random *r)
{
	uint32_t i = load_draw(r, z->n);

	return load_draw(r, UINT32_MAX) <= z->keep[i] ? i : z->other[i];
}
