<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Fields;
use PrestaShop\Module\OnlineChat\Settings\PublicSettings;

/** The module's values in PrestaShop's configuration. Texts stand there as JSON: the core strips what looks like tags. */
final class Settings
{
    public const ERASE = 'ONLINECHAT_ERASE';
    public const REDIS = 'ONLINECHAT_REDIS';
    /** Where conversations are kept, [] for the shop's own database. */
    public const MYSQL = 'ONLINECHAT_MYSQL';
    public const PROXIES = 'ONLINECHAT_PROXIES';
    /** The path of the gateway's address, with "/" at both ends; "" none. */
    public const GATEWAY = 'ONLINECHAT_GATEWAY';
    public const SECRETS = 'ONLINECHAT_SECRETS';
    /** Which address of the entry the owner's browser found to work: "direct" or "controller". */
    public const ENTRY = 'ONLINECHAT_ENTRY';
    /** Rises with every change of what the entry has to know. */
    public const VERSION = 'ONLINECHAT_VERSION';
    /** A shop's: the version the extension gave to what was published last, a dash, and what tells it from another's. */
    public const PUBLISHED = 'ONLINECHAT_PUBLISHED';
    /** Names of deleted shops, by their numbers: GoneShops. */
    public const GONE = 'ONLINECHAT_GONE';

    private const DEFAULTS = [
        self::ERASE => '0',
        self::REDIS => '{"host":"127.0.0.1","port":6379}',
        self::MYSQL => '[]',
        self::PROXIES => '[]',
        self::GATEWAY => '',
        self::ENTRY => 'direct',
        self::VERSION => '1',
    ];

    /** What a former installation left stays. */
    public static function installDefaults(): void
    {
        foreach (self::DEFAULTS + Fields::kept() + [self::SECRETS => \json_encode([\bin2hex(\random_bytes(32))])] as $name => $value) {
            if (\Configuration::getGlobalValue($name) === false) {
                \Configuration::updateGlobalValue($name, $value);
            }
        }
    }

    public static function removeAll(): void
    {
        foreach (Rows::of("SELECT DISTINCT name FROM PREFIX_configuration WHERE name LIKE 'ONLINECHAT\\\\_%'") as ['name' => $name]) {
            \Configuration::deleteByName($name);
        }
    }

    public static function eraseOnUninstall(): bool
    {
        return (bool) \Configuration::getGlobalValue(self::ERASE);
    }

    /** A shop's value: its own, else its group's, else that of all shops. */
    public static function of(int $shop, string $name): string
    {
        return \Shop::isFeatureActive()
            ? (string) \Configuration::get($name, null, (int) \Shop::getGroupFromShop($shop), $shop)
            : (string) \Configuration::get($name);
    }

    /** The same of a shop that was deleted. The core would answer with what holds for the shop that is left. */
    public static function ofGone(GoneShop $shop, string $name): string
    {
        $rows = Rows::of(
            "SELECT value FROM PREFIX_configuration WHERE name = '" . \pSQL($name) . "' AND (id_shop = $shop->id OR (COALESCE(id_shop, 0) = 0"
            . " AND COALESCE(id_shop_group, 0) IN (0, $shop->group))) ORDER BY COALESCE(id_shop, 0) DESC, COALESCE(id_shop_group, 0) DESC LIMIT 1"
        );

        return $rows[0]['value'] ?? '';
    }

    /** @return list<mixed>|array<string, mixed> */
    public static function json(int $shop, string $name): array
    {
        return (array) \json_decode(self::of($shop, $name), true);
    }

    /**
     * What the form shows: the value of the shop, the group or all shops that the back office is set to.
     *
     * @return list<mixed>|array<string, mixed>
     */
    public static function jsonInContext(string $name): array
    {
        return (array) \json_decode((string) \Configuration::get($name), true);
    }

    /** @param list<mixed>|array<string, mixed> $value for what the back office is set to */
    public static function setJson(string $name, array $value): void
    {
        \Configuration::updateValue($name, (string) \json_encode($value, JSON_HEX_TAG));
    }

    /** A new version tells every server of the shop to write its connection file anew. */
    public static function changed(): void
    {
        \Configuration::updateGlobalValue(self::VERSION, (string) ((int) \Configuration::getGlobalValue(self::VERSION) + 1));
    }

    /**
     * What the action "settings" of the entry answers for this shop, told without asking the stores.
     *
     * @return non-empty-array<string, mixed>
     */
    public static function publicOf(\Shop $shop): array
    {
        return ['version' => self::publishedVersion($shop), 'form' => ChatSettings::form($shop)] + PublicSettings::of($shop);
    }

    /** What the extension said when it was published last, 0 before. */
    public static function publishedVersion(\Shop $shop): int
    {
        return (int) self::of((int) $shop->id, self::PUBLISHED);
    }

    /** @param array<string, mixed> $resolved what was published */
    public static function published(\Shop $shop, int $version, array $resolved): void
    {
        // A database put back from a copy gives a number once more.
        $mark = \hash('crc32b', (string) \json_encode($resolved));
        \Configuration::updateValue(self::PUBLISHED, "$version-$mark", false, (int) $shop->id_shop_group, (int) $shop->id);
    }

    /**
     * What this shop publishes: its own values, else its group's, else those of all shops.
     *
     * @return array<string, mixed>
     */
    public static function resolved(\Shop $shop): array
    {
        return ChatSettings::published($shop);
    }
}
