/* The gate's verdict: a letter (P pass, p pass where the shop has no form, F full, C closed), what a shop page shows, and where the opening hours close it
 * ":" and when they begin again. tell.lua stores it as
 * "verdict settings decision", so that asking the gate is one GET. */
#ifndef OC_GATE_H
#define OC_GATE_H

#include "store/oc_redis_api.h"

/* "Pchat", "Fform", "Cform:1795420800000", … */
oc_str oc_gate_verdict(oc_arena *a, const oc_tell *t);
/* From what is stored; false: it is not of this form. */
bool oc_gate_read(oc_str stored, oc_shop_status *out);
/* Whether a page could show the form in place of the chat. */
bool oc_gate_has_form(oc_str stored);

#endif
