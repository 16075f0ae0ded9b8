<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Connection;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\Settings;

/**
 * What the entry needs beside the database's address, as a PHP array below var/: secrets, stores, proxies.
 *
 * It stands in a file, not in the shop's row, because without Redis's address and the secrets the entry cannot
 * open a chat to ask for them, and a compiled array costs a poll nothing. The values' home is PrestaShop's
 * configuration: a server whose file is missing or old writes it anew with the next page it renders.
 */
final class ConnectionFile
{
    public static function path(int $shop): string
    {
        return _PS_ROOT_DIR_ . "/var/onlinechat/shop-$shop.php";
    }

    public static function write(int $shop): void
    {
        self::put(self::path($shop), [
            'version' => (int) \Configuration::getGlobalValue(Settings::VERSION),
            'secrets' => Settings::json($shop, Settings::SECRETS),
            'mysql' => Settings::json($shop, Settings::MYSQL),
            'redis' => Settings::json($shop, Settings::REDIS),
            'trusted_proxies' => Settings::json($shop, Settings::PROXIES),
        ]);
        self::forgetState();
    }

    /**
     * An array as a compiled file.
     *
     * @param array<string, mixed> $values
     *
     * @throws \RuntimeException
     */
    public static function put(string $path, array $values): void
    {
        $folder = \dirname($path);
        if (!\is_dir($folder) && !@\mkdir($folder, 0775, true) && !\is_dir($folder)) {
            throw new \RuntimeException("$folder cannot be made: let PHP write in " . \dirname($folder));
        }
        // Whole or not at all: the entry may read at any moment.
        $new = $path . '.' . \bin2hex(\random_bytes(4));
        if (@\file_put_contents($new, "<?php\n\nreturn " . \var_export($values, true) . ";\n") === false || !@\rename($new, $path)) {
            @\unlink($new);
            throw new \RuntimeException("$path cannot be written: let PHP write in $folder");
        }
        if (\function_exists('opcache_invalidate')) {
            \opcache_invalidate($path, true);
        }
    }

    /** On every page: nothing to do unless this server's file is missing or old. */
    public static function refresh(int $shop): void
    {
        if (self::version($shop) !== (int) \Configuration::getGlobalValue(Settings::VERSION)) {
            try {
                self::write($shop);
            } catch (\RuntimeException $e) {
                // The health panel says so; the page goes on.
            }
        }
    }

    /** The version of this server's file, null if there is none. */
    public static function version(int $shop): ?int
    {
        $path = self::path($shop);

        return \is_file($path) ? (include $path)['version'] ?? null : null;
    }

    public static function remove(int $shop): void
    {
        foreach (\glob(\substr(self::path($shop), 0, -4) . '.*') ?: [] as $file) {
            @\unlink($file);
        }
    }

    public static function removeAll(): void
    {
        $folder = \dirname(self::path(0));
        foreach (\glob("$folder/*") ?: [] as $file) {
            @\unlink($file);
        }
        @\rmdir($folder);
    }

    /** The entry looks anew whether the module is on. */
    public static function forgetState(): void
    {
        foreach (\glob(\dirname(self::path(0)) . '/*.state') ?: [] as $file) {
            @\unlink($file);
        }
    }
}
