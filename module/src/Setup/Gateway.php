<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Where browsers reach the gateway, as one field of the form: a path of the shop's own host, as the web server maps it.
 * Another host would be another origin, which gets no tickets.
 */
final class Gateway
{
    /**
     * @return string with "/" at both ends; "" none
     *
     * @throws \InvalidArgumentException naming the field
     */
    public static function read(string $typed): string
    {
        $path = \trim($typed);
        if ($path === '') {
            return '';
        }
        if (\preg_match('~^(/[A-Za-z0-9._-]+)+/?$~D', $path) !== 1 || \preg_match('~/\.\.?(/|$)~', $path) === 1) {
            throw new \InvalidArgumentException('gateway: a path such as /onlinechat/, of letters, digits, dots, dashes and underscores');
        }

        return \rtrim($path, '/') . '/';
    }
}
