#include "core/oc_event.h"

#include "core/oc_json.h"

static oc_buf begin(oc_arena *a, const char *event, uint64_t conversation, size_t text)
{
	oc_buf b = oc_buf_new(a, 240 + text);

	oc_put(&b, OC_STR("{"));
	oc_json_text(&b, "event", oc_str_of(event));
	oc_json_u64(&b, "conversation", conversation);
	return b;
}

static void put_status(oc_buf *b, oc_status status, uint32_t revision)
{
	oc_json_text(b, "status", oc_str_of(oc_status_word(status)));
	oc_json_u64(b, "revision", revision);
}

oc_str oc_event_message(oc_arena *a, uint64_t conversation, const oc_message *m, oc_status status, uint32_t revision)
{
	oc_buf b = begin(a, "message", conversation, m->name.n + m->text.n);

	oc_json_u64(&b, "number", m->number);
	oc_json_text(&b, "author", oc_str_of(oc_author_word(m->author)));
	oc_json_text(&b, "name", m->name);
	oc_json_text(&b, "text", m->text);
	oc_json_u64(&b, "at", m->at);
	put_status(&b, status, revision);
	oc_put(&b, OC_STR("}"));
	return oc_buf_str(&b);
}

oc_str oc_event_state(oc_arena *a, uint64_t conversation, oc_status status, uint32_t revision, uint32_t operator_id,
	oc_str operator_name, bool away, uint32_t position)
{
	oc_buf b = begin(a, "state", conversation, operator_name.n);

	put_status(&b, status, revision);
	if (operator_id) {
		oc_json_u64(&b, "operator", operator_id);
		oc_json_text(&b, "operatorName", operator_name);
	} else {
		oc_json_null(&b, "operator");
		oc_json_null(&b, "operatorName");
	}
	oc_json_bool(&b, "operatorAway", away);
	oc_json_u64(&b, "position", position);
	oc_put(&b, OC_STR("}"));
	return oc_buf_str(&b);
}
