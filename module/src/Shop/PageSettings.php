<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Connection\ConnectionFile;
use PrestaShop\Module\OnlineChat\Settings\PublicSettings;

/**
 * A shop's public settings as its pages carry them: worked out once for each version published, not for each page, and
 * kept as a compiled array below var/.
 */
final class PageSettings
{
    /** @return array<string, mixed> with texts in this language only */
    public static function of(\Shop $shop, string $language): array
    {
        $published = Settings::of((int) $shop->id, Settings::PUBLISHED);
        // Nothing published yet: nothing to keep it by.
        if ($published === '') {
            return PublicSettings::inLanguage(Settings::publicOf($shop), $language);
        }
        $path = self::path((int) $shop->id);
        $kept = \is_file($path) ? include $path : [];
        if (($kept['published'] ?? '') !== $published) {
            $kept = ['published' => $published, 'settings' => Settings::publicOf($shop)];
            self::keep($path, $kept);
        }

        return PublicSettings::inLanguage($kept['settings'], $language);
    }

    public static function path(int $shop): string
    {
        return \substr(ConnectionFile::path($shop), 0, -4) . '.page.php';
    }

    /** @param array{published: string, settings: array<string, mixed>} $kept */
    private static function keep(string $path, array $kept): void
    {
        try {
            ConnectionFile::put($path, $kept);
        } catch (\RuntimeException $e) {
            // The health panel says so; each page works them out.
        }
    }
}
