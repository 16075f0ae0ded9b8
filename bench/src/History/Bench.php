<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Goal;
use OnlineChat\Bench\Report;
use OnlineChat\Bench\Router\Rounds;
use OnlineChat\Bench\Sample;

/** A history of ten years, asked as operators ask it. */
final class Bench
{
    private const PAGES = 20;
    private const DEPTHS = [10, 10_000, 600_000];
    /** How much longer the page at the greatest depth may take than the first, and how many more rows may be read for it. */
    private const AS_FIRST = 1.5;
    private const MONTH_MS = 30 * 86_400_000;

    private readonly Data $data;
    private readonly Ours $ours;
    private readonly Peer $peer;
    private readonly Rows $rows;
    private readonly Asking $asking;

    public function __construct(private readonly Report $report)
    {
        $this->data = new Data();
        $this->ours = new Ours();
        $this->peer = new Peer();
        $this->rows = new Rows($this->data->pdo);
        $this->asking = new Asking($report, $this->rows, $this->peer);
    }

    public function run(): void
    {
        $this->pages();
        $this->filters();
        $this->searches();
        $this->statistics();
        (new Changes($this->report, $this->data, $this->rows, $this->ours))->run();
        (new Export($this->report, $this->data))->run();
    }

    private function pages(): void
    {
        $this->report->questions(sprintf('Pages of %d lines; theirs by OFFSET, with COUNT(*)', Ours::PAGE));
        $this->same(Ours::ids($this->ours->page()), $this->peer->page());
        $this->ask('first page', [0], fn (): int => count($this->ours->page()->lines), fn (): int => count($this->peer->page()));
        foreach (self::DEPTHS as $lines) {
            $depth = Data::depth($lines);
            $cursors = $this->ours->cursors($depth, self::PAGES);
            $this->same(Ours::ids($this->ours->page([], $cursors[0])), $this->peer->page($depth));
            $name = 'page at ' . number_format($depth) . ' lines';
            $this->ask($name, array_keys($cursors), fn (int $i): int => count($this->ours->page([], $cursors[$i])->lines),
                fn (int $i): int => count($this->peer->page($depth + $i * Ours::PAGE)));
        }
        // The last cursors are those of the greatest depth.
        $this->asFirst($name, $cursors);
        $this->jump($depth);
    }

    /** By turns: what disturbs the machine disturbs both. @param list<string> $cursors */
    private function asFirst(string $name, array $cursors): void
    {
        $i = 0;
        $samples = (new Rounds(10, max(5, (int) (50 * min(1, Environment::scale())))))->run([
            'deep' => fn (): float => Asking::ms(fn (int $i) => $this->ours->page([], $cursors[$i]), $i++ % count($cursors)),
            'first' => fn (): float => Asking::ms(fn () => $this->ours->page(), null),
        ]);
        $rows = $this->rows->of(fn () => $this->ours->page([], $cursors[0]));
        $first = $this->rows->of(fn () => $this->ours->page());
        $this->report->section('');
        $this->report->compare($name, 'ms', $samples['deep'], $samples['first'], 'the first page', Goal::atMost(self::AS_FIRST));
        $this->report->absolute("$name, rows read by those of the first page", 'times', $rows / $first, Goal::atMost(self::AS_FIRST),
            ['rows' => $rows, 'first' => $first]);
        $this->report->questions('');
    }

    /** To a page by its number, near one that was shown before; the farthest first, for each leaves a waypoint. */
    private function jump(int $depth): void
    {
        $farthest = min(9000, (int) ($depth / 8));
        $offsets = [];
        for ($i = 0; $i < self::PAGES; $i++) {
            $offsets[] = $depth + self::PAGES * Ours::PAGE + $farthest - $i * intdiv($farthest, self::PAGES);
        }
        $this->ask('jump to a page by number, ' . number_format($depth) . ' lines deep', $offsets,
            fn (int $offset): int => count($this->ours->page([], '', $offset)->lines),
            fn (int $offset): int => count($this->peer->page($offset)));
    }

    private function filters(): void
    {
        $this->report->questions("\nFilters, their first page");
        $customers = $this->customers();
        foreach ($customers as $customer) {
            $this->same(Ours::ids($this->ours->page(['customer' => $customer])), $this->peer->ofCustomer($customer));
        }
        $this->ask('of a customer', $customers, fn (int $id): int => count($this->ours->page(['customer' => $id])->lines),
            fn (int $id): int => count($this->peer->ofCustomer($id)));
        $spans = $this->spans();
        $this->same(Ours::ids($this->ours->page(['from' => $spans[0][0], 'to' => $spans[0][1]])), $this->peer->ofDates($spans[0]));
        $this->ask('of a month', $spans, fn (array $s): int => count($this->ours->page(['from' => $s[0], 'to' => $s[1]])->lines),
            fn (array $s): int => count($this->peer->ofDates($s)));
        $this->ask('of an operator', range(1, 10), fn (int $id): int => count($this->ours->page(['operator' => $id])->lines),
            fn (int $id): int => count($this->peer->ofOperator($id)));
        $this->ask('by the beginning of a name', ['Sara Berg', 'zoe dubo', 'Lucía Mor', 'Omar Nguy', 'jurgen wag'],
            fn (string $name): int => count($this->ours->page(['name' => $name])->lines), fn (string $name): int => count($this->peer->named($name)));
    }

