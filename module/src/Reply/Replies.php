<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Reply;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Canned replies as they are stored. */
final class Replies
{
    public const ALL_SHOPS = 0;
    public const TEXT_LENGTH = 4000;
    public const PLACEHOLDERS = ['customer_firstname', 'operator', 'shop', 'product'];

    /**
     * What the console offers in a shop: its own, and those of all shops unless it has one of the same shortcut.
     *
     * @return list<array{shortcut: string, text: string, language: string}>
     */
    public static function ofShop(int $shop): array
    {
        /** @var list<array{shortcut: string, text: string, language: string}>|false $found */
        $found = \Db::getInstance()->executeS(
            'SELECT `shortcut`, `text`, `language` FROM `' . self::table() . "` WHERE `id_shop` IN (0, $shop) ORDER BY `language`, `shortcut`, `id_shop`",
            true,
            false
        );
        $replies = [];
        foreach ($found ?: [] as $row) {
            $replies[$row['language'] . ' ' . $row['shortcut']] = $row;
        }

        return \array_values($replies);
    }

    /** @return array{id_reply: int, id_shop: int, language: string, shortcut: string, text: string}|null */
    public static function find(int $id): ?array
    {
        /** @var array{id_reply: string, id_shop: string, language: string, shortcut: string, text: string}|false $row */
        $row = \Db::getInstance()->getRow('SELECT * FROM `' . self::table() . "` WHERE `id_reply` = $id", false);

        return $row ? ['id_reply' => (int) $row['id_reply'], 'id_shop' => (int) $row['id_shop']] + $row : null;
    }

    /** @param array{id_shop: int, language: string, shortcut: string, text: string} $reply checked by ReplyType */
    public static function save(?int $id, array $reply): void
    {
        $values = [
            'id_shop' => (int) $reply['id_shop'],
            'language' => \pSQL($reply['language'], true),
            'shortcut' => \pSQL($reply['shortcut'], true),
            'text' => \pSQL(\str_replace("\r\n", "\n", $reply['text']), true),
        ];
        $done = $id === null
            ? \Db::getInstance()->insert('onlinechat_reply', $values)
            : \Db::getInstance()->update('onlinechat_reply', $values, "`id_reply` = $id");
        if (!$done) {
            throw new \RuntimeException('canned reply not saved: ' . \Db::getInstance()->getMsgError());
        }
    }

    /** Whether another reply has the shortcut already. */
    public static function taken(?int $id, int $shop, string $language, string $shortcut): bool
    {
        return (bool) \Db::getInstance()->getValue(
            'SELECT 1 FROM `' . self::table() . "` WHERE `id_shop` = $shop AND `language` = '" . \pSQL($language, true) . "'"
            . " AND `shortcut` = '" . \pSQL($shortcut, true) . "' AND `id_reply` <> " . (int) $id,
            false
        );
    }

    /** @param list<int> $ids */
    public static function delete(array $ids): void
    {
        if ($ids !== []) {
            \Db::getInstance()->delete('onlinechat_reply', '`id_reply` IN (' . \implode(',', \array_map('intval', $ids)) . ')');
        }
    }

    private static function table(): string
    {
        return _DB_PREFIX_ . 'onlinechat_reply';
    }
}
