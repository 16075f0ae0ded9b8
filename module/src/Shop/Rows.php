<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Rows of PrestaShop's own tables, never from its query cache. */
final class Rows
{
    /**
     * @param string $sql "PREFIX_" stands for the shop's prefix
     *
     * @return list<array<string, string>>
     */
    public static function of(string $sql): array
    {
        $rows = \Db::getInstance()->executeS(\str_replace('PREFIX_', _DB_PREFIX_, $sql), true, false);

        return \is_array($rows) ? \array_values($rows) : [];
    }
}
