<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Pattern;
use PrestaShop\Module\OnlineChat\Shop\Rows;

/** Pages without the chat: by PrestaShop's names for them, and by patterns of paths, which the entry decides. */
final class Hidden
{
    public const MOST = 50;

    /** Whether this page is one of them. Each page has its own answer, so that page caches may keep it. */
    public static function page(\Shop $shop, mixed $controller): bool
    {
        $hidden = Store::of($shop, 'hide_pages');
        if ($hidden === [] || !$controller instanceof \FrontController) {
            return false;
        }

        // The checkout calls itself "checkout", in the list of pages it is "order".
        return \array_intersect($hidden, [$controller->getPageName(), (string) $controller->php_self]) !== [];
    }

    /** @return list<string> */
    public static function names(): array
    {
        return \array_column(Rows::of("SELECT page FROM PREFIX_meta WHERE page NOT LIKE 'module-%' ORDER BY page"), 'page');
    }

    /** @return list<string> the patterns, one a line */
    public static function patterns(string $typed): array
    {
        $lines = \preg_split('/\R/', $typed) ?: [];

        return \array_values(\array_filter(\array_map('trim', $lines), static fn (string $line) => $line !== ''));
    }

    /** Why not, in the employee's language. */
    public static function problem(string $typed): ?string
    {
        $patterns = self::patterns($typed);
        if (\count($patterns) > self::MOST) {
            return Words::say('%field%: at most %n% patterns.', ['%field%' => self::label(), '%n%' => self::MOST]);
        }
        foreach ($patterns as $pattern) {
            $reason = Pattern::problem($pattern);
            if ($reason !== null) {
                return Words::say('%field%: "%pattern%" cannot be used: %reason%.', [
                    '%field%' => self::label(), '%pattern%' => $pattern, '%reason%' => $reason,
                ]);
            }
        }

        return null;
    }

    public static function label(): string
    {
        return Words::say('Paths without the chat');
    }
}
