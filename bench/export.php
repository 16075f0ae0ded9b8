<?php

/* php export.php CUSTOMER SMALL: exports a person, after one who said little, and says in JSON how much memory that took. */

namespace OnlineChat\Bench;

require __DIR__ . '/autoload.php';

echo json_encode(History\Export::measure((int) $argv[1], (int) $argv[2]), JSON_THROW_ON_ERROR), "\n";
