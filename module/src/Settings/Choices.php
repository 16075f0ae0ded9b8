<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** PrestaShop's pages, groups and the like, to be chosen among by name. */
final class Choices
{
    /**
     * A name may stand for several, of other shops for instance: the number tells them apart. A choice that is not
     * offered would be another one once the form is saved.
     *
     * @param list<array<string, mixed>> $rows
     * @param array<string, int> $first what stands before them
     *
     * @return array<string, int> number by name
     */
    public static function named(array $rows, string $id, string $name, array $first = []): array
    {
        $found = $first;
        foreach ($rows as $row) {
            $number = (int) $row[$id];
            $called = (string) $row[$name];
            if (!\in_array($number, $found, true)) {
                $found[isset($found[$called]) ? "$called ($number)" : $called] = $number;
            }
        }

        return $found;
    }
}
