<?php

namespace OnlineChat\Bench;

/** One of the two chats, behind the same calls. */
abstract class Side
{
    /** @var array<int, object> */
    private array $chats = [];

    /** @return array{Side, Side} ours, then the peer's */
    public static function both(): array
    {
        return [new Extension(), new Plain()];
    }

    public static function named(string $name): self
    {
        return $name === 'extension' ? new Extension() : new Plain();
    }

    abstract public function name(): string;

    /** Of its tables. */
    abstract public function prefix(): string;

    abstract protected function open(int $shop): object;

    abstract public function guest(): object;

    abstract public function customer(int $id): object;

    abstract public function operator(int $id): object;

    abstract public function outcome(object $placement): string;

    abstract public function migrate(): void;

    public function chat(int $shop): object
    {
        return $this->chats[$shop] ??= $this->open($shop);
    }

    public static function key(): string
    {
        return bin2hex(random_bytes(16));
    }

    /** A measurement of something else than was meant is worth nothing. */
    public function expect(string $outcome, object $placement): object
    {
        if ($this->outcome($placement) !== $outcome) {
            throw new \RuntimeException("{$this->name()}: $outcome was meant, got " . json_encode($placement));
        }
        return $placement;
    }
}
