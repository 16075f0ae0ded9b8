#include "classes/oc_request.h"
#include "store/oc_digest.h"

#define DIGEST_MAX 10000

ZEND_METHOD(OnlineChat_History, digest)
{
	zend_long limit = 100;
	oc_request r;
	uint32_t digested = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_arg_range("limit", limit, 1, DIGEST_MAX)) {
		RETURN_THROWS();
	}
	if (!oc_digest(&r.call, (uint32_t)limit, &digested)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	RETURN_LONG(digested);
}
