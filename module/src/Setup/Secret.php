<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** A password is never sent back to a page: a row of dots stands for "as it is". */
final class Secret
{
    private const SHOWN = '••••••••';
    private const SERVER = ['host', 'port', 'socket', 'sentinels', 'service', 'user'];

    /** @param array{password?: string} $kept */
    public static function shown(array $kept): string
    {
        return ($kept['password'] ?? '') === '' ? '' : self::SHOWN;
    }

    /**
     * @param array<string, mixed> $form
     * @param array<mixed> $kept
     * @param array<string, mixed> $server as typed: the kept password is sent to no other one
     *
     * @throws \InvalidArgumentException
     */
    public static function typed(array $form, string $name, array $kept, array $server): string
    {
        $typed = (string) ($form[$name] ?? '');
        if ($typed !== self::SHOWN) {
            return $typed;
        }
        foreach (self::SERVER as $part) {
            if (($kept[$part] ?? null) !== ($server[$part] ?? null)) {
                throw new \InvalidArgumentException("$name: type it again for another server or user");
            }
        }

        return (string) ($kept['password'] ?? '');
    }
}
