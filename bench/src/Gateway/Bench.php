<?php

namespace OnlineChat\Bench\Gateway;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Goal;
use OnlineChat\Bench\Report;
use OnlineChat\Bench\Sample;

/** The gateway, alone and behind nginx, beside nchan: the same streams and messages, by turns. */
final class Bench
{
    public const RATES = [500, 2000];
    private const STREAMS = 9000;
    private const ROUNDS = 3;
    /** How often each rate is sent in a round: a p99 of ten seconds is what the worst tenth of a second in them was. */
    private const TURNS = 3;
    private const SECONDS = 10;
    /** Heartbeats come every 20 s: nchan's all that long after the opening, ours at any moment. Each stream has one meanwhile. */
    private const IDLE = 20;
    private const BEFORE_IDLE = 10;
    /** Of the file limit, for what is no stream. */
    private const SPARE = 1000;

    private const GATEWAY = 'gateway';
    private const BEHIND = 'gateway and nginx';
    private const NCHAN = 'nchan';

    public function __construct(private readonly Report $report)
    {
    }

    /** @return array<string, mixed> */
    public static function setup(): array
    {
        return ['streams' => [
            trim((string) shell_exec('nginx -v 2>&1 | grep -o "nginx/.*"')),
            trim((string) shell_exec("dpkg-query -W -f '\${Package} \${Version}' libnginx-mod-nchan")),
            'file limit' => trim((string) shell_exec('ulimit -Hn')),
            'memory is PSS, what streams add to it',
        ]];
    }

    /** As many as one process can hold, by the file limit. */
    public static function most(): int
    {
        return self::scaled(min(20000, Environment::files()) - self::SPARE);
    }

    private static function scaled(int $streams): int
    {
        return max(200, (int) round($streams * min(1, Environment::scale())));
    }

    public function run(): void
    {
        $visitors = Shop::visitors(self::most());
        $rounds = max(1, (int) round(self::ROUNDS * Environment::scale()));
        $this->compare(array_slice($visitors, 0, self::scaled(self::STREAMS)), $rounds, true);
        $this->compare($visitors, 1, false);
    }

    /** @param list<Visitor> $visitors @param bool $goals these numbers are what the goals are about */
    private function compare(array $visitors, int $rounds, bool $goals): void
    {
        $n = count($visitors);
        $seen = [];
        for ($round = 0; $round < $rounds; $round++) {
            $servers = self::servers();
            foreach ($round % 2 ? array_reverse($servers) : $servers as $server) {
                foreach ($this->measure($server, $visitors) as $what => $values) {
                    $sample = $seen[$server->name][$what] ??= new Sample();
                    array_map(static fn (float $value) => $sample->add($round, $value), $values);
                }
            }
        }
        $this->report->section("$n streams");
        $this->memory($seen, $n);
        foreach (self::RATES as $rate) {
            foreach (['p50', 'p99'] as $which) {
                $this->row($seen, "$rate messages/s, $which", 'ms', $goals ? Goal::atMost(1) : null);
            }
        }
        foreach (['idle', ...array_map(static fn (int $rate): string => "$rate messages/s", self::RATES)] as $when) {
            $this->row($seen, "CPU, $when", '%', null);
        }
    }

    /** @param array<string, array<string, Sample>> $seen */
    private function memory(array $seen, int $n): void
    {
        $this->report->compare('memory a stream, gateway', 'KB', $seen[self::GATEWAY]['memory'], $seen[self::NCHAN]['memory'],
            'nchan', Goal::atMost(0.4));
        $this->report->compare('memory a stream, gateway + nginx', 'KB', $seen[self::BEHIND]['memory'],
            $seen[self::NCHAN]['memory'], 'nchan', Goal::atMost(1));
        $this->row($seen, 'memory a stream after the messages', 'KB', null);
    }

    /** @param array<string, array<string, Sample>> $seen @param ?Goal $goal of the gateway alone: nginx before it is one hop more */
    private function row(array $seen, string $what, string $unit, ?Goal $goal): void
    {
        $this->report->compare($what, $unit, $seen[self::GATEWAY][$what], $seen[self::NCHAN][$what], 'nchan', $goal);
        $this->report->compare("$what, + nginx", $unit, $seen[self::BEHIND][$what], $seen[self::NCHAN][$what], 'nchan', null);
    }

    /** @return list<Server> */
    private static function servers(): array
    {
        $ports = explode("\n", trim((string) shell_exec(PHP_BINARY . ' ' . escapeshellarg(dirname(__DIR__, 3) . '/tools/lib/free-port.php') . ' 4')));
        $ports = array_map('intval', $ports);
        return [
            new Gateway(self::GATEWAY, $ports[0]),
            new Nchan(self::NCHAN, $ports[1]),
            new Gateway(self::BEHIND, $ports[2], $ports[3]),
        ];
    }

    /** @param list<Visitor> $visitors @return array<string, list<float>> */
    private function measure(Server $server, array $visitors): array
    {
        $server->start();
        $generator = Generator::of($server, $visitors);
        try {
            return $this->under($server, $generator, count($visitors));
        } finally {
            $generator->end();
            $server->stop();
        }
    }

    /** @return array<string, list<float>> */
    private function under(Server $server, Generator $generator, int $n): array
    {
        $before = $server->memoryAtRest();
        $generator->open($n);
        self::pause(self::BEFORE_IDLE);
        $seen = ['CPU, idle' => [self::share($server, static fn () => self::pause(self::IDLE))]];
        $seen['memory'] = [($server->memory() - $before) / $n];
        for ($turn = 0; $turn < self::TURNS; $turn++) {
            foreach (self::RATES as $rate) {
                $times = [];
                $seen["CPU, $rate messages/s"][] = self::share($server, function () use ($generator, $rate, &$times): void {
                    $times = $generator->publish($rate, max(1, self::SECONDS * min(1, Environment::scale())));
                });
                $seen["$rate messages/s, p50"][] = $times['p50'];
                $seen["$rate messages/s, p99"][] = $times['p99'];
            }
        }
        $seen['memory a stream after the messages'] = [($server->memory() - $before) / $n];
        return $seen;
    }

    private static function pause(int $seconds): void
    {
        usleep((int) ($seconds * min(1, Environment::scale()) * 1e6));
    }

    /** @return float percent of one processor meanwhile; never 0, for it is divided by */
    private static function share(Server $server, callable $act): float
    {
        $cpu = $server->cpu();
        $at = microtime(true);
        $act();
        return max(0.01, 100 * ($server->cpu() - $cpu) / (microtime(true) - $at));
    }
}
