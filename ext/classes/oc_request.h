/* What every method does before it calls the store: who asks, are they allowed, are the values right.
 * Each check returns false with an exception thrown. */
#ifndef OC_REQUEST_H
#define OC_REQUEST_H

#include "classes/oc_classes.h"
#include "classes/oc_hash.h"
#include "classes/oc_throw.h"
#include "store/oc_router.h"

typedef struct {
	oc_call call; /* points at error and at the worker's links and memory */
	oc_error error;
	oc_identity who;
	uint8_t key[16], hash[16];
} oc_request;

/* object: a Chat or one of its parts. Empties the memory of the call before this one: between this and the
 * last look at a result no PHP code may run. */
bool oc_request_chat(oc_request *r, zend_object *chat);
bool oc_request_part(oc_request *r, zend_object *part);

/* I9: guests and customers only, operators only, or either. */
typedef enum { OC_FOR_ALL, OC_FOR_VISITORS, OC_FOR_OPERATORS } oc_audience;
bool oc_request_who(oc_request *r, zend_object *identity, oc_audience audience, const char *action);

/* The client's key, and the hash of what is asked; body may be NULL where nothing is. */
bool oc_request_key(oc_request *r, const zend_string *key);
oc_once oc_request_once(oc_request *r, oc_body *body);

/* Throws r->error; returns false. */
bool oc_request_failed(oc_request *r);

/* The end of a method that answers with a placement: it, or what went wrong. */
void oc_request_placed(zval *return_value, oc_request *r, bool ok, const oc_placement *p);

bool oc_arg_range(const char *field, zend_long v, zend_long min, zend_long max);
/* An id of ours: from 1, or from 0 where none is allowed. */
bool oc_arg_id(const char *field, zend_long v, bool or_none);
/* A number of a message or a revision: 0 to 2^32 - 1. */
bool oc_arg_number(const char *field, zend_long v);
bool oc_arg_text(const char *field, const zend_string *v, size_t max, bool required);
bool oc_arg_stream(const zend_string *v);
/* An IPv4 or IPv6 address as text. */
bool oc_arg_address(const zend_string *v);

#endif
