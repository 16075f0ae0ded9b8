/* The owner's patterns, on PCRE2 as PHP has it: its cache of compiled patterns and its limits. */
#ifndef OC_PATTERN_H
#define OC_PATTERN_H

#include "php.h"

#define OC_PATTERNS_MOST 50
#define OC_PATTERN_BYTES 300

/* A list of usable patterns; false with InvalidValue thrown for this field. */
bool oc_patterns_check(const char *field, HashTable *patterns);

typedef enum { OC_PATTERN_NONE, OC_PATTERN_FOUND, OC_PATTERN_UNDECIDED, OC_PATTERN_UNUSABLE } oc_pattern_result;
/* Whether one pattern matches, without delimiters. Throws nothing. */
oc_pattern_result oc_pattern_match(const zend_string *pattern, zend_string *subject);

#endif
