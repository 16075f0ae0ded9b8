<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

/** One request and what comes back, byte by byte as a browser would see it. */
final class Stream
{
    public int $status = 0;
    /** @var array<string, string> by lower-case name */
    public array $headers = [];
    /** @var resource */
    public $socket;
    private string $read = '';
    /** @var list<array{string, array<string, mixed>}> events not asked for yet */
    private array $events = [];
    public int $comments = 0;

    /** @param array<string, string|int> $query */
    public static function open(string $address, ?string $ticket, array $query = [], string ...$headers): self
    {
        if ($ticket !== null) {
            $headers[] = "Onlinechat-Ticket: $ticket";
        }

        return self::get($address, '/onlinechat/stream' . ($query ? '?' . http_build_query($query) : ''), ...$headers);
    }

    public static function get(string $address, string $target, string ...$headers): self
    {
        array_unshift($headers, "GET $target HTTP/1.1", 'Host: shop.example');

        return new self($address, implode("\r\n", $headers) . "\r\n\r\n");
    }

    public function __construct(string $address, string $request)
    {
        $this->socket = @stream_socket_client($address, $code, $message, 5) ?: throw new \RuntimeException("$address: $message");
        stream_set_blocking($this->socket, false);
        if ($request !== '') {
            fwrite($this->socket, $request);
            $this->head();
        }
    }

    /** @return array<string, mixed> the next event of that name; those before it are passed over */
    public function event(string $name): array
    {
        return $this->until(function () use ($name): ?array {
            while ($event = array_shift($this->events)) {
                if ($event[0] === $name) {
                    return $event[1];
                }
            }

            return null;
        }, "event $name");
    }

    /** @return list<array{string, array<string, mixed>}> what is there now, not waited for */
    public function pending(): array
    {
        $this->receive();
        [$events, $this->events] = [$this->events, []];

        return $events;
    }

    /** The message of that number; older ones may still have been on their way when the stream began. */
    public function message(int $number): array
    {
        do {
            $event = $this->event('message');
        } while ($event['number'] < $number);

        return $event;
    }

    /** @return list<string> names of the events until one of that name */
    public function namesUntil(string $name): array
    {
        $names = [];
        $this->until(function () use ($name, &$names): ?bool {
            while ($event = array_shift($this->events)) {
                if ($event[0] === $name) {
                    return true;
                }
                $names[] = $event[0];
            }

            return null;
        }, "event $name");

        return $names;
    }

    /** The answer's body, to its end. */
    public function body(): string
    {
        $length = (int) ($this->headers['content-length'] ?? 0);

        return (string) $this->until(function () use ($length): ?string {
            if (strlen($this->read) < $length) {
                return null;
            }
            $body = substr($this->read, 0, $length);
            $this->read = substr($this->read, $length);

            return $body;
        }, 'the whole body');
    }

    /** @return array<string, mixed> */
    public function problem(): array
    {
        return json_decode($this->body(), true, 4, JSON_THROW_ON_ERROR);
    }

    public function closed(): bool
    {
        $this->receive();

        return feof($this->socket);
    }

    public function awaitClosed(): void
    {
        $this->until(fn (): ?bool => $this->closed() ?: null, 'the end');
    }

    public function awaitComment(): void
    {
        $before = $this->comments;
        $this->until(fn (): ?bool => $this->comments > $before ?: null, 'a comment');
    }

    public function close(): void
    {
        fclose($this->socket);
    }

    public function head(): void
    {
        $this->until(fn (): ?bool => str_contains($this->read, "\r\n\r\n") ?: null, 'a head');
        [$head, $this->read] = explode("\r\n\r\n", $this->read, 2);
        $lines = explode("\r\n", $head);
        $this->status = (int) explode(' ', $lines[0])[1];
        $this->headers = [];
        foreach (array_slice($lines, 1) as $line) {
            [$name, $value] = explode(': ', $line, 2);
            $this->headers[strtolower($name)] = $value;
        }
        $this->parse();
    }

    private function receive(): void
    {
        while (($bytes = @fread($this->socket, 65536)) !== '' && $bytes !== false) {
            $this->read .= $bytes;
        }
        $this->parse();
    }

    private function parse(): void
    {
        if (($this->headers['content-type'] ?? '') !== 'text/event-stream') {
            return;
        }
        while (($end = strpos($this->read, "\n\n")) !== false) {
            $frame = substr($this->read, 0, $end);
            $this->read = substr($this->read, $end + 2);
            if (preg_match('/^event: ([a-z]+)\ndata: (.+)$/D', $frame, $m)) {
                $this->events[] = [$m[1], json_decode($m[2], true, 16, JSON_THROW_ON_ERROR)];
            } elseif ($frame === ':') {
                $this->comments++;
            } else {
                throw new \RuntimeException("not an event: $frame");
            }
        }
    }

    private function until(callable $condition, string $what): mixed
    {
        for ($end = microtime(true) + 20;;) {
            $found = $condition();
            if ($found !== null) {
                return $found;
            }
            if (microtime(true) > $end) {
                throw new \RuntimeException("not within 20 s: $what; read: " . substr($this->read, 0, 300));
            }
            $ready = [$this->socket];
            $none = null;
            if (!feof($this->socket)) {
                stream_select($ready, $none, $none, 0, 50000);
            } elseif ($this->read === '' && !$this->events) {
                throw new \RuntimeException("the connection ended before: $what");
            }
            $this->receive();
        }
    }
}
