<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Mail;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\UnreadAnswer;

/** The letter that brings a customer the answers that came after they had left. */
final class UnreadLetter
{
    /** @param string $to the customer's address as the shop knows it: a browser may name any */
    public static function of(UnreadAnswer $answer, \Shop $shop, string $to): Letter
    {
        $id = (int) \Language::getIdByIso($answer->language);
        $language = new \Language($id ?: (int) \Configuration::get('PS_LANG_DEFAULT', null, (int) $shop->id_shop_group, (int) $shop->id));
        $texts = \array_map(
            static fn ($message) => ($message->name === '' ? '' : "$message->name:\n") . $message->text,
            $answer->messages
        );

        return new Letter(
            $shop,
            (int) $language->id,
            'onlinechat_unread',
            \Context::getContext()->getTranslator()->trans(
                'Our answer to your question',
                [],
                'Modules.Onlinechat.Shop',
                $language->locale
            ),
            ['name' => $answer->name, 'messages' => \implode("\n\n", $texts), 'shop' => (string) $shop->name],
            $to,
            $answer->name
        );
    }

    /** "": there is nobody to write to, the account is closed. */
    public static function address(UnreadAnswer $answer): string
    {
        $customer = new \Customer($answer->customer);

        return $customer->active && !$customer->deleted ? (string) $customer->email : '';
    }

    /** The newest message that goes along: the conversation is mailed up to there. */
    public static function upTo(UnreadAnswer $answer): int
    {
        return \max(0, ...\array_map(static fn ($message) => $message->number, $answer->messages));
    }
}
