<?php

declare(strict_types=1);

/** HTTP requests sent at a steady pace, whatever the answers do; each answer's time counts from when it was due. */
final class Traffic
{
    /** @var array<string, array<int, int>> kind => status => how many */
    public array $statuses = [];
    /** @var array<string, list<float>> kind => milliseconds */
    public array $times = [];
    private CurlMultiHandle $multi;
    /** @var list<CurlHandle> */
    private array $idle = [];

    /** @param array<string, array{int, callable(int): array{string, list<string>}}> $kinds a second, and what to ask */
    public function __construct(private readonly array $kinds)
    {
        $this->multi = curl_multi_init();
    }

    /** Sends for so many seconds, then waits for what is still under way. */
    public function run(float $seconds): void
    {
        $this->statuses = $this->times = array_fill_keys(array_keys($this->kinds), []);
        $plan = $this->plan($seconds);
        $started = microtime(true);
        $running = 0;
        while ($plan !== [] || $running > 0) {
            while ($plan !== [] && $plan[0][0] <= microtime(true) - $started) {
                [$due, $kind, $number] = array_shift($plan);
                $this->send($kind, $number, $started + $due);
            }
            curl_multi_exec($this->multi, $running);
            while ($done = curl_multi_info_read($this->multi)) {
                $this->receive($done['handle']);
            }
            $wait = $plan === [] ? 0.01 : max(0, min(0.01, $plan[0][0] - (microtime(true) - $started)));
            curl_multi_select($this->multi, $wait);
        }
    }

    /** @return list<array{float, string, int}> when, kind, its number */
    private function plan(float $seconds): array
    {
        $plan = [];
        foreach ($this->kinds as $kind => [$rate]) {
            for ($i = 0; $i < $rate * $seconds; $i++) {
                $plan[] = [$i / $rate, $kind, $i];
            }
        }
        usort($plan, fn ($a, $b) => $a[0] <=> $b[0]);
        return $plan;
    }

    private function send(string $kind, int $number, float $due): void
    {
        $handle = array_pop($this->idle) ?? curl_init();
        [$url, $headers] = $this->kinds[$kind][1]($number);
        curl_setopt_array($handle, [
            CURLOPT_URL => $url, CURLOPT_HTTPHEADER => $headers, CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 20,
            CURLOPT_PRIVATE => json_encode([$kind, $due]),
        ]);
        curl_multi_add_handle($this->multi, $handle);
    }

    private function receive(CurlHandle $handle): void
    {
        [$kind, $due] = json_decode((string) curl_getinfo($handle, CURLINFO_PRIVATE));
        $status = (int) curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        $this->times[$kind][] = (microtime(true) - $due) * 1000;
        $this->statuses[$kind][$status] = ($this->statuses[$kind][$status] ?? 0) + 1;
        curl_multi_remove_handle($this->multi, $handle);
        $this->idle[] = $handle;
    }
}
