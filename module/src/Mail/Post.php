<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Mail;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Hands letters to PrestaShop's mail, and says what became of them. */
final class Post
{
    public const SENT = 'sent';
    public const FAILED = 'failed';
    public const OFF = 'off';

    /** @return 'sent'|'failed'|'off' with mail switched off the core itself answers true */
    public function send(Letter $letter): string
    {
        $method = (int) \Configuration::get('PS_MAIL_METHOD', null, (int) $letter->shop->id_shop_group, (int) $letter->shop->id);
        if ($method === \Mail::METHOD_DISABLE) {
            return self::OFF;
        }
        $sent = \Mail::send(
            $letter->language,
            $letter->template,
            $letter->subject,
            Text::variables($letter->values),
            $letter->to,
            Text::line($letter->toName) ?: null,
            // From stays the shop's own: mail servers refuse what claims to come from the customer's (G21).
            null,
            null,
            null,
            null,
            // No folder: the core finds the module's name in it, behind the shop's own path.
            $letter->shop->physical_uri . 'modules/onlinechat/mails/',
            false,
            (int) $letter->shop->id,
            null,
            \Validate::isEmail($letter->replyTo) ? $letter->replyTo : null,
            Text::line($letter->replyToName) ?: null
        );

        return $sent ? self::SENT : self::FAILED;
    }
}
