<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Mail;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Author;
use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Message;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Shop\ChatSettings;

/** The letter that brings a customer the conversation they ask for, to the address the shop has of them and no other. */
final class TranscriptLetter
{
    /** Messages at most, the newest: a mail has its limits. */
    private const MOST = 500;
    private const AT_ONCE = 200;

    /** @throws Problem|\OnlineChat\Exception the conversation is not theirs, or the account is closed */
    public static function of(Chat $chat, Identity $who, int $conversation, \Shop $shop): Letter
    {
        $customer = new \Customer((int) $who->person);
        if (!$customer->active || $customer->deleted) {
            throw new Problem('not-allowed', 'the account is closed');
        }
        $id = (int) \Language::getIdByIso($who->language);
        $language = new \Language($id ?: (int) $customer->id_lang);
        $lines = \array_map(
            static fn (Message $message) => self::line($message, $customer, $shop, $language),
            self::messages($chat, $who, $conversation)
        );

        return new Letter(
            $shop,
            (int) $language->id,
            'onlinechat_transcript',
            \Context::getContext()->getTranslator()->trans(
                'Your conversation with us',
                [],
                'Modules.Onlinechat.Shop',
                $language->locale
            ),
            ['name' => $who->name, 'messages' => \implode("\n\n", $lines), 'shop' => (string) $shop->name],
            (string) $customer->email,
            $who->name
        );
    }

    /** @return list<Message> */
    private static function messages(Chat $chat, Identity $who, int $conversation): array
    {
        $messages = [];
        // Of a very long one not from its beginning; operators' notes have numbers, too, and are not among what is read.
        $after = \max(0, $chat->conversations()->read($who, $conversation, 0, 1)->last - 2 * self::MOST);
        do {
            $range = $chat->conversations()->read($who, $conversation, $after, self::AT_ONCE);
            $messages = \array_slice(\array_merge($messages, $range->messages), -self::MOST);
            $further = $range->to > $after;
            $after = $range->to;
        } while ($further && $after < $range->last);

        return \array_values($messages);
    }

    private static function line(Message $message, \Customer $customer, \Shop $shop, \Language $language): string
    {
        $name = $message->author === Author::Visitor
            ? "$customer->firstname $customer->lastname"
            : ($message->name !== '' ? $message->name : (ChatSettings::operatorName($shop) ?: (string) $shop->name));

        return "$name, " . \date($language->date_format_full, \intdiv($message->at, 1000)) . "\n$message->text";
    }
}
