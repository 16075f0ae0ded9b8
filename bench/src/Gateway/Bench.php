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
    /** A p99 of ten seconds is the worst tenth of a second in them, and that is often the host's doing: many rounds, soon by turns. */
    private const ROUNDS = 9;
    /** Memory, rest, nginx before the gateway and shared processors are alike in each round: so many of them have these. */
    private const WHOLE = 3;
    private const SECONDS = 10;
    /** What is measured with the load generator on the servers' processors; nothing hangs on it. */
    private const SHARED = ', processors shared';
    /** Heartbeats come every 20 s: nchan's all that long after the opening, ours at any moment. Each stream has one meanwhile. */
    private const IDLE = 20;
    private const BEFORE_IDLE = 10;
    private const BEFORE = 3;
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
            $whole = $round < self::WHOLE;
            $servers = array_slice(self::servers(), 0, $whole ? 3 : 2);
            // What comes second has nchan's heartbeats of all streams in it.
            $rates = $round % 2 ? array_reverse(self::RATES) : self::RATES;
            foreach ($round % 2 ? array_reverse($servers) : $servers as $server) {
                foreach ($this->measure($server, $visitors, $rates, $whole) as $what => $value) {
                    ($seen[$server->name][$what] ??= new Sample())->add($round, $value);
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
        foreach (self::RATES as $rate) {
            foreach (['p50', 'p99'] as $which) {
                $this->row($seen, "$rate messages/s" . self::SHARED . ", $which", 'ms', null);
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

    /** @param list<Visitor> $visitors @param list<int> $rates @return array<string, float> */
    private function measure(Server $server, array $visitors, array $rates, bool $whole): array
    {
        $server->start();
        $generator = Generator::of($server, $visitors);
        try {
            return $this->under($server, $generator, count($visitors), $rates, $whole);
        } finally {
            $generator->end();
            $server->stop();
        }
    }

    /** @param list<int> $rates @return array<string, float> */
    private function under(Server $server, Generator $generator, int $n, array $rates, bool $whole): array
    {
        $processors = new Processors($generator->pid(), $server->pids(...));
        $processors->apart();
        try {
            $before = $whole ? $server->memoryAtRest() : 0.0;
            $generator->open($n);
            if (!$whole) {
                self::pause(self::BEFORE);
                return self::messages($server, $generator, $rates, '');
            }
            self::pause(self::BEFORE_IDLE);
            $seen = ['CPU, idle' => self::share($server, static fn () => self::pause(self::IDLE))];
            $seen['memory'] = ($server->memory() - $before) / $n;
            $seen += self::messages($server, $generator, $rates, '');
            $seen['memory a stream after the messages'] = ($server->memory() - $before) / $n;
        } finally {
            $processors->shared();
        }
        return $seen + self::messages($server, $generator, $rates, self::SHARED);
    }

    /** @param list<int> $rates @param string $how stands behind the rate @return array<string, float> */
    private static function messages(Server $server, Generator $generator, array $rates, string $how): array
    {
        $seen = [];
        foreach ($rates as $rate) {
            $times = [];
            $seen["CPU, $rate messages/s$how"] = self::share($server, function () use ($generator, $rate, &$times): void {
                $times = $generator->publish($rate, max(1, self::SECONDS * min(1, Environment::scale())));
            });
            $seen["$rate messages/s$how, p50"] = $times['p50'];
            $seen["$rate messages/s$how, p99"] = $times['p99'];
        }
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
