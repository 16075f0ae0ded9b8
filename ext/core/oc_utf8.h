/* UTF-8: validity, counting and cutting by code points. */
#ifndef OC_UTF8_H
#define OC_UTF8_H

#include "core/oc_base.h"

/* Bytes of the first character of s, its code point in *code; 0 if s is empty or does not begin with valid UTF-8. */
size_t oc_utf8_next(oc_str s, uint32_t *code);

/* Offset of the first byte that is not valid UTF-8 (overlong, surrogate, above U+10FFFF, cut short) or is NUL;
 * s.n if there is none. */
size_t oc_utf8_bad(oc_str s);
bool oc_utf8_valid(oc_str s);

/* Valid, and of the C0 controls only tab, line feed and carriage return: what a text may be made of. */
bool oc_utf8_clean(oc_str s);

/* Code points. s is valid; in other bytes everything but a continuation byte counts. */
size_t oc_utf8_length(oc_str s);

/* Nothing to see: only white space, zero-width and format characters, fillers, braille blank. True for "". */
bool oc_utf8_blank(oc_str s);

/* The first characters of s, never a part of one. Points into s. */
oc_str oc_utf8_cut(oc_str s, size_t characters);

#endif
