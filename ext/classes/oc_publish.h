/* Chat::publish() and Chat::settings(): between PHP's array and what the store keeps. */
#ifndef OC_PUBLISH_H
#define OC_PUBLISH_H

#include "classes/oc_classes.h"

/* Checks the settings and fills the routing columns; false with an exception naming the setting. What it makes is the
 * arena's. Runs no code written in PHP. */
bool oc_settings_from(HashTable *settings, oc_arena *a, oc_settings *out);
/* The settings as a JSON object that may stand in HTML; NULL with an exception. May run the caller's
 * jsonSerialize() methods. The caller releases it. */
zend_string *oc_settings_encode(HashTable *settings);
/* The published array with the columns and the version over it. */
bool oc_settings_to(const oc_settings *settings, zval *return_value);

#endif
