<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Messages;
use OnlineChat\Posted;

/** Messages and signs of life, of both sides. */
final class Talking
{
    /** @return array{conversation: ?int} */
    public static function current(Chat $chat, Identity $who): array
    {
        return ['conversation' => $chat->conversations()->current($who)];
    }

    public static function read(Chat $chat, Identity $who, Input $input): Messages
    {
        return $chat->conversations()->read(
            $who,
            $input->number('conversation'),
            $input->number('after', 0),
            $input->number('limit', 100)
        );
    }

    public static function post(Chat $chat, Identity $who, Input $input): Posted
    {
        return $chat->conversations()->post(
            $who,
            $input->text('key'),
            $input->number('conversation'),
            $input->text('text'),
            $input->number('seen', 0)
        );
    }

    public static function typing(Chat $chat, Identity $who, Input $input): ?object
    {
        $chat->conversations()->typing($who, $input->number('conversation'), $input->flag('typing', null));

        return null;
    }

    public static function seen(Chat $chat, Identity $who, Input $input): ?object
    {
        $chat->conversations()->seen($who, $input->number('conversation'), $input->number('number'));

        return null;
    }

    public static function gone(Chat $chat, Identity $who, Input $input): ?object
    {
        $chat->presence()->gone($who, $input->text('stream'), $input->number('conversation', 0));

        return null;
    }

    public static function visit(Chat $chat, Identity $who, Input $input): ?object
    {
        // What a browser calls itself is shown, never understood: odd bytes and the far end are no loss.
        $agent = \substr((string) \preg_replace('/[^\x20-\x7e]/', '', $_SERVER['HTTP_USER_AGENT'] ?? ''), 0, 300);
        $chat->presence()->visit($who, $input->text('url'), $input->text('title', ''), $agent);

        return null;
    }

    /** @return array{ticket: string, expires: int} */
    public static function renew(Chat $chat): array
    {
        $tickets = $chat->tickets();
        $ticket = $tickets->renew($_SERVER['HTTP_ONLINECHAT_TICKET']);

        return ['ticket' => $ticket, 'expires' => $tickets->verify($ticket)->expires];
    }
}
