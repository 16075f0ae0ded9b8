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

    /** @param array{password?: string} $kept */
    public static function shown(array $kept): string
    {
        return ($kept['password'] ?? '') === '' ? '' : self::SHOWN;
    }

    /**
     * @param array<string, mixed> $form
     * @param array{password?: string} $kept
     */
    public static function typed(array $form, string $name, array $kept): string
    {
        $typed = (string) ($form[$name] ?? '');

        return $typed === self::SHOWN ? (string) ($kept['password'] ?? '') : $typed;
    }
}
