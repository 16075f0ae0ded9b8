<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Placement;

/** A visitor's way to an operator, and what both sides may do to a conversation. */
final class Routing
{
    public static function hold(Chat $chat, Identity $who, Input $input, string $address): Placement
    {
        return $chat->router()->hold($who, $address);
    }

    public static function release(Chat $chat, Identity $who): ?object
    {
        $chat->router()->release($who);

        return null;
    }

    public static function start(Chat $chat, Identity $who, Input $input, string $address): Placement
    {
        require_once __DIR__ . '/Consent.php';
        Consent::check($chat, $input);

        return $chat->router()->start(
            $who,
            $input->text('key'),
            $input->text('text'),
            $address,
            // Who somebody is says the ticket, which the shop has signed (G22); older widgets still send "about".
            [],
            $input->flag('first', true)
        );
    }

    public static function end(Chat $chat, Identity $who, Input $input): Placement
    {
        return $chat->router()->end($who, $input->text('key'), $input->number('conversation'));
    }

    public static function reopen(Chat $chat, Identity $who, Input $input): Placement
    {
        return $chat->router()->reopen($who, $input->text('key'), $input->number('conversation'));
    }
}
