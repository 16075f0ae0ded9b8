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

    /** All shops: what is set for a group or for all changes several. */
    public function publishAll(): void
    {
        foreach (self::shops() as $shop) {
            if (!$this->upToDate($shop)) {
                $this->chats->open((int) $shop->id)->publish(Settings::resolved($shop));
            }
            ConnectionFile::write((int) $shop->id);
        }
    }

    /** Whether what is published is what is resolved. */
    public function upToDate(\Shop $shop): bool
    {
        $published = $this->chats->open((int) $shop->id)->settings();
        foreach (Settings::resolved($shop) as $name => $value) {
            if (($published[$name] ?? null) !== $value) {
                return false;
            }
        }

        return ($published['version'] ?? 0) > 0;
    }

    /** @return list<\Shop> */
    public static function shops(): array
    {
        return \array_map(static fn ($id) => new \Shop((int) $id), \array_values(\Shop::getShops(false, null, true)));
    }
}
