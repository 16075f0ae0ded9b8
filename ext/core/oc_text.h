/* Rules for what clients send. Each check names the field and the rule (OC_E_INVALID, detail = field). */
#ifndef OC_TEXT_H
#define OC_TEXT_H

#include "core/oc_base.h"

#define OC_TEXT_MAX 4000 /* characters of a message */
#define OC_NAME_MAX 80   /* characters of a person's name */

/* Valid and clean UTF-8 of at most max_characters; required: not blank either. Messages, in this order:
 *   "text: must be valid UTF-8, byte 13 is not"                      (bytes count from 1)
 *   "text: control characters other than tab and line breaks are not allowed"
 *   "text: at most 4000 characters, got 4001"
 *   "text: must not be blank" */
bool oc_text_check(const char *field, oc_str text, size_t max_characters, bool required, oc_error *e);

/* Where a page is: a path of the shop ("/…", not "//…") or an http(s) address, at most max_characters, no blanks and
 * controls: it becomes a link in the console. */
bool oc_url_check(const char *field, oc_str url, size_t max_characters, oc_error *e);

/* 32 lower-case hex digits: keys (I4) and guests. */
bool oc_str_is_key(oc_str s);
/* A tab's id: [A-Za-z0-9_-]{1,40} */
bool oc_str_is_stream(oc_str s);
/* Language code [a-z]{2,3}(-[a-z0-9]{2,8})? in either case, or "". */
bool oc_str_is_language(oc_str s);
/* [A-Za-z0-9_-]{0,64} */
bool oc_str_is_session(oc_str s);
/* "5,7" as written by us: its numbers, at most max of them; returns how many. */
size_t oc_ids_parse(oc_str s, uint32_t *out, size_t max);
/* A phone number without what people put between its digits; p == NULL if nothing is left. */
oc_str oc_phone_plain(oc_arena *a, oc_str phone);
/* Decimal from 1 to max, no leading zero; out may be NULL. */
bool oc_str_is_number(oc_str s, uint64_t max, uint64_t *out);

#endif
