#include "gateway/oc_gw_params.h"

#include <string.h>

#include "core/oc_http.h"
#include "core/oc_text.h"

#define ID_MAX ((UINT64_C(1) << 53) - 1)

/* Absent: found is false, *v stays. */
static bool number(oc_arena *a, oc_str query, const char *name, uint64_t max, bool *found, uint64_t *v, oc_error *e)
{
	bool bad = false;
	oc_str text;

	*found = oc_http_param(a, query, name, &text, &bad);
	if (bad || (*found && (!oc_str_u64(text, v) || *v > max))) {
		return oc_fail(e, OC_E_INVALID, name, "%s: must be a number from 0 to %llu, once", name, (unsigned long long)max);
	}
	return true;
}

static oc_str cut(oc_str *list, char at)
{
	const char *found = list->n ? memchr(list->p, at, list->n) : NULL;
	oc_str one = {list->p, found ? (size_t)(found - list->p) : list->n};

	list->p += one.n + (found != NULL);
	list->n -= one.n + (found != NULL);
	return one;
}

/* "ID:N" or "ID:N:R" */
static bool one_known(oc_str word, oc_known *out)
{
	uint64_t id, n, revision = 0;
	oc_str first = cut(&word, ':'), second = cut(&word, ':');

	out->revision_known = word.n > 0;
	if (!oc_str_u64(first, &id) || id == 0 || id > ID_MAX || !oc_str_u64(second, &n) || n > UINT32_MAX ||
			(word.n && (!oc_str_u64(word, &revision) || revision > UINT32_MAX))) {
		return false;
	}
	out->conversation = id;
	out->number = (uint32_t)n;
	out->revision = (uint32_t)revision;
	return true;
}

static bool of_operator(oc_arena *a, oc_str query, oc_gw_params *out, oc_error *e)
{
	bool found, bad = false;
	oc_str list;

	if (!number(a, query, "cursor", ID_MAX, &found, &out->cursor, e)) {
		return false;
	}
	found = oc_http_param(a, query, "conversations", &list, &bad);
	if (bad) {
		return oc_fail(e, OC_E_INVALID, "conversations", "conversations: must stand there once, rightly coded");
	}
	out->known = found && list.n ? oc_alloc(a, OC_GW_KNOWN_MAX * sizeof *out->known) : NULL;
	while (found && list.n) {
		if (out->n_known == OC_GW_KNOWN_MAX || !one_known(cut(&list, ','), &out->known[out->n_known++])) {
			return oc_fail(e, OC_E_INVALID, "conversations", "conversations: must be at most %d of ID:NUMBER or "
				"ID:NUMBER:REVISION, with commas between", OC_GW_KNOWN_MAX);
		}
	}
	return true;
}

static bool of_visitor(oc_arena *a, oc_str query, oc_gw_params *out, oc_error *e)
{
	bool found, ignored, revision_known;
	uint64_t id = 0, after = 0, revision = 0;

	if (!number(a, query, "conversation", ID_MAX, &found, &id, e) ||
			!number(a, query, "after", UINT32_MAX, &ignored, &after, e) ||
			!number(a, query, "revision", UINT32_MAX, &revision_known, &revision, e)) {
		return false;
	}
	if (id) {
		out->known = oc_alloc(a, sizeof *out->known);
		*out->known = (oc_known){id, (uint32_t)after, (uint32_t)revision, revision_known};
		out->n_known = 1;
	}
	return true;
}

bool oc_gw_params_read(oc_arena *a, oc_str query, bool by_operator, oc_gw_params *out, oc_error *e)
{
	bool bad = false;

	*out = (oc_gw_params){0};
	if ((oc_http_param(a, query, "stream", &out->stream, &bad) && !oc_str_is_stream(out->stream)) || bad) {
		return oc_fail(e, OC_E_INVALID, "stream", "stream: 1 to 40 of A-Z, a-z, 0-9, _ and -, once");
	}
	return by_operator ? of_operator(a, query, out, e) : of_visitor(a, query, out, e);
}
