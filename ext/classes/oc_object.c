/* How the objects are made and freed. None can be cloned or serialised: a copy of a chat would hold
 * its secrets twice, and the results are read-only anyway. */
#include "classes/oc_classes.h"

static zend_object_handlers chat_handlers, part_handlers, value_handlers, closed_value_handlers;

static zend_object *chat_create(zend_class_entry *ce)
{
	oc_chat_object *object = zend_object_alloc(sizeof *object, ce);

	zend_object_std_init(&object->std, ce);
	object_properties_init(&object->std, ce);
	object->std.handlers = &chat_handlers;
	return &object->std;
}

static void chat_free(zend_object *std)
{
	oc_arena_free(&oc_chat_object_of(std)->chat.own);
	zend_object_std_dtor(std);
}

static zend_object *part_create(zend_class_entry *ce)
{
	oc_part_object *object = zend_object_alloc(sizeof *object, ce);

	zend_object_std_init(&object->std, ce);
	object_properties_init(&object->std, ce);
	object->std.handlers = &part_handlers;
	return &object->std;
}

static void part_free(zend_object *std)
{
	oc_part_object *object = oc_part_object_of(std);

	if (object->chat) {
		OBJ_RELEASE(object->chat);
	}
	zend_object_std_dtor(std);
}

static zend_object *value_create(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &value_handlers;
	return object;
}

static zend_object *closed_value_create(zend_class_entry *ce)
{
	zend_object *object = value_create(ce);

	object->handlers = &closed_value_handlers;
	return object;
}

static zend_function *no_constructor(zend_object *object)
{
	zend_throw_error(NULL, "%s objects are made by the chat only", ZSTR_VAL(object->ce->name));
	return NULL;
}

void oc_objects_start(void)
{
	chat_handlers = std_object_handlers;
	chat_handlers.offset = XtOffsetOf(oc_chat_object, std);
	chat_handlers.free_obj = chat_free;
	chat_handlers.clone_obj = NULL;

	part_handlers = std_object_handlers;
	part_handlers.offset = XtOffsetOf(oc_part_object, std);
	part_handlers.free_obj = part_free;
	part_handlers.clone_obj = NULL;

	value_handlers = std_object_handlers;
	value_handlers.clone_obj = NULL;
	closed_value_handlers = value_handlers;
	closed_value_handlers.get_constructor = no_constructor;
}

void oc_object_is_chat(zend_class_entry *ce)
{
	ce->create_object = chat_create;
}

void oc_object_is_part(zend_class_entry *ce)
{
	ce->create_object = part_create;
}

void oc_object_is_value(zend_class_entry *ce, bool constructible)
{
	ce->create_object = constructible ? value_create : closed_value_create;
}

void oc_part_new(zval *return_value, zend_class_entry *ce, zend_object *chat)
{
	object_init_ex(return_value, ce);
	oc_part_object_of(Z_OBJ_P(return_value))->chat = chat;
	GC_ADDREF(chat);
}
