#include "classes/oc_hash.h"

#define BLOCK 64

static void sha256(PHP_SHA256_CTX *sha, const uint8_t *head, oc_str data, uint8_t out[32])
{
	PHP_SHA256Init(sha);
	PHP_SHA256Update(sha, head, BLOCK);
	PHP_SHA256Update(sha, (const unsigned char *)data.p, data.n);
	PHP_SHA256Final(out, sha);
}

void oc_hmac_sha256(oc_str secret, oc_str data, uint8_t out[32])
{
	PHP_SHA256_CTX sha;
	uint8_t key[BLOCK] = {0}, pad[BLOCK], inner[32];

	if (secret.n > BLOCK) {
		PHP_SHA256Init(&sha);
		PHP_SHA256Update(&sha, (const unsigned char *)secret.p, secret.n);
		PHP_SHA256Final(key, &sha);
	} else {
		memcpy(key, secret.p, secret.n);
	}
	for (size_t i = 0; i < BLOCK; i++) {
		pad[i] = key[i] ^ 0x36;
	}
	sha256(&sha, pad, data, inner);
	for (size_t i = 0; i < BLOCK; i++) {
		pad[i] = key[i] ^ 0x5c;
	}
	sha256(&sha, pad, (oc_str){(const char *)inner, sizeof inner}, out);
	ZEND_SECURE_ZERO(key, sizeof key);
	ZEND_SECURE_ZERO(pad, sizeof pad);
}

void oc_body_start(oc_body *b)
{
	PHP_SHA256Init(&b->sha);
}

void oc_body_text(oc_body *b, oc_str part)
{
	oc_body_number(b, part.n);
	if (part.n) {
		PHP_SHA256Update(&b->sha, (const unsigned char *)part.p, part.n);
	}
}

void oc_body_number(oc_body *b, uint64_t part)
{
	uint8_t bytes[8];

	for (size_t i = 0; i < sizeof bytes; i++) {
		bytes[i] = (uint8_t)(part >> (8 * i));
	}
	PHP_SHA256Update(&b->sha, bytes, sizeof bytes);
}

void oc_body_end(oc_body *b, uint8_t out[16])
{
	uint8_t digest[32];

	PHP_SHA256Final(digest, &b->sha);
	memcpy(out, digest, 16);
}
