<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

use OnlineChat\Chat;
use OnlineChat\ShopStatus;

/** What everybody may know, without a ticket. */
final class Showing
{
    public static function status(Chat $chat): ShopStatus
    {
        return $chat->presence()->status();
    }

    /** @return array<string, mixed> */
    public static function settings(Chat $chat): array
    {
        $settings = $chat->settings();

        return ['version' => $settings['version'], 'form' => $settings['form']] + ($settings['public'] ?? []);
    }
}
