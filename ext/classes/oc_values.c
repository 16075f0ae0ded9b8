#include "classes/oc_slots.h"
#include "classes/oc_values.h"
#include "core/oc_text.h"

static const char *const role_cases[] = {"", "Guest", "Customer", "Operator"};
static const char *const status_cases[] = {"", "Waiting", "Ongoing", "Finished", "Archived"};
static const char *const author_cases[] = {"", "Visitor", "Operator", "Note"};
static const char *const outcome_cases[] = {
	"", "Assigned", "Waiting", "Full", "Closed", "Held", "Done", "Posted", "Conflict", "Archived"
};
static const char *const mode_cases[] = {"", "Chat", "Queue", "Form", "None"};

static void put_status_or_null(oc_slots *s, oc_status v)
{
	if (v) {
		oc_put_case(s, oc_ce_Status, status_cases[v]);
	} else {
		oc_put_null(s);
	}
}

void oc_identity_fill(zend_object *object, const oc_identity *v)
{
	oc_slots s = {object, 0};

	oc_put_case(&s, oc_ce_Role, role_cases[v->role]);
	oc_put_str(&s, v->person);
	oc_put_str(&s, v->name);
	oc_put_str(&s, v->language);
	oc_put_str(&s, v->session);
	oc_put_long(&s, v->issued);
	oc_put_long(&s, v->expires);
	oc_put_long(&s, v->first);
	oc_put_bool(&s, v->supervisor);
	oc_put_str(&s, v->email);
	oc_put_str(&s, v->phone);
}

bool oc_identity_read(zend_object *object, uint32_t shop, oc_identity *out)
{
	if (Z_TYPE_P(OBJ_PROP_NUM(object, 0)) != IS_OBJECT) {
		zend_throw_error(NULL, "%s::__construct() has not been called", ZSTR_VAL(object->ce->name));
		return false;
	}
	*out = (oc_identity){
		.role = oc_role_of(Z_OBJ_P(OBJ_PROP_NUM(object, 0))),
		.shop = shop,
		.person = oc_str_of_zend(Z_STR_P(OBJ_PROP_NUM(object, 1))),
		.name = oc_str_of_zend(Z_STR_P(OBJ_PROP_NUM(object, 2))),
		.language = oc_str_of_zend(Z_STR_P(OBJ_PROP_NUM(object, 3))),
		.session = oc_str_of_zend(Z_STR_P(OBJ_PROP_NUM(object, 4))),
		.issued = (uint64_t)Z_LVAL_P(OBJ_PROP_NUM(object, 5)),
		.expires = (uint64_t)Z_LVAL_P(OBJ_PROP_NUM(object, 6)),
		.first = (uint64_t)Z_LVAL_P(OBJ_PROP_NUM(object, 7)),
		.supervisor = Z_TYPE_P(OBJ_PROP_NUM(object, 8)) == IS_TRUE,
		.email = oc_str_of_zend(Z_STR_P(OBJ_PROP_NUM(object, 9))),
		.phone = oc_str_of_zend(Z_STR_P(OBJ_PROP_NUM(object, 10))),
	};
	if (out->role != OC_GUEST) {
		oc_str_u64(out->person, &out->id);
	}
	return true;
}

oc_role oc_role_of(zend_object *enum_case)
{
	switch (Z_STRVAL_P(zend_enum_fetch_case_value(enum_case))[0]) {
		case 'g':
			return OC_GUEST;
		case 'c':
			return OC_CUSTOMER;
		default:
			return OC_OPERATOR;
	}
}

oc_signoff oc_signoff_of(zend_object *enum_case)
{
	switch (Z_STRVAL_P(zend_enum_fetch_case_value(enum_case))[0]) {
		case 'a':
			return OC_ASK;
		case 'e':
			return OC_END;
		default:
			return OC_HAND_OVER;
	}
}

void oc_value_identity(zval *out, const oc_identity *v)
{
	object_init_ex(out, oc_ce_Identity);
	oc_identity_fill(Z_OBJ_P(out), v);
}

