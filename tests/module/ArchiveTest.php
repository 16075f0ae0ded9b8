<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use OnlineChat\Chat;
use OnlineChat\History;
use OnlineChat\NotFound;
use OnlineChat\Thread;
use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\History\Archive;
use PrestaShop\Module\OnlineChat\History\HistoryQuery;
use PrestaShop\Module\OnlineChat\History\Line;
use PrestaShop\Module\OnlineChat\History\Page;
use PrestaShop\Module\OnlineChat\History\Place;
use PrestaShop\Module\OnlineChat\History\TooFar;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

require_once __DIR__ . '/support/shop.php';

/** The histories of several shops in one table (G22). */
final class ArchiveTest extends TestCase
{
    /** @var array<int, History> by shop */
    private array $histories;

    /** @param array<int, list<int>> $times of the lines, newest first, by shop */
    private function archive(array $times): Archive
    {
        $this->histories = array_map(static fn (array $of): History => new History(
            array_map(static fn (int $at): Thread => new Thread($at, $at), $of)
        ), $times);

        return new Archive(
            new ChatFactory(array_map(static fn (History $history): Chat => new Chat($history), $this->histories)),
            array_map(static fn (int $shop): string => "Shop $shop", array_combine(array_keys($times), array_keys($times))),
            1
        );
    }

    private static function query(bool $oldestFirst = false): HistoryQuery
    {
        $query = (new \ReflectionClass(HistoryQuery::class))->newInstanceWithoutConstructor();
        $set = \Closure::bind(static function (HistoryQuery $query) use ($oldestFirst): void {
            $query->problem = '';
            $query->oldestFirst = $oldestFirst;
            $query->text = '';
            $query->filters = [[]];
        }, null, HistoryQuery::class);
        $set($query);

        return $query;
    }

    /** @return list<int> */
    private static function ids(Page $page): array
    {
        return array_map(static fn (Line $line): int => $line->thread->id, $page->lines);
    }

    /** @return array<string, array{array<int, list<int>>}> */
    public static function shops(): array
    {
        return [
            'one' => [[1 => [9, 8, 7, 6, 5, 4, 3]]],
            'two' => [[1 => [9, 7, 5], 2 => [8, 6, 4, 3]]],
            'one after the other' => [[1 => [9, 8, 7], 2 => [6, 5, 4, 3]]],
            'one of them empty' => [[1 => [9, 8, 7, 6, 5], 2 => [], 3 => [4, 3]]],
            'none' => [[1 => [], 2 => []]],
        ];
    }

    /**
     * @param array<int, list<int>> $times
     *
     * @dataProvider shops
     */
    public function testPagesLeadOnToTheEndAndBackAgain(array $times): void
    {
        foreach ([false, true] as $oldestFirst) {
            foreach ([1, 2, 3, 50] as $limit) {
                $archive = $this->archive($times);
                $query = self::query($oldestFirst);
                $all = array_merge(...$times);
                $oldestFirst ? sort($all) : rsort($all);
                $page = $archive->page($query, $limit, Place::numbered(0));
                $seen = self::ids($page);
                for ($pages = 1; $page->next !== null; $pages++) {
                    $page = $archive->page($query, $limit, Place::given($pages * $limit, $limit, Place::edges($page), 'next'));
                    $seen = [...$seen, ...self::ids($page)];
                    $this->assertSame([$pages * $limit, count($all), true], [$page->offset, $page->total, $page->exact]);
                }
                $this->assertSame($all, $seen);
                $seen = self::ids($page);
                for (; $page->previous !== null; $pages--) {
                    $page = $archive->page($query, $limit, Place::given($page->offset - $limit, $limit, Place::edges($page), 'previous'));
                    $seen = [...self::ids($page), ...$seen];
                }
                $this->assertSame([$all, 1], [$seen, max(1, $pages)]);
            }
        }
    }

    public function testPageDeepDownReadsNoLineBeforeIt(): void
    {
        $archive = $this->archive([1 => range(2000, 2, -2), 2 => range(1999, 1, -2)]);
        $page = $archive->page(self::query(), 50, Place::numbered(1900));
        foreach ($this->histories as $history) {
            $history->found = 0;
        }
        $page = $archive->page(self::query(), 50, Place::given(1950, 50, Place::edges($page), 'next'));
        $this->assertSame(range(50, 1), self::ids($page));
        $this->assertLessThan(4 * 50, array_sum(array_map(static fn (History $history): int => $history->found, $this->histories)));
    }

