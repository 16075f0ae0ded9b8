/* Sliding-window limits: a window's count and the one before fit one 64-bit word, so that processes can share
 * it without a lock. */
#ifndef OC_WINDOW_H
#define OC_WINDOW_H

#include "core/oc_base.h"

/* One more at now_ms, in a window of window_ms (at least 1) that allows limit (1 to 1,000,000). The window before
 * weighs as much as it still overlaps the last window_ms. Returns the word to store; *wait_ms is 0, or if it was
 * one too many how long to wait (the word is then the one given). */
uint64_t oc_window_step(uint64_t word, uint64_t now_ms, uint32_t window_ms, uint32_t limit, uint32_t *wait_ms);

#endif
