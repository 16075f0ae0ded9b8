#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "core/oc_ticket.h"

ZEND_METHOD(OnlineChat_Identity, __construct)
{
	zend_object *role, *object = Z_OBJ_P(ZEND_THIS);
	zend_string *person, *name = NULL, *language = NULL, *session = NULL, *email = NULL, *phone = NULL;
	oc_error e = {0};
	oc_identity who = {0};
	bool supervisor = false;

	ZEND_PARSE_PARAMETERS_START(2, 8)
		Z_PARAM_OBJ_OF_CLASS(role, oc_ce_Role)
		Z_PARAM_STR(person)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(name)
		Z_PARAM_STR(language)
		Z_PARAM_STR(session)
		Z_PARAM_BOOL(supervisor)
		Z_PARAM_STR(email)
		Z_PARAM_STR(phone)
	ZEND_PARSE_PARAMETERS_END();

	if (Z_TYPE_P(OBJ_PROP_NUM(object, 0)) != IS_UNDEF) {
		zend_throw_error(NULL, "OnlineChat\\Identity::__construct() has already been called");
		RETURN_THROWS();
	}
	who.role = oc_role_of(role);
	who.person = oc_str_of_zend(person);
	who.name = name ? oc_str_of_zend(name) : OC_STR("");
	who.language = language ? oc_str_of_zend(language) : OC_STR("");
	who.session = session ? oc_str_of_zend(session) : OC_STR("");
	who.supervisor = supervisor;
	who.email = email ? oc_str_of_zend(email) : OC_STR("");
	who.phone = phone ? oc_str_of_zend(phone) : OC_STR("");
	if (!oc_identity_check(&who, &e)) {
		oc_throw(&e);
		RETURN_THROWS();
	}
	oc_identity_fill(object, &who);
}
