<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Connection\ConnectionFile;

/** Hands each shop's resolved settings to the extension, which knows nothing of shop groups. */
final class Publisher
{
    public function __construct(private ChatFactory $chats)
    {
    }

    /**
     * All shops: what is set for a group or for all changes several. One whose stores are away does not keep the
     * others from being published.
     *
     * @throws \OnlineChat\Exception|\RuntimeException the first shop's that failed
     */
    public function publishAll(): void
    {
        $problem = null;
        foreach (self::shops() as $shop) {
            try {
                $this->publish($shop);
            } catch (\OnlineChat\Exception|\RuntimeException $e) {
                $problem ??= $e;
            }
        }
        if ($problem !== null) {
            throw $problem;
        }
    }

    private function publish(\Shop $shop): void
    {
        $this->settings($shop);
        ConnectionFile::write((int) $shop->id);
    }

    private function settings(\Shop $shop): void
    {
        $chat = $this->chats->open((int) $shop->id);
        $published = $chat->settings();
        Words::keep($shop);
        $resolved = Settings::resolved($shop);
        $version = self::same($published, $resolved) ? (int) $published['version'] : $chat->publish($resolved);
        Settings::published($shop, $version, $resolved);
    }

    /**
     * Publishes one shop if what is published is not what is resolved. No hook tells that words were edited in
     * PrestaShop's translations, or that another module was switched on or off; and a save may have met stores that
     * were away. The connection file is left to whoever serves pages: a cron may be another user.
     *
     * @throws \OnlineChat\Exception
     */
    public function refresh(\Shop $shop): void
    {
        if (!$this->upToDate($shop)) {
            $this->settings($shop);
        }
    }

    /** Whether what is published is what is resolved, and what pages say of it. */
    public function upToDate(\Shop $shop): bool
    {
        $published = $this->chats->open((int) $shop->id)->settings();

        return self::same($published, Settings::resolved($shop))
            && Words::kept($shop) == Words::changed($shop)
            && (int) $published['version'] === Settings::publishedVersion($shop);
    }

    /**
     * @param array<string, mixed> $published
     * @param array<string, mixed> $resolved
     */
    private static function same(array $published, array $resolved): bool
    {
        foreach ($resolved as $name => $value) {
            if (self::canonical($published[$name] ?? null) !== self::canonical($value)) {
                return false;
            }
        }

        return ($published['version'] ?? 0) > 0;
    }

    /** The names of an object in JSON have no order. */
    private static function canonical(mixed $value): mixed
    {
        if (\is_array($value)) {
            \ksort($value);

            return \array_map([self::class, 'canonical'], $value);
        }

        return $value;
    }

    /**
     * As the database has them: the core's own list is from before the shop that a hook tells of.
     *
     * @return list<\Shop>
     */
    public static function shops(): array
    {
        return \array_map(
            static fn (array $row) => new \Shop((int) $row['id_shop']),
            Rows::of('SELECT id_shop FROM PREFIX_shop WHERE deleted = 0 ORDER BY id_shop')
        );
    }

    /** @return list<\Shop> those the back office is set to */
    public static function shopsInContext(): array
    {
        return \array_map(static fn ($id) => new \Shop((int) $id), \array_values(\Shop::getContextListShopID()));
    }
}
