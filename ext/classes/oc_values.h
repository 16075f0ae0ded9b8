/* From C's results to the value objects of the stub. Each fills *out with a new object. */
#ifndef OC_VALUES_H
#define OC_VALUES_H

#include "classes/oc_classes.h"
#include "store/oc_history.h"
#include "store/oc_statistic.h"

void oc_value_identity(zval *out, const oc_identity *v);
void oc_value_placement(zval *out, const oc_placement *v);
void oc_value_message_list(zval *out, const oc_message *list, size_t n);
void oc_value_messages(zval *out, const oc_messages *v);
void oc_value_posted(zval *out, const oc_posted *v);
void oc_value_conversations(zval *out, const oc_conversation *list, size_t n);
void oc_value_block(zval *out, const oc_block *v);
void oc_value_board(zval *out, const oc_board *v);
void oc_value_update(zval *out, const oc_update *v);
void oc_value_shop_status(zval *out, const oc_shop_status *v);
void oc_value_messages_list(zval *out, const oc_messages *list, size_t n);
/* next: n == 0 is null. */
void oc_value_history_part(zval *out, const oc_messages *list, size_t n, oc_str next);
void oc_value_threads(zval *out, const oc_thread *list, size_t n);
/* lines: an array, whose owner the page becomes. */
void oc_value_history_page(zval *out, const oc_history_found *v);
/* bounds: those that the rows were asked for with. */
void oc_value_statistics(zval *out, const uint64_t *bounds, const oc_statistic *list, size_t n);
void oc_value_mail(zval *out, const oc_mail *v);
void oc_value_unread(zval *out, const oc_unread *v);
void oc_value_trail(zval *out, const oc_trail *v);

/* Writes the slots of an Identity whose constructor runs. */
void oc_identity_fill(zend_object *object, const oc_identity *v);
/* Reads one. Its strings are the object's. False with an exception if its constructor was skipped. */
bool oc_identity_read(zend_object *object, uint32_t shop, oc_identity *out);

/* The C value of an enum's case. */
oc_role oc_role_of(zend_object *enum_case);
oc_signoff oc_signoff_of(zend_object *enum_case);

#endif
