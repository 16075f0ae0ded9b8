/* What the core's tests share. */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/oc_base.h"

#define S(literal) OC_STR(literal)
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* One arena a test: setup and teardown of every test that takes memory. */
int arena_setup(void **state);
int arena_teardown(void **state);
#define arena_test(f) cmocka_unit_test_setup_teardown(f, arena_setup, arena_teardown)

void assert_str(oc_str actual, const char *expected);
void assert_invalid(const oc_error *e, const char *field, const char *message);

/* The same sequence in every run (splitmix64). */
uint64_t random_next(uint64_t *state);

/* HMAC-SHA256, written for the tests so that they need no library; hmac.c holds it to RFC 4231. */
void test_hmac(oc_str secret, oc_str data, uint8_t out[32]);

#endif
