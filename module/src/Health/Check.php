<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Health;

/** One line of the health panel. */
final class Check
{
    public function __construct(public readonly string $name, public readonly bool $ok, public readonly string $text)
    {
    }
}
