<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

/** A program of a test's own, ended with it. */
final class Program
{
    /** @var resource */
    private $process;
    private readonly string $log;
    private ?int $status = null;

    /**
     * @param list<string> $command
     * @param array<string, string> $environment beside the caller's
     */
    public function __construct(array $command, private readonly string $name, string $folder, array $environment = [])
    {
        $this->log = "$folder/$name.log";
        $to = ['file', $this->log, 'a'];
        $this->process = proc_open($command, [['file', '/dev/null', 'r'], $to, $to], $pipes, $folder, $environment + getenv());
    }

    /** @param list<string> $words */
    public static function gateway(Folder $folder, array $words, array $environment = []): self
    {
        $command = [PHP_BINARY, '-n', '-d', 'extension=' . self::extension(), dirname(__DIR__, 3) . '/module/bin/onlinechat', 'gateway',
            ...$words, '--root', $folder->shop];

        return new self($command, 'gateway', $folder->path, $environment);
    }

    public static function extension(): string
    {
        return getenv('ONLINECHAT_EXTENSION') ?: dirname(__DIR__, 3) . '/build/ext/modules/onlinechat.so';
    }

    /** @return list<int> */
    public static function freePorts(int $count): array
    {
        exec(PHP_BINARY . ' ' . escapeshellarg(dirname(__DIR__, 3) . '/tools/lib/free-port.php') . " $count", $ports);

        return array_map('intval', $ports);
    }

    public function said(): string
    {
        return (string) file_get_contents($this->log);
    }

    public function listens(int $port): self
    {
        return $this->until(static fn (): bool => ($link = @fsockopen('127.0.0.1', $port)) !== false && fclose($link));
    }

    public function until(callable $condition): self
    {
        for ($deadline = microtime(true) + 20; !$condition();) {
            if (microtime(true) > $deadline || !$this->runs()) {
                throw new \RuntimeException("$this->name: " . $this->said());
            }
            usleep(20_000);
        }

        return $this;
    }

    private function runs(): bool
    {
        $now = proc_get_status($this->process);
        if (!$now['running'] && $this->status === null) {
            $this->status = $now['signaled'] ? 128 + $now['termsig'] : $now['exitcode'];
        }

        return $now['running'];
    }

    public function signal(int $number): void
    {
        proc_terminate($this->process, $number);
    }

    /** @return int its exit status, once it has ended by itself */
    public function ended(): int
    {
        for ($deadline = microtime(true) + 20; $this->runs(); usleep(20_000)) {
            if (microtime(true) > $deadline) {
                throw new \RuntimeException("$this->name does not end: " . $this->said());
            }
        }

        return (int) $this->status;
    }

    public function end(): void
    {
        $this->signal(SIGTERM);
        for ($deadline = microtime(true) + 12; $this->runs(); usleep(20_000)) {
            microtime(true) < $deadline || $this->signal(SIGKILL);
        }
    }
}
