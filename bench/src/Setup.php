<?php

namespace OnlineChat\Bench;

/** On what, and with which settings, it was measured. */
final class Setup
{
    /** @return array<string, mixed> */
    public static function read(): array
    {
        $mysql = Environment::mysql();
        $redis = Environment::redis();
        $variable = static fn (string $name): string => (string) $mysql->query("SELECT @@$name")->fetchColumn();
        return [
            'at' => gmdate('Y-m-d\TH:i:s\Z'),
            'commit' => trim((string) shell_exec('git -C ' . escapeshellarg(dirname(__DIR__, 2)) . ' rev-parse --short HEAD')),
            'machine' => self::machine(),
            'load before' => implode(' ', array_map(static fn (float $v): string => sprintf('%.1f', $v), sys_getloadavg())),
            'versions' => [
                'PHP' => PHP_VERSION,
                'MariaDB' => $variable('version'),
                'Redis' => $redis->info('server')['redis_version'],
                'phpredis' => phpversion('redis'),
                'onlinechat' => phpversion('onlinechat'),
            ],
            'durability' => [
                'innodb_flush_log_at_trx_commit' => $variable('innodb_flush_log_at_trx_commit'),
                'innodb_buffer_pool_size' => $variable('innodb_buffer_pool_size') / 1048576 . ' MB',
                'innodb_log_file_size' => $variable('innodb_log_file_size') / 1048576 . ' MB',
                'innodb_flush_method' => $variable('innodb_flush_method'),
            ],
            'links' => [
                'Unix sockets to MariaDB, Redis and FPM',
                'extension: its pool, one link a store and process in use, ' . self::pool(),
                'plain: PDO (emulated prepares) and phpredis, both persistent',
            ],
            'opcache' => [
                'on, revalidate_freq' => ini_get('opcache.revalidate_freq'),
                'JIT' => ini_get('opcache.jit_buffer_size') ? 'on' : 'off',
            ],
            'scale' => Environment::scale(),
        ];
    }

    private static function pool(): string
    {
        $links = ini_get('onlinechat.pool_links');
        return $links === false ? 'of its default size' : "at most $links";
    }

    public static function machine(): string
    {
        preg_match('/^model name\s*:\s*(.+)$/m', (string) file_get_contents('/proc/cpuinfo'), $model);
        preg_match('/^MemTotal:\s*(\d+)/m', (string) file_get_contents('/proc/meminfo'), $memory);
        return sprintf('%d × %s, %.0f GB, %s %s', (int) shell_exec('nproc'), $model[1] ?? php_uname('m'),
            $memory[1] / 1048576, php_uname('s'), php_uname('r'));
    }
}
