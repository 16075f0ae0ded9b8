<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Ticket;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use OnlineChat\Identity;
use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** Who is here changes: signing in, registering and signing out, also in the middle of a chat. */
final class SignedIn
{
    public static function arrives(\Context $context): void
    {
        // A guest's order makes a customer who is not signed in: the guest goes on.
        if ($context->customer instanceof \Customer && (int) $context->customer->is_guest === 1) {
            return;
        }
        $cookies = new Cookies($context->shop);
        self::evenIfStoresAreAway(static fn () => $cookies->forgetGuest(new ChatFactory()));
        $cookies->change();
    }

    public static function leaves(\Context $context, \Customer $customer): void
    {
        (new Cookies($context->shop))->change();
        $session = (string) ($context->cookie->session_id ?? '');
        if ($session === '' || (int) $customer->id === 0) {
            return;
        }
        self::evenIfStoresAreAway(static fn () => (new ChatFactory())->open((int) $context->shop->id)->tickets()->revoke(
            new Identity(Role::Customer, (string) (int) $customer->id, '', '', $session)
        ));
    }

    /** Nobody is kept from signing in or out by the chat. The ticket's session row ends it at its next renewal. */
    private static function evenIfStoresAreAway(callable $work): void
    {
        try {
            $work();
        } catch (Exception $e) {
            \PrestaShopLogger::addLog('onlinechat: ticket not revoked: ' . $e->getMessage(), 2);
        }
    }
}
