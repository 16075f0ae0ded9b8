<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

/** Requests over one kept connection. Nothing is followed, nothing remembered. */
final class Http
{
    private \CurlHandle $curl;

    public function __construct(public readonly string $base)
    {
        $this->curl = curl_init();
    }

    /** @param list<string> $headers */
    public function send(string $method, string $path, array $headers = [], ?string $body = null): Answer
    {
        $received = [];
        curl_reset($this->curl);
        curl_setopt_array($this->curl, [
            CURLOPT_URL => $this->base . $path,
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_NOBODY => $method === 'HEAD',
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 20,
            CURLOPT_HTTPHEADER => array_merge(['Expect:'], $headers),
            CURLOPT_HEADERFUNCTION => static function ($curl, string $line) use (&$received): int {
                [$name, $value] = explode(':', $line, 2) + [1 => ''];
                $received[strtolower($name)][] = trim($value);

                return strlen($line);
            },
        ]);
        if ($body !== null) {
            curl_setopt($this->curl, CURLOPT_POSTFIELDS, $body);
        }
        $answer = curl_exec($this->curl);
        if ($answer === false) {
            throw new \RuntimeException("$method $path: " . curl_error($this->curl));
        }

        return new Answer(curl_getinfo($this->curl, CURLINFO_RESPONSE_CODE), $received, (string) $answer);
    }

    public function get(string $path, array $headers = []): Answer
    {
        return $this->send('GET', $path, $headers);
    }

    /** @param list<string> $headers */
    public function postJson(string $path, string $body, array $headers = []): Answer
    {
        return $this->send('POST', $path, array_merge(['Content-Type: application/json'], $headers), $body);
    }

    public function postForm(string $path, array $fields, array $headers = []): Answer
    {
        return $this->send('POST', $path, array_merge(
            ['Content-Type: application/x-www-form-urlencoded'],
            $headers
        ), http_build_query($fields));
    }
}
