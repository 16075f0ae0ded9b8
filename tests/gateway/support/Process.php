<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

/** A gateway of its own, as the command starts it. */
final class Process
{
    public readonly string $address;
    public readonly string $metrics;
    private readonly string $log;
    /** @var resource */
    private $process;
    private ?int $status = null;

    /**
     * @param array<string, mixed> $options without addresses, which are free ones
     * @param list<string> $ini as "name=value"
     * @param int $files it may have open; 0: as many as the test
     */
    public function __construct(array $options, string $listen = '', array $ini = [], int $files = 0)
    {
        $this->address = $listen === '' ? 'tcp://127.0.0.1:' . self::freePort() : "unix://$listen";
        $this->metrics = '127.0.0.1:' . self::freePort();
        $this->log = (string) tempnam(sys_get_temp_dir(), 'gateway');
        $options += [
            'listen' => $listen === '' ? substr($this->address, strlen('tcp://')) : "unix:$listen",
            'metrics' => $this->metrics,
        ];
        $this->process = proc_open(
            [
                ...$files > 0 ? ['/bin/sh', '-c', "ulimit -n $files && exec \"\$@\"", 'sh'] : [],
                getenv('GATEWAY_PHP') ?: PHP_BINARY, '-n',
                '-d', 'extension=' . (getenv('GATEWAY_EXTENSION') ?: getenv('ONLINECHAT_EXTENSION')),
                ...array_merge(...array_map(static fn (string $one): array => ['-d', $one], $ini)),
                __DIR__ . '/gateway.php',
            ],
            [['file', '/dev/null', 'r'], ['file', $this->log, 'a'], ['file', $this->log, 'a']],
            $pipes,
            null,
            ['GATEWAY_OPTIONS' => json_encode($options, JSON_THROW_ON_ERROR)] + getenv()
        );
        $this->await(fn (): bool => str_contains($this->logged(), '"event":"listening"'), 'it listens');
    }

    public function pid(): int
    {
        return $this->state()['pid'];
    }

    /** @return array<string, mixed> PHP tells the exit status once only */
    private function state(): array
    {
        $state = proc_get_status($this->process);
        if (!$state['running']) {
            $this->status ??= $state['exitcode'];
        }

        return $state;
    }

    public function signal(int $signal): void
    {
        posix_kill($this->pid(), $signal);
    }

    /** Ends it as systemd does; its exit status. */
    public function stop(): int
    {
        if ($this->state()['running']) {
            $this->signal(SIGTERM);
        }

        return $this->ended();
    }

    /** The exit status, once it has ended by itself. */
    public function ended(): int
    {
        $this->await(fn (): bool => !$this->state()['running'], 'it ends');

        return (int) $this->status;
    }

    public function kill(): void
    {
        if ($this->state()['running']) {
            $this->signal(SIGKILL);
        }
        proc_close($this->process);
        @unlink($this->log);
    }

    public function logged(): string
    {
        return (string) file_get_contents($this->log);
    }

    /** The answer to a plain request at the metrics' address. */
    public function metric(string $name): int
    {
        $text = (string) file_get_contents("http://$this->metrics/metrics");

        return preg_match('/^onlinechat_gateway_' . preg_quote($name, '/') . ' (\d+)$/m', $text, $m) ? (int) $m[1] : -1;
    }

    public function await(callable $condition, string $what): void
    {
        for ($end = microtime(true) + 20; !$condition(); usleep(5000)) {
            if (microtime(true) > $end) {
                throw new \RuntimeException("not within 20 s: $what\n" . $this->logged());
            }
        }
    }

    private static function freePort(): int
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        $name = (string) stream_socket_get_name($socket, false);
        fclose($socket);

        return (int) substr((string) strrchr($name, ':'), 1);
    }
}
