/* The settings "hours" and "hide" of a shop. */
#ifndef OC_HOURS_SETTINGS_H
#define OC_HOURS_SETTINGS_H

#include "php.h"

#include "core/oc_base.h"

/* "hours" of settings as the shop's row keeps it, n == 0 where there are none; false with an exception thrown. The text
 * is the arena's. Runs no code written in PHP. */
bool oc_hours_settings(HashTable *settings, oc_arena *a, oc_str *out);
/* Checks "hide": usable patterns, not too many. */
bool oc_hide_settings(HashTable *settings);

#endif
