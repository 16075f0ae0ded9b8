<?php

declare(strict_types=1);

/* The entry with the configuration a test gives it, under PHP's own web server. */

require __DIR__ . '/../../../module/src/Entry/Entry.php';

PrestaShop\Module\OnlineChat\Entry\Entry::run(json_decode((string) getenv('ENTRY_CONFIG'), true));
