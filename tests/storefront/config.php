<?php

/* What the entry and the ticket pages need to know, from the environment that tools/services sets. There is a second
 * shop, for employees who serve several: addresses that concern it say so. */

return [
    'chat' => [
        'shop' => ($_GET['shop'] ?? '') === '2' ? 2 : 1,
        'secrets' => [getenv('ONLINECHAT_SECRET')],
        'mysql' => [
            'socket' => getenv('ONLINECHAT_MYSQL_SOCKET'),
            'user' => getenv('ONLINECHAT_MYSQL_USER'),
            'password' => getenv('ONLINECHAT_MYSQL_PASSWORD'),
            'database' => getenv('ONLINECHAT_MYSQL_DATABASE'),
        ],
        'redis' => ['socket' => getenv('ONLINECHAT_REDIS_SOCKET')],
    ],
    'trusted_proxies' => [],
];
