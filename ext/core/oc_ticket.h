/* Tickets (I9): "v1.SHOP.ROLE.PERSON.LANGUAGE.SESSION.FIRST.ISSUED.EXPIRES.NAME[.ABOUT].SIGNATURE".
 * ROLE is g, c, o, or s (an operator who is a supervisor); NAME is base64url;
 * ABOUT is base64url of a customer's email, a line feed and telephone, left out where both are unknown; SIGNATURE is base64url of HMAC-SHA256 over everything before the last dot. */
#ifndef OC_TICKET_H
#define OC_TICKET_H

#include "core/oc_model.h"

#define OC_TICKET_MAX 1536 /* bytes */
#define OC_EMAIL_MAX 255 /* characters */
#define OC_PHONE_MAX 32
#define OC_TICKET_LIFE_MS (8u * 3600 * 1000) /* a chain of renewed tickets ends 8 h after its first */
#define OC_TICKET_SKEW_MS 60000              /* how far ahead another server's clock may be */

/* HMAC-SHA256; PHP's own in the extension. */
typedef void (*oc_hmac)(oc_str secret, oc_str data, uint8_t out[32]);

/* Role, person, name, language, session, email and phone by their rules (OC_E_INVALID, detail "role", "person", …). Looks at
 * neither shop nor id nor times. Guests are 32 lower-case hex digits, others 1 to 4294967295 in decimal. */
bool oc_identity_check(const oc_identity *who, oc_error *e);

/* who: passes oc_identity_check, with shop and times set. At most OC_TICKET_MAX bytes, in the arena. */
oc_str oc_ticket_make(oc_arena *a, const oc_identity *who, oc_str secret, oc_hmac hmac);

/* Checks form, signature, shop, time, in this order. OC_E_TICKET with detail "malformed", "forged" (no secret
 * made it), "foreign" (ours, of another shop) or "expired" (also: issued over a minute ahead of this clock).
 * out's strings are in the arena, its id is set for customers and operators. On failure out is untouched. */
bool oc_ticket_verify(oc_arena *a, oc_str ticket, uint32_t shop, const oc_str *secrets, size_t n_secrets,
	uint64_t now_ms, oc_hmac hmac, oc_identity *out, oc_error *e);

/* Takes as long for different bytes as for the same. */
bool oc_equal_constant_time(const void *a, const void *b, size_t n);

#endif
