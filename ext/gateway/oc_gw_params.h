/* What a stream is asked for with. */
#ifndef OC_GW_PARAMS_H
#define OC_GW_PARAMS_H

#include "gateway/oc_gateway.h"

/* Ends with the connection: no length, and nothing a proxy would keep back. */
#define OC_GW_STREAM_HEAD \
	"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nX-Accel-Buffering: no\r\n" \
	"X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n"

typedef struct {
	oc_str stream;
	uint64_t cursor;
	oc_known *known;
	size_t n_known;
} oc_gw_params;

/* OC_E_INVALID names the parameter and the rule. */
bool oc_gw_params_read(oc_arena *a, oc_str query, bool by_operator, oc_gw_params *out, oc_error *e);

#endif
