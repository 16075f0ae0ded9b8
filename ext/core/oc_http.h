/* The head of an HTTP/1 request as the gateway takes it: GET without a body, read strictly. Every proxy before it writes
 * heads of this form; what does not is refused, so that two readers never take one request for two. */
#ifndef OC_HTTP_H
#define OC_HTTP_H

#include "core/oc_base.h"

#define OC_HTTP_HEAD_MAX 8192 /* bytes, line breaks included */

typedef enum {
	OC_HTTP_MORE = 0, /* not all of it is here */
	OC_HTTP_OK,
	OC_HTTP_BAD,      /* 400 */
	OC_HTTP_LARGE,    /* 431 */
	OC_HTTP_BODY,     /* 413: it has a body, or may have */
	OC_HTTP_VERSION   /* 505 */
} oc_http_result;

/* All parts point into the head; n == 0 where a header is absent. */
typedef struct {
	oc_str method, path, query;
	oc_str ticket, forwarded, none_match;
	bool keep;   /* the connection stays after an answer with a length */
	size_t size; /* bytes of the head */
} oc_http;

oc_http_result oc_http_parse(oc_str bytes, oc_http *out);

/* The last segment of the path: what is asked for, whatever a proxy has before it. */
oc_str oc_http_name(const oc_http *h);

/* A parameter of the query, decoded into the arena. false: absent; *bad: it is there twice, or wrongly coded. */
bool oc_http_param(oc_arena *a, oc_str query, const char *name, oc_str *out, bool *bad);

/* Whether an If-None-Match names this tag (quoted, weak or not) or "*". */
bool oc_http_matches(oc_str none_match, oc_str etag);

#endif