    public function testNumbersAreReachedFromThePageOneCameFrom(): void
    {
        $archive = $this->archive([1 => [9, 7, 5], 2 => [8, 6, 4, 3]]);
        $page = $archive->page(self::query(), 1, Place::numbered(3));
        $this->assertSame([[6], 3], [self::ids($page), $page->offset]);
        foreach ([0 => 9, 1 => 8, 2 => 7, 4 => 5, 6 => 3] as $offset => $id) {
            $other = $archive->page(self::query(), 1, Place::given($offset, 1, Place::edges($page), ''));
            $this->assertSame([[$id], $offset], [self::ids($other), $other->offset]);
        }
        $last = $archive->page(self::query(), 2, Place::given(5, 2, '', 'last'));
        $this->assertSame([[4, 3], 5, null], [self::ids($last), $last->offset, $last->next]);
        $this->assertSame([4, 3], self::ids($archive->page(self::query(), 2, Place::numbered(100))));
        $this->expectException(TooFar::class);
        $archive->page(self::query(), 2, Place::numbered(10001));
    }

    /** A line that moves up, as its customer talks on, takes no other with it. */
    public function testLinesThatMoveMeanwhileLeaveNoneOut(): void
    {
        $archive = $this->archive([1 => [9, 7, 5], 2 => [8, 6, 4, 3]]);
        $page = $archive->page(self::query(), 3, Place::numbered(0));
        array_unshift($this->histories[1]->lines, new Thread(11, 11), new Thread(10, 10));
        $this->histories[2]->lines[1]->lastAt = 12;
        $page = $archive->page(self::query(), 3, Place::given(3, 3, Place::edges($page), 'next'));
        $this->assertSame([5, 4, 3], self::ids($page));
    }

    public function testExportsReadEveryLineInOrder(): void
    {
        $archive = $this->archive([1 => range(500, 2, -2), 2 => range(499, 1, -2)]);
        $ids = array_map(static fn (Line $line): int => $line->thread->id, iterator_to_array($archive->each(self::query()), false));
        $this->assertSame(range(500, 1), $ids);
    }

    /** An export takes its time: a colleague's deletion meanwhile leaves a line out, and breaks nothing off. */
    public function testLineThatWasDeletedMeanwhileIsNotThere(): void
    {
        $archive = $this->archive([1 => [9]]);
        $this->expectException(NotFound::class);
        $archive->said(new Line(1, 'Shop 1', new Thread(8, 8)))->valid();
    }

    public function testMessageThatWasLeftHasNothingSaid(): void
    {
        $message = new Thread(7, 7);
        $message->kind = 'message';
        $this->assertSame([], iterator_to_array($this->archive([1 => [9]])->said(new Line(1, 'Shop 1', $message))));
    }

    /** A line of 100,000 messages: one part is held at a time. */
    public function testWhatWasSaidComesPartByPart(): void
    {
        $archive = $this->archive([1 => [9]]);
        $this->histories[1]->parts = ['one', 'two', 'three'];
        $said = $archive->said(new Line(1, 'Shop 1', new Thread(9, 9)));
        $this->assertSame([['one'], 1], [$said->current(), $this->histories[1]->read]);
        $this->assertSame([['one'], ['two'], ['three']], iterator_to_array($said));
    }

    public function testPageOfLineIsOnePartOrEndsWithWhatWasLookedFor(): void
    {
        $archive = $this->archive([1 => [9]]);
        $this->histories[1]->parts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
        $line = new Line(1, 'Shop 1', new Thread(9, 9));
        $this->assertSame([['one'], '1'], $archive->excerpt($line, '', static fn (): bool => true));
        $this->assertSame([['six'], '6'], $archive->excerpt($line, '5', static fn (): bool => true));
        $this->assertSame([['seven'], null], $archive->excerpt($line, '6', static fn (): bool => false));
        $this->assertSame([['one', 'two', 'three'], '3'], $archive->excerpt($line, '', static fn (array $part): bool => $part === ['three']));
        $this->assertSame([['one', 'two', 'three', 'four', 'five'], '5'], $archive->excerpt($line, '', static fn (): bool => false));
    }
}
