<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Guide;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** A line of the checklist, with the place where what is missing is done. */
final class Item
{
    /** @param string $address where it is done, "" for nowhere else */
    public function __construct(
        public readonly string $id,
        public readonly bool $done,
        public readonly string $title,
        public readonly string $text,
        public readonly string $address = '',
        public readonly string $action = '',
    ) {
    }
}
