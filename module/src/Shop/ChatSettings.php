<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Hidden;
use PrestaShop\Module\OnlineChat\Settings\Hours;
use PrestaShop\Module\OnlineChat\Settings\PublicSettings;
use PrestaShop\Module\OnlineChat\Settings\Store;

/** What the configuration form's values mean for a shop: its own, else its group's, else those of all shops. */
final class ChatSettings
{
    /** In the address that sends what is due: whoever knows it may make the shop send its mail. */
    public const MAIL_TOKEN = 'ONLINECHAT_MAIL_TOKEN';

    public const FIELDS = ['first_name', 'last_name', 'email', 'phone', 'message'];

    public static function operatorName(\Shop $shop): string
    {
        return Store::of($shop, 'operator_name');
    }

    public static function capacity(\Shop $shop): int
    {
        return \max(1, Store::of($shop, 'capacity'));
    }

    /** @return array{message: bool, conversation: bool} */
    public static function sounds(\Shop $shop): array
    {
        return [
            'message' => Store::of($shop, 'sound_message'),
            'conversation' => Store::of($shop, 'sound_conversation'),
        ];
    }

    /** Where offline messages go; the shop's own address if the owner named none (G21). */
    public static function mailTo(\Shop $shop): string
    {
        return Store::of($shop, 'mail_to') ?: Settings::of((int) $shop->id, 'PS_SHOP_EMAIL');
    }

    /** @return array{ask: list<string>, require: list<string>} */
    public static function form(\Shop $shop): array
    {
        $among = static fn (string $field) => \array_values(\array_intersect(self::FIELDS, Store::of($shop, $field)));

        return ['ask' => $among('ask'), 'require' => $among('require')];
    }

    /** @return array<string, mixed> what the extension has to know */
    public static function published(\Shop $shop): array
    {
        return [
            'maximum' => \max(1, Store::of($shop, 'maximum')),
            'queue' => Store::of($shop, 'queue'),
            'offline_mode' => Store::of($shop, 'offline_mode'),
            'capacity' => self::capacity($shop),
            'queue_limit' => \max(1, Store::of($shop, 'queue_limit')),
            'form' => self::form($shop),
            'prefer_known' => Store::of($shop, 'prefer_known'),
            'prefer_language' => Store::of($shop, 'prefer_language'),
            'mail_unread' => Store::of($shop, 'mail_unread'),
            'hours' => Hours::of($shop),
            'hide' => Hidden::patterns(Store::of($shop, 'hide')),
            'public' => PublicSettings::of($shop),
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
}
