#include "core/oc_key.h"

#include "core/oc_text.h"

static uint8_t digit(char c)
{
	return (uint8_t)(c <= '9' ? c - '0' : c - 'a' + 10);
}

bool oc_key_parse(oc_str hex, uint8_t out[16], oc_error *e)
{
	if (!oc_str_is_key(hex)) {
		return oc_fail(e, OC_E_INVALID, "key", "key: must be 32 lower-case hex digits");
	}
	for (size_t i = 0; i < 16; i++) {
		out[i] = (uint8_t)(digit(hex.p[2 * i]) << 4 | digit(hex.p[2 * i + 1]));
	}
	return true;
}
