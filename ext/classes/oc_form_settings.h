/* The settings "form" and "mail_unread" of a shop. */
#ifndef OC_FORM_SETTINGS_H
#define OC_FORM_SETTINGS_H

#include "php.h"

#include "core/oc_form.h"

/* {"ask": list, "require": list} of settings, or the defaults; false with an exception thrown. A message is always
 * asked for, and nothing is required that is not. */
bool oc_form_settings(HashTable *settings, oc_form_rules *out);
/* What settings() answers: both lists, in the form's order. */
void oc_form_settings_to(oc_form_rules rules, zval *settings);
/* The fields of a form; false with an exception thrown. Points into fields. */
bool oc_form_fields(HashTable *fields, oc_form *out);

#endif
