<?php

require __DIR__ . '/../../module/src/Entry/Entry.php';

$chat = new OnlineChat\Chat((require getenv('ONLINECHAT_BENCH_CONFIG'))['chat']);
