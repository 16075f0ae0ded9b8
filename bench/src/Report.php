<?php

namespace OnlineChat\Bench;

/** The table on the terminal, the lines of bench/results.jsonl, and the verdict. */
final class Report
{
    private const WIDTHS = [58, 6, 11, 11, 11, 11, 8, 17, 9];

    private const QUESTIONS = [46, 10, 10, 11, 11, 10, 9, 11, 11, 7, 9];

    /** @var list<string> */
    private array $missed = [];
    /** @var resource */
    private $file;

    /** @param array<string, mixed> $setup */
    public function __construct(private readonly string $name, private readonly array $setup)
    {
        $this->file = fopen(dirname(__DIR__) . '/results.jsonl', 'a')
            ?: throw new \RuntimeException('bench/results.jsonl cannot be written');
        foreach ($setup as $what => $value) {
            printf("%-14s %s\n", $what, is_array($value) ? self::inline($value) : $value);
        }
        echo "\n";
    }

    /** @param array<string, mixed> $values */
    private static function inline(array $values): string
    {
        $words = [];
        foreach ($values as $name => $value) {
            $words[] = is_int($name) ? $value : "$name $value";
        }
        return implode(', ', $words);
    }

    public function section(string $title): void
    {
        echo "$title\n";
        $this->row(['case', 'unit', 'ours p50', 'p99', 'theirs p50', 'p99', 'ratio', 'rounds', 'goal']);
    }

    /** @param list<string> $cells @param list<int> $widths */
    private function row(array $cells, array $widths = self::WIDTHS, int $left = 2): void
    {
        foreach ($cells as $i => $cell) {
            $pad = $widths[$i] - mb_strlen($cell);
            echo $i < $left ? $cell . str_repeat(' ', max(0, $pad)) : str_repeat(' ', max(1, $pad)) . $cell;
        }
        echo "\n";
    }

    /** @param string $unit of both sides' values; the ratio is ours by theirs */
    public function compare(string $case, string $unit, Sample $ours, Sample $theirs, string $whose, ?Goal $goal): void
    {
        // A side may have been left out of some rounds.
        [$a, $b] = [$ours->medians(), $theirs->medians()];
        $rounds = array_map(static fn (float $a, float $b): float => $a / $b, array_intersect_key($a, $b), array_intersect_key($b, $a));
        // The rounds' median: each round's two sides were measured in the same weather.
        $ratio = Sample::quantile($rounds, 0.5);
        $held = $goal?->held($ratio);
        $rate = $unit === '/s';
        $this->row([
            "$case / $whose", $unit, self::number($ours->median()), $rate ? '' : self::number($ours->p99()),
            self::number($theirs->median()), $rate ? '' : self::number($theirs->p99()), sprintf('%.2f', $ratio),
            sprintf('%.2f … %.2f', min($rounds), max($rounds)),
            $goal ? $goal->text() . ($held ? '' : ' !') : '',
        ]);
        if ($held === false) {
            $this->missed[] = sprintf('%s %.2f (goal %s)', $case, $ratio, $goal->text());
        }
        $this->write([
            'case' => $case, 'unit' => $unit, 'ours' => self::values($ours), 'theirs' => ['what' => $whose]
                + self::values($theirs), 'ratio' => round($ratio, 4),
            'rounds' => ['lowest' => round(min($rounds), 4), 'highest' => round(max($rounds), 4), 'count' => count($rounds)],
            'goal' => $goal?->text(), 'held' => $held,
        ]);
    }

    public function questions(string $title): void
    {
        echo "$title\n";
        $this->row(['question', 'ours p50', 'p99', 'theirs p50', 'p99', 'ratio', 'asked', 'rows read', 'theirs', 'shown', 'goal'],
            self::QUESTIONS, 1);
    }

    /**
     * A question put to both sides, in ms, with a goal for ours alone.
     *
     * @param array<string, float> $rows ours, theirs: what the server read for an answer; shown: what ours has of it
     * @param string $remark how theirs was asked, if not as often as ours
     */
    public function question(string $case, Sample $ours, Sample $theirs, array $rows, ?Goal $goal, string $remark): void
    {
        $own = $ours->medians();
        $rounds = array_map(static fn (float $a, float $b): float => $a / $b, array_intersect_key($own, $theirs->medians()), $theirs->medians());
        $ratio = Sample::quantile($rounds, 0.5);
        $held = $goal?->held($ours->median());
        $this->row([
            $case, self::number($ours->median()), self::number($ours->p99()), self::number($theirs->median()),
            self::number($theirs->p99()), sprintf($ratio < 0.01 ? '%.5f' : '%.2f', $ratio), "{$ours->count()}/{$theirs->count()}",
            self::number($rows['ours']), self::number($rows['theirs']), self::number($rows['shown']),
            $goal ? $goal->text() . ($held ? '' : ' !') : '',
        ], self::QUESTIONS, 1);
        if ($remark !== '') {
            echo "    $remark\n";
        }
        if ($held === false) {
            $this->missed[] = sprintf('%s %s ms (goal %s)', $case, self::number($ours->median()), $goal->text());
        }
        $this->write(['case' => $case, 'unit' => 'ms', 'ours' => self::values($ours), 'theirs' => self::values($theirs),
            'ratio' => round($ratio, 6), 'rows' => $rows, 'goal' => $goal?->text(), 'held' => $held, 'remark' => $remark]);
    }

    /** @return array<string, float|int> */
    private static function values(Sample $sample): array
    {
        return ['p50' => round($sample->median(), 3), 'p99' => round($sample->p99(), 3), 'count' => $sample->count()];
    }

    /** A value with a goal of its own. @param array<string, float|int> $more what else was measured of it */
    public function absolute(string $case, string $unit, float $value, Goal $goal, array $more): void
    {
        $held = $goal->held($value);
        printf("%s: %s %s (goal %s)%s\n", $case, self::number($value), $unit, $goal->text(), $held ? '' : ' !');
        if (!$held) {
            $this->missed[] = sprintf('%s %s %s (goal %s)', $case, self::number($value), $unit, $goal->text());
        }
        $this->write(['case' => $case, 'unit' => $unit, 'value' => round($value, 3), 'goal' => $goal->text(), 'held' => $held] + $more);
    }

    /** Something measured that has no other side. @param array<string, mixed> $values */
    public function note(string $case, array $values, string $text): void
    {
        echo $text, "\n";
        $this->write(['case' => $case] + $values);
    }

    /** @param array<string, mixed> $line */
    private function write(array $line): void
    {
        fwrite($this->file, json_encode(['bench' => $this->name, 'setup' => $this->setup] + $line,
            JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR) . "\n");
    }

    public static function number(float $value): string
    {
        return number_format($value, $value < 10 ? 2 : ($value < 100 ? 1 : 0), '.', ' ');
    }

    /** The last line; true if every goal held. */
    public function verdict(): bool
    {
        echo "\n", $this->name, $this->missed ? ': missed, ' . implode('; ', $this->missed) : ': held', "\n";
        return !$this->missed;
    }
}
