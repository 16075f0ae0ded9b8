/* From C's errors to PHP's exceptions: one class a cause. */
#ifndef OC_THROW_H
#define OC_THROW_H

#include "core/oc_base.h"

/* Throws what e says. */
void oc_throw(const oc_error *e);

/* Throws InvalidValue for the field and returns false; the message is "field: rule". */
bool oc_throw_invalid(const char *field, const char *rule, ...) OC_PRINTF(2, 3);

#endif
