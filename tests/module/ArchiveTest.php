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

    /** @param array<string, mixed> $filter */
    private static function query(array $filter): HistoryQuery
    {
        $query = (new \ReflectionClass(HistoryQuery::class))->newInstanceWithoutConstructor();
        $set = \Closure::bind(static function (HistoryQuery $query) use ($filter): void {
            $query->problem = '';
            $query->oldestFirst = false;
            $query->text = $filter['text'] ?? '';
            $query->filters = [$filter];
        }, null, HistoryQuery::class);
        $set($query);

        return $query;
    }

    /** @return list<array{list<int>, int, bool}> lines, total and whether it is exact, page after page as far as totals lead */
    private function pages(Archive $archive, HistoryQuery $query, int $limit): array
    {
        $pages = [];
        for ($offset = 0; $offset === 0 || $offset < end($pages)[1]; $offset += $limit) {
            $page = $archive->page($query, $limit, $offset);
            $pages[] = [array_map(static fn (Line $line): int => $line->thread->id, $page->lines), $page->total, $page->exact];
        }

        return $pages;
    }

    public function testSearchInWhatWasSaidLeadsToItsLastPage(): void
    {
        $archive = $this->archive([1 => [9, 7, 5], 2 => [8, 6, 4, 3]]);
        $this->assertSame([
            [[9, 8], 3, false], [[7, 6], 5, false], [[5, 4], 7, false], [[3], 7, true],
        ], $this->pages($archive, self::query(['text' => 'parcel']), 2));
    }

    public function testSearchThatEndsWithAFullPageIsExact(): void
    {
        $this->assertSame(
            [[[9, 8], 3, false], [[7, 6], 4, true]],
            $this->pages($this->archive([1 => [9, 7], 2 => [8, 6]]), self::query(['text' => 'parcel']), 2)
        );
    }

    public function testPageThatIsNoLongerThereSaysHowManyLinesThereAre(): void
    {
        $page = $this->archive([1 => [9], 2 => [8]])->page(self::query(['text' => 'parcel']), 2, 4);
        $this->assertSame([[], 2, true], [$page->lines, $page->total, $page->exact]);
    }

    public function testSearchOfNothingFindsNothing(): void
    {
        $this->assertSame([[[], 0, true]], $this->pages($this->archive([1 => [], 2 => []]), self::query(['text' => 'parcel']), 2));
    }

    /** A search may take seconds. */
    public function testSearchAsksEachShopOnce(): void
    {
        $archive = $this->archive([1 => [9, 7], 2 => [8]]);
        $archive->page(self::query(['text' => 'parcel']), 2, 0);
        $this->assertSame([1 => 1, 2 => 1], array_map(static fn (History $history): int => $history->searches, $this->histories));
    }

    public function testOtherFiltersAreCountedInFull(): void
    {
        $this->assertSame(
            [[[9, 8], 5, true], [[7, 6], 5, true], [[4], 5, true]],
            $this->pages($this->archive([1 => [9, 7], 2 => [8, 6, 4]]), self::query([]), 2)
        );
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
