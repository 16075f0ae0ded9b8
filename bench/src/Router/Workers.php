<?php

namespace OnlineChat\Bench\Router;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Goal;
use OnlineChat\Bench\Report;
use OnlineChat\Bench\Sample;

/** Decisions a second of several processes, each with links of its own, on one shop and on eight. */
final class Workers
{
    private const ROUNDS = 5;
    private const SECONDS = 1.0;

    public function __construct(private readonly Report $report)
    {
    }

    public function run(): void
    {
        echo "\n";
        $this->report->section('Decisions a second (start and end in turns)');
        foreach (['one shop' => [Shops::WORKERS], 'eight shops' => Shops::workers()] as $where => $shops) {
            foreach ([1, 4, 8] as $workers) {
                $this->measure("$workers worker" . ($workers > 1 ? 's' : '') . " on $where", $workers, $shops);
            }
        }
    }

    /** @param list<int> $shops */
    private function measure(string $case, int $workers, array $shops): void
    {
        $sides = ['extension' => new Sample(), 'plain' => new Sample()];
        for ($round = 0; $round < self::ROUNDS; $round++) {
            foreach ($sides as $side => $sample) {
                $sample->add($round, $this->once($side, $workers, $shops));
            }
            $sides = array_reverse($sides);
        }
        $this->report->compare($case, '/s', $sides['extension'], $sides['plain'], 'plain PHP', Goal::above(1));
    }

    /** @param list<int> $shops */
    private function once(string $side, int $workers, array $shops): float
    {
        $seconds = self::SECONDS * Environment::scale();
        $running = [];
        for ($i = 0; $i < $workers; $i++) {
            $own = array_values(array_filter($shops, static fn (int $shop): bool => $shop % $workers === $i % count($shops)));
            $running[] = self::start([$side, (string) $seconds, implode(',', count($shops) < $workers ? $shops : $own)]);
        }
        foreach ($running as [, $pipes]) {
            if (fgets($pipes[1]) !== "ready\n") {
                throw new \RuntimeException('a worker did not become ready');
            }
        }
        foreach ($running as [, $pipes]) {
            fwrite($pipes[0], "go\n");
        }
        $rate = 0;
        foreach ($running as [$process, $pipes]) {
            $rate += (float) fgets($pipes[1]);
            array_map('fclose', $pipes);
            if (proc_close($process) !== 0) {
                throw new \RuntimeException('a worker failed');
            }
        }
        return $rate;
    }

    /** @param list<string> $arguments @return array{resource, array<int, resource>} */
    private static function start(array $arguments): array
    {
        $process = proc_open(
            [PHP_BINARY, '-c', php_ini_loaded_file(), '-d', 'error_log=', '-d', 'display_errors=stderr', '-d',
                'opcache.enable_cli=1', dirname(__DIR__, 2) . '/worker.php', ...$arguments],
            [['pipe', 'r'], ['pipe', 'w'], STDERR],
            $pipes,
        );
        return [$process, $pipes];
    }
}
