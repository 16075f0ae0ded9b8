<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** A shop that was deleted in PrestaShop, of which the chat keeps what was said. */
final class GoneShop
{
    /**
     * @param string $name "" where the module was not asked as it was deleted
     * @param int $group the shop group it was in, 0: not known
     * @param int $at when it was deleted, in seconds; 0: not known
     */
    public function __construct(
        public readonly int $id,
        public readonly string $name,
        public readonly int $group,
        public readonly int $at,
    ) {
    }
}
