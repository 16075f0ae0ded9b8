<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

use OnlineChat\Chat;
use OnlineChat\Identity;

/** Reads a conversation as the browser's client does: by stream, and by number where that has a hole. */
final class Reader
{
    /** The client asks the entry every 30 s though its stream is well (I2); here sooner, for the test's sake. */
    private const ASKS_EVERY_S = 5;
    /** @var list<string> texts as they were shown */
    public array $shown = [];
    public float $longest = 0.0;
    private int $last = 0;
    private ?Stream $stream = null;
    private bool $degraded = true;
    private float $asked = 0.0;
    /** @var array<int, float> when a number was acknowledged, of those not shown yet */
    private array $waiting = [];

    public function __construct(
        private readonly Chat $chat,
        private readonly Identity $who,
        private readonly int $conversation,
        private readonly string $address,
    ) {
    }

    public function acknowledged(int $number): void
    {
        $this->waiting[$number] ??= microtime(true);
    }

    /** One look at the stream; without one, or without Redis, the entry's answer. */
    public function look(): void
    {
        $this->connect();
        foreach ($this->stream?->pending() ?? [] as [$name, $event]) {
            match ($name) {
                'hello' => $this->hello($event),
                'degraded' => $this->degraded = true,
                'message' => $this->message($event),
                default => null,
            };
        }
        if ($this->stream === null || $this->degraded || microtime(true) - $this->asked > self::ASKS_EVERY_S) {
            $this->fetch();
        }
        if ($this->stream?->closed()) {
            $this->stream = null;
            $this->degraded = true;
        }
    }

    private function connect(): void
    {
        if ($this->stream !== null) {
            return;
        }
        try {
            $ticket = $this->chat->tickets()->make($this->who);
            $this->stream = Stream::open($this->address, $ticket, ['conversation' => $this->conversation, 'after' => $this->last]);
        } catch (\RuntimeException) {
            $this->stream = null; // nobody there: tried again with the next look
        }
    }

    /** @param array<string, mixed> $hello */
    private function hello(array $hello): void
    {
        $this->degraded = $hello['degraded'];
        if ($hello['behind'] !== []) {
            $this->fetch();
        }
    }

    /** @param array<string, mixed> $message */
    private function message(array $message): void
    {
        if ($message['number'] === $this->last + 1) {
            $this->show($message['number'], $message['text']);
        } elseif ($message['number'] > $this->last) {
            $this->fetch();
        }
    }

    private function fetch(): void
    {
        $this->asked = microtime(true);
        foreach ($this->chat->conversations()->read($this->who, $this->conversation, $this->last, 200)->messages as $message) {
            $this->show($message->number, $message->text);
        }
    }

    private function show(int $number, string $text): void
    {
        $this->shown[] = $text;
        $this->last = $number;
        if (isset($this->waiting[$number])) {
            $this->longest = max($this->longest, microtime(true) - $this->waiting[$number]);
            unset($this->waiting[$number]);
        }
    }
}
