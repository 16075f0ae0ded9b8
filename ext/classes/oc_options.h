/* The options of Chat::__construct(). */
#ifndef OC_OPTIONS_H
#define OC_OPTIONS_H

#include "classes/oc_classes.h"

/* Fills chat, with all strings in chat->own; false with an exception naming the option. */
bool oc_options_read(HashTable *options, oc_chat *chat);

#endif
