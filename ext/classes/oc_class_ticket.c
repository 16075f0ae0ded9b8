#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "core/oc_ticket.h"

#define SECONDS_MIN 30
#define SECONDS_MAX 3600

ZEND_METHOD(OnlineChat_Ticket, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

static uint64_t now_ms(void)
{
	return oc_time_us() / 1000;
}

static bool ticket_verify(oc_request *r, const zend_string *ticket)
{
	const oc_chat *chat = r->call.chat;
	size_t secrets = chat->secret[1].n ? 2 : 1;

	return oc_ticket_verify(r->call.arena, oc_str_of_zend(ticket), chat->shop, chat->secret, secrets, now_ms(),
		oc_hmac_sha256, &r->who, &r->error);
}

ZEND_METHOD(OnlineChat_Ticket, make)
{
	zend_object *who;
	zend_long seconds = 600;
	oc_request r;
	oc_str ticket;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(seconds)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_ALL, "make") ||
			!oc_arg_range("seconds", seconds, SECONDS_MIN, SECONDS_MAX)) {
		RETURN_THROWS();
	}
	r.who.issued = now_ms();
	r.who.expires = r.who.issued + (uint64_t)seconds * 1000;
	r.who.first = r.who.issued;
	ticket = oc_ticket_make(r.call.arena, &r.who, r.call.chat->secret[0], oc_hmac_sha256);
	RETURN_STRINGL(ticket.p, ticket.n);
}

ZEND_METHOD(OnlineChat_Ticket, verify)
{
	zend_string *ticket;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(ticket)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!ticket_verify(&r, ticket)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	oc_value_identity(return_value, &r.who);
}

ZEND_METHOD(OnlineChat_Ticket, renew)
{
	zend_string *ticket;
	zend_long seconds = 600;
	oc_request r;
	oc_str fresh;
	uint64_t end;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(ticket)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(seconds)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_arg_range("seconds", seconds, SECONDS_MIN, SECONDS_MAX)) {
		RETURN_THROWS();
	}
	if (!ticket_verify(&r, ticket) || !oc_not_revoked(&r.call, &r.who)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	end = r.who.first + OC_TICKET_LIFE_MS;
	r.who.issued = now_ms();
	r.who.expires = r.who.issued + (uint64_t)seconds * 1000;
	if (r.who.issued >= end) {
		oc_fail(&r.error, OC_E_TICKET, "expired", "The ticket's chain is over 8 hours old: ask the shop for a new ticket");
		oc_request_failed(&r);
		RETURN_THROWS();
	}
	if (r.who.expires > end) {
		r.who.expires = end;
	}
	fresh = oc_ticket_make(r.call.arena, &r.who, r.call.chat->secret[0], oc_hmac_sha256);
	RETURN_STRINGL(fresh.p, fresh.n);
}

ZEND_METHOD(OnlineChat_Ticket, revoke)
{
	zend_object *who;
	oc_request r;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_ALL, "revoke")) {
		RETURN_THROWS();
	}
	if (!oc_revoke(&r.call, &r.who)) {
		oc_request_failed(&r);
		RETURN_THROWS();
	}
}
