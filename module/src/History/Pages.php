<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Words;

/** What stands below the table: which lines these are, and the ways to others. */
final class Pages
{
    private const LIMITS = [10, 20, 50, 100, 300, 1000];

    /** @param \Closure(array<string, mixed>): string $address of the table with these parameters */
    public function __construct(private \Closure $address)
    {
    }

    /** @return array<string, mixed> of the template */
    public function variables(Page $page, int $limit): array
    {
        $shown = \count($page->lines);
        $count = \max(1, (int) \ceil($page->total / $limit));
        $number = \min($count, (int) \ceil($page->offset / $limit) + 1);
        $edges = Place::edges($page);

        return [
            'first_line' => Words::number($shown === 0 ? 0 : $page->offset + 1),
            'last_line' => Words::number($page->offset + $shown),
            'total' => self::total($page),
            'exact' => $page->exact,
            'number' => $page->next === null ? $count : $number,
            'count' => Words::number($count),
            'limit' => $limit,
            'limits' => \array_unique([...self::LIMITS, $limit]),
            'first' => $page->previous === null ? '' : $this->to(0, $limit),
            'previous' => $page->previous === null ? '' : $this->to(\max(0, $page->offset - $limit), $limit, $edges, 'previous'),
            'next' => $page->next === null ? '' : $this->to($page->offset + $shown, $limit, $edges, 'next'),
            'last' => $page->next === null ? '' : ($page->exact ? $this->to(($count - 1) * $limit, $limit, $edges) : $this->to(\max(0, $page->total - $limit), $limit, '', 'last')),
            'jump' => $this->to('_offset', $limit, $edges),
            'change' => $this->to(0, '_limit'),
        ];
    }

    /** An estimate says no more than it knows. */
    public static function total(Page $page): string
    {
        $digits = \max(0, \strlen((string) $page->total) - 3);

        return Words::number($page->exact ? $page->total : (int) \round($page->total, -$digits));
    }

    private function to(int|string $offset, int|string $limit, string $edges = '', string $way = ''): string
    {
        return ($this->address)([HistoryGrid::ID => ['offset' => $offset, 'limit' => $limit]] + \array_filter(['edges' => $edges, 'way' => $way]));
    }
}
