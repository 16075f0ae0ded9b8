/* phpinfo(): this worker's links and counters, and the libraries. */
#ifndef OC_MINFO_H
#define OC_MINFO_H

#include "php.h"

PHP_MINFO_FUNCTION(onlinechat);

#endif
