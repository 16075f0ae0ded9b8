<?php

namespace OnlineChat\Bench;

/** What tools/services has started. */
final class Environment
{
    public static function value(string $name): string
    {
        return getenv("ONLINECHAT_$name") ?: throw new \RuntimeException("ONLINECHAT_$name is not set: run tools/bench");
    }

    public static function run(string $file = ''): string
    {
        return self::value('RUN') . ($file === '' ? '' : "/$file");
    }

    /** How many files a process may have open. */
    public static function files(): int
    {
        return (int) shell_exec('ulimit -Hn') ?: PHP_INT_MAX;
    }

    /** @return float s of processor time that a virtual machine wanted and its host gave to others (proc(5), "steal"), since the start */
    public static function stolen(): float
    {
        $fields = preg_split('/\s+/', (string) fgets(fopen('/proc/stat', 'r')));
        return 0.01 * (float) ($fields[8] ?? 0);
    }

    /** How much longer or shorter than usual to measure. */
    public static function scale(): float
    {
        return (float) (getenv('ONLINECHAT_BENCH_SCALE') ?: 1);
    }

    /** @return array<string, mixed> the options of a chat, the same for both sides but for their tables */
    public static function chat(string $prefix, int $shop): array
    {
        return [
            'shop' => $shop,
            'prefix' => $prefix,
            'secrets' => [self::value('SECRET')],
            'mysql' => [
                'socket' => self::value('MYSQL_SOCKET'),
                'user' => self::value('MYSQL_USER'),
                'password' => self::value('MYSQL_PASSWORD'),
                'database' => self::value('MYSQL_DATABASE'),
            ],
            'redis' => ['socket' => self::value('REDIS_SOCKET')],
        ];
    }

    public static function mysql(): \PDO
    {
        return new \PDO(
            'mysql:unix_socket=' . self::value('MYSQL_SOCKET') . ';dbname=' . self::value('MYSQL_DATABASE')
                . ';charset=utf8mb4',
            self::value('MYSQL_USER'),
            self::value('MYSQL_PASSWORD'),
            [\PDO::ATTR_DEFAULT_FETCH_MODE => \PDO::FETCH_ASSOC],
        );
    }

    public static function redis(): \Redis
    {
        $redis = new \Redis();
        $redis->connect(self::value('REDIS_SOCKET'));
        return $redis;
    }
}
