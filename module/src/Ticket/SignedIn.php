<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Ticket;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use OnlineChat\Identity;
use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Customer\Phone;
use PrestaShop\Module\OnlineChat\Settings\Offer;
use PrestaShop\Module\OnlineChat\Settings\Store;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** Who is here changes: signing in, registering and signing out, also in the middle of a chat. */
final class SignedIn
{
    /** Whom PrestaShop's session names, null for a guest: also one who orders without an account. */
    public static function customer(\Context $context): ?Identity
    {
        $customer = $context->customer;
        if (!$customer instanceof \Customer || !$customer->isLogged()) {
            return null;
        }

        return new Identity(
            Role::Customer,
            (string) (int) $customer->id,
            \mb_substr(\trim("$customer->firstname $customer->lastname"), 0, 80),
            \strtolower($context->language->iso_code),
            (string) $context->cookie->session_id,
            false,
            self::line((string) $customer->email, 255),
            self::line(Phone::of((int) $customer->id), 32)
        );
    }

    /** As a ticket takes it: one line, and no longer. */
    private static function line(string $text, int $most): string
    {
        return \mb_substr(\trim((string) \preg_replace('/[\x00-\x1f]+/', ' ', $text)), 0, $most);
    }

    public static function arrives(\Context $context): void
    {
        $customer = self::customer($context);
        if ($customer === null) {
            return;
        }
        $cookies = new Cookies($context->shop);
        self::evenIfStoresAreAway(static fn () => self::bring($cookies, (int) $context->shop->id, $customer));
        $cookies->change();
        if (Store::of($context->shop, 'offer') !== Offer::EVERYONE && $context->customer instanceof \Customer) {
            $cookies->putWho(Offer::cookie($context->shop, $context->customer));
        }
    }

    /**
     * What the browser's guest had said is the customer's from now on. The guest's cookie proves who the guest was, and
     * goes once that is done: if the stores are away now, the next ticket tries again.
     *
     * @throws Exception
     */
    public static function bring(Cookies $cookies, int $shop, Identity $customer): void
    {
        $guest = $cookies->guest();
        if ($guest === '') {
            return;
        }
        (new ChatFactory())->open($shop)->router()->adopt(
            new Identity(Role::Guest, $guest),
            $customer,
            // The same for every try.
            \substr(\hash('sha256', "adopt:$guest:$customer->person"), 0, 32)
        );
        $cookies->forgetGuest();
    }

    public static function leaves(\Context $context, \Customer $customer): void
    {
        $cookies = new Cookies($context->shop);
        $cookies->change();
        $cookies->putWho('');
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
            \PrestaShopLogger::addLog('onlinechat: at signing in or out: ' . $e->getMessage(), 2);
        }
    }
}
