<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;

/**
 * Shops that PrestaShop has no more. What was said in them stays, since deleting a shop may be a mistake: the retention
 * period goes on, and whoever wants it gone at once says so.
 */
final class GoneShops
{
    public function __construct(private ChatFactory $chats)
    {
    }

    /** PrestaShop deletes the row with its name; settings it leaves. */
    public static function note(\Shop $shop): void
    {
        $notes = self::notes();
        $notes[(int) $shop->id] = ['name' => (string) $shop->name, 'group' => (int) $shop->id_shop_group, 'at' => \time()];
        self::keep($notes);
    }

    /** @return list<GoneShop> also those that were deleted while the module was off */
    public function all(): array
    {
        $notes = self::notes();
        $living = \array_map(static fn (\Shop $shop) => (int) $shop->id, Publisher::shops());
        $gone = \array_diff(\array_unique([...\array_keys($notes), ...$this->found($living)]), $living);
        \sort($gone);

        return \array_map(static fn (int $id) => new GoneShop(
            $id,
            (string) ($notes[$id]['name'] ?? ''),
            (int) ($notes[$id]['group'] ?? 0),
            (int) ($notes[$id]['at'] ?? 0)
        ), $gone);
    }

    /** In any language. */
    public static function title(GoneShop $shop): string
    {
        return \ltrim("$shop->name (#$shop->id)");
    }

    public function one(int $id): ?GoneShop
    {
        foreach ($this->all() as $shop) {
            if ($shop->id === $id) {
                return $shop;
            }
        }

        return null;
    }

    /**
     * @return array{conversations: int, messages: int}
     *
     * @throws Exception
     */
    public function kept(GoneShop $shop): array
    {
        return $this->chats->ofGone($shop)->kept();
    }

    /**
     * For good: conversations, left messages, and at last settings and all else.
     *
     * @return int how many lines of the history went, at most $limit; 0: nothing is left
     *
     * @throws Exception
     */
    public function erase(GoneShop $shop, int $limit): int
    {
        $lines = $this->chats->ofGone($shop)->eraseAll($limit);
        if ($lines === 0) {
            self::forget($shop);
        }

        return $lines;
    }

    /**
     * @param list<int> $living
     *
     * @return list<int> shops in the databases of the living ones
     */
    private function found(array $living): array
    {
        $ids = $asked = [];
        foreach ($living as $shop) {
            $mysql = $this->chats->options($shop)['mysql'];
            if (!\in_array($mysql, $asked, true)) {
                $asked[] = $mysql;
                try {
                    \array_push($ids, ...$this->chats->open($shop)->shops());
                } catch (Exception $e) {
                    // This shop's own row of the health panel says what is wrong with its database.
                }
            }
        }

        return $ids;
    }

    private static function forget(GoneShop $shop): void
    {
        $id = $shop->id;
        foreach (['onlinechat_profile' => '', 'onlinechat_reply' => '', 'configuration' => " AND name LIKE 'ONLINECHAT\\\\_%'"] as $table => $only) {
            \Db::getInstance()->delete($table, "id_shop = $id$only");
        }
        self::keep(\array_diff_key(self::notes(), [$id => 0]));
    }

    /** @return array<int, array{name: string, group: int, at: int}> */
    private static function notes(): array
    {
        return (array) \json_decode((string) \Configuration::getGlobalValue(Settings::GONE), true);
    }

    /** @param array<int, array{name: string, group: int, at: int}> $notes */
    private static function keep(array $notes): void
    {
        \Configuration::updateGlobalValue(Settings::GONE, (string) \json_encode((object) $notes, JSON_HEX_TAG | JSON_INVALID_UTF8_SUBSTITUTE));
    }
}
