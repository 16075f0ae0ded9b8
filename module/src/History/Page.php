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
     * @param bool $exact false: there are about $total
     * @param int $offset lines before it, as far as known
     * @param list<string>|null $next where the lines after it begin, a place for each source; null: there are none
     * @param list<string>|null $previous the same of the lines before it
     */
    public function __construct(
        public readonly array $lines,
        public readonly int $total,
        public readonly bool $exact,
        public readonly int $offset = 0,
        public readonly ?array $next = null,
        public readonly ?array $previous = null,
    ) {
    }
}
