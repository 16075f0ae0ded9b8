/* Atomic 64-bit words in shared memory. MSVC before 2022 has no <stdatomic.h>. */
#ifndef OC_ATOMIC_H
#define OC_ATOMIC_H

#include <stdbool.h>
#include <stdint.h>

#ifdef _MSC_VER
# include <windows.h>
typedef volatile LONG64 oc_shared_word;

static inline uint64_t oc_load(oc_shared_word *w)
{
	return (uint64_t)InterlockedCompareExchange64(w, 0, 0);
}

static inline bool oc_swap_if(oc_shared_word *w, uint64_t expected, uint64_t desired)
{
	return (uint64_t)InterlockedCompareExchange64(w, (LONG64)desired, (LONG64)expected) == expected;
}

static inline void oc_set(oc_shared_word *w, uint64_t v)
{
	InterlockedExchange64(w, (LONG64)v);
}

static inline uint64_t oc_add(oc_shared_word *w, uint64_t n)
{
	return (uint64_t)InterlockedExchangeAdd64(w, (LONG64)n) + n;
}
#else
# include <stdatomic.h>
typedef _Atomic uint64_t oc_shared_word;

static inline uint64_t oc_load(oc_shared_word *w)
{
	return atomic_load(w);
}

static inline bool oc_swap_if(oc_shared_word *w, uint64_t expected, uint64_t desired)
{
	return atomic_compare_exchange_strong(w, &expected, desired);
}

static inline void oc_set(oc_shared_word *w, uint64_t v)
{
	atomic_store(w, v);
}

/* The new value. */
static inline uint64_t oc_add(oc_shared_word *w, uint64_t n)
{
	return atomic_fetch_add(w, n) + n;
}
#endif

#endif
