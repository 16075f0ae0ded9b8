<?php

declare(strict_types=1);

/** The private stores of a fault test: killing, emptying, bringing back. */
final class Stores
{
    public function __construct(private readonly string $root, private readonly string $name)
    {
    }

    /** All, or those named. */
    public function start(string ...$services): void
    {
        putenv('ONLINECHAT_REDIS_SAVE=1 1');
        $this->tool('start', ...$services);
        foreach (file("{$this->root}/build/run/{$this->name}/env", FILE_IGNORE_NEW_LINES) as $line) {
            putenv(str_replace("'", '', substr($line, strlen('export '))));
        }
    }

    public function stop(): void
    {
        $this->tool('stop');
        exec('rm -rf ' . escapeshellarg("{$this->root}/build/run/{$this->name}"));
    }

    public function pid(string $service): int
    {
        return (int) file_get_contents("{$this->root}/build/run/{$this->name}/$service.pid");
    }

    public function kill(string $service): void
    {
        posix_kill(-$this->pid($service), SIGKILL);
        $this->tool('start', $service);
    }

    public function flush(): void
    {
        $redis = new Redis();
        $redis->connect((string) getenv('ONLINECHAT_REDIS_SOCKET'));
        $redis->flushAll();
    }

    private function tool(string ...$arguments): void
    {
        $command = array_merge(["{$this->root}/tools/services", array_shift($arguments), $this->name], $arguments);
        exec(implode(' ', array_map('escapeshellarg', $command)) . ' 2>&1', $output, $status);
        if ($status !== 0) {
            throw new RuntimeException(implode(' ', $command) . ":\n" . implode("\n", $output));
        }
    }
}
