<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** The back office's words in the employee's language. */
final class Words
{
    /** @param array<string, int|string> $values by placeholder, such as %n% */
    public static function say(string $text, array $values = []): string
    {
        return \Context::getContext()->getTranslator()->trans($text, $values, 'Modules.Onlinechat.Admin');
    }

    public static function number(int $number): string
    {
        return (string) \Tools::getContextLocale(\Context::getContext())->formatNumber($number);
    }
}