void oc_value_placement(zval *out, const oc_placement *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Placement);

	oc_put_case(&s, oc_ce_Outcome, outcome_cases[v->outcome]);
	oc_put_long(&s, v->conversation);
	oc_put_long(&s, v->number);
	put_status_or_null(&s, v->status);
	oc_put_operator(&s, v->operator_id, v->operator_name);
	oc_put_long(&s, v->position);
	oc_put_long(&s, v->estimate);
	oc_put_long(&s, v->until);
	oc_put_long(&s, v->decision);
	oc_put_bool(&s, v->repeated);
}

static void value_message(zval *out, const oc_message *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Message);

	oc_put_long(&s, v->number);
	oc_put_case(&s, oc_ce_Author, author_cases[v->author]);
	oc_put_str(&s, v->name);
	oc_put_str(&s, v->text);
	oc_put_long(&s, v->at);
}

void oc_value_message_list(zval *out, const oc_message *list, size_t n)
{
	zval item;

	array_init_size(out, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		value_message(&item, &list[i]);
		add_next_index_zval(out, &item);
	}
}

void oc_value_messages(zval *out, const oc_messages *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Messages);

	oc_put_long(&s, v->conversation);
	oc_put_long(&s, v->from);
	oc_put_long(&s, v->to);
	oc_put_long(&s, v->last);
	oc_put_case(&s, oc_ce_Status, status_cases[v->status]);
	oc_put_long(&s, v->revision);
	oc_put_operator(&s, v->operator_id, v->operator_name);
	oc_put_bool(&s, v->operator_away);
	oc_put_long(&s, v->position);
	oc_put_long(&s, v->estimate);
	oc_put_long(&s, v->read_by_other);
	oc_put_known(&s, v->delivered_to_other);
	oc_put_long_or_null(&s, v->blocked_until);
	oc_value_message_list(oc_slot(&s), v->list, v->n);
	oc_put_long(&s, v->started_at);
	oc_put_long(&s, v->finished_at);
}

void oc_value_posted(zval *out, const oc_posted *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Posted);

	oc_put_long(&s, v->conversation);
	oc_put_long(&s, v->number);
	oc_put_long(&s, v->at);
	oc_put_case(&s, oc_ce_Status, status_cases[v->status]);
	oc_put_bool(&s, v->repeated);
	oc_put_bool(&s, v->accepted);
	oc_put_case(&s, oc_ce_Outcome, outcome_cases[v->outcome]);
}

static void put_ids(zval *array, oc_str ids)
{
	uint32_t list[OC_ASSISTANTS_MOST];
	size_t n = oc_ids_parse(ids, list, OC_ASSISTANTS_MOST);

	array_init_size(array, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		add_next_index_long(array, (zend_long)list[i]);
	}
}

static void value_conversation(zval *out, const oc_conversation *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Conversation);

	oc_put_long(&s, v->id);
	oc_put_long(&s, v->thread);
	oc_put_case(&s, oc_ce_Status, status_cases[v->status]);
	oc_put_case(&s, oc_ce_Role, role_cases[v->role]);
	oc_put_long_or_null(&s, v->customer);
	oc_put_str(&s, v->name);
	oc_put_str(&s, v->language);
	oc_put_operator(&s, v->operator_id, v->operator_name);
	oc_put_long(&s, v->last);
	oc_put_long(&s, v->revision);
	oc_put_long(&s, v->read_operator);
	oc_put_long(&s, v->read_visitor);
	oc_put_str(&s, v->excerpt);
	oc_put_long(&s, v->started_at);
	oc_put_long(&s, v->last_at);
	oc_put_long(&s, v->waiting_since);
	if (v->here < 0) {
		oc_put_null(&s);
	} else {
		oc_put_bool(&s, v->here > 0);
	}
	oc_put_known(&s, v->delivered);
	put_ids(oc_slot(&s), v->assistants);
}

static void value_operator(zval *out, const oc_operator *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Operator);

	oc_put_long(&s, v->id);
	oc_put_str(&s, v->name);
	oc_put_bool(&s, v->online);
	oc_put_bool(&s, v->away);
	oc_put_long(&s, v->capacity);
	oc_put_long(&s, v->load);
}

void oc_value_conversations(zval *array, const oc_conversation *list, size_t n)
{
	zval item;

	array_init_size(array, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		value_conversation(&item, &list[i]);
		add_next_index_zval(array, &item);
	}
}

