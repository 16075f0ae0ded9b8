#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "core/oc_text.h"

#define CAPACITY_MAX 1000
#define LANGUAGES_MAX 20
#define LANGUAGES_BYTES 255 /* in all, with the commas between */

ZEND_METHOD(OnlineChat_Router, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

typedef struct {
	oc_str text, codes[LANGUAGES_MAX]; /* "en,fr-ca", and "en", "fr" */
	size_t n;
} spoken;

static bool languages_from(oc_request *r, HashTable *list, spoken *out)
{
	oc_buf text = oc_buf_new(r->call.arena, 100);
	zval *v;

	*out = (spoken){0};
	if (zend_hash_num_elements(list) > LANGUAGES_MAX) {
		return oc_throw_invalid("languages", "at most %d", LANGUAGES_MAX);
	}
	ZEND_HASH_FOREACH_VAL(list, v) {
		oc_str code;
		char *p;

		ZVAL_DEREF(v);
		if (Z_TYPE_P(v) != IS_STRING || Z_STRLEN_P(v) == 0 || !oc_str_is_language(oc_str_of_zend(Z_STR_P(v)))) {
			return oc_throw_invalid("languages", "must be codes such as \"en\" or \"fr-ca\"");
		}
		code = oc_dup(r->call.arena, oc_str_of_zend(Z_STR_P(v)));
		p = (char *)code.p;
		zend_str_tolower(p, code.n);
		oc_putf(&text, "%s%s", text.n ? "," : "", p);
		out->codes[out->n++] = (oc_str){p, strcspn(p, "-")};
	} ZEND_HASH_FOREACH_END();
	out->text = oc_buf_str(&text);
	return out->text.n <= LANGUAGES_BYTES
		|| oc_throw_invalid("languages", "at most %d characters in all, got %zu", LANGUAGES_BYTES, out->text.n);
}

ZEND_METHOD(OnlineChat_Router, online)
{
	zend_object *who;
	zend_string *key, *name = NULL;
	zend_long capacity = 0;
	bool default_capacity = true, ok;
	HashTable *languages = NULL;
	spoken speaks;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	oc_str new_name;

	ZEND_PARSE_PARAMETERS_START(2, 5)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(name)
		Z_PARAM_LONG_OR_NULL(capacity, default_capacity)
		Z_PARAM_ARRAY_HT_OR_NULL(languages)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "online") ||
			!oc_request_key(&r, key) || (name && !oc_arg_text("name", name, OC_NAME_MAX, true)) ||
			(!default_capacity && !oc_arg_range("capacity", capacity, 1, CAPACITY_MAX)) ||
			(languages && !languages_from(&r, languages, &speaks))) {
		RETURN_THROWS();
	}
	if (default_capacity) {
		capacity = 0;
	}
	oc_body_start(&body);
	oc_body_number(&body, name != NULL);
	if (name) {
		new_name = oc_str_of_zend(name);
		oc_body_text(&body, new_name);
	}
	oc_body_number(&body, (uint64_t)capacity);
	if (languages) {
		oc_body_text(&body, speaks.text);
	}
	ok = oc_router_online(&r.call, &r.who, oc_request_once(&r, &body), name ? &new_name : NULL, (uint32_t)capacity,
		languages ? &speaks.text : NULL, languages ? speaks.codes : NULL, languages ? speaks.n : 0, &p);
	oc_request_placed(return_value, &r, ok, &p);
}

ZEND_METHOD(OnlineChat_Router, offline)
{
	zend_object *who, *mode = NULL;
	zend_string *key;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	oc_signoff signoff;
	bool ok;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS(mode, oc_ce_SignOff)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, "offline") ||
			!oc_request_key(&r, key)) {
		RETURN_THROWS();
	}
	signoff = mode ? oc_signoff_of(mode) : OC_ASK;
	oc_body_start(&body);
	oc_body_number(&body, signoff);
	ok = oc_router_offline(&r.call, &r.who, oc_request_once(&r, &body), signoff, &p);
	oc_request_placed(return_value, &r, ok, &p);
}

typedef bool (*on_conversation)(oc_call *, const oc_identity *, oc_once, uint64_t, oc_placement *);

/* take, end and reopen: a person, a key and a conversation. */
static void conversation_call(INTERNAL_FUNCTION_PARAMETERS, oc_audience audience, const char *action, on_conversation act)
{
	zend_object *who;
	zend_string *key;
	zend_long conversation;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	bool ok;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_LONG(conversation)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, audience, action) ||
			!oc_request_key(&r, key) || !oc_arg_id("conversation", conversation, false)) {
		RETURN_THROWS();
	}
	oc_body_start(&body);
	oc_body_number(&body, (uint64_t)conversation);
	ok = act(&r.call, &r.who, oc_request_once(&r, &body), (uint64_t)conversation, &p);
	oc_request_placed(return_value, &r, ok, &p);
}

ZEND_METHOD(OnlineChat_Router, take)
{
	conversation_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, OC_FOR_OPERATORS, "take", oc_router_take);
}

ZEND_METHOD(OnlineChat_Router, end)
{
	conversation_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, OC_FOR_ALL, "end", oc_router_end);
}

ZEND_METHOD(OnlineChat_Router, reopen)
{
	conversation_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, OC_FOR_ALL, "reopen", oc_router_reopen);
}

ZEND_METHOD(OnlineChat_Router, leave)
{
	conversation_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, OC_FOR_OPERATORS, "leave", oc_router_leave);
}

typedef bool (*with_colleague)(oc_call *, const oc_identity *, oc_once, uint64_t, uint32_t, oc_str, oc_placement *);

/* transfer and invite: a person, a key, a conversation, a colleague and a note. */
static void colleague_call(INTERNAL_FUNCTION_PARAMETERS, const char *action, with_colleague act)
{
	zend_object *who;
	zend_string *key, *note = NULL;
	zend_long conversation, operator_id;
	oc_request r;
	oc_body body;
	oc_placement p = {0};
	oc_str note_text = OC_STR("");
	bool ok;

	ZEND_PARSE_PARAMETERS_START(4, 5)
		Z_PARAM_OBJ_OF_CLASS(who, oc_ce_Identity)
		Z_PARAM_STR(key)
		Z_PARAM_LONG(conversation)
		Z_PARAM_LONG(operator_id)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(note)
	ZEND_PARSE_PARAMETERS_END();

	if (!oc_request_part(&r, Z_OBJ_P(ZEND_THIS)) || !oc_request_who(&r, who, OC_FOR_OPERATORS, action) ||
			!oc_request_key(&r, key) || !oc_arg_id("conversation", conversation, false) ||
			!oc_arg_range("operator", operator_id, 1, UINT32_MAX) ||
			(note && !oc_arg_text("note", note, OC_TEXT_MAX, false))) {
		RETURN_THROWS();
	}
	if (note) {
		note_text = oc_str_of_zend(note);
	}
	oc_body_start(&body);
	oc_body_number(&body, (uint64_t)conversation);
	oc_body_number(&body, (uint64_t)operator_id);
	oc_body_text(&body, note_text);
	ok = act(&r.call, &r.who, oc_request_once(&r, &body), (uint64_t)conversation, (uint32_t)operator_id,
		note_text, &p);
	oc_request_placed(return_value, &r, ok, &p);
}

ZEND_METHOD(OnlineChat_Router, transfer)
{
	colleague_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, "transfer", oc_router_transfer);
}

ZEND_METHOD(OnlineChat_Router, invite)
{
	colleague_call(INTERNAL_FUNCTION_PARAM_PASSTHRU, "invite", oc_router_invite);
}
