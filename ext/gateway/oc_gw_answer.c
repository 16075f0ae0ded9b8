/* Answers with a length, and refusals in the form of RFC 9457 with the entry's codes. */
#include "gateway/oc_gateway.h"

#include <string.h>

#include "core/oc_json.h"

static const struct {
	const char *code, *title;
	unsigned status;
} codes[] = {
	{"malformed", "The request has the wrong form", 400},
	{"no-ticket", "A ticket is needed", 401},
	{"ticket-malformed", "This is not a ticket", 401},
	{"ticket-forged", "This ticket was not made here", 401},
	{"ticket-expired", "The ticket is over", 401},
	{"ticket-revoked", "The ticket is no longer good", 401},
	{"ticket-foreign", "The ticket is of another shop", 401},
	{"unknown-action", "There is no such action", 404},
	{"not-found", "Not found", 404},
	{"wrong-method", "Another method is needed", 405},
	{"too-large", "The request is too large", 413},
	{"rate-limited", "Too many requests", 429},
	{"head-too-large", "The request is too large", 431},
	{"unavailable", "The chat cannot be reached now", 503},
	{"shedding", "The gateway has as many streams as it may", 503},
	{"version", "Another version of HTTP is needed", 505},
};

static const char *reason(unsigned status)
{
	switch (status) {
		case 200: return "OK";
		case 204: return "No Content";
		case 304: return "Not Modified";
		case 400: return "Bad Request";
		case 401: return "Unauthorized";
		case 404: return "Not Found";
		case 405: return "Method Not Allowed";
		case 413: return "Content Too Large";
		case 429: return "Too Many Requests";
		case 431: return "Request Header Fields Too Large";
		case 505: return "HTTP Version Not Supported";
		default: return "Service Unavailable";
	}
}

void oc_gw_answer(oc_conn *c, unsigned status, const char *type, const char *headers, oc_str body)
{
	oc_buf b = oc_buf_new(&c->g->scratch, 400 + body.n);
	bool keep = c->keep && !c->g->stop;

	oc_putf(&b, "HTTP/1.1 %u %s\r\n", status, reason(status));
	if (status != 204 && status != 304) {
		oc_putf(&b, "Content-Type: %s\r\nContent-Length: %zu\r\n", type, body.n);
	}
	oc_putf(&b, "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n%s%s\r\n", headers,
		keep ? "" : "Connection: close\r\n");
	oc_put(&b, body);
	if (!keep) {
		oc_conn_finish(c, oc_buf_str(&b));
		return;
	}
	if (oc_conn_send(c, oc_buf_str(&b))) {
		oc_conn_next(c);
	}
}

void oc_gw_problem(oc_conn *c, const char *code, const char *field, uint64_t wait_ms, const char *detail)
{
	oc_buf b = oc_buf_new(&c->g->scratch, 400), h = oc_buf_new(&c->g->scratch, 120);
	size_t i;

	for (i = 0; strcmp(codes[i].code, code) != 0; i++) {
	}
	oc_putf(&b, "{\"type\":\"problems.html#%s\"", code);
	oc_json_text(&b, "title", oc_str_of(codes[i].title));
	oc_json_u64(&b, "status", codes[i].status);
	oc_json_text(&b, "detail", oc_str_of(detail));
	oc_json_text(&b, "code", oc_str_of(code));
	if (field[0]) {
		oc_json_text(&b, "field", oc_str_of(field));
	}
	oc_puts(&h, "Cache-Control: no-store\r\n");
	if (codes[i].status == 401) {
		oc_puts(&h, "WWW-Authenticate: Onlinechat-Ticket\r\n");
	}
	if (codes[i].status == 405) {
		oc_puts(&h, "Allow: GET\r\n");
	}
	if (wait_ms) {
		oc_json_u64(&b, "retry_after", wait_ms);
		oc_putf(&h, "Retry-After: %llu\r\n", (unsigned long long)(wait_ms + 999) / 1000);
	}
	oc_puts(&b, "}");
	oc_gw_answer(c, codes[i].status, "application/problem+json", oc_buf_str(&h).p, oc_buf_str(&b));
}
