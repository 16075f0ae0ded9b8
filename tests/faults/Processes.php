<?php

declare(strict_types=1);

/** Processes of a fault test, ended with it. */
final class Processes
{
    /** @var array<int, int> */
    private static array $children = [];

    public static function spawn(callable $work): int
    {
        $pid = pcntl_fork();
        if ($pid === 0) {
            try {
                $work();
            } catch (Throwable $problem) {
                fwrite(STDERR, "$problem\n");
            }
            // Without PHP's shutdown, which is the parent's.
            posix_kill(getmypid(), SIGKILL);
        }
        return self::$children[$pid] = $pid;
    }

    public static function over(int $pid): bool
    {
        if (!isset(self::$children[$pid])) {
            return true;
        }
        if (pcntl_waitpid($pid, $status, WNOHANG) === 0) {
            return false;
        }
        unset(self::$children[$pid]);
        return true;
    }

    /** Waits for it. What cannot be for two minutes is a failure. */
    public static function until(callable $condition, string $what): void
    {
        for ($end = microtime(true) + 120; !$condition(); usleep(5000)) {
            if (microtime(true) > $end) {
                throw new RuntimeException("not within two minutes: $what");
            }
        }
    }

    public static function end(): void
    {
        foreach (self::$children as $pid) {
            posix_kill($pid, SIGKILL);
            pcntl_waitpid($pid, $status);
        }
        self::$children = [];
    }
}
