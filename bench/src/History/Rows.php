<?php

namespace OnlineChat\Bench\History;

/** How many rows the server reads: its own counters, of all links together, so that nobody else may ask meanwhile. */
final class Rows
{
    private readonly int $own;

    public function __construct(private readonly \PDO $pdo)
    {
        // Asking reads rows too, always as many.
        $first = $this->now();
        $this->own = $this->now() - $first;
    }

    private function now(): int
    {
        $sum = 0;
        foreach ($this->pdo->query("SHOW GLOBAL STATUS LIKE 'Handler_read%'")->fetchAll(\PDO::FETCH_NUM) as [$name, $value]) {
            // Tries are no rows.
            $sum += $name === 'Handler_read_retry' ? 0 : (int) $value;
        }
        return $sum;
    }

    /** @param callable(): mixed $act */
    public function of(callable $act): int
    {
        $before = $this->now();
        $act();
        return $this->now() - $before - $this->own;
    }
}
