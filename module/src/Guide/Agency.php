<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Guide;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Rules;
use PrestaShop\Module\OnlineChat\Settings\Words;

/** Who helps the owner with the shop, in the owner's own words. Kept for what the back office is set to. */
final class Agency
{
    public const LENGTH = 500;
    private const KEY = 'ONLINECHAT_AGENCY';

    public static function value(): string
    {
        return (string) \json_decode((string) \Configuration::get(self::KEY));
    }

    /** @return string|null why not */
    public static function save(string $text): ?string
    {
        $text = \trim(Rules::plain($text));
        $label = Words::say('Agency');
        $problem = match (true) {
            !\mb_check_encoding($text, 'UTF-8') => Words::say('%field%: this is not UTF-8.', ['%field%' => $label]),
            \preg_match('/[^\P{Cc}\n\t]/u', $text) === 1 => Words::say('%field%: no control characters.', ['%field%' => $label]),
            \mb_strlen($text) > self::LENGTH => Words::say('%field%: at most %n% characters.', ['%field%' => $label, '%n%' => self::LENGTH]),
            default => null,
        };
        if ($problem === null) {
            \Configuration::updateValue(self::KEY, (string) \json_encode($text, JSON_HEX_TAG));
        }

        return $problem;
    }
}
