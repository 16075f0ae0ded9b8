/* Without libevent the class is there all the same, and says what is missing. */
#include "SAPI.h"
#include "classes/oc_hash.h"
#include "classes/oc_throw.h"

#ifdef ONLINECHAT_HAVE_GATEWAY

#include "classes/oc_gateway_options.h"
#include "store/oc_pool.h"

typedef struct {
	oc_gateway gateway;
	bool ready;
	zend_object std;
} gateway_object;

static zend_object_handlers handlers;

static gateway_object *of(zend_object *object)
{
	return (gateway_object *)((char *)object - XtOffsetOf(gateway_object, std));
}

static zend_object *gateway_create(zend_class_entry *ce)
{
	gateway_object *object = zend_object_alloc(sizeof *object, ce);

	zend_object_std_init(&object->std, ce);
	object_properties_init(&object->std, ce);
	object->std.handlers = &handlers;
	return &object->std;
}

static void gateway_free(zend_object *std)
{
	oc_gateway_free(&of(std)->gateway);
	zend_object_std_dtor(std);
}

void oc_object_is_gateway(zend_class_entry *ce)
{
	handlers = std_object_handlers;
	handlers.offset = XtOffsetOf(gateway_object, std);
	handlers.free_obj = gateway_free;
	handlers.clone_obj = NULL;
	ce->create_object = gateway_create;
}

/* It holds its process for months: a web server's worker is not for that. */
static bool on_the_command_line(void)
{
	if (strcmp(sapi_module.name, "cli") == 0) {
		return true;
	}
	zend_throw_error(NULL, "OnlineChat\\Gateway runs on the command line only, not in \"%s\"", sapi_module.name);
	return false;
}

ZEND_METHOD(OnlineChat_Gateway, __construct)
{
	gateway_object *object = of(Z_OBJ_P(ZEND_THIS));
	HashTable *options;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(options)
	ZEND_PARSE_PARAMETERS_END();

	if (!on_the_command_line()) {
		RETURN_THROWS();
	}
	if (object->ready || object->gateway.shops) {
		zend_throw_error(NULL, "OnlineChat\\Gateway::__construct() has already been called");
		RETURN_THROWS();
	}
	if (!oc_gateway_options_read(options, &object->gateway)) {
		RETURN_THROWS();
	}
	object->gateway.hmac = oc_hmac_sha256;
	object->gateway.limits = OC_G(links).limits;
	object->ready = true;
}

static gateway_object *ready(zval *this)
{
	gateway_object *object = of(Z_OBJ_P(this));

	if (!object->ready) {
		zend_throw_error(NULL, "OnlineChat\\Gateway::__construct() has not been called");
		return NULL;
	}
	return object;
}

ZEND_METHOD(OnlineChat_Gateway, run)
{
	gateway_object *object;
	oc_error e = {0};

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(object = ready(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!oc_gateway_run(&object->gateway, &e)) {
		oc_throw(&e);
		RETURN_THROWS();
	}
}

ZEND_METHOD(OnlineChat_Gateway, stop)
{
	gateway_object *object;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(object = ready(ZEND_THIS))) {
		RETURN_THROWS();
	}
	oc_gateway_stop(&object->gateway);
}

static void found(const char *name, bool ok, const char *message, void *list)
{
	zval one;

	array_init(&one);
	add_assoc_string(&one, "name", name);
	add_assoc_bool(&one, "ok", ok);
	add_assoc_string(&one, "message", message);
	add_next_index_zval(list, &one);
}

ZEND_METHOD(OnlineChat_Gateway, check)
{
	gateway_object *object;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(object = ready(ZEND_THIS))) {
		RETURN_THROWS();
	}
	array_init(return_value);
	oc_gateway_check(&object->gateway, found, return_value);
}

#else

void oc_object_is_gateway(zend_class_entry *ce)
{
	(void)ce;
}

static void without(void)
{
	zend_throw_error(NULL, "onlinechat was built without libevent, which OnlineChat\\Gateway needs: install it "
		"(Debian: libevent-dev) and build the extension again");
}

ZEND_METHOD(OnlineChat_Gateway, __construct)
{
	HashTable *options;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(options)
	ZEND_PARSE_PARAMETERS_END();

	(void)options;
	without();
}

ZEND_METHOD(OnlineChat_Gateway, run)
{
	ZEND_PARSE_PARAMETERS_NONE();

	without();
}

ZEND_METHOD(OnlineChat_Gateway, stop)
{
	ZEND_PARSE_PARAMETERS_NONE();

	without();
}

ZEND_METHOD(OnlineChat_Gateway, check)
{
	ZEND_PARSE_PARAMETERS_NONE();

	without();
}

#endif
