<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Settings of how operators work: names, places, order of service, sounds, mail. Kept for a shop, a group or all shops. */
final class ChatSettings
{
    public const OPERATOR_NAME = 'ONLINECHAT_OPERATOR_NAME';
    public const CAPACITY = 'ONLINECHAT_CAPACITY';
    public const QUEUE_LIMIT = 'ONLINECHAT_QUEUE_LIMIT';
    public const PREFER_KNOWN = 'ONLINECHAT_PREFER_KNOWN';
    public const PREFER_LANGUAGE = 'ONLINECHAT_PREFER_LANGUAGE';
    public const SOUND_MESSAGE = 'ONLINECHAT_SOUND_MESSAGE';
    public const SOUND_CONVERSATION = 'ONLINECHAT_SOUND_CONVERSATION';
    public const MAIL_UNREAD = 'ONLINECHAT_MAIL_UNREAD';
    public const MAIL_TO = 'ONLINECHAT_MAIL_TO';
    public const FORM = 'ONLINECHAT_FORM';
    /** In the address that sends what is due: whoever knows it may make the shop send its mail. */
    public const MAIL_TOKEN = 'ONLINECHAT_MAIL_TOKEN';

    public const FIELDS = ['first_name', 'last_name', 'email', 'phone', 'message'];

    public const DEFAULTS = [
        self::OPERATOR_NAME => '""',
        self::CAPACITY => '4',
        self::QUEUE_LIMIT => '100',
        self::PREFER_KNOWN => '0',
        self::PREFER_LANGUAGE => '0',
        self::SOUND_MESSAGE => '1',
        self::SOUND_CONVERSATION => '1',
        self::MAIL_UNREAD => '0',
        self::MAIL_TO => '',
        self::FORM => '{"ask":["first_name","last_name","email","phone","message"],"require":["email","message"]}',
        self::MAIL_TOKEN => '',
    ];

    public static function operatorName(\Shop $shop): string
    {
        return (string) \json_decode((string) self::of($shop, self::OPERATOR_NAME));
    }

    public static function capacity(\Shop $shop): int
    {
        return \max(1, (int) self::of($shop, self::CAPACITY));
    }

    /** @return array{message: bool, conversation: bool} */
    public static function sounds(\Shop $shop): array
    {
        return [
            'message' => (bool) self::of($shop, self::SOUND_MESSAGE),
            'conversation' => (bool) self::of($shop, self::SOUND_CONVERSATION),
        ];
    }

    /** Where offline messages go; the shop's own address if the owner named none (G21). */
    public static function mailTo(\Shop $shop): string
    {
        return (string) (self::of($shop, self::MAIL_TO) ?: self::of($shop, 'PS_SHOP_EMAIL'));
    }

    /** @return array{ask: list<string>, require: list<string>} */
    public static function form(\Shop $shop): array
    {
        $form = (array) \json_decode((string) self::of($shop, self::FORM), true);
        $among = static fn (string $list) => \array_values(\array_intersect(self::FIELDS, (array) ($form[$list] ?? [])));

        return ['ask' => $among('ask'), 'require' => $among('require')];
    }

    /** @return array<string, mixed> what the extension has to know */
    public static function published(\Shop $shop): array
    {
        return [
            'capacity' => self::capacity($shop),
            'queue_limit' => \max(1, (int) self::of($shop, self::QUEUE_LIMIT)),
            'form' => self::form($shop),
            'prefer_known' => (bool) self::of($shop, self::PREFER_KNOWN),
            'prefer_language' => (bool) self::of($shop, self::PREFER_LANGUAGE),
            'mail_unread' => (bool) self::of($shop, self::MAIL_UNREAD),
        ];
    }

    public static function mailToken(): string
    {
        $token = (string) \Configuration::getGlobalValue(self::MAIL_TOKEN);
        if ($token === '') {
            $token = \bin2hex(\random_bytes(16));
            \Configuration::updateGlobalValue(self::MAIL_TOKEN, $token);
        }

        return $token;
    }

    private static function of(\Shop $shop, string $name): string
    {
        return Settings::of((int) $shop->id, $name);
    }
}
