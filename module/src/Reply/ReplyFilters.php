<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Reply;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\PrestaShop\Core\Search\Filters;

/** How the table of canned replies is sorted and narrowed; the core keeps it for each employee. */
final class ReplyFilters extends Filters
{
    protected $filterId = ReplyGrid::ID;

    /** @return array<string, mixed> */
    public static function getDefaults(): array
    {
        return ['limit' => 50, 'offset' => 0, 'orderBy' => 'shortcut', 'sortOrder' => 'asc', 'filters' => []];
    }
}
