<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

/** An HTTP answer. */
final class Answer
{
    /** @param array<string, list<string>> $headers by lower-case name */
    public function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly string $body
    ) {
    }

    public function header(string $name): ?string
    {
        return $this->headers[strtolower($name)][0] ?? null;
    }

    /** @return mixed the JSON */
    public function json()
    {
        return json_decode($this->body, true, 32, JSON_THROW_ON_ERROR);
    }

    public function __get(string $member): mixed
    {
        return $this->json()[$member] ?? null;
    }

    /** The value of a cookie it sets, with its attributes: "" as value if it is deleted. */
    public function cookie(string $name): ?string
    {
        foreach ($this->headers['set-cookie'] ?? [] as $line) {
            if (str_starts_with($line, "$name=")) {
                return substr($line, strlen($name) + 1);
            }
        }

        return null;
    }
}
