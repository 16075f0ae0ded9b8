#include "support.h"

int arena_setup(void **state)
{
	*state = calloc(1, sizeof(oc_arena));
	return *state ? 0 : -1;
}

int arena_teardown(void **state)
{
	oc_arena_free(*state);
	free(*state);
	return 0;
}

void assert_str(oc_str actual, const char *expected)
{
	char text[4096];

	assert_true(actual.n < sizeof text);
	if (actual.n) {
		memcpy(text, actual.p, actual.n);
	}
	text[actual.n] = 0;
	assert_int_equal(actual.n, strlen(text));
	assert_string_equal(text, expected);
}

void assert_invalid(const oc_error *e, const char *field, const char *message)
{
	assert_int_equal(e->cause, OC_E_INVALID);
	assert_string_equal(e->detail, field);
	assert_string_equal(e->message, message);
}

uint64_t random_next(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

static const uint32_t sha_k[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t v, unsigned n)
{
	return v >> n | v << (32 - n);
}

static void sha_block(uint32_t h[8], const uint8_t *p)
{
	uint32_t w[64], s[8];

	for (int i = 0; i < 16; i++) {
		w[i] = (uint32_t)p[4 * i] << 24 | (uint32_t)p[4 * i + 1] << 16 | (uint32_t)p[4 * i + 2] << 8 | p[4 * i + 3];
	}
	for (int i = 16; i < 64; i++) {
		uint32_t a = w[i - 15], b = w[i - 2];

		w[i] = w[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + w[i - 7] +
			(rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
	}
	memcpy(s, h, sizeof s);
	for (int i = 0; i < 64; i++) {
		uint32_t e = s[4], a = s[0];
		uint32_t t1 = s[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & s[5]) ^ (~e & s[6])) + sha_k[i] + w[i];
		uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));

		memmove(s + 1, s, 7 * sizeof *s);
		s[4] += t1;
		s[0] = t1 + t2;
	}
	for (int i = 0; i < 8; i++) {
		h[i] += s[i];
	}
}

/* SHA-256 of a 64-byte pad (NULL: none) and the data. */
static void sha_padded(const uint8_t *pad, oc_str data, uint8_t out[32])
{
	uint32_t h[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
	uint8_t tail[128] = {0};
	size_t rest = data.n % 64, size = rest < 56 ? 64 : 128;
	uint64_t bits = (data.n + (pad ? 64 : 0)) * 8;

	if (pad) {
		sha_block(h, pad);
	}
	for (size_t i = 0; i + 64 <= data.n; i += 64) {
		sha_block(h, (const uint8_t *)data.p + i);
	}
	if (rest) {
		memcpy(tail, data.p + data.n - rest, rest);
	}
	tail[rest] = 0x80;
	for (int i = 0; i < 8; i++) {
		tail[size - 1 - (size_t)i] = (uint8_t)(bits >> 8 * i);
	}
	for (size_t i = 0; i < size; i += 64) {
		sha_block(h, tail + i);
	}
	for (int i = 0; i < 32; i++) {
		out[i] = (uint8_t)(h[i / 4] >> (24 - 8 * (i % 4)));
	}
}

void test_hmac(oc_str secret, oc_str data, uint8_t out[32])
{
	uint8_t key[64] = {0}, inner[64], outer[64], digest[32];

	if (secret.n > sizeof key) {
		sha_padded(NULL, secret, key);
	} else if (secret.n) {
		memcpy(key, secret.p, secret.n);
	}
	for (int i = 0; i < 64; i++) {
		inner[i] = key[i] ^ 0x36;
		outer[i] = key[i] ^ 0x5c;
	}
	sha_padded(inner, data, digest);
	sha_padded(outer, (oc_str){(const char *)digest, sizeof digest}, out);
}
