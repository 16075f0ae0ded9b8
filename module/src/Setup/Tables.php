<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** The module's own tables. Those of the conversations are the extension's. */
final class Tables
{
    /** Made where they are missing: at installation, and by the upgrade that brings them. */
    public static function create(): void
    {
        self::run('CREATE TABLE IF NOT EXISTS `' . _DB_PREFIX_ . 'onlinechat_profile` (
            `id_employee` INT UNSIGNED NOT NULL,
            `id_shop` INT UNSIGNED NOT NULL COMMENT "0: what holds in every shop",
            `name` VARCHAR(80) NOT NULL DEFAULT "",
            `capacity` SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT "0: the shop\'s",
            `languages` VARCHAR(255) NOT NULL DEFAULT "",
            `mute_message` TINYINT UNSIGNED NOT NULL DEFAULT 0,
            `mute_conversation` TINYINT UNSIGNED NOT NULL DEFAULT 0,
            PRIMARY KEY (`id_employee`, `id_shop`)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4');
        $new = \Db::getInstance()->executeS("SHOW TABLES LIKE '" . \str_replace('_', '\_', _DB_PREFIX_ . 'onlinechat_reply') . "'") === [];
        self::run('CREATE TABLE IF NOT EXISTS `' . _DB_PREFIX_ . 'onlinechat_reply` (
            `id_reply` INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
            `id_shop` INT UNSIGNED NOT NULL DEFAULT 0 COMMENT "0: all shops",
            `language` VARCHAR(8) NOT NULL,
            `shortcut` VARCHAR(32) NOT NULL,
            `text` TEXT NOT NULL,
            UNIQUE KEY `shortcut` (`id_shop`, `language`, `shortcut`)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4');
        if ($new) {
            self::starterReplies();
        }
    }

    private static function starterReplies(): void
    {
        foreach (StarterReplies::ALL as $language => $replies) {
            foreach ($replies as $shortcut => $text) {
                \Db::getInstance()->insert('onlinechat_reply', [
                    'id_shop' => 0,
                    'language' => \pSQL($language, true),
                    'shortcut' => \pSQL($shortcut, true),
                    'text' => \pSQL($text, true),
                ]);
            }
        }
    }

    private static function run(string $statement): void
    {
        if (!\Db::getInstance()->execute($statement)) {
            throw new \RuntimeException('onlinechat: table not made: ' . \Db::getInstance()->getMsgError());
        }
    }
}
