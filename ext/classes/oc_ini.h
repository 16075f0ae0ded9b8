/* The limits of php.ini. They belong to the server: no shop changes them (PHP_INI_SYSTEM). */
#ifndef OC_INI_H
#define OC_INI_H

#include "php.h"

/* At MINIT: registers them and checks that they fit together. */
bool oc_ini_start(INIT_FUNC_ARGS);

#endif
