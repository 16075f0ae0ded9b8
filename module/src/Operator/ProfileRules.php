<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Operator;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Entry\Problem;

/** What a profile may hold. The extension has the same limits: here they are told while the form is open. */
final class ProfileRules
{
    public static function name(mixed $value): string
    {
        if (!\is_string($value) || !\mb_check_encoding($value, 'UTF-8') || \mb_strlen(\trim($value)) > Profile::NAME_LENGTH) {
            throw self::refusal('name', 'a text of at most ' . Profile::NAME_LENGTH . ' characters');
        }
        if (\preg_match('/[\x00-\x1F\x7F]/', $value) === 1) {
            throw self::refusal('name', 'no control characters');
        }

        return \trim($value);
    }

    public static function capacity(mixed $value): int
    {
        if (!\is_int($value) || $value < 0 || $value > 1000) {
            throw self::refusal('capacity', '1 to 1000, or 0 for the shop\'s');
        }

        return $value;
    }

    /** @return list<string> */
    public static function languages(mixed $value): array
    {
        if (!\is_array($value) || \count($value) > Profile::MOST_LANGUAGES) {
            throw self::refusal('languages', 'a list of at most ' . Profile::MOST_LANGUAGES);
        }
        foreach ($value as $language) {
            if (!\is_string($language) || \preg_match('/^[a-z]{2,3}$/D', $language) !== 1) {
                throw self::refusal('languages', 'ISO codes of two or three small letters');
            }
        }

        return \array_values(\array_unique($value));
    }

    public static function flag(string $field, mixed $value): bool
    {
        if (!\is_bool($value)) {
            throw self::refusal($field, 'true or false');
        }

        return $value;
    }

    private static function refusal(string $field, string $rule): Problem
    {
        return new Problem('invalid', "$field: $rule", $field);
    }
}
