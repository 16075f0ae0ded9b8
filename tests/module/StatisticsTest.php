<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use OnlineChat\Chat;
use OnlineChat\History;
use OnlineChat\NotFound;
use OnlineChat\Statistics;
use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Statistics\Asked;
use PrestaShop\Module\OnlineChat\Statistics\Counted;
use PrestaShop\Module\OnlineChat\Statistics\CsvExport;
use PrestaShop\Module\OnlineChat\Statistics\Duration;
use PrestaShop\Module\OnlineChat\Statistics\Overview;
use PrestaShop\Module\OnlineChat\Statistics\Periods;

require_once __DIR__ . '/support/shop.php';

/** Issue 8.4: what the statistics page asks for, and what it makes of the answer. */
final class StatisticsTest extends TestCase
{
    /** @return array<string, array{array<string, mixed>, string, string, string, int}> */
    public static function asked(): array
    {
        return [
            'nothing' => [[], '2026-10-25', '2026-11-23', 'day', 30],
            'a week' => [['range' => '7'], '2026-11-17', '2026-11-23', 'day', 7],
            'ninety days' => [['range' => '90'], '2026-08-26', '2026-11-23', 'week', 13 + 1],
            'a year' => [['range' => '365'], '2025-11-24', '2026-11-23', 'month', 13],
            'steps of one\'s own' => [['range' => '90', 'by' => 'day'], '2026-08-26', '2026-11-23', 'day', 90],
            'days of one\'s own' => [['from' => '2026-01-31', 'to' => '2026-03-01', 'by' => 'month'], '2026-01-31', '2026-03-01', 'month', 3],
            'one day' => [['from' => '2026-01-31', 'to' => '2026-01-31'], '2026-01-31', '2026-01-31', 'day', 1],
            'weeks begin on Monday' => [['from' => '2026-11-16', 'to' => '2026-11-29', 'by' => 'week'], '2026-11-16', '2026-11-29', 'week', 2],
            'as many as are shown' => [['from' => '2025-01-01', 'to' => '2026-02-03'], '2025-01-01', '2026-02-03', 'day', 399],
            'what is no answer' => [['range' => ['7'], 'by' => 'hour', 'operator' => 'x'], '2026-10-25', '2026-11-23', 'day', 30],
        ];
    }

    /**
     * @dataProvider asked
     *
     * @param array<string, mixed> $given
     */
    public function testAsksForDays(array $given, string $from, string $to, string $by, int $periods): void
    {
        $asked = new Asked($given, self::now());
        $this->assertSame(['', $from, $to, $by, $periods], [$asked->problem, $asked->from, $asked->to, $asked->by, $asked->periods->count()]);
        $this->assertSame((new Asked($asked->given(), self::now()))->periods->bounds(), $asked->periods->bounds());
    }

    /** @return array<string, array{array<string, mixed>, string}> */
    public static function refused(): array
    {
        return [
            'no such day' => [['from' => '2026-02-30', 'to' => '2026-03-01'], 'Date: both days are needed, as YYYY-MM-DD.'],
            'one day only' => [['from' => '2026-02-20'], 'Date: both days are needed, as YYYY-MM-DD.'],
            'before all time' => [['from' => '1960-01-01', 'to' => '2026-03-01'], 'Date: both days are needed, as YYYY-MM-DD.'],
            'the wrong way round' => [['from' => '2026-03-02', 'to' => '2026-03-01'], 'Date: the first day is after the last.'],
            'too many' => [['from' => '2025-01-01', 'to' => '2026-02-04'], 'At most 399 days, weeks or months are shown at once: choose fewer, or longer steps.'],
            'for ever' => [['from' => '1970-01-02', 'to' => '9999-12-31', 'by' => 'month'], 'At most 399 days, weeks or months are shown at once: choose fewer, or longer steps.'],
        ];
    }

    /**
     * @dataProvider refused
     *
     * @param array<string, mixed> $given
     */
    public function testRefusesWhatItCannotShow(array $given, string $problem): void
    {
        $asked = new Asked($given, self::now());
        $this->assertSame($problem, $asked->problem);
        $this->assertLessThanOrEqual(400, \count($asked->periods->bounds()));
    }

    /** In Santiago clocks went forward at midnight of 6 September 2026: that day began at one, no other does. */
    public function testFirstDayIsWholeWhereTodayBeginsLate(): void
    {
        $asked = new Asked(['range' => '7'], new \DateTimeImmutable('2026-09-06 12:00', new \DateTimeZone('America/Santiago')));

        $this->assertSame(['00:00', '01:00'], [$asked->periods->from(0)->format('H:i'), $asked->periods->from(6)->format('H:i')]);
    }

    public function testDaysAreThoseOfTheZone(): void
    {
        foreach (['Europe/Paris' => [24, 23, 24], 'Asia/Kolkata' => [24, 24, 24], 'America/Santiago' => [24, 24, 24]] as $zone => $hours) {
            $bounds = self::periods('2026-03-28', '2026-03-30', 'day', $zone)->bounds();
            $this->assertSame($hours, array_map(static fn (int $i) => ($bounds[$i + 1] - $bounds[$i]) / 3600000, [0, 1, 2]), $zone);
        }
        // Clocks go forward at midnight: this day begins at one, the next at midnight again.
        $bounds = self::periods('2026-09-05', '2026-09-07', 'day', 'America/Santiago')->bounds();
        $this->assertSame([24, 23, 24], array_map(static fn (int $i) => ($bounds[$i + 1] - $bounds[$i]) / 3600000, [0, 1, 2]));
    }

