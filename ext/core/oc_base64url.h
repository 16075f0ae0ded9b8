/* base64url of RFC 4648, section 5, without padding. */
#ifndef OC_BASE64URL_H
#define OC_BASE64URL_H

#include "core/oc_base.h"

/* In the arena; ends with a NUL that n does not count. */
oc_str oc_base64url_encode(oc_arena *a, oc_str bytes);

/* Canonical form only: false for padding, foreign characters, an impossible length or trailing bits that are
 * not zero, so that each value has one text. out is in the arena. */
bool oc_base64url_decode(oc_arena *a, oc_str text, oc_str *out);

#endif
