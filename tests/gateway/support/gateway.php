<?php

/* The process under test: a gateway with the options of the environment. */

declare(strict_types=1);

use OnlineChat\Gateway;

(new Gateway(json_decode((string) getenv('GATEWAY_OPTIONS'), true, 16, JSON_THROW_ON_ERROR)))->run();
