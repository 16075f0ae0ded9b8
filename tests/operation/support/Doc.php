<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

/** docs/gateway.md: what a server's owner is asked to write. */
final class Doc
{
    public static function text(): string
    {
        return (string) file_get_contents(__DIR__ . '/../../../docs/gateway.md');
    }

    /** The block for a server that begins so, without its indent. */
    public static function block(string $beginning): string
    {
        preg_match_all('/(?:^ {4}.*\n(?:\n(?= {4}))?)+/m', self::text(), $found);
        foreach ($found[0] as $block) {
            $block = (string) preg_replace('/^ {4}/m', '', $block);
            if (str_starts_with($block, $beginning)) {
                return $block;
            }
        }
        throw new \RuntimeException("docs/gateway.md has no block that begins with $beginning");
    }

    /** What stands between `…` and begins so. */
    public static function code(string $beginning): string
    {
        if (preg_match('/`(' . preg_quote($beginning, '/') . '[^`]*)`/', self::text(), $found) !== 1) {
            throw new \RuntimeException("docs/gateway.md has no `$beginning…`");
        }

        return $found[1];
    }
}