static void put_conversations(oc_slots *s, const oc_conversation *list, size_t n)
{
	oc_value_conversations(oc_slot(s), list, n);
}

void oc_value_board(zval *out, const oc_board *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Board);
	zval item, *colleagues;

	value_operator(oc_slot(&s), &v->me);
	put_conversations(&s, v->ongoing, v->n_ongoing);
	put_conversations(&s, v->finished, v->n_finished);
	put_conversations(&s, v->waiting, v->n_waiting);
	put_conversations(&s, v->assisting, v->n_assisting);
	colleagues = oc_slot(&s);
	array_init_size(colleagues, (uint32_t)v->n_colleagues);
	for (size_t i = 0; i < v->n_colleagues; i++) {
		value_operator(&item, &v->colleagues[i]);
		add_next_index_zval(colleagues, &item);
	}
	oc_put_long(&s, v->cursor);
	oc_put_long(&s, v->maximum);
	oc_put_long(&s, v->open);
	oc_put_long(&s, v->opens);
}

/* The visitor's update says whether the operator types, the operator's which visitors do. */
static void put_typing(oc_slots *s, const oc_update *v)
{
	zval *typing = oc_slot(s);

	if (!v->has_typing) {
		ZVAL_NULL(typing);
	} else if (v->typing_list) {
		array_init_size(typing, (uint32_t)v->n_typing);
		for (size_t i = 0; i < v->n_typing; i++) {
			add_next_index_long(typing, (zend_long)v->typing_list[i]);
		}
	} else {
		ZVAL_BOOL(typing, v->typing);
	}
}

void oc_value_update(zval *out, const oc_update *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Update);

	oc_put_bool(&s, v->changed);
	oc_put_long(&s, v->delay);
	oc_put_bool(&s, v->degraded);
	if (v->messages) {
		oc_value_messages(oc_slot(&s), v->messages);
	} else {
		oc_put_null(&s);
	}
	if (v->board) {
		oc_value_board(oc_slot(&s), v->board);
	} else {
		oc_put_null(&s);
	}
	put_typing(&s, v);
	oc_put_long(&s, v->settings);
	oc_put_bool(&s, v->sweep);
}

void oc_value_shop_status(zval *out, const oc_shop_status *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_ShopStatus);

	oc_put_case(&s, oc_ce_Mode, mode_cases[v->mode]);
	oc_put_bool(&s, v->degraded);
	oc_put_long(&s, v->settings);
	oc_put_long(&s, v->delay);
	oc_put_long(&s, v->opens);
}

static void value_thread(zval *out, const oc_thread *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Thread);

	oc_put_long(&s, v->id);
	oc_put_long_or_null(&s, v->customer);
	oc_put_str(&s, v->name);
	oc_put_str_or_null(&s, v->email);
	oc_put_str_or_null(&s, v->phone);
	oc_put_str(&s, v->last_text);
	oc_put_long(&s, v->last_at);
	oc_put_long(&s, v->conversations);
	oc_put_str(&s, v->mail ? OC_STR("message") : OC_STR("conversation"));
	oc_put_str_or_null(&s, v->hit);
	oc_put_long_or_null(&s, v->hit_at);
	if (v->mail) {
		oc_value_mail(oc_slot(&s), v->mail);
	} else {
		oc_put_null(&s);
	}
}

void oc_value_threads(zval *out, const oc_thread *list, size_t n)
{
	zval line;

	array_init_size(out, (uint32_t)n);
	for (size_t i = 0; i < n; i++) {
		value_thread(&line, &list[i]);
		add_next_index_zval(out, &line);
	}
}

void oc_value_block(zval *out, const oc_block *v)
{
	oc_slots s = oc_slots_new(out, oc_ce_Block);

	oc_put_long(&s, v->id);
	oc_put_str(&s, v->what == OC_BLOCK_PERSON ? OC_STR("person") : OC_STR("address"));
	oc_put_str(&s, v->name);
	oc_put_long(&s, v->conversation);
	oc_put_long(&s, v->until);
	oc_put_str(&s, v->by);
	oc_put_str(&s, v->reason);
	oc_put_long(&s, v->at);
	oc_put_long(&s, v->thread);
	oc_put_long_or_null(&s, v->customer);
}
