/* The key a client gives every write (I4): 128 random bits as 32 lower-case hex digits. */
#ifndef OC_KEY_H
#define OC_KEY_H

#include "core/oc_base.h"

/* OC_E_INVALID, detail "key", for anything else; out is then untouched. */
bool oc_key_parse(oc_str hex, uint8_t out[16], oc_error *e);

#endif
