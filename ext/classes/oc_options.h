/* The options of Chat::__construct(). */
#ifndef OC_OPTIONS_H
#define OC_OPTIONS_H

#include "classes/oc_classes.h"

/* Fills chat, with all strings in chat->own; false with an exception naming the option, after prefix ("", "shops[0]."). */
bool oc_options_read(HashTable *options, const char *prefix, oc_chat *chat);

#endif
