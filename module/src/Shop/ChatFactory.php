<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Chat;
use PrestaShop\Module\OnlineChat\Connection\Database;

/** Opens a shop's chat inside PrestaShop. */
final class ChatFactory
{
    public function open(int $shop): Chat
    {
        return new Chat($this->options($shop));
    }

    /** @param array<string, mixed>|null $redis another Redis than the one configured, to try it */
    public function options(int $shop, ?array $redis = null): array
    {
        return [
            'shop' => $shop,
            'prefix' => _DB_PREFIX_,
            'secrets' => Settings::json(Settings::SECRETS),
            'mysql' => Database::ofShop(_PS_ROOT_DIR_)->options(),
            'redis' => $redis ?? Settings::json(Settings::REDIS),
        ];
    }
}
