<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Rows as RFC 4180 quotes them. With a byte order mark and semicolons, as PrestaShop's own exports: spreadsheets open it as
 * it is.
 */
final class Csv
{
    public static function begin(): string
    {
        return "\u{FEFF}";
    }

    /** @param list<int|string> $cells */
    public static function row(array $cells): string
    {
        $quoted = \array_map(static fn (int|string $cell) => '"' . \str_replace('"', '""', self::harmless((string) $cell)) . '"', $cells);

        return \implode(';', $quoted) . "\r\n";
    }

    /** What a spreadsheet would take for a formula becomes text: anybody may write to the shop. */
    private static function harmless(string $cell): string
    {
        return \preg_match('/^[\s\p{Z}]*[=+\-@\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}]|^[\t\r\n]/u', $cell) ? "'$cell" : $cell;
    }
}
