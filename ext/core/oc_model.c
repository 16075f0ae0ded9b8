#include "core/oc_model.h"

static const char role_letter[] = {'?', 'g', 'c', 'o'};

oc_str oc_actor(oc_arena *a, const oc_identity *who)
{
	oc_buf b = oc_buf_new(a, who->person.n + 2);
	const char prefix[] = {role_letter[who->role <= OC_OPERATOR ? who->role : 0], ':'};

	oc_put(&b, (oc_str){prefix, sizeof prefix});
	oc_put(&b, who->person);
	return oc_buf_str(&b);
}

oc_str oc_subject(oc_arena *a, const oc_identity *who)
{
	oc_str actor = oc_actor(a, who);
	oc_buf b = oc_buf_new(a, actor.n + 1 + who->session.n);

	oc_put(&b, actor);
	oc_put(&b, OC_STR("/"));
	oc_put(&b, who->session);
	return oc_buf_str(&b);
}

static const char *word(const char *const *words, size_t n, unsigned v)
{
	return v < n && words[v] ? words[v] : "";
}

#define WORD(words, v) word(words, sizeof(words) / sizeof *(words), (unsigned)(v))

const char *oc_role_word(oc_role v)
{
	static const char *const words[] = {[OC_GUEST] = "guest", [OC_CUSTOMER] = "customer", [OC_OPERATOR] = "operator"};

	return WORD(words, v);
}

const char *oc_status_word(oc_status v)
{
	static const char *const words[] = {[OC_WAITING] = "waiting",
		[OC_ONGOING] = "ongoing",
		[OC_FINISHED] = "finished",
		[OC_ARCHIVED] = "archived"};

	return WORD(words, v);
}

const char *oc_author_word(oc_author v)
{
	static const char *const words[] = {
		[OC_BY_VISITOR] = "visitor", [OC_BY_OPERATOR] = "operator", [OC_BY_NOTE] = "note"};

	return WORD(words, v);
}

const char *oc_outcome_word(oc_outcome v)
{
	static const char *const words[] = {[OC_ASSIGNED] = "assigned",
		[OC_QUEUED] = "waiting",
		[OC_FULL] = "full",
		[OC_CLOSED] = "closed",
		[OC_HELD] = "held",
		[OC_DONE] = "done",
		[OC_POSTED] = "posted",
		[OC_CONFLICT] = "conflict",
		[OC_IS_ARCHIVED] = "archived"};

	return WORD(words, v);
}

const char *oc_mode_word(oc_mode v)
{
	static const char *const words[] = {
		[OC_MODE_CHAT] = "chat", [OC_MODE_QUEUE] = "queue", [OC_MODE_FORM] = "form", [OC_MODE_NONE] = "none"};

	return WORD(words, v);
}

uint32_t oc_mark(uint32_t stored, uint32_t told, uint32_t last)
{
	if (told > last) {
		told = last;
	}
	return told > stored ? told : stored;
}

int64_t oc_delivered(uint32_t read, int64_t told, uint32_t last)
{
	if (told > (int64_t)last) {
		told = last;
	}
	if (told < (int64_t)read) {
		told = read;
	}
	return told > 0 ? told : -1;
}
