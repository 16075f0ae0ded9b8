#include "classes/oc_export.h"
#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "store/oc_history.h"

#define EXPIRE_MAX 1000
#define EMAIL_MAX 255
#define PHONE_MAX 32

/* The parameters of export() and erase(). */
typedef struct {
	zend_object *who;
	zend_long customer;
	bool no_customer;
	zend_string *email, *phone;
} arguments;

static bool read_person(oc_request *r, const arguments *a, oc_person *p)
{
	*p = (oc_person){.customer = a->no_customer ? 0 : (uint64_t)a->customer,
		.email = a->email ? oc_str_of_zend(a->email) : OC_STR(""),
		.phone = a->phone ? oc_str_of_zend(a->phone) : OC_STR("")};
	if ((a->who && !oc_request_who(r, a->who, OC_FOR_OPERATORS, "history")) ||
			(!a->no_customer && !oc_arg_id("customer", a->customer, false)) ||
			(a->email && !oc_arg_text("email", a->email, EMAIL_MAX, false)) ||
			(a->phone && !oc_arg_text("phone", a->phone, PHONE_MAX, false))) {
		return false;
	}
	return p->customer || p->email.n || p->phone.n
		|| oc_throw_invalid("customer", "give a customer's number, an email or a phone");
}

static bool parse(zend_execute_data *execute_data, oc_request *r, arguments *a, oc_person *p)
{
	*a = (arguments){0};
	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(a->who, oc_ce_Identity)
		Z_PARAM_LONG_OR_NULL(a->customer, a->no_customer)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(a->email)
		Z_PARAM_STR(a->phone)
	ZEND_PARSE_PARAMETERS_END_EX(return false);

	return oc_request_part(r, Z_OBJ_P(ZEND_THIS)) && read_person(r, a, p);
}

ZEND_METHOD(OnlineChat_History, export)
{
	oc_request r;
	arguments a;
	oc_person p;

	if (!parse(execute_data, &r, &a, &p)) {
		RETURN_THROWS();
	}
	oc_export_new(return_value, &(oc_export_of){oc_part_object_of(Z_OBJ_P(ZEND_THIS))->chat, a.who, a.email, a.phone, p});
}

ZEND_METHOD(OnlineChat_History, erase)
{
	oc_request r;
	arguments a;
	oc_person p;
	uint64_t erased = 0;

	if (!parse(execute_data, &r, &a, &p)) {
		RETURN_THROWS();
	}
	if (!oc_history_erase(&r.call, a.who ? &r.who : NULL, &p, &erased)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_LONG((zend_long)erased);
}

ZEND_METHOD(OnlineChat_History, expire)
{
	zend_long before, limit = 100;
	oc_request r;
	uint32_t expired = 0;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(before)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_arg_range("before", before, 0, ZEND_LONG_MAX / 1000) ||
			!oc_arg_range("limit", limit, 1, EXPIRE_MAX)) {
		RETURN_THROWS();
	}
	if (!oc_history_expire(&r.call, (uint64_t)before, (uint32_t)limit, &expired)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_LONG(expired);
}
