<?php

/* What the entry and the ticket pages need to know, from the environment that tools/services sets. */

return [
    'chat' => [
        'shop' => 1,
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
