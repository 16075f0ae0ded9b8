<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Health;

/** One line of the health panel. The id is the same in every language. */
final class Check
{
    public function __construct(
        public readonly string $id,
        public readonly string $name,
        public readonly bool $ok,
        public readonly string $text,
    ) {
    }
}
