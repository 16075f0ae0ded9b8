/* SHA-256 through PHP's hash extension. */
#ifndef OC_HASH_H
#define OC_HASH_H

#include "php.h"
#include "ext/hash/php_hash.h"
#include "ext/hash/php_hash_sha.h"

#include "core/oc_base.h"

/* An oc_hmac (core/oc_ticket.h). */
void oc_hmac_sha256(oc_str secret, oc_str data, uint8_t out[32]);

/* What a write asks for, as 16 bytes (I4): each part with its length, so that ("ab", "c") is not ("a", "bc"). */
typedef struct {
	PHP_SHA256_CTX sha;
} oc_body;

void oc_body_start(oc_body *b);
void oc_body_text(oc_body *b, oc_str part);
void oc_body_number(oc_body *b, uint64_t part);
void oc_body_end(oc_body *b, uint8_t out[16]);

#endif
