<?php

require __DIR__ . '/../../module/src/Entry/Entry.php';

PrestaShop\Module\OnlineChat\Entry\Entry::run(require getenv('ONLINECHAT_BENCH_CONFIG'));
