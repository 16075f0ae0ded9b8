<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Customer;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** A customer's telephone: of the newest address that is not deleted, mobile first (G22). */
final class Phone
{
    public static function of(int $customer): string
    {
        /** @var array{phone_mobile: string|null, phone: string|null}|false $row */
        $row = \Db::getInstance()->getRow(
            'SELECT `phone_mobile`, `phone` FROM `' . _DB_PREFIX_ . "address` WHERE `id_customer` = $customer AND `deleted` = 0 ORDER BY `id_address` DESC"
        );

        return $row ? (string) ($row['phone_mobile'] ?: $row['phone']) : '';
    }
}
