#include "store/oc_cursor.h"

#include "core/oc_base64url.h"

#include <string.h>

/* at, id, offset, flags, all most significant byte first; then the first half of the signature. */
#define PLACE 21
#define MAC 16
#define BACK 1u
#define COUNTED 2u

static void put(uint8_t *to, uint64_t v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		to[i] = (uint8_t)(v >> (8 * (n - 1 - i)));
	}
}

static uint64_t get(const uint8_t *from, size_t n)
{
	uint64_t v = 0;

	for (size_t i = 0; i < n; i++) {
		v = v << 8 | from[i];
	}
	return v;
}

/* The first word keeps these signatures apart from those of tickets, which the same secret makes. */
static void sign(oc_call *c, oc_hmac hmac, oc_str secret, oc_str bound, const uint8_t place[PLACE], uint8_t out[32])
{
	oc_buf b = oc_buf_new(c->arena, bound.n + PLACE + 40);

	oc_putf(&b, "cursor %u %zu ", c->chat->shop, bound.n);
	oc_put(&b, bound);
	oc_put(&b, (oc_str){(const char *)place, PLACE});
	hmac(secret, oc_buf_str(&b), out);
}

oc_str oc_cursor_make(oc_call *c, oc_hmac hmac, oc_str bound, const oc_position *at)
{
	uint8_t bytes[PLACE + 32];

	put(bytes, at->at, 8);
	put(bytes + 8, (uint64_t)at->id, 8);
	put(bytes + 16, at->offset, 4);
	bytes[20] = (uint8_t)((at->back ? BACK : 0) | (at->counted ? COUNTED : 0));
	sign(c, hmac, c->chat->secret[0], bound, bytes, bytes + PLACE);
	return oc_base64url_encode(c->arena, (oc_str){(const char *)bytes, PLACE + MAC});
}

/* Every secret is tried to the end, as for tickets. */
static bool signed_by_us(oc_call *c, oc_hmac hmac, oc_str bound, const uint8_t bytes[PLACE + MAC])
{
	unsigned fits = 0;
	uint8_t mac[32];

	for (size_t i = 0; i < OC_SECRETS && c->chat->secret[i].n; i++) {
		sign(c, hmac, c->chat->secret[i], bound, bytes, mac);
		fits |= oc_equal_constant_time(mac, bytes + PLACE, MAC);
	}
	return fits != 0;
}

bool oc_cursor_read(oc_call *c, oc_hmac hmac, oc_str bound, oc_str text, oc_position *out)
{
	const uint8_t *bytes;
	oc_str raw;

	if (text.n > 2 * (PLACE + MAC) || !oc_base64url_decode(c->arena, text, &raw) || raw.n != PLACE + MAC) {
		return oc_fail(c->error, OC_E_INVALID, "cursor", "cursor: has not the form of a cursor");
	}
	bytes = (const uint8_t *)raw.p;
	if (!signed_by_us(c, hmac, bound, bytes)) {
		return oc_fail(c->error, OC_E_INVALID, "cursor",
			"cursor: is not of this shop, filter and order; begin anew without one");
	}
	*out = (oc_position){get(bytes, 8), (int64_t)get(bytes + 8, 8), (bytes[20] & BACK) != 0, (uint32_t)get(bytes + 16, 4),
		(bytes[20] & COUNTED) != 0};
	return true;
}
