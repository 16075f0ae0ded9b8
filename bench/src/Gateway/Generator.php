<?php

namespace OnlineChat\Bench\Gateway;

use OnlineChat\Bench\Environment;

/** bench/gateway, the program that opens the streams. */
final class Generator
{
    /** @var resource */
    private $process;
    /** @var array<int, resource> */
    private array $pipes = [];

    /** @param list<Visitor> $visitors */
    public static function of(Server $server, array $visitors): self
    {
        $list = Environment::run('streams.txt');
        file_put_contents($list, implode('', array_map(
            static fn (Visitor $v): string => implode("\t", [$v->address, ...$server->stream($v), 'v']) . "\n",
            $visitors,
        )));
        return new self($server->name, (string) $server->port, $list, $server->publishTo());
    }

    /** The whole path: messages are posted to the entry by the writers of a list. */
    public static function ofShop(string $port, string $streams, string $writers): self
    {
        return new self('shop', $port, $streams, "entry:$port /entry.php $writers");
    }

    private function __construct(private readonly string $name, string $port, string $streams, string $publish)
    {
        $this->process = proc_open(
            [dirname(__DIR__, 3) . '/build/bench/gateway-load', '127.0.0.1', $port, 'localhost', $streams, $publish],
            [['pipe', 'r'], ['pipe', 'w'], STDERR],
            $this->pipes,
        );
    }

    public function pid(): int
    {
        return proc_get_status($this->process)['pid'];
    }

    /** Opens all. A stream that was not opened would make the others look cheap. */
    public function open(int $n): void
    {
        $answer = $this->ask("open $n 64");
        if ($answer['open'] !== $n) {
            throw new \RuntimeException("$this->name: {$answer['open']} of $n streams, {$answer['refused']} refused,"
                . " {$answer['broken']} broken: {$answer['why']}");
        }
    }

    /**
     * @param bool $all whether every message has to arrive once
     *
     * @return array{p50: float, p99: float, worst: float, sent: int, received: int, failed: int, why: int, seconds: float}
     *     ms from publish to receipt
     */
    public function publish(int $rate, float $seconds, bool $all = true): array
    {
        $answer = $this->ask("publish $rate $seconds");
        $wrong = $answer['received'] !== $answer['sent'] || $answer['twice'] || $answer['strange'] || $answer['failed'] || $answer['lost'];
        if ($all && $wrong) {
            throw new \RuntimeException("$this->name: at $rate messages a second " . json_encode($answer));
        }
        return $answer;
    }

    /** @return array<string, mixed> */
    private function ask(string $command): array
    {
        fwrite($this->pipes[0], "$command\n");
        $line = fgets($this->pipes[1]);
        if ($line === false) {
            throw new \RuntimeException("gateway-load ended at \"$command\"");
        }
        return json_decode($line, true, 4, JSON_THROW_ON_ERROR);
    }

    public function end(): void
    {
        fclose($this->pipes[0]);
        fclose($this->pipes[1]);
        proc_close($this->process);
    }
}
