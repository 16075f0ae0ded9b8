<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Extension;
use OnlineChat\History;
use OnlineChat\HistoryPage;
use OnlineChat\Identity;

/** The extension's history. */
final class Ours
{
    /** Lines of a page. */
    public const PAGE = 50;
    private const STEP = 1000;

    public readonly History $history;
    private readonly Identity $who;

    public function __construct()
    {
        $side = new Extension();
        $this->history = $side->chat(Data::SHOP)->history();
        $this->who = $side->operator(1);
    }

    /** @param array<string, mixed> $filter */
    public function page(array $filter = [], string $cursor = '', int $offset = 0, int $limit = self::PAGE): HistoryPage
    {
        return $this->history->find($this->who, $filter, $limit, $cursor, $offset);
    }

    /** @param list<int> $bounds @return list<\OnlineChat\Statistics> */
    public function statistics(array $bounds): array
    {
        return $this->history->statistics($this->who, $bounds);
    }

    /** @return list<int> */
    public static function ids(HistoryPage $page): array
    {
        return array_column($page->lines, 'id');
    }

    /**
     * Cursors of pages one after the other, from a depth on.
     *
     * @param array<string, mixed> $filter
     *
     * @return list<string>
     */
    public function cursors(int $depth, int $pages, array $filter = []): array
    {
        $cursor = '';
        for ($passed = 0; $passed < $depth; $passed += $step) {
            $step = min(self::STEP, $depth - $passed);
            $cursor = $this->page($filter, $cursor, 0, $step)->next
                ?? throw new \RuntimeException("the history ends before $depth lines");
        }
        $cursors = [];
        while (count($cursors) < $pages && $cursor !== null) {
            $cursors[] = $cursor;
            $cursor = $this->page($filter, $cursor)->next;
        }
        return $cursors;
    }
}
