/* Pages without the chat: the patterns of the setting "hide", kept a worker as long as the settings' version stands. */
#ifndef OC_HIDE_H
#define OC_HIDE_H

#include "classes/oc_request.h"

/* Whether a pattern of this version matches the path. One that cannot be decided hides nothing. */
bool oc_hide_page(oc_request *r, uint32_t version, zend_string *path, bool *hidden);

#endif
