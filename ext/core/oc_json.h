/* Writing JSON that is safe in a page, too. */
#ifndef OC_JSON_H
#define OC_JSON_H

#include "core/oc_base.h"

/* A quoted string: ", \, controls, <, >, &, U+2028 and U+2029 escaped; bytes that are not UTF-8 become U+FFFD. */
void oc_json_string(oc_buf *b, oc_str s);

/* Members of an object or array that the caller opens and closes with oc_puts(b, "{") and oc_puts(b, "}"): a
 * comma is put where one is due. name is a literal of ours, not escaped. */
void oc_json_name(oc_buf *b, const char *name); /* "name": with the comma */
void oc_json_text(oc_buf *b, const char *name, oc_str v);
void oc_json_u64(oc_buf *b, const char *name, uint64_t v);
void oc_json_bool(oc_buf *b, const char *name, bool v);
void oc_json_null(oc_buf *b, const char *name);

#endif
