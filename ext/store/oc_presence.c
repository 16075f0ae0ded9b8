/* Who is here, who types, what was read. All of it may be lost at any moment. */
#include "core/oc_json.h"
#include "store/oc_clocks.h"
#include "store/oc_redis.h"
#include "store/oc_redis_api.h"

static bool said(redisReply *r)
{
	if (r) {
		freeReplyObject(r);
	}
	return r != NULL;
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
	return said(oc_redis_run(c, &oc_script_typing, &w));
}

bool oc_seen(oc_call *c, const oc_identity *who, uint64_t conversation, uint32_t number)
{
	oc_words w = person_call(c, &oc_script_seen, who, conversation);
	oc_buf b = event(c, "seen", who, conversation);

	oc_json_u64(&b, "number", number);
	oc_put(&b, OC_STR("}"));
	oc_word_u64(&w, number);
	oc_word(&w, oc_buf_str(&b));
	return said(oc_redis_run(c, &oc_script_seen, &w));
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
	return said(oc_redis_run(c, &oc_script_gone, &w));
}

bool oc_look(oc_call *c, const uint64_t *conversations, size_t n, int *here, uint32_t *marks)
{
	oc_words w;
	redisReply *r;

	if (n == 0) {
		return true;
	}
	w = oc_script_call(c, &oc_script_look, n + 1);
	oc_word_u64(&w, OC_HERE_MS);
	for (size_t i = 0; i < n; i++) {
		oc_word_u64(&w, conversations[i]);
	}
	r = oc_redis_run(c, &oc_script_look, &w);
	if (!r) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (here) {
			here[i] = 3 * i < r->elements ? (int)r->element[3 * i]->integer : -1;
		}
		if (marks) {
			marks[2 * i] = (uint32_t)oc_reply_u64(r, 3 * i + 1);
			marks[2 * i + 1] = (uint32_t)oc_reply_u64(r, 3 * i + 2);
		}
	}
	freeReplyObject(r);
	return true;
}

bool oc_here(oc_call *c, const uint64_t *conversations, size_t n, int *here)
{
	return oc_look(c, conversations, n, here, NULL);
}

bool oc_marks(oc_call *c, const uint64_t *conversations, size_t n, uint32_t *marks)
{
	return oc_look(c, conversations, n, NULL, marks);
}
