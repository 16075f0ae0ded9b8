/* The options of Gateway::__construct(). */
#ifndef OC_GATEWAY_OPTIONS_H
#define OC_GATEWAY_OPTIONS_H

#include "classes/oc_classes.h"
#include "gateway/oc_gateway.h"

/* Fills g; false with an exception naming the option. */
bool oc_gateway_options_read(HashTable *options, oc_gateway *g);

#endif
