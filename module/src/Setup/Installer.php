<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Connection\ConnectionFile;
use PrestaShop\Module\OnlineChat\Connection\Database;
use PrestaShop\Module\OnlineChat\Entry\Entry;
use PrestaShop\Module\OnlineChat\Settings\Avatar;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use PrestaShop\Module\OnlineChat\Shop\Settings;

/**
 * What installing adds to PrestaShop's own part, and uninstalling takes away.
 *
 * @phpstan-import-type Mysql from Entry
 */
final class Installer
{
    /** Also for an upgrade: what is there already stays. */
    public function install(): void
    {
        if (!Tabs::create()) {
            throw new \RuntimeException('The menu "Online Chat" cannot be made.');
        }
        Settings::installDefaults();
        Tables::create();
        $chats = new ChatFactory();
        foreach (Publisher::shops() as $shop) {
            $chats->open((int) $shop->id)->migrate();
        }
        (new Publisher($chats))->publishAll();
    }

    /** The core removes hooks and menu entries; conversations stay unless the owner asked to erase them. */
    public function uninstall(bool $erase): void
    {
        if ($erase) {
            $this->dropTables();
        }
        Settings::removeAll();
        Avatar::removeAll();
        ConnectionFile::removeAll();
    }

    /** By hand: the extension may be gone. */
    private function dropTables(): void
    {
        foreach ($this->databases() as $database) {
            $like = \str_replace('_', '\_', _DB_PREFIX_ . 'onlinechat_');
            $tables = $database->prepare('SHOW TABLES LIKE ?');
            $tables->execute(["$like%"]);
            foreach ($tables->fetchAll(\PDO::FETCH_COLUMN) as $table) {
                $database->exec("DROP TABLE IF EXISTS `$table`");
            }
        }
    }

    /** @return iterable<\PDO> the shop's own, and those the owner named instead */
    private function databases(): iterable
    {
        $own = Database::ofShop(_PS_ROOT_DIR_);
        yield $own->link();
        $named = [];
        foreach (Publisher::shops() as $shop) {
            /** @var Mysql|array{} $mysql */
            $mysql = Settings::json((int) $shop->id, Settings::MYSQL);
            if ($mysql !== [] && !\in_array($mysql, $named, true)) {
                $named[] = $mysql;
                yield Database::connect($mysql);
            }
        }
    }
}