    public function testNamesOfPeriods(): void
    {
        $this->assertSame(['31/01/2026', 'Feb 2026', '01/03/2026 – 02/03/2026'], self::names(self::periods('2026-01-31', '2026-03-02', 'month'), 'en-GB'));
        $this->assertSame(['févr. 2026'], self::names(self::periods('2026-02-01', '2026-02-28', 'month'), 'fr-FR'));
        $this->assertSame(['15/11/2026', '16/11/2026 – 18/11/2026'], self::names(self::periods('2026-11-15', '2026-11-18', 'week'), 'en-GB'));
        $this->assertSame('16 nov.', self::periods('2026-11-16', '2026-11-18', 'week')->short(0, 'fr-FR'));
        $this->assertSame('Nov 16', self::periods('2026-11-16', '2026-11-18', 'day')->short(0, 'en-US'));
    }

    public function testAddsUpShopsAndOperators(): void
    {
        $rows = (static function (): \Generator {
            yield 'one' => new Statistics(from: 0, operator: 5, operatorName: 'Olga', conversations: 3, waited: 2, waitingTime: 5000, answered: 1, answerTime: 700, length: 9000);
            yield 'one' => new Statistics(from: 0, operator: null, conversations: 1, abandoned: 1, missed: 4, length: 3000);
            yield 'two' => new Statistics(from: 0, operator: 5, operatorName: 'Olga', conversations: 1, waited: 2, waitingTime: 1000);
            yield 'two' => new Statistics(from: 10, operator: 9, operatorName: 'Otto', conversations: 7);
        });
        $all = new Overview($rows(), [0, 10, 20]);
        $this->assertSame([12, 1, 4], [$all->total->conversations, $all->total->abandoned, $all->total->missed]);
        $this->assertSame([5, 7], array_map(static fn ($one) => $one->conversations, $all->periods));
        $this->assertSame([9 => 7, 5 => 4, 0 => 1], array_map(static fn ($one) => $one->conversations, $all->operators));
        $this->assertSame([5 => 'Olga', 9 => 'Otto'], $all->names);
        $this->assertSame([1.5, 0.7, 1.0], [$all->total->waiting(), $all->total->answer(), $all->total->length()]);
        $this->assertNull($all->periods[1]->waiting());

        $olga = new Overview($rows(), [0, 10, 20], 5);
        $this->assertSame([4, 0, 0], [$olga->total->conversations, $olga->total->missed, $olga->periods[1]->conversations]);
        $this->assertTrue((new Overview([], [0, 10]))->total->isEmpty());
        $this->assertFalse($all->total->isEmpty());
    }

    /** Nobody may take a part for the whole; what goes wrong before the first row is the page's to say. */
    public function testFileThatBreaksOffSaysSo(): void
    {
        $history = new History([]);
        $counted = new Counted(new ChatFactory([1 => new Chat($history)]), [1 => 'Shop 1'], 1);
        $asked = new Asked(['from' => '2026-01-01', 'to' => '2026-03-01'], new \DateTimeImmutable('2026-03-02'));
        $history->counted = [[new Statistics($asked->periods->bounds()[0], 5, 'Olga', 1)]];
        $lines = iterator_to_array((new CsvExport($counted, $asked, []))->lines(), false);

        $this->assertCount(3, $lines);
        $this->assertStringContainsString('"Olga"', $lines[1]);
        $this->assertStringStartsWith('"NOT COMPLETE"', $lines[2]);

        $this->expectException(NotFound::class);
        iterator_to_array((new CsvExport($counted, $asked, []))->lines(), false);
    }

    public function testDurationsAreRead(): void
    {
        $texts = ['–' => null, '0 s' => 0.0, '0.4 s' => 0.4, '9.9 s' => 9.9, '10 s' => 9.96, '59 s' => 59.4, '1 min 00 s' => 59.6, '2 min 05 s' => 125.0,
            '59 min 59 s' => 3599.0, '1 h 00 min' => 3599.9, '26 h 10 min' => 94200.0];
        foreach ($texts as $text => $seconds) {
            $this->assertSame($text, Duration::text($seconds));
        }
    }

    private static function now(): \DateTimeImmutable
    {
        return new \DateTimeImmutable('2026-11-23 15:00', new \DateTimeZone('Europe/Paris'));
    }

    /** @param 'day'|'week'|'month' $by */
    private static function periods(string $from, string $to, string $by, string $zone = 'Europe/Paris'): Periods
    {
        return new Periods(new \DateTimeImmutable($from, new \DateTimeZone($zone)), new \DateTimeImmutable($to, new \DateTimeZone($zone)), $by);
    }

    /** @return list<string> */
    private static function names(Periods $periods, string $locale): array
    {
        return array_map(static fn (int $i) => $periods->name($i, 'd/m/Y', $locale), range(0, $periods->count() - 1));
    }
}
