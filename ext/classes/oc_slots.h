/* Writing the properties of a value object in the order in which the stub declares them. Goes past
 * "readonly", which binds PHP code only. */
#ifndef OC_SLOTS_H
#define OC_SLOTS_H

#include "classes/oc_classes.h"

typedef struct {
	zend_object *object;
	uint32_t next;
} oc_slots;

static inline zval *oc_slot(oc_slots *s)
{
	zval *slot = OBJ_PROP_NUM(s->object, s->next);

	ZEND_ASSERT(s->next < (uint32_t)s->object->ce->default_properties_count);
	s->next++;
	Z_PROP_FLAG_P(slot) = 0;
	return slot;
}

static inline oc_slots oc_slots_new(zval *out, zend_class_entry *ce)
{
	object_init_ex(out, ce);
	return (oc_slots){Z_OBJ_P(out), 0};
}

static inline void oc_put_long(oc_slots *s, uint64_t v)
{
	ZVAL_LONG(oc_slot(s), (zend_long)v);
}

static inline void oc_put_bool(oc_slots *s, bool v)
{
	ZVAL_BOOL(oc_slot(s), v);
}

static inline void oc_put_null(oc_slots *s)
{
	ZVAL_NULL(oc_slot(s));
}

static inline void oc_put_str(oc_slots *s, oc_str v)
{
	zval *slot = oc_slot(s);

	if (v.n) {
		ZVAL_STRINGL(slot, v.p, v.n);
	} else {
		ZVAL_EMPTY_STRING(slot);
	}
}

/* p == NULL is null. */
static inline void oc_put_str_or_null(oc_slots *s, oc_str v)
{
	if (v.p) {
		oc_put_str(s, v);
	} else {
		oc_put_null(s);
	}
}

/* 0 is null. */
static inline void oc_put_long_or_null(oc_slots *s, uint64_t v)
{
	if (v) {
		oc_put_long(s, v);
	} else {
		oc_put_null(s);
	}
}

/* A number Redis may not know: -1 is null. */
static inline void oc_put_known(oc_slots *s, int64_t v)
{
	if (v < 0) {
		oc_put_null(s);
	} else {
		oc_put_long(s, (uint64_t)v);
	}
}

/* An operator and the name: both null if nobody has it. */
static inline void oc_put_operator(oc_slots *s, uint32_t id, oc_str name)
{
	oc_put_long_or_null(s, id);
	if (id) {
		oc_put_str(s, name);
	} else {
		oc_put_null(s);
	}
}

static inline void oc_put_case(oc_slots *s, zend_class_entry *ce, const char *name)
{
	ZVAL_OBJ_COPY(oc_slot(s), zend_enum_get_case_cstr(ce, name));
}

#endif
