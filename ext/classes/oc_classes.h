/* The PHP classes: their entries, and the C state behind their objects. */
#ifndef OC_CLASSES_H
#define OC_CLASSES_H

#include "php.h"
#include "zend_enum.h"
#include "zend_exceptions.h"

#include "php_onlinechat.h"
#include "store/oc_chat.h"

/* Every class, in the order of registration; set once by oc_classes_start() in onlinechat.c. */
#define OC_ENUMS(X) X(Role) X(Status) X(Author) X(Outcome) X(SignOff) X(Mode)
#define OC_EXCEPTIONS(X) \
	X(StoreUnavailable) X(OutcomeUnknown) X(SchemaMismatch) X(InvalidTicket) X(NotAllowed) X(NotFound) X(KeyReused) \
	X(RateLimited)
#define OC_VALUES(X) \
	X(Identity) X(Placement) X(Message) X(Messages) X(Posted) X(Conversation) X(Operator) X(Board) X(Update) \
	X(ShopStatus) X(Thread) X(HistoryPage) X(HistoryPart) X(Statistics) X(Block) X(OfflineMessage) \
	X(UnreadAnswer) X(Pattern)
#define OC_PARTS(X) X(Ticket) X(Router) X(Conversations) X(Presence) X(History) X(Mailbox)

#define OC_DECLARE(name) extern zend_class_entry *oc_ce_##name;
OC_ENUMS(OC_DECLARE)
OC_DECLARE(Exception)
OC_EXCEPTIONS(OC_DECLARE)
OC_DECLARE(InvalidValue)
OC_DECLARE(Blocked)
OC_VALUES(OC_DECLARE)
OC_PARTS(OC_DECLARE)
OC_DECLARE(Chat)
OC_DECLARE(Gateway)
OC_DECLARE(HistoryExport)
#undef OC_DECLARE

/* Behind a Chat. */
typedef struct {
	oc_chat chat;
	bool ready; /* the constructor ran to its end */
	zend_object std;
} oc_chat_object;

/* Behind a Router, Conversations, …: holds its Chat alive. */
typedef struct {
	zend_object *chat;
	zend_object std;
} oc_part_object;

static inline oc_chat_object *oc_chat_object_of(zend_object *object)
{
	return (oc_chat_object *)((char *)object - XtOffsetOf(oc_chat_object, std));
}

static inline oc_part_object *oc_part_object_of(zend_object *object)
{
	return (oc_part_object *)((char *)object - XtOffsetOf(oc_part_object, std));
}

/* Once, at MINIT: handlers and create_object of each kind of class. */
void oc_objects_start(void);
void oc_object_is_chat(zend_class_entry *ce);
/* classes/oc_class_gateway.c */
void oc_object_is_gateway(zend_class_entry *ce);
void oc_object_is_part(zend_class_entry *ce);
/* classes/oc_class_history_export.c */
void oc_object_is_export(zend_class_entry *ce);
/* constructible: by new in PHP; else only this extension makes them. */
void oc_object_is_value(zend_class_entry *ce, bool constructible);

/* A part of the chat as the return value. */
void oc_part_new(zval *return_value, zend_class_entry *ce, zend_object *chat);

static inline oc_str oc_str_of_zend(const zend_string *s)
{
	return (oc_str){ZSTR_VAL(s), ZSTR_LEN(s)};
}

#endif
