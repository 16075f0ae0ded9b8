#include "core/oc_window.h"

#define COUNT_BITS 20
#define COUNT_MASK ((UINT64_C(1) << COUNT_BITS) - 1)
#define INDEX_MASK ((UINT64_C(1) << (64 - 2 * COUNT_BITS)) - 1)

uint64_t oc_window_step(uint64_t word, uint64_t now_ms, uint32_t window_ms, uint32_t limit, uint32_t *wait_ms)
{
	uint64_t index = now_ms / window_ms & INDEX_MASK, passed = now_ms % window_ms;
	uint64_t was = word >> 2 * COUNT_BITS, current = word >> COUNT_BITS & COUNT_MASK, before = word & COUNT_MASK;

	*wait_ms = 0;
	if (was == ((index - 1) & INDEX_MASK)) {
		before = current;
		current = 0;
	} else if (was != index) {
		before = current = 0;
	}
	if (current >= limit) {
		/* Until this window, as the one before, has faded far enough. */
		*wait_ms = (uint32_t)(window_ms - passed + window_ms * (current - limit + 1) / current + 1);
		return word;
	}
	if (before * (window_ms - passed) + (current + 1) * window_ms > (uint64_t)limit * window_ms) {
		uint64_t faded_at = window_ms - window_ms * (limit - current - 1) / before;

		*wait_ms = (uint32_t)(faded_at > passed ? faded_at - passed : 1);
		return word;
	}
	return index << 2 * COUNT_BITS | (current + 1) << COUNT_BITS | before;
}
