<?php

/* The chat's entry: answers without booting PrestaShop. docs/protocol.md says what. */

declare(strict_types=1);

require __DIR__ . '/src/Entry/Entry.php';
require __DIR__ . '/src/Connection/ShopEntry.php';

// Not __DIR__: the module's folder may be a link.
PrestaShop\Module\OnlineChat\Connection\ShopEntry::run(dirname($_SERVER['SCRIPT_FILENAME'], 3));
