<?php

namespace OnlineChat\Bench\Gateway;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Nginx;

/** What is measured: processes that hold the streams, how they are asked for one, and how a message gets to them. */
abstract class Server
{
    /** The kernel's clock ticks are hundredths of a second on Linux. */
    private const TICK = 0.01;

    /**
     * Of a worker, above the files it may open: nginx closes connections that have not sent their head yet where fewer
     * than a sixteenth of these are free.
     */
    private const CONNECTIONS = 24000;

    /** @var list<resource> each leads a group of its own */
    private array $processes = [];
    /** @var list<int> */
    private array $groups = [];

    public function __construct(public readonly string $name, public readonly int $port)
    {
    }

    abstract public function start(): void;

    /** @return array{string, string, string} path, header line and key of a visitor's stream */
    abstract public function stream(Visitor $visitor): array;

    /** As bench/gateway/publish.c has it. */
    abstract public function publishTo(): string;

    /** @param list<string> $command */
    protected function launch(string $what, array $command): void
    {
        $log = Environment::run("$what.log");
        // Without the run's php.ini an extension of the machine's own would be loaded, and measured.
        $process = proc_open(['setsid', ...$command], [['file', '/dev/null', 'r'], ['file', $log, 'a'], ['file', $log, 'a']], $pipes,
            Environment::run(), ['PHP_INI_SCAN_DIR' => ''] + getenv());
        $this->processes[] = $process;
        $this->groups[] = proc_get_status($process)['pid'];
    }

    protected function answers(int $port): void
    {
        $until = microtime(true) + 20;
        while (!($link = @fsockopen('127.0.0.1', $port))) {
            if (microtime(true) > $until) {
                throw new \RuntimeException("$this->name does not listen at port $port: see its log in " . Environment::run());
            }
            usleep(20000);
        }
        fclose($link);
    }

    public function stop(): void
    {
        foreach (array_reverse($this->groups) as $group) {
            posix_kill(-$group, SIGTERM);
        }
        $until = microtime(true) + 15;
        foreach ($this->processes as $i => $process) {
            while (proc_get_status($process)['running']) {
                if (microtime(true) > $until) {
                    posix_kill(-$this->groups[$i], SIGKILL);
                }
                usleep(20000);
            }
            proc_close($process);
        }
        $this->processes = $this->groups = [];
    }

    /** @return float KB of its own and its share of what is shared (PSS), all processes */
    public function memory(): float
    {
        $sum = 0;
        foreach ($this->members() as $pid => $fields) {
            preg_match('/^Pss:\s+(\d+)/m', (string) @file_get_contents("/proc/$pid/smaps_rollup"), $found);
            $sum += $found[1] ?? 0;
        }
        return $sum;
    }

    /** @return float KB, once it grows no more: a worker that has just started still fills its tables, some MB */
    public function memoryAtRest(): float
    {
        $last = -1.0;
        $same = 0;
        for ($until = microtime(true) + 20; $same < 5 && microtime(true) < $until; usleep(200_000)) {
            $now = $this->memory();
            $same = abs($now - $last) < 16 ? $same + 1 : 0;
            $last = $now;
        }
        return $last;
    }

    /** @return float seconds of processor time since the start */
    public function cpu(): float
    {
        // 11 and 12 behind the name are user and system.
        return array_sum(array_map(static fn (array $f): float => ($f[11] + $f[12]) * self::TICK, $this->members()));
    }

    /** @return list<int> */
    public function pids(): array
    {
        return array_keys($this->members());
    }

    /** @return array<int, list<string>> what stands behind the name in /proc/PID/stat, of each process */
    private function members(): array
    {
        $members = [];
        foreach (glob('/proc/[0-9]*/stat') as $file) {
            $text = (string) @file_get_contents($file);
            $fields = explode(' ', substr($text, (int) strrpos($text, ')') + 2));
            if (in_array((int) ($fields[2] ?? 0), $this->groups, true)) {
                $members[(int) $text] = $fields;
            }
        }
        return $members;
    }

    /** @param string $http the lines of http {} */
    protected static function nginx(string $what, int $workers, string $http): string
    {
        $run = Environment::run();
        $module = $what === 'nchan' ? 'load_module /usr/lib/nginx/modules/ngx_nchan_module.so;' : '';
        @mkdir("$run/$what");
        $file = "$run/$what.conf";
        file_put_contents($file, Nginx::configuration($what, $workers, self::CONNECTIONS, $http, $module));
        return $file;
    }
}
