<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

/** A browser's stream, byte by byte as it comes. */
final class Stream
{
    public int $status = 0;
    public string $head = '';
    private string $rest = '';
    private bool $chunked;
    /** @var resource */
    private $link;

    /**
     * @param int|string $at a port of 127.0.0.1, or the path of a Unix socket
     * @param array<string, string> $headers
     */
    public function __construct(int|string $at, string $path, array $headers, string $from = '127.0.0.1')
    {
        $context = stream_context_create(is_int($at) ? ['socket' => ['bindto' => "$from:0"]] : []);
        $this->link = stream_socket_client(is_int($at) ? "tcp://127.0.0.1:$at" : "unix://$at", $code, $why, 5, STREAM_CLIENT_CONNECT, $context);
        $lines = '';
        foreach ($headers + ['Host' => 'localhost', 'Accept' => 'text/event-stream', 'Accept-Encoding' => 'gzip'] as $name => $value) {
            $lines .= "$name: $value\r\n";
        }
        fwrite($this->link, "GET $path HTTP/1.1\r\n$lines\r\n");
        stream_set_blocking($this->link, false);
        $this->await(fn (): bool => str_contains($this->rest, "\r\n\r\n"));
        [$this->head, $this->rest] = explode("\r\n\r\n", $this->rest, 2) + [1 => ''];
        $this->status = (int) explode(' ', $this->head)[1];
        $this->chunked = (bool) preg_match('/^transfer-encoding: *chunked/im', $this->head);
    }

    /** @return array<string, mixed> the data of the next event of this name; others before it are passed over */
    public function next(string $name): array
    {
        $found = [];
        $this->await(function () use ($name, &$found): bool {
            return preg_match("/(?:^|\n)event: ?$name\ndata: ?(.*)\n\n/", $this->text(), $found) === 1;
        });
        $this->rest = (string) substr($this->rest, strpos($this->rest, "event: $name") + strlen("event: $name"));

        return json_decode($found[1], true, 16, JSON_THROW_ON_ERROR);
    }

    /** What came, without the lines of chunks. */
    private function text(): string
    {
        return $this->chunked ? (string) preg_replace('/(?:^|\r\n)[0-9a-fA-F]+\r\n/', '', $this->rest) : $this->rest;
    }

    public function ends(): void
    {
        $this->await(fn (): bool => feof($this->link));
    }

    /** Up to the three seconds after which a browser takes the way for one that keeps back. */
    private function await(callable $condition): void
    {
        for ($deadline = microtime(true) + 10; ; usleep(5_000)) {
            $this->rest .= (string) stream_get_contents($this->link);
            if ($condition()) {
                return;
            }
            if (microtime(true) > $deadline) {
                throw new \RuntimeException("nothing more came after: $this->head\n$this->rest");
            }
        }
    }

    public function close(): void
    {
        fclose($this->link);
    }
}
