<?php

/* Brings the tables of shop 1 up to date and publishes the default settings. */

use OnlineChat\Chat;

require __DIR__ . '/options.php';

$chat = new Chat(onlinechat_options());
$chat->migrate();
$chat->publish([]);
