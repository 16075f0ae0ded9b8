/* Who is here, who types, what was read. All of it may be lost at any moment. */
#include "core/oc_json.h"
#include "store/oc_clocks.h"
#include "store/oc_redis.h"
#include "store/oc_redis_api.h"

/* As oc_redis_said(); -1 says that the conversation is another visitor's. What Redis does not know it cannot refuse. */
static bool said_of(oc_call *c, uint64_t conversation, redisReply *r)
{
	bool foreign = r && r->type == REDIS_REPLY_INTEGER && r->integer < 0;

	return oc_redis_said(r) && (!foreign || oc_fail(c->error, OC_E_DENIED, "conversation", "conversation: number %llu is not yours",
		(unsigned long long)conversation));
}

/* {"event":"typing","conversation":7,"author":"visitor", …: the beginning */
static oc_buf event(oc_call *c, const char *name, const oc_identity *who, uint64_t conversation)
{
	oc_buf b = oc_buf_new(c->arena, 120);

	oc_put(&b, OC_STR("{"));
	oc_json_text(&b, "event", oc_str_of(name));
	oc_json_u64(&b, "conversation", conversation);
	oc_json_text(&b, "author", oc_str_of(oc_author_word(who->role == OC_OPERATOR ? OC_BY_OPERATOR : OC_BY_VISITOR)));
	return b;
}

static oc_words person_call(oc_call *c, const oc_script *script, const oc_identity *who, uint64_t conversation)
{
	oc_words w = oc_script_call(c, script, 5);

	oc_word(&w, oc_actor(c->arena, who));
	oc_word_u64(&w, who->role == OC_OPERATOR ? who->id : 0);
	oc_word_u64(&w, conversation);
	return w;
}

bool oc_typing(oc_call *c, const oc_identity *who, uint64_t conversation, bool typing)
{
	oc_words w = person_call(c, &oc_script_typing, who, conversation);
	oc_buf b = event(c, "typing", who, conversation);

	oc_json_bool(&b, "typing", typing);
	oc_put(&b, OC_STR("}"));
	oc_word_u64(&w, typing);
	oc_word(&w, oc_buf_str(&b));
	return said_of(c, conversation, oc_redis_run(c, &oc_script_typing, &w));
}

bool oc_seen(oc_call *c, const oc_identity *who, uint64_t conversation, uint32_t number)
{
	oc_words w = person_call(c, &oc_script_seen, who, conversation);
	oc_buf b = event(c, "seen", who, conversation);

	oc_json_u64(&b, "number", number);
	oc_put(&b, OC_STR("}"));
	oc_word_u64(&w, number);
	oc_word(&w, oc_buf_str(&b));
	return said_of(c, conversation, oc_redis_run(c, &oc_script_seen, &w));
}

/* Back-office pages come and go all day: an operator's clock alone says who is away. */
bool oc_gone(oc_call *c, const oc_identity *who, oc_str stream, uint64_t conversation)
{
	oc_words w;

	if (who->role == OC_OPERATOR || conversation == 0) {
		return true;
	}
	w = oc_script_call(c, &oc_script_gone, 4);
	oc_word(&w, oc_actor(c->arena, who));
	oc_word(&w, stream);
	oc_word_u64(&w, conversation);
	oc_word_u64(&w, OC_VERIFY_MS + OC_HERE_MS);
	return oc_redis_said(oc_redis_run(c, &oc_script_gone, &w));
}

static int64_t signed_at(const redisReply *r, size_t i)
{
	return i < r->elements && r->element[i]->type == REDIS_REPLY_INTEGER ? r->element[i]->integer : -1;
}

static bool look(oc_call *c, const uint64_t *conversations, size_t n, uint64_t ms, const oc_identity *reader,
	uint32_t fetched, oc_signs *out)
{
	oc_words w;
	redisReply *r;

	if (n == 0) {
		return true;
	}
	w = oc_script_call(c, &oc_script_look, n + 4);
	oc_word_u64(&w, ms);
	oc_word(&w, reader ? oc_actor(c->arena, reader) : OC_STR(""));
	oc_word_u64(&w, reader && reader->role == OC_OPERATOR ? reader->id : 0);
	oc_word_u64(&w, fetched);
	for (size_t i = 0; i < n; i++) {
		oc_word_u64(&w, conversations[i]);
	}
	r = oc_redis_run(c, &oc_script_look, &w);
	if (!r) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		out[i] = (oc_signs){(int)signed_at(r, 5 * i), (uint32_t)oc_reply_u64(r, 5 * i + 1),
			(uint32_t)oc_reply_u64(r, 5 * i + 2), signed_at(r, 5 * i + 3), signed_at(r, 5 * i + 4)};
	}
	freeReplyObject(r);
	return true;
}

bool oc_look(oc_call *c, const uint64_t *conversations, size_t n, const oc_identity *reader, uint32_t fetched,
	oc_signs *out)
{
	return look(c, conversations, n, OC_HERE_MS, reader, fetched, out);
}

bool oc_look_within(oc_call *c, const uint64_t *conversations, size_t n, uint64_t ms, oc_signs *out)
{
	return look(c, conversations, n, ms, NULL, 0, out);
}

bool oc_here(oc_call *c, const uint64_t *conversations, size_t n, int *here)
{
	oc_signs *signs = oc_alloc(c->arena, (n + 1) * sizeof *signs);

	if (!oc_look(c, conversations, n, NULL, 0, signs)) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		here[i] = signs[i].here;
	}
	return true;
}
