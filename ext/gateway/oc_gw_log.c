#include "gateway/oc_gateway.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/oc_json.h"
#include "store/oc_pool.h"

/* systemd.exec(5): "device:inode" of the stream to the journal; a file or terminal given later is another. */
static bool to_journal(void)
{
	const char *stream = getenv("JOURNAL_STREAM");
	char own[48];
	struct stat st;

	if (!stream || fstat(STDERR_FILENO, &st) != 0) {
		return false;
	}
	snprintf(own, sizeof own, "%ju:%ju", (uintmax_t)st.st_dev, (uintmax_t)st.st_ino);
	return strcmp(stream, own) == 0;
}

/* sd-daemon(3): what the journal takes from the head of a line and sorts by. */
static const char *priority(const char *level)
{
	if (!to_journal()) {
		return "";
	}
	return strcmp(level, "error") == 0 ? "<3>" : strcmp(level, "warning") == 0 ? "<4>" : "<6>";
}

void oc_gw_log(const char *level, const char *event, const char *fmt, ...)
{
	oc_arena a = {NULL};
	oc_buf b = oc_buf_new(&a, 512);
	char message[400];
	va_list args;

	va_start(args, fmt);
	vsnprintf(message, sizeof message, fmt, args);
	va_end(args);
	oc_puts(&b, priority(level));
	oc_puts(&b, "{");
	oc_json_u64(&b, "at", oc_time_us() / 1000);
	oc_json_text(&b, "level", oc_str_of(level));
	oc_json_text(&b, "event", oc_str_of(event));
	oc_json_text(&b, "message", oc_str_of(message));
	oc_puts(&b, "}\n");
	fputs(oc_buf_str(&b).p, stderr);
	oc_arena_free(&a);
}
