<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\Connection\ConnectionFile;
use PrestaShop\Module\OnlineChat\Setup\Requirement;

/** The module's hooks at which the settings are published anew: shops and languages come, change and go. */
trait PublishesChanges
{
    public function hookActionObjectShopAddAfter(): void
    {
        $this->publish();
    }

    public function hookActionObjectShopUpdateAfter(): void
    {
        $this->publish();
    }

    /** @param array<string, mixed> $params */
    public function hookActionObjectShopDeleteAfter(array $params): void
    {
        ConnectionFile::remove((int) $params['object']->id);
        GoneShops::note($params['object']);
        // With one shop left its own values no longer count, those of all shops do.
        $this->publish();
    }

    /** The new shop has the settings of the one it was copied from only now. */
    public function hookActionShopDataDuplication(): void
    {
        $this->publish();
    }

    public function hookActionObjectLanguageAddAfter(): void
    {
        $this->publish();
    }

    public function hookActionObjectLanguageUpdateAfter(): void
    {
        $this->publish();
    }

    public function hookActionObjectLanguageDeleteAfter(): void
    {
        $this->publish();
    }

    /** A shop or a language must be made even if the chat's stores are away: the health panel says what is missing. */
    private function publish(): void
    {
        if (!Requirement::met()) {
            return;
        }
        // The core's own lists, and its answer whether there are several shops, are from before what the hook tells of.
        \Shop::resetStaticCache();
        \Shop::cacheShops(true);
        \Configuration::loadConfiguration();
        try {
            (new Publisher(new ChatFactory()))->publishAll();
        } catch (Exception|\RuntimeException $e) {
            \PrestaShopLogger::addLog('onlinechat: settings not published: ' . $e->getMessage(), 3);
        }
    }
}
