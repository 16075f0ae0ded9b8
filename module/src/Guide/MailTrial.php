<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Guide;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Mail\Letter;
use PrestaShop\Module\OnlineChat\Mail\Post;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Shop\ChatSettings;
use PrestaShop\Module\OnlineChat\Shop\Settings;

/** A letter as a message left would bring it, to where those go. */
final class MailTrial
{
    /** The address that the last test message went to: another one has to be tried again. */
    private const TRIED = 'ONLINECHAT_MAIL_TRIED';

    public static function works(\Shop $shop): bool
    {
        return (int) Settings::of((int) $shop->id, 'PS_MAIL_METHOD') !== \Mail::METHOD_DISABLE
            && Settings::of((int) $shop->id, self::TRIED) === ChatSettings::mailTo($shop);
    }

    /** @return string|null why it was not sent */
    public static function send(\Shop $shop): ?string
    {
        $language = new \Language((int) \Configuration::get('PS_LANG_DEFAULT', null, (int) $shop->id_shop_group, (int) $shop->id));
        $to = ChatSettings::mailTo($shop);
        $state = (new Post())->send(new Letter(
            $shop,
            (int) $language->id,
            'onlinechat_offline',
            Words::say('Test message of the chat'),
            [
                'first_name' => '', 'last_name' => '', 'email' => $to, 'phone' => '',
                'message' => Words::say('This is a test: messages left in the chat arrive like this one.'),
                'customer' => '–',
                'language' => \strtoupper($language->iso_code),
                'at' => \date($language->date_format_full . ' T'),
                'shop' => (string) $shop->name,
            ],
            $to
        ));
        $sent = $state === Post::SENT;
        \Configuration::updateValue(self::TRIED, $sent ? $to : '', false, (int) $shop->id_shop_group, (int) $shop->id);

        return match ($state) {
            Post::SENT => null,
            Post::OFF => Words::say('%shop%: mail is switched off in PrestaShop (Advanced parameters, E-mail).', ['%shop%' => (string) $shop->name]),
            Post::FAILED => Words::say('%shop%: the mail to %to% could not be sent. PrestaShop\'s log says why.', ['%shop%' => (string) $shop->name, '%to%' => $to]),
        };
    }
}
