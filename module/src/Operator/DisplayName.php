<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Operator;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\ChatSettings;

/** The name visitors read: the employee's own for the shop, else the owner's (G3), else the employee's name. */
final class DisplayName
{
    public static function of(\Employee $employee, \Shop $shop, ?Profile $profile = null): string
    {
        $own = ($profile ?? new Profile((int) $employee->id))->inShop((int) $shop->id)['name'];

        return $own ?: self::unlessOwn($employee, $shop);
    }

    public static function unlessOwn(\Employee $employee, \Shop $shop): string
    {
        $name = ChatSettings::operatorName($shop) ?: \trim("$employee->firstname $employee->lastname");

        return \mb_substr($name, 0, Profile::NAME_LENGTH);
    }
}
