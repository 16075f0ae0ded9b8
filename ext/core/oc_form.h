/* The form that visitors without a chat leave (G20, G21): its fields, and the shop's rules for them. */
#ifndef OC_FORM_H
#define OC_FORM_H

#include "core/oc_base.h"

typedef enum {
	OC_FIRST_NAME = 0, OC_LAST_NAME, OC_EMAIL, OC_PHONE, OC_FORM_MESSAGE
} oc_form_field;
#define OC_FORM_FIELDS 5
#define OC_FORM_ALL 31u

/* Bits 1 << field: which fields the form has, and which of them must be filled in. */
typedef struct {
	unsigned ask, require;
} oc_form_rules;

#define OC_FORM_DEFAULT ((oc_form_rules){OC_FORM_ALL, 1u << OC_EMAIL | 1u << OC_FORM_MESSAGE})

/* By field; empty: not given. */
typedef struct {
	oc_str field[OC_FORM_FIELDS];
} oc_form;

/* "first_name", "last_name", "email", "phone", "message" */
const char *oc_form_name(oc_form_field field);
/* false: there is no such field. */
bool oc_form_find(oc_str name, oc_form_field *out);

/* At most 80, 80, 255, 32 and 4000 characters, valid UTF-8, one line but for the message, an email's form, nothing
 * that is not asked for, and what is required (a message always). OC_E_INVALID, detail = field. */
bool oc_form_check(const oc_form *form, oc_form_rules rules, oc_error *e);

/* "name@host": one @ with something on both sides, no blanks, controls, quotes, brackets, commas and the like. */
bool oc_str_is_email(oc_str s);

#endif
