<?php

namespace OnlineChat\Bench\Whole;

/** A start page of a PrestaShop on the same machine, asked once after the other by a process of its own. */
final class Page
{
    private const COUNT = 60;

    /** @var resource */
    private $asking;
    /** @var array<int, resource> */
    private array $pipes = [];

    public function __construct(private readonly string $url)
    {
    }

    /** @return array{p50: float, p99: float} ms, with nothing else going on */
    public function times(): array
    {
        $this->begin();
        return $this->end();
    }

    public function begin(): void
    {
        $command = ['bash', '-c', 'for ((i = 0; i < $1; i++)); do curl -sLo /dev/null -w "%{time_starttransfer}\n" "$0"; done',
            $this->url, (string) (self::COUNT + 5)];
        $this->asking = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR], $this->pipes);
    }

    /** @return array{p50: float, p99: float} ms to the first byte */
    public function end(): array
    {
        // The first ones warm PHP's workers up.
        $times = array_slice(array_map('floatval', explode("\n", trim((string) stream_get_contents($this->pipes[1])))), 5);
        proc_close($this->asking);
        sort($times);
        return ['p50' => 1000 * $times[intdiv(count($times), 2)], 'p99' => 1000 * $times[(int) (0.99 * (count($times) - 1))]];
    }
}
