/* FNV-1a: spreads short texts over tables in memory. No secret, no protection against who chooses the texts. */
#ifndef OC_FNV_H
#define OC_FNV_H

#include "core/oc_base.h"

#define OC_HASH_START UINT64_C(0xcbf29ce484222325)

/* h, OC_HASH_START or a hash before, goes on over s and a zero, so that ("a", "bc") and ("ab", "c") differ. */
uint64_t oc_hash(uint64_t h, oc_str s);

#endif
