/* Who has streams, by shop and actor; and how many come from one address. Chained tables that grow by doubling. */
#include "gateway/oc_gateway.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/oc_fnv.h"
#include "gateway/oc_gw_memory.h"

static uint32_t hash_of(const oc_gshop *shop, oc_str actor)
{
	uintptr_t at = (uintptr_t)shop;

	return (uint32_t)oc_hash(oc_hash(OC_HASH_START, (oc_str){(const char *)&at, sizeof at}), actor);
}

static void people_grow(oc_gateway *g)
{
	size_t size = g->size_people ? g->size_people * 2 : 1024;
	oc_person **more = oc_gw_zeroed(size * sizeof *more);

	for (size_t i = 0; i < g->size_people; i++) {
		for (oc_person *p = g->people[i], *next; p; p = next) {
			next = p->next_hash;
			p->next_hash = more[p->hash & (size - 1)];
			more[p->hash & (size - 1)] = p;
		}
	}
	free(g->people);
	g->people = more;
	g->size_people = size;
}

oc_person *oc_person_find(oc_gateway *g, const oc_gshop *shop, oc_str actor)
{
	uint32_t hash = hash_of(shop, actor);
	oc_person *p = g->size_people ? g->people[hash & (g->size_people - 1)] : NULL;

	while (p && !(p->hash == hash && p->shop == shop && oc_str_eq(oc_str_of(p->actor), actor))) {
		p = p->next_hash;
	}
	return p;
}

static oc_person **list_of(const oc_person *p)
{
	return p->operator_id ? &p->shop->operators : &p->shop->visitors;
}

oc_person *oc_person_get(oc_gateway *g, oc_gshop *shop, oc_str actor, uint32_t operator_id)
{
	oc_person *p = oc_person_find(g, shop, actor), **slot, **list;

	if (p) {
		return p;
	}
	if (g->n_people >= g->size_people) {
		people_grow(g);
	}
	p = oc_gw_zeroed(sizeof *p + actor.n + 1);
	memcpy(p->actor, actor.p, actor.n);
	p->shop = shop;
	p->operator_id = operator_id;
	p->hash = hash_of(shop, actor);
	slot = &g->people[p->hash & (g->size_people - 1)];
	p->next_hash = *slot;
	*slot = p;
	list = list_of(p);
	p->next = *list;
	if (*list) {
		(*list)->before = p;
	}
	*list = p;
	g->n_people++;
	return p;
}

void oc_person_drop(oc_gateway *g, oc_person *p)
{
	oc_person **at = &g->people[p->hash & (g->size_people - 1)];

	while (*at != p) {
		at = &(*at)->next_hash;
	}
	*at = p->next_hash;
	if (p->before) {
		p->before->next = p->next;
	} else {
		*list_of(p) = p->next;
	}
	if (p->next) {
		p->next->before = p->before;
	}
	free(p);
	g->n_people--;
}

static size_t origin_slot(const oc_ip *ip, size_t size)
{
	return (size_t)oc_hash(OC_HASH_START, (oc_str){(const char *)ip->byte, sizeof ip->byte}) & (size - 1);
}

static void origins_grow(oc_gateway *g)
{
	size_t size = g->size_origins ? g->size_origins * 2 : 1024;
	oc_origin **more = oc_gw_zeroed(size * sizeof *more);

	for (size_t i = 0; i < g->size_origins; i++) {
		for (oc_origin *o = g->origins[i], *next; o; o = next) {
			size_t slot = origin_slot(&o->ip, size);

			next = o->next_hash;
			o->next_hash = more[slot];
			more[slot] = o;
		}
	}
	free(g->origins);
	g->origins = more;
	g->size_origins = size;
}

oc_origin *oc_origin_get(oc_gateway *g, const oc_ip *ip)
{
	oc_origin *o, **slot;

	if (g->n_origins >= g->size_origins) {
		origins_grow(g);
	}
	slot = &g->origins[origin_slot(ip, g->size_origins)];
	for (o = *slot; o && memcmp(o->ip.byte, ip->byte, sizeof ip->byte) != 0; o = o->next_hash) {
	}
	if (!o) {
		o = oc_gw_zeroed(sizeof *o);
		o->ip = *ip;
		o->next_hash = *slot;
		*slot = o;
		g->n_origins++;
	}
	return o;
}

/* Nobody comes from there any more. */
void oc_origin_drop(oc_gateway *g, oc_origin *o)
{
	oc_origin **at = &g->origins[origin_slot(&o->ip, g->size_origins)];

	while (*at != o) {
		at = &(*at)->next_hash;
	}
	*at = o->next_hash;
	free(o);
	g->n_origins--;
}
