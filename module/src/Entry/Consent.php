<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

use OnlineChat\Chat;

/** Where the shop asks for it, nothing is taken from somebody who did not agree to its text. */
final class Consent
{
    /** @throws Problem "consent" */
    public static function check(Chat $chat, Input $input): void
    {
        if ($input->flag('consent')) {
            return;
        }
        if (($chat->settings()['public']['consent']['form'] ?? []) !== []) {
            require_once __DIR__ . '/Problem.php';
            throw new Problem('consent', 'consent: must be true, this shop asks for it', 'consent');
        }
    }
}
