<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Chat;
use PrestaShop\Module\OnlineChat\Connection\Database;
use PrestaShop\Module\OnlineChat\Entry\Entry;

/**
 * Opens a shop's chat inside PrestaShop.
 *
 * @phpstan-import-type Options from Entry
 * @phpstan-import-type Redis from Entry
 * @phpstan-import-type Mysql from Entry
 */
final class ChatFactory
{
    public function open(int $shop): Chat
    {
        return new Chat($this->options($shop));
    }

    /**
     * @param Redis|null $redis another Redis than the one configured, to try it
     * @param Mysql|array{}|null $mysql the same for MySQL; [] is the shop's own database
     *
     * @return Options
     */
    public function options(int $shop, ?array $redis = null, ?array $mysql = null): array
    {
        /** @var list<string> $secrets */
        $secrets = Settings::json($shop, Settings::SECRETS);
        /** @var Redis $redis */
        $redis ??= Settings::json($shop, Settings::REDIS);
        /** @var Mysql|array{} $mysql */
        $mysql ??= Settings::json($shop, Settings::MYSQL);

        return self::built($shop, $secrets, $redis, $mysql);
    }

    public function ofGone(GoneShop $shop): Chat
    {
        $value = static fn (string $name) => (array) \json_decode(Settings::ofGone($shop, $name), true);
        /** @var list<string> $secrets */
        $secrets = $value(Settings::SECRETS);
        /** @var Redis $redis */
        $redis = $value(Settings::REDIS);
        /** @var Mysql|array{} $mysql */
        $mysql = $value(Settings::MYSQL);

        return new Chat(self::built($shop->id, $secrets, $redis, $mysql));
    }

    /**
     * @param list<string> $secrets
     * @param Redis $redis
     * @param Mysql|array{} $mysql
     *
     * @return Options
     */
    private static function built(int $shop, array $secrets, array $redis, array $mysql): array
    {
        return [
            'shop' => $shop,
            'prefix' => _DB_PREFIX_,
            'secrets' => $secrets,
            'mysql' => $mysql ?: Database::ofShop(_PS_ROOT_DIR_)->options(),
            'redis' => $redis,
        ];
    }
}
