<?php

namespace OnlineChat\Bench;

/** Measured values, round by round. */
final class Sample
{
    /** @var list<list<float>> */
    private array $rounds = [];

    public function add(int $round, float $value): void
    {
        $this->rounds[$round][] = $value;
    }

    public function count(): int
    {
        return array_sum(array_map('count', $this->rounds));
    }

    public function median(): float
    {
        return self::quantile(array_merge(...$this->rounds), 0.5);
    }

    public function p99(): float
    {
        return self::quantile(array_merge(...$this->rounds), 0.99);
    }

    /** @return list<float> the median of each round */
    public function medians(): array
    {
        return array_map(static fn (array $round): float => self::quantile($round, 0.5), $this->rounds);
    }

    /** @param list<float> $values */
    public static function quantile(array $values, float $q): float
    {
        sort($values);
        return $values[max(0, (int) ceil($q * count($values)) - 1)];
    }
}
