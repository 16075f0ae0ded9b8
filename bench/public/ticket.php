<?php

require __DIR__ . '/../../module/src/Entry/Entry.php';

$chat = new OnlineChat\Chat((require getenv('ONLINECHAT_BENCH_CONFIG'))['chat']);
$chat->tickets()->verify($_SERVER['HTTP_ONLINECHAT_TICKET']);
