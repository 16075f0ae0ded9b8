<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\ChatSettings;

/** The fields of the configuration form: their sections, their values before the owner says anything, how they are kept. */
final class Fields
{
    public const COLOURS = [
        'header_background' => '#0f4c5c',
        'header_text' => '#ffffff',
        'operator_background' => '#eef2f5',
        'operator_text' => '#17242d',
        'visitor_background' => '#0f4c5c',
        'visitor_text' => '#ffffff',
        'form_header_background' => '#0f4c5c',
        'form_header_text' => '#ffffff',
    ];

    /** Of a column of the type TEXT. */
    private const MOST_BYTES = 65535;

    /** Texts of the widget, kept as ISO code => text: an object even while it is empty. */
    public const TEXTS = ['header', 'welcome', 'form_header', 'form_welcome', 'privacy'];

    /** In the order of the page. The letters are the guide's steps (G3 to G10); the others go beyond them. */
    public const SECTIONS = [
        'A' => ['operator_name', 'sound_message', 'sound_conversation', 'maximum', 'offline_mode'],
        'B' => [
            'header', 'welcome', 'header_background', 'header_text', 'operator_background', 'operator_text',
            'visitor_background', 'visitor_text',
        ],
        'C' => [
            'mail_to', 'form_header', 'form_welcome', 'ask', 'require', 'form_header_background', 'form_header_text',
        ],
        'hours' => ['hours_on', 'zone', 'week', 'holidays'],
        'place' => ['hide_pages', 'hide', 'side', 'offset_inline', 'offset_block', 'z_index', 'avatar'],
        'people' => ['offer', 'offer_groups', 'privacy', 'privacy_cms', 'retention', 'transcript'],
        'operators' => ['capacity', 'queue', 'queue_limit', 'prefer_known', 'prefer_language', 'mail_unread'],
    ];

    private const DEFAULTS = self::COLOURS + [
        'operator_name' => '',
        'sound_message' => true,
        'sound_conversation' => true,
        'maximum' => 20,
        'offline_mode' => true,
        'header' => [],
        'welcome' => [],
        'mail_to' => '',
        'form_header' => [],
        'form_welcome' => [],
        'ask' => ChatSettings::FIELDS,
        'require' => ['email', 'message'],
        'hours_on' => false,
        'zone' => '',
        'week' => ['', '', '', '', '', '', ''],
        'holidays' => '',
        'hide_pages' => [],
        'hide' => '',
        'side' => 'right',
        'offset_inline' => 20,
        'offset_block' => 20,
        'z_index' => 1030,
        'avatar' => '',
        'offer' => Offer::EVERYONE,
        'offer_groups' => [],
        'privacy' => [],
        'privacy_cms' => 0,
        'retention' => 0,
        'transcript' => false,
        'capacity' => 4,
        'queue' => false,
        'queue_limit' => 100,
        'prefer_known' => false,
        'prefer_language' => false,
        'mail_unread' => false,
    ];

    public static function usual(string $field): mixed
    {
        return self::DEFAULTS[$field];
    }

    /** The name in PrestaShop's configuration: one a field, so that a shop may have its own value of each. */
    public static function key(string $field): string
    {
        return 'ONLINECHAT_' . \strtoupper($field);
    }

    /** @return list<string> */
    public static function names(): array
    {
        return \array_keys(self::DEFAULTS);
    }

    /** @return array<string, string> as they are kept, by key */
    public static function kept(): array
    {
        $kept = [];
        foreach (self::DEFAULTS as $field => $value) {
            $kept[self::key($field)] = self::encode($value);
        }

        return $kept;
    }

    /**
     * Texts as JSON: the core strips what looks like tags, and line breaks. Letters as they are, since an escape takes
     * three times their room; but no character of four bytes, for which an old shop's table has none.
     *
     * @throws \RuntimeException what the database would cut off unsaid
     */
    public static function encode(mixed $value): string
    {
        if (\is_bool($value)) {
            return $value ? '1' : '0';
        }
        $json = (string) \preg_replace_callback(
            '/[\x{10000}-\x{10FFFF}]/u',
            static fn (array $found) => \trim((string) \json_encode($found[0]), '"'),
            \json_encode($value, JSON_HEX_TAG | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR)
        );
        if (\strlen($json) > self::MOST_BYTES) {
            throw new \RuntimeException('too long for PrestaShop\'s configuration, which keeps 64 KB of a setting in all its languages');
        }

        return $json;
    }

    /**
     * The value as the form and the publication have it, of the default's type.
     *
     * @param string|false|null $kept
     */
    public static function decode(string $field, $kept): mixed
    {
        $default = self::DEFAULTS[$field];
        $value = \is_string($kept) ? \json_decode($kept, true) : null;

        return match (true) {
            $value === null => $default,
            \is_bool($default) => (bool) $value,
            \is_int($default) => (int) $value,
            \is_array($default) => (array) $value,
            default => (string) $value,
        };
    }
}
