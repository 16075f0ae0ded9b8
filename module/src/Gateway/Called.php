<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Gateway;

/** The PrestaShop's folder by how the program was called: the module's folder may be a link, and links lead out of the shop. */
final class Called
{
    /** @param string $script modules/onlinechat/bin/onlinechat, from anywhere */
    public static function root(string $script): string
    {
        return \dirname(self::absolute($script), 4);
    }

    /** Without "." and "..", and without following links, as the shell reads a path. */
    private static function absolute(string $path): string
    {
        $parts = [];
        foreach (\explode('/', $path[0] === '/' ? $path : self::folder() . "/$path") as $part) {
            if ($part === '..') {
                \array_pop($parts);
            } elseif ($part !== '' && $part !== '.') {
                $parts[] = $part;
            }
        }

        return '/' . \implode('/', $parts);
    }

    /** The shell's word for where it is, as long as it is true: the system's has no links. */
    private static function folder(): string
    {
        $here = (string) \getcwd();
        $called = (string) \getenv('PWD');

        return $called !== '' && $called[0] === '/' && \realpath($called) === $here ? $called : $here;
    }
}
