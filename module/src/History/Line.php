<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Thread;

/** A line of the history, and whose it is. */
final class Line
{
    public function __construct(public readonly int $shop, public readonly string $shopName, public readonly Thread $thread)
    {
    }

    /** "2-345": the shop's number and the line's. */
    public function key(): string
    {
        return $this->shop . '-' . $this->thread->id;
    }
}
