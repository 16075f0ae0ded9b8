/* An export that is read while it is walked through: HistoryExport. */
#ifndef OC_EXPORT_H
#define OC_EXPORT_H

#include "classes/oc_classes.h"
#include "store/oc_history.h"

/* Whose; what is given here is kept alive by the export. */
typedef struct {
	zend_object *chat, *who;    /* who NULL: the shop itself */
	zend_string *email, *phone; /* NULL: not known */
	oc_person person;
} oc_export_of;

typedef struct {
	uint64_t id;
	bool has_messages; /* else it is a left message itself */
} oc_export_line;

void oc_export_new(zval *return_value, const oc_export_of *what);

#endif
