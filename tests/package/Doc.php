<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Package;

/** docs/install.md as what it asks a server's owner to do. */
final class Doc
{
    public static function text(): string
    {
        return (string) file_get_contents(__DIR__ . '/../../docs/install.md');
    }

    /** @return list<string> the indented blocks, without their indent */
    public static function blocks(): array
    {
        preg_match_all('/(?:^ {4}.*\n(?:\n(?= {4}))?)+/m', self::text(), $found);
        return array_map(static fn (string $block): string => (string) preg_replace('/^ {4}/m', '', rtrim($block)), $found[0]);
    }

    /** @return list<string> lines for a shell */
    public static function commands(): array
    {
        $shell = array_filter(self::blocks(), static fn (string $block): bool => preg_match('/^(<|location )/', $block) === 0);
        return array_merge(...array_map(static fn (string $block): array => explode("\n", $block), array_values($shell)));
    }

    /** @return list<string> the lines for a shell that begin so */
    public static function commandsOf(string $program): array
    {
        return array_values(preg_grep('/^' . preg_quote($program, '/') . ' /', self::commands()));
    }

    /** All blocks for a server together. */
    public static function server(string $pattern): string
    {
        return implode("\n", preg_grep($pattern, self::blocks()));
    }
}
