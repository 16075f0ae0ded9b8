<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\PrestaShop\Core\Search\Filters;

/** How the table of the history is sorted and narrowed; the core keeps it for each employee. */
final class HistoryFilters extends Filters
{
    private const USUAL = 50;
    private const MOST = 1000;

    protected $filterId = HistoryGrid::ID;

    /** @return array<string, mixed> */
    public static function getDefaults(): array
    {
        return ['limit' => self::USUAL, 'offset' => 0, 'orderBy' => 'at', 'sortOrder' => 'desc', 'filters' => []];
    }

    /**
     * As many lines as OnlineChat\History::find() gives at once, whatever an address asks for: the core keeps it for the
     * employee.
     *
     * @return int
     */
    public function getLimit()
    {
        return \max(1, \min(self::MOST, (int) parent::getLimit() ?: self::USUAL));
    }

    /**
     * As an address says, and nothing else: what was kept for the employee may be another tab's.
     *
     * @param mixed $given of the address
     */
    public static function given(mixed $given): self
    {
        $given = \is_array($given) ? $given : [];
        $filters = self::getDefaults();
        $filters['filters'] = \is_array($given['filters'] ?? null) ? $given['filters'] : [];
        $filters['sortOrder'] = ($given['sortOrder'] ?? '') === 'asc' ? 'asc' : 'desc';

        return new self($filters);
    }
}
