<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Guide;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Health\Check;
use PrestaShop\Module\OnlineChat\Settings\Store;
use PrestaShop\Module\OnlineChat\Shop\Settings;

/**
 * What whoever helps has to know, in English, to be copied. Without secrets: versions, numbers and yes or no, but no
 * address, name, path or password; of a failing check only its name.
 */
final class Diagnosis
{
    /** Settings that say nothing about anybody. */
    private const SETTINGS = ['maximum', 'offline_mode', 'capacity', 'queue', 'queue_limit', 'prefer_known', 'prefer_language', 'mail_unread'];

    /**
     * @param list<array{shop: \Shop, checks: list<Check>}> $shops
     * @param string $module its version
     */
    public static function text(array $shops, string $module): string
    {
        $lines = [
            'Online Chat ' . $module . ', extension ' . (\phpversion('onlinechat') ?: 'missing'),
            'PrestaShop ' . _PS_VERSION_ . ', debug mode ' . self::yes(_PS_MODE_DEV_),
            'PHP ' . PHP_VERSION . ' ' . PHP_SAPI . ', ' . PHP_OS_FAMILY . ', thread safe ' . self::yes(PHP_ZTS === 1),
            'Database server ' . \Db::getInstance()->getVersion(),
            'Entry ' . \Configuration::getGlobalValue(Settings::ENTRY) . ', HTTPS ' . self::yes((bool) \Configuration::get('PS_SSL_ENABLED')),
            'Several shops ' . self::yes(\Shop::isFeatureActive()) . ', module psgdpr ' . self::yes(\Module::isEnabled('psgdpr')),
        ];
        foreach ($shops as $i => ['shop' => $shop, 'checks' => $checks]) {
            $lines[] = '';
            $lines[] = 'Shop ' . ($i + 1) . ', theme ' . $shop->theme_name;
            $lines[] = 'Languages ' . \implode(' ', \array_column(\Language::getLanguages(true, (int) $shop->id), 'locale'));
            $lines[] = 'Stores of its own: MySQL ' . self::yes(Settings::json((int) $shop->id, Settings::MYSQL) !== [])
                . ', proxies ' . \count(Settings::json((int) $shop->id, Settings::PROXIES))
                . ', mail method ' . Settings::of((int) $shop->id, 'PS_MAIL_METHOD');
            $lines[] = 'Checks ' . \implode(', ', \array_map(static fn (Check $check) => $check->id . ' ' . ($check->ok ? 'ok' : 'BAD'), $checks));
            foreach (self::SETTINGS as $name) {
                $lines[] = "$name " . \json_encode(Store::of($shop, $name));
            }
        }

        return \implode("\n", $lines);
    }

    private static function yes(bool $is): string
    {
        return $is ? 'yes' : 'no';
    }
}
