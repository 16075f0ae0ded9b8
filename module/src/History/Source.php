<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\History;
use OnlineChat\HistoryPage;
use OnlineChat\Identity;

/** What one shop's history finds, in order, a lot at a time. */
final class Source
{
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

    public function page(int $limit, int $offset): Page
    {
        $found = $this->find($this->filter, $limit, $offset);

        return new Page($this->named($found), $found->total, $found->exact);
    }

    /**
     * Goes on at the last line's moment: however far it gets, no lot costs more than the first, and lines that are
     * deleted meanwhile make it skip none.
     *
     * @return \Generator<int, Line>
     */
    public function each(): \Generator
    {
        [$filter, $moment, $seen] = [$this->filter, 0, 0];
        do {
            // Lines may share their moment: those of it that were seen are passed over.
            $lines = $this->named($this->find($filter, self::LOT, $seen));
            foreach ($lines as $line) {
                $seen = $line->thread->lastAt === $moment ? $seen + 1 : 1;
                $moment = $line->thread->lastAt;
                yield $line;
            }
            $filter[$this->oldestFirst ? 'from' : 'to'] = $moment;
        } while (\count($lines) === self::LOT);
    }

    /** @param array<string, mixed> $filter */
    private function find(array $filter, int $limit, int $offset): HistoryPage
    {
        return $this->history->find($this->who, $filter, $limit, $offset, $this->oldestFirst);
    }

    /** @return list<Line> */
    private function named(HistoryPage $page): array
    {
        $lines = [];
        foreach ($page->lines as $thread) {
            $lines[] = new Line($this->shop, $this->shopName, $thread);
        }

        return $lines;
    }
}
