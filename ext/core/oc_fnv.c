#include "core/oc_fnv.h"

#define PRIME UINT64_C(0x100000001b3)

uint64_t oc_hash(uint64_t h, oc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		h = (h ^ (unsigned char)s.p[i]) * PRIME;
	}
	return h * PRIME;
}
