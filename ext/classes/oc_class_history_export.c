#include "classes/oc_export.h"
#include "classes/oc_request.h"
#include "classes/oc_values.h"
#include "store/oc_history.h"

/* Read at once; each may be as long as the longest message or more. */
#define LINES 32
#define MESSAGES 64

/* Some of what follows, the next of it at "at". */
typedef struct {
	zval list; /* an array, or undefined */
	zend_ulong at;
} lot;

typedef struct {
	zend_object *chat, *who; /* who NULL: the shop itself */
	oc_person person;        /* its strings are those of the two */
	zend_string *email, *phone;
	bool began;
	zval current;
	zend_long given;          /* items so far */
	lot lines, said;
	oc_export_line line[LINES]; /* of lines */
	uint64_t last_line;
	bool no_more_lines;
	uint64_t thread; /* the line that is being read, */
	oc_reached place;  /* how far, */
	bool more;       /* and whether there may be more */
	zend_object std;
} export_object;

static zend_object_handlers handlers;

static export_object *of(zend_object *object)
{
	return (export_object *)((char *)object - XtOffsetOf(export_object, std));
}

static zend_object *export_create(zend_class_entry *ce)
{
	export_object *object = zend_object_alloc(sizeof *object, ce);

	zend_object_std_init(&object->std, ce);
	object_properties_init(&object->std, ce);
	object->std.handlers = &handlers;
	return &object->std;
}

/* The place of a zval is empty before its old value goes: what that runs must not meet it. */
static void drop(zval *v)
{
	zval old;

	ZVAL_COPY_VALUE(&old, v);
	ZVAL_UNDEF(v);
	zval_ptr_dtor(&old);
}

static void export_free(zend_object *std)
{
	export_object *e = of(std);

	drop(&e->current);
	drop(&e->lines.list);
	drop(&e->said.list);
	if (e->chat) {
		OBJ_RELEASE(e->chat);
	}
	if (e->who) {
		OBJ_RELEASE(e->who);
	}
	if (e->email) {
		zend_string_release(e->email);
	}
	if (e->phone) {
		zend_string_release(e->phone);
	}
	zend_object_std_dtor(std);
}

void oc_object_is_export(zend_class_entry *ce)
{
	handlers = std_object_handlers;
	handlers.offset = XtOffsetOf(export_object, std);
	handlers.free_obj = export_free;
	handlers.clone_obj = NULL;
	ce->create_object = export_create;
}

void oc_export_new(zval *return_value, const oc_export_of *what)
{
	export_object *e;

	object_init_ex(return_value, oc_ce_HistoryExport);
	e = of(Z_OBJ_P(return_value));
	e->chat = what->chat;
	GC_ADDREF(e->chat);
	e->who = what->who;
	if (e->who) {
		GC_ADDREF(e->who);
	}
	e->person = what->person;
	if (what->email) {
		e->email = zend_string_copy(what->email);
		e->person.email = oc_str_of_zend(e->email);
	}
	if (what->phone) {
		e->phone = zend_string_copy(what->phone);
		e->person.phone = oc_str_of_zend(e->phone);
	}
}

/* The next of a lot becomes the current item; the lot goes with its last. */
static bool take(export_object *e, lot *l)
{
	zval *next = Z_TYPE(l->list) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL(l->list), l->at) : NULL;

	if (!next) {
		drop(&l->list);
		return false;
	}
	ZVAL_COPY(&e->current, next);
	zend_hash_index_del(Z_ARRVAL(l->list), l->at++);
	return true;
}

/* Each lot is a call of its own, and leaves nothing but itself. */
static bool begin_call(export_object *e, oc_request *r)
{
	return oc_request_chat(r, e->chat) && (!e->who || oc_request_who(r, e->who, OC_FOR_OPERATORS, "history"));
}

static bool read_lines(export_object *e)
{
	oc_request r;
	oc_thread *list = NULL;
	size_t n = 0;

	if (!begin_call(e, &r)) {
		return false;
	}
	if (!oc_history_person(&r.call, e->who ? &r.who : NULL, &e->person, e->last_line, LINES, &list, &n)) {
		return oc_request_failed(&r);
	}
	for (size_t i = 0; i < n; i++) {
		e->line[i] = (oc_export_line){list[i].id, list[i].mail == NULL};
		e->last_line = list[i].id;
	}
	/* One may have gone between finding and reading it: only none at all is the end. */
	e->no_more_lines = n == 0;
	e->lines.at = 0;
	oc_value_threads(&e->lines.list, list, n);
	return true;
}

static bool read_said(export_object *e)
{
	oc_request r;
	oc_part part;

	if (!begin_call(e, &r)) {
		return false;
	}
	if (!oc_history_part(&r.call, e->who ? &r.who : NULL, e->thread, e->place, MESSAGES, true, &part)) {
		return oc_request_failed(&r);
	}
	e->place = part.next;
	e->more = part.more;
	e->said.at = 0;
	oc_value_messages_list(&e->said.list, part.list, part.n);
	return true;
}

/* The next item, or none at the end. False with an exception thrown: the place is as before. */
static bool advance(export_object *e)
{
	drop(&e->current);
	for (;;) {
		if (take(e, &e->said)) {
			break;
		}
		if (e->more) {
			if (!read_said(e)) {
				return false;
			}
			continue;
		}
		if (take(e, &e->lines)) {
			const oc_export_line *line = &e->line[e->lines.at - 1];

			e->thread = line->id;
			e->place = (oc_reached){0};
			e->more = line->has_messages;
			break;
		}
		if (e->no_more_lines) {
			return true;
		}
		if (!read_lines(e)) {
			return false;
		}
	}
	e->given++;
	return true;
}

static void begin(export_object *e)
{
	drop(&e->lines.list);
	drop(&e->said.list);
	e->began = true;
	e->given = 0;
	e->last_line = 0;
	e->no_more_lines = e->more = false;
}

static bool made_by_chat(const export_object *e)
{
	if (!e->chat) {
		zend_throw_error(NULL, "OnlineChat\\HistoryExport objects are made by the chat only");
	}
	return e->chat != NULL;
}

ZEND_METHOD(OnlineChat_HistoryExport, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(OnlineChat_HistoryExport, current)
{
	export_object *e = of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (Z_ISUNDEF(e->current)) {
		RETURN_NULL();
	}
	RETURN_COPY(&e->current);
}

ZEND_METHOD(OnlineChat_HistoryExport, key)
{
	export_object *e = of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (Z_ISUNDEF(e->current)) {
		RETURN_NULL();
	}
	RETURN_LONG(e->given - 1);
}

ZEND_METHOD(OnlineChat_HistoryExport, next)
{
	export_object *e = of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (!made_by_chat(e)) {
		RETURN_THROWS();
	}
	if (!e->began) {
		begin(e);
	}
	if (!advance(e)) {
		RETURN_THROWS();
	}
}

ZEND_METHOD(OnlineChat_HistoryExport, rewind)
{
	export_object *e = of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (!made_by_chat(e)) {
		RETURN_THROWS();
	}
	begin(e);
	if (!advance(e)) {
		RETURN_THROWS();
	}
}

ZEND_METHOD(OnlineChat_HistoryExport, valid)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(!Z_ISUNDEF(of(Z_OBJ_P(ZEND_THIS))->current));
}
