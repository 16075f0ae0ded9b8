<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** The module's values in PrestaShop's configuration. Texts stand there as JSON: the core strips what looks like tags. */
final class Settings
{
    public const MAXIMUM = 'ONLINECHAT_MAXIMUM';
    public const QUEUE = 'ONLINECHAT_QUEUE';
    public const OFFLINE_MODE = 'ONLINECHAT_OFFLINE_MODE';
    public const ERASE = 'ONLINECHAT_ERASE';
    public const REDIS = 'ONLINECHAT_REDIS';
    public const PROXIES = 'ONLINECHAT_PROXIES';
    public const SECRETS = 'ONLINECHAT_SECRETS';
    /** Which address of the entry the owner's browser found to work: "direct" or "controller". */
    public const ENTRY = 'ONLINECHAT_ENTRY';
    /** Rises with every change of what the entry has to know. */
    public const VERSION = 'ONLINECHAT_VERSION';

    private const DEFAULTS = [
        self::MAXIMUM => '20',
        self::QUEUE => '0',
        self::OFFLINE_MODE => '1',
        self::ERASE => '0',
        self::REDIS => '{"host":"127.0.0.1","port":6379}',
        self::PROXIES => '[]',
        self::ENTRY => 'direct',
        self::VERSION => '1',
    ];

    /** What a former installation left stays. */
    public static function installDefaults(): void
    {
        foreach (self::DEFAULTS + [self::SECRETS => \json_encode([\bin2hex(\random_bytes(32))])] as $name => $value) {
            if (\Configuration::getGlobalValue($name) === false) {
                \Configuration::updateGlobalValue($name, $value);
            }
        }
    }

    public static function removeAll(): void
    {
        foreach (\array_keys(self::DEFAULTS + [self::SECRETS => '']) as $name) {
            \Configuration::deleteByName($name);
        }
    }

    public static function eraseOnUninstall(): bool
    {
        return (bool) \Configuration::getGlobalValue(self::ERASE);
    }

    /** @return list<mixed>|array<string, mixed> */
    public static function json(string $name): array
    {
        return (array) \json_decode((string) \Configuration::getGlobalValue($name), true);
    }

    /** @param list<mixed>|array<string, mixed> $value */
    public static function setJson(string $name, array $value): void
    {
        \Configuration::updateGlobalValue($name, (string) \json_encode($value, JSON_HEX_TAG));
    }

    /** A new version tells every server of the shop to write its connection file anew. */
    public static function changed(): void
    {
        \Configuration::updateGlobalValue(self::VERSION, (string) ((int) \Configuration::getGlobalValue(self::VERSION) + 1));
    }

    /**
     * What this shop publishes: its own values, else its group's, else those of all shops.
     *
     * @return array<string, mixed>
     */
    public static function resolved(\Shop $shop): array
    {
        $get = static fn (string $name) => \Configuration::get($name, null, (int) $shop->id_shop_group, (int) $shop->id);

        return [
            'maximum' => \max(1, (int) $get(self::MAXIMUM)),
            'queue' => (bool) $get(self::QUEUE),
            'offline_mode' => (bool) $get(self::OFFLINE_MODE),
        ];
    }
}
