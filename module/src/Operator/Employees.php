<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Operator;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\Rows;

/** All employees, to be chosen from: any may have been an operator once. */
final class Employees
{
    /** @return array<int, string> name by id, no two alike */
    public static function names(): array
    {
        $names = [];
        foreach (Rows::of('SELECT `id_employee`, `firstname`, `lastname` FROM `PREFIX_employee` ORDER BY `firstname`, `lastname`') as $row) {
            $name = "{$row['firstname']} {$row['lastname']}";
            $names[(int) $row['id_employee']] = \in_array($name, $names, true) ? "$name ({$row['id_employee']})" : $name;
        }

        return $names;
    }
}
