<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

use OnlineChat\Chat;
use OnlineChat\ShopStatus;

/** What everybody may know, without a ticket. */
final class Showing
{
    /** The path is matched as people read it: "/%C3%BCber" is "/über". */
    public static function status(Chat $chat, Input $input): ShopStatus
    {
        $path = $input->text('path', '');
        $read = rawurldecode($path);

        return $chat->presence()->status(preg_match('//u', $read) === 1 ? $read : $path);
    }

    /** @return array<string, mixed> */
    public static function settings(Chat $chat, Input $input): array
    {
        $settings = $chat->settings();

        return ['version' => $settings['version'], 'form' => $settings['form']] + ($settings['public'] ?? []);
    }
}
