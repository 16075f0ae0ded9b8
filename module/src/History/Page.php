<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** What the table shows at once. */
final class Page
{
    /**
     * @param list<Line> $lines
     * @param bool $exact false: there are at least $total
     */
    public function __construct(public readonly array $lines, public readonly int $total, public readonly bool $exact)
    {
    }
}
