<?php

declare(strict_types=1);

require __DIR__ . '/../../../module/src/Entry/Entry.php';

PrestaShop\Module\OnlineChat\Entry\Entry::run(require __DIR__ . '/../config.php');
