<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Connection\ConnectionFile;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use PrestaShop\Module\OnlineChat\Shop\Settings;

/** What installing adds to PrestaShop's own part, and uninstalling takes away. */
final class Installer
{
    public function install(): bool
    {
        if (!Tabs::create()) {
            throw new \RuntimeException('The menu "Online Chat" cannot be made.');
        }
        Settings::installDefaults();
        $chats = new ChatFactory();
        $chats->open((int) \Configuration::get('PS_SHOP_DEFAULT'))->migrate();
        (new Publisher($chats))->publishAll();

        return true;
    }

    /** The core removes hooks and menu entries; conversations stay unless the owner asked to erase them. */
    public function uninstall(bool $erase): void
    {
        if ($erase) {
            $this->dropTables();
        }
        Settings::removeAll();
        ConnectionFile::removeAll();
    }

    private function dropTables(): void
    {
        $db = \Db::getInstance();
        $like = \str_replace('_', '\_', _DB_PREFIX_ . 'onlinechat_');
        $rows = $db->executeS("SHOW TABLES LIKE '" . \pSQL($like, true) . "%'");
        foreach (\is_array($rows) ? $rows : [] as $row) {
            $db->execute('DROP TABLE IF EXISTS `' . \bqSQL((string) \current($row)) . '`');
        }
    }
}
