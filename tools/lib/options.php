<?php

/** The options of Chat as the environment that tools/services writes names them. */
function onlinechat_options(int $shop = 1): array
{
    $value = static fn (string $name): string => getenv("ONLINECHAT_$name")
        ?: throw new RuntimeException("ONLINECHAT_$name is not set: source build/run/NAME/env first");
    return [
        'shop' => $shop,
        'secrets' => [$value('SECRET')],
        'mysql' => [
            'socket' => $value('MYSQL_SOCKET'),
            'user' => $value('MYSQL_USER'),
            'password' => $value('MYSQL_PASSWORD'),
            'database' => $value('MYSQL_DATABASE'),
        ],
        'redis' => ['socket' => $value('REDIS_SOCKET')],
    ];
}
