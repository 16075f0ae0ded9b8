<?php

namespace OnlineChat\Bench\Gateway;

use OnlineChat\Bench\Environment;

/**
 * Who runs on which processor. The load generator stands for browsers, which are elsewhere: it has the first processor to
 * itself, the servers and Redis have the others. Left to the kernel, one server that the generator wakes before it falls
 * asleep runs where it was, and the second in a row (the gateway behind Redis) on another, sleeping processor: that
 * compares how soon a host wakes a virtual processor, some milliseconds where hosts are busy.
 */
final class Processors
{
    private readonly int $redis;

    /** @param \Closure(): list<int> $servers their process ids, workers included */
    public function __construct(private readonly int $generator, private readonly \Closure $servers)
    {
        $this->redis = (int) Environment::redis()->info('server')['process_id'];
    }

    public static function text(): string
    {
        return self::count() === 1 ? 'one, for all'
            : '0 the load generator, ' . self::rest() . ' Redis and the servers, but where they are shared';
    }

    private static function rest(): string
    {
        return '1-' . (self::count() - 1);
    }

    private static function count(): int
    {
        return (int) shell_exec('nproc');
    }

    public function apart(): void
    {
        if (self::count() > 1) {
            self::bind('0', [$this->generator]);
            self::bind(self::rest(), [$this->redis, ...($this->servers)()]);
        }
    }

    public function shared(): void
    {
        self::bind('0-' . (self::count() - 1), [$this->generator, $this->redis, ...($this->servers)()]);
    }

    /** @param list<int> $processes with all their threads */
    private static function bind(string $list, array $processes): void
    {
        foreach ($processes as $process) {
            exec("taskset -a -c -p $list $process 2>&1", $said, $status);
            // A process that has ended meanwhile is nobody's concern.
            if ($status !== 0 && is_dir("/proc/$process")) {
                throw new \RuntimeException("taskset, process $process: " . implode(' ', $said));
            }
        }
    }
}
