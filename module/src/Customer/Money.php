<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Customer;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** An amount as the back office writes it. */
final class Money
{
    public static function text(\Context $context, float $amount, int $currency): string
    {
        return \Tools::getContextLocale($context)->formatPrice($amount, (string) (new \Currency($currency))->iso_code);
    }
}