    private function searches(): void
    {
        $words = new Words($this->data->pdo);
        $this->report->questions("\nSearch in what was said, the newest hits; theirs by LIKE '%…%'");
        $this->search('a rare word', array_map(static fn (string $word): array => [$word], $words->rare()));
        $this->search('a common word', array_map(static fn (string $word): array => [$word], $words->common()));
        $this->search('two words', Words::TOGETHER);
        $this->search('two common words that hardly meet', Words::APART);
        $this->search('a phrase', array_map(static fn (string $part): array => [$part], Words::PHRASES), '"%s"');
        $this->search('a beginning', array_map(static fn (string $part): array => [$part], Words::BEGINNINGS), '%s*');
        $this->search('without spaces (Chinese, Japanese, Thai)', array_map(static fn (string $part): array => [$part], Words::UNSPACED));
        $this->search('in other case and without accents', array_map(static fn (string $part): array => [$part], Words::FOLDED));
        [$from, $to] = $this->spans()[0];
        $this->ask('a common word, of a month', array_slice($words->common(), 0, 5),
            fn (string $word): int => count($this->ours->page(['text' => $word, 'from' => $from, 'to' => $to])->lines),
            fn (string $word): int => $this->peer->said([$word], 0, [$from, $to]));
        $this->deep($words->common()[1]);
    }

    /** @param list<list<string>> $variants parts that must all be there */
    private function search(string $name, array $variants, string $form = '%s'): void
    {
        $this->ask($name, $variants,
            fn (array $parts): int => count($this->ours->page(['text' => sprintf($form, implode(' ', $parts))])->lines),
            fn (array $parts): int => $this->peer->said($parts));
    }

    private function deep(string $word): void
    {
        $depth = 10 * Ours::PAGE;
        $cursors = $this->ours->cursors($depth, 5, ['text' => $word]);
        $this->ask('a common word, ' . $depth . ' hits on', array_keys($cursors),
            fn (int $i): int => count($this->ours->page(['text' => $word], $cursors[$i])->lines),
            fn (int $i): int => $this->peer->said([$word], $depth + $i * Ours::PAGE));
    }

    private function statistics(): void
    {
        $this->report->questions("\nStatistics; theirs from conversations and messages");
        $days = $years = [];
        for ($year = 2015; $year < 2025; $year++) {
            $days[] = array_map(static fn (int $day): int => gmmktime(0, 0, 0, 5, $day, $year) * 1000, range(1, 32));
            $years[] = array_map(static fn (int $month): int => gmmktime(0, 0, 0, $month, 1, $year) * 1000, range(1, 13));
        }
        $ours = fn (array $bounds): int => count($this->ours->statistics($bounds));
        $theirs = fn (array $bounds): int => count($this->peer->statistics($bounds));
        $this->ask('a month, by day and operator', $days, $ours, $theirs);
        $this->asking->ask(new Question('a year, by month and operator', $years, $ours, $theirs, null));
    }

    /** @param list<mixed> $variants */
    private function ask(string $name, array $variants, \Closure $ours, \Closure $theirs): Sample
    {
        return $this->asking->ask(Question::interactive($name, $variants, $ours, $theirs));
    }

    /** Two answers that differ are no comparison. @param list<int> $ours @param list<int> $theirs */
    private function same(array $ours, array $theirs): void
    {
        if ($ours !== $theirs) {
            throw new \RuntimeException('the sides show other lines: ' . json_encode([array_slice($ours, 0, 5), array_slice($theirs, 0, 5)]));
        }
    }

    /** As often as they talked. @return list<int> */
    private function customers(): array
    {
        $step = intdiv(Data::conversations(), 400);
        return array_map('intval', $this->data->pdo->query('SELECT t.customer FROM ' . Data::PREFIX . 'conversation c JOIN '
            . Data::PREFIX . "thread t ON t.id = c.thread WHERE c.id % $step = 0 AND t.customer IS NOT NULL ORDER BY c.id LIMIT "
            . self::PAGES)->fetchAll(\PDO::FETCH_COLUMN));
    }

    /** @return non-empty-list<array{int, int}> months of those ten years, ms */
    private function spans(): array
    {
        $spans = [];
        for ($i = 0; $i < self::PAGES; $i++) {
            $from = strtotime('2015-03-01 UTC') * 1000 + $i * 5 * self::MONTH_MS;
            $spans[] = [$from, $from + self::MONTH_MS];
        }
        return $spans;
    }
}
