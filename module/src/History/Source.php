<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\History;
use OnlineChat\HistoryPage;
use OnlineChat\Identity;

/** What one shop's history finds, in order. */
final class Source
{
    public const START = '';
    public const END = 'end';
    private const LOT = 100;

    /** @param array<string, mixed> $filter of OnlineChat\History::find() */
    public function __construct(
        private History $history,
        private Identity $who,
        private array $filter,
        private bool $oldestFirst,
        private int $shop,
        private string $shopName,
    ) {
    }

    public function find(int $limit, string $cursor = self::START, int $offset = 0): HistoryPage
    {
        return $this->history->find($this->who, $this->filter, $limit, $cursor, $offset, $this->oldestFirst);
    }

    /**
     * However far it gets, no lot costs more than the first, and lines that come or go meanwhile make it skip none.
     *
     * @return \Generator<int, Line>
     */
    public function each(): \Generator
    {
        $cursor = self::START;
        do {
            $page = $this->find(self::LOT, $cursor);
            yield from $this->named($page);
            $cursor = $page->next;
        } while ($cursor !== null);
    }

    /** @return list<Line> */
    public function named(HistoryPage $page): array
    {
        $lines = [];
        foreach ($page->lines as $thread) {
            $lines[] = new Line($this->shop, $this->shopName, $thread);
        }

        return $lines;
    }
}
