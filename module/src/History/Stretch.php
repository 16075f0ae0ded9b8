<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Lines of several sources, as Merged reads them in one direction. */
final class Stretch
{
    /**
     * @param list<Line> $lines as they are shown
     * @param list<string> $ahead of each source, where reading goes on
     * @param list<string> $behind where it goes back
     */
    public function __construct(
        public readonly array $lines,
        public readonly array $ahead,
        public readonly array $behind,
        public readonly int $total,
        public readonly bool $exact,
    ) {
    }
}
