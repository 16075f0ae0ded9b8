#include "gateway/oc_gateway.h"

#include <stdarg.h>
#include <stdio.h>

#include "core/oc_json.h"
#include "store/oc_pool.h"

void oc_gw_log(const char *level, const char *event, const char *fmt, ...)
{
	oc_arena a = {NULL};
	oc_buf b = oc_buf_new(&a, 512);
	char message[400];
	va_list args;

	va_start(args, fmt);
	vsnprintf(message, sizeof message, fmt, args);
	va_end(args);
	oc_puts(&b, "{");
	oc_json_u64(&b, "at", oc_time_us() / 1000);
	oc_json_text(&b, "level", oc_str_of(level));
	oc_json_text(&b, "event", oc_str_of(event));
	oc_json_text(&b, "message", oc_str_of(message));
	oc_puts(&b, "}\n");
	fputs(oc_buf_str(&b).p, stderr);
	oc_arena_free(&a);
}
