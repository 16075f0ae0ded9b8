/* The gate's verdict: a letter (P pass, F full, C closed) and what a shop page shows. tell.lua stores it as
 * "verdict settings decision", so that asking the gate is one GET. */
#ifndef OC_GATE_H
#define OC_GATE_H

#include "store/oc_redis_api.h"

/* "Pchat", "Fform", … */
oc_str oc_gate_verdict(oc_arena *a, const oc_tell *t);

#endif
