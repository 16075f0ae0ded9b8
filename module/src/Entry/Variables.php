<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

/** The server's variables where getenv() does not know them: PHP's own web server, and headers that were not sent. */
final class Variables
{
    public static function get(string $name): ?string
    {
        return $_SERVER[$name] ?? null;
    }
}
