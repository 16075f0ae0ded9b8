<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Mail;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\OfflineMessage;
use PrestaShop\Module\OnlineChat\Shop\ChatSettings;

/** The letter that brings an offline message to the shop (G21). */
final class OfflineLetter
{
    private const DOMAIN = 'Modules.Onlinechat.Admin';

    public static function of(OfflineMessage $message, \Shop $shop): Letter
    {
        // Who reads it works for the shop: its language, not the visitor's.
        $language = new \Language((int) \Configuration::get('PS_LANG_DEFAULT', null, (int) $shop->id_shop_group, (int) $shop->id));
        $say = static fn (string $text, array $values = []) => \Context::getContext()->getTranslator()->trans($text, $values, self::DOMAIN, $language->locale);
        $fields = $message->fields;
        $name = \trim(($fields['first_name'] ?? '') . ' ' . ($fields['last_name'] ?? ''));
        $email = $fields['email'] ?? '';
        $from = Text::line($name ?: $say('a visitor'), 80);

        return new Letter(
            $shop,
            (int) $language->id,
            'onlinechat_offline',
            $say('Message left in the chat by %name%', ['%name%' => $from]),
            [
                'first_name' => $fields['first_name'] ?? '',
                'last_name' => $fields['last_name'] ?? '',
                'email' => $email,
                'phone' => $fields['phone'] ?? '',
                'message' => $fields['message'] ?? '',
                'customer' => $message->customer === null ? $say('guest') : "#$message->customer",
                'language' => \strtoupper($message->language),
                'at' => self::time($message->at, $language),
                'shop' => (string) $shop->name,
            ],
            ChatSettings::mailTo($shop),
            '',
            $email,
            $name
        );
    }

    private static function time(int $ms, \Language $language): string
    {
        return \date($language->date_format_full, \intdiv($ms, 1000)) . ' ' . \date('T');
    }
}
