<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\Settings;

/** Whom the owner offers the chat. Pages say it to everybody alike (I6); the browser decides by a cookie set at sign-in. */
final class Offer
{
    public const EVERYONE = 'everyone';
    public const CUSTOMERS = 'customers';
    public const GROUPS = 'groups';

    /** @return array{to: string, groups?: list<int>} */
    public static function of(\Shop $shop): array
    {
        $to = (string) Store::of($shop, 'offer');
        $groups = \array_values(\array_map('intval', (array) Store::of($shop, 'offer_groups')));

        return $to === self::GROUPS ? ['to' => $to, 'groups' => $groups] : ['to' => $to];
    }

    /** The ticket's own check: no cookie is believed. */
    public static function to(\Shop $shop, ?\Customer $customer): bool
    {
        $offer = self::of($shop);
        if ($offer['to'] === self::EVERYONE) {
            return true;
        }
        if ($customer === null || !$customer->isLogged()) {
            return false;
        }

        return $offer['to'] === self::CUSTOMERS || \array_intersect(self::groups($customer), $offer['groups'] ?? []) !== [];
    }

    /** What the cookie holds of a customer who signed in: the groups, and a signature over shop and groups. */
    public static function cookie(\Shop $shop, \Customer $customer): string
    {
        $groups = \implode('.', self::groups($customer));
        $secret = (string) (Settings::json((int) $shop->id, Settings::SECRETS)[0] ?? '');

        return $groups . '~' . \substr(\hash_hmac('sha256', 'who:' . (int) $shop->id . ":$groups", $secret), 0, 32);
    }

    /** @return list<int> */
    private static function groups(\Customer $customer): array
    {
        return \array_values(\array_map('intval', $customer->getGroups()));
    }
}
