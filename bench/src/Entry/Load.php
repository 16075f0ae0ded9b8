<?php

namespace OnlineChat\Bench\Entry;

use OnlineChat\Bench\Sample;

/** One kind of request under load: requests a second, and what they cost. */
final class Load
{
    public readonly Sample $rate;
    /** ms, as wrk saw them */
    public readonly Sample $p50;
    public readonly Sample $p99;
    /** @var array<string, Sample> CPU ms a request by service, and of all */
    public readonly array $cpu;
    private readonly string $requests;
    private int $round = 0;
    private int $sent = 0;

    /** @param float $lap seconds before each round that do not count */
    public function __construct(
        public readonly string $name,
        string $path,
        private readonly string $kind = 'poll',
        private readonly float $lap = 0,
    ) {
        $this->requests = Shops::requests($path, $kind);
        $this->p50 = new Sample();
        $this->p99 = new Sample();
        $this->rate = new Sample();
        $this->cpu = array_map(static fn (): Sample => new Sample(), array_flip(['all', ...Cpu::SERVICES]));
    }

    public function run(float $seconds): void
    {
        if ($this->lap) {
            $this->warmUp($this->lap);
        }
        $before = Cpu::now();
        $result = $this->wrk($seconds);
        $after = Cpu::now();
        $this->p50->add($this->round, $result['p50'] / 1000);
        $this->p99->add($this->round, $result['p99'] / 1000);
        $this->rate->add($this->round, $result['requests'] / ($result['us'] / 1e6));
        $all = 0;
        foreach (Cpu::SERVICES as $service) {
            $all += $after[$service] - $before[$service];
            $this->cpu[$service]->add($this->round, ($after[$service] - $before[$service]) / $result['requests']);
        }
        $this->cpu['all']->add($this->round, $all / $result['requests']);
        $this->round++;
    }

    public function warmUp(float $seconds = 1): void
    {
        $this->wrk($seconds);
    }

    public function sent(): int
    {
        return $this->sent;
    }

    /** @return array{requests: int, us: int, p50: int, p99: int, bad: int, errors: int} */
    private function wrk(float $seconds): array
    {
        $process = proc_open(
            // wrk counts whole seconds.
            ['wrk', '-t1', '-c8', '-d' . max(1, (int) round($seconds)) . 's', '-s', dirname(__DIR__, 2) . '/wrk/requests.lua',
                Server::url(), '--', $this->requests, $this->kind, (string) random_int(1, 2 ** 40)],
            [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR],
            $pipes,
        );
        $text = stream_get_contents($pipes[1]);
        if (proc_close($process) !== 0 || !preg_match('/^\{.*\}$/m', $text, $found)) {
            throw new \RuntimeException("wrk failed: $text");
        }
        $result = json_decode($found[0], true, 4, JSON_THROW_ON_ERROR);
        if ($result['bad'] || $result['errors']) {
            throw new \RuntimeException("$this->name: {$result['bad']} refusals, {$result['errors']} errors");
        }
        $this->sent += $result['requests'];
        return $result;
    }
}
