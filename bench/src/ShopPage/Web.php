<?php

namespace OnlineChat\Bench\ShopPage;

/** Asks a shop: one request after the other on one connection, or many at once with wrk. */
final class Web
{
    private readonly \CurlHandle $curl;

    /** @param string $at "host:port" of another server of the same shop; it is asked by the shop's own name */
    public function __construct(private readonly string $url, private readonly string $at = '')
    {
        $this->curl = curl_init();
    }

    /** @return array{body: string, url: string, ttfb: float, bytes: int} ttfb in ms */
    public function get(string $path): array
    {
        return $this->ask($path, [CURLOPT_HTTPGET => true, CURLOPT_FOLLOWLOCATION => true]);
    }

    /** @return array{body: string, url: string, ttfb: float, bytes: int} */
    public function post(string $path): array
    {
        return $this->ask($path, [CURLOPT_POSTFIELDS => '{"ticket":null}', CURLOPT_HTTPHEADER => ['Content-Type: application/json']]);
    }

    private function ask(string $path, array $options): array
    {
        curl_reset($this->curl);
        if ($this->at !== '') {
            $options[CURLOPT_CONNECT_TO] = ["::$this->at"];
        }
        curl_setopt_array($this->curl, $options + [CURLOPT_URL => rtrim($this->url, '/') . $path,
            CURLOPT_RETURNTRANSFER => true, CURLOPT_ENCODING => 'gzip', CURLOPT_TIMEOUT => 120]);
        $body = curl_exec($this->curl);
        $about = curl_getinfo($this->curl);
        if ($body === false || $about['http_code'] !== 200) {
            throw new \RuntimeException("$path: {$about['http_code']} " . curl_error($this->curl));
        }

        return [
            'body' => $body, 'url' => $about['url'], 'bytes' => (int) $about['size_download'],
            'ttfb' => 1000 * ($about['starttransfer_time'] - $about['pretransfer_time']),
        ];
    }

    /** @param string $requests lines for wrk/requests.lua @return float requests a second */
    public function load(string $requests, string $run, float $seconds): float
    {
        file_put_contents("$run/requests.txt", $requests);
        $log = (int) @filesize("$run/access.log");
        $process = proc_open(
            ['wrk', '-t1', '-c8', '--timeout', '60s', '-d' . max(1, (int) round($seconds)) . 's', '-s',
                dirname(__DIR__, 2) . '/wrk/requests.lua', $this->url, '--', "$run/requests.txt", 'poll', '1'],
            [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR],
            $pipes,
        );
        $text = stream_get_contents($pipes[1]);
        if (proc_close($process) !== 0 || !preg_match('/^\{.*\}$/m', $text, $found)) {
            throw new \RuntimeException("wrk failed: $text");
        }
        $result = json_decode($found[0], true, 4, JSON_THROW_ON_ERROR);
        if ($result['bad'] || $result['errors']) {
            throw new \RuntimeException("{$result['bad']} refusals, {$result['errors']} errors; nginx answered "
                . self::statuses("$run/access.log", $log));
        }

        return $result['requests'] / ($result['us'] / 1e6);
    }

    /** @param int $from bytes of the log that are older @return string statuses and how often each */
    private static function statuses(string $log, int $from): string
    {
        clearstatcache();
        preg_match_all('/" (\d{3}) /', (string) file_get_contents($log, false, null, $from), $found);
        $counts = array_count_values($found[1]);

        return implode(', ', array_map(static fn (int $n, int|string $status): string => "$status: $n", $counts, array_keys($counts)));
    }
}
