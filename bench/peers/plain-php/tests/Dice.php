<?php

namespace PlainChat\Tests;

/** Random scripts of operations, the same for the same seed. */
final class Dice
{
    private const VISITORS = ['g1', 'g2', 'g3', 'g4', 'c1', 'c2', 'c3', 'c4'];
    private const OPERATORS = ['o1', 'o2', 'o3', 'o4'];
    private const TEXTS = ['Hello', "It's \"quoted\" \\ and <b>bold</b>", "line\nbreak ✓ 😀", '  ', '%s ? :x', "\x01"];
    private const ADDRESSES = ['10.0.0.1', '10.0.0.2', '2001:db8::7'];

    /** @var list<array{string, list<mixed>}> what was asked with a key, to repeat */
    private array $asked = [];
    private int $conversations = 0;

    public function __construct(int $seed)
    {
        mt_srand($seed);
    }

    /** @return array<string, mixed> */
    public function settings(): array
    {
        return [
            'maximum' => mt_rand(1, 6),
            'queue' => $this->chance(60),
            'queue_limit' => mt_rand(1, 4),
            'offline_mode' => $this->chance(50),
            'capacity' => mt_rand(1, 3),
            'holds_per_address' => mt_rand(1, 3),
        ];
    }

    /** The newest conversation there is, for what is asked next. */
    public function heard(int $conversation): void
    {
        $this->conversations = max($this->conversations, $conversation);
    }

    /** @return array{string, list<mixed>} */
    public function next(): array
    {
        if ($this->asked && $this->chance(8)) {
            return $this->repeat();
        }
        $action = $this->one([
            'start', 'start', 'start', 'start', 'start', 'hold', 'hold', 'release', 'post', 'post', 'post', 'post', 'end',
            'end', 'end', 'take', 'take', 'transfer', 'transfer', 'reopen', 'reopen', 'online', 'online', 'online',
            'offline', 'poll', 'read', 'silent', 'late', 'sweep',
        ]);
        $next = [$action, $this->{$action . 'Arguments'}()];
        if (in_array($action, ['start', 'post', 'end', 'take', 'transfer', 'reopen', 'online', 'offline'], true)) {
            $this->asked[] = $next;
        }
        return $next;
    }

    /** The same key again, sometimes with another body. @return array{string, list<mixed>} */
    private function repeat(): array
    {
        [$action, $arguments] = $this->one($this->asked);
        if ($this->chance(30)) {
            match ($action) {
                'start' => $arguments[2] = 'another text',
                'post' => $arguments[3] = 'another text',
                'end', 'take', 'transfer', 'reopen' => $arguments[2] = $this->conversation(),
                'online' => $arguments[3] = mt_rand(1, 4),
                'offline' => $arguments[2] = $this->one(['ask', 'end', 'hand_over']),
            };
        }
        if ($action === 'start') {
            $arguments[5] = false;
        }
        return [$action, $arguments];
    }

    private function chance(int $percent): bool
    {
        return mt_rand(1, 100) <= $percent;
    }

    private function one(array $list): mixed
    {
        return $list[mt_rand(0, count($list) - 1)];
    }

    private function key(): string
    {
        return sprintf('%08x%08x%08x%08x', mt_rand(), mt_rand(), mt_rand(), mt_rand());
    }

    /** Mostly a recent one, sometimes one there never was. */
    private function conversation(): int
    {
        return max(1, $this->conversations - mt_rand(-1, 7));
    }

    private function anybody(): string
    {
        return $this->one($this->chance(50) ? self::VISITORS : self::OPERATORS);
    }

    private function visitor(): string
    {
        return $this->chance(97) ? $this->one(self::VISITORS) : 'o1';
    }

    private function operator(): string
    {
        return $this->chance(97) ? $this->one(self::OPERATORS) : 'g1';
    }

    private function startArguments(): array
    {
        $about = $this->chance(30) ? ['email' => 'a@b.example', 'phone' => '0123'] : [];
        return [$this->visitor(), $this->key(), $this->one(self::TEXTS), $this->one(self::ADDRESSES), $about, $this->chance(70)];
    }

    private function holdArguments(): array
    {
        return [$this->visitor(), $this->one(self::ADDRESSES)];
    }

    private function releaseArguments(): array
    {
        return [$this->visitor()];
    }

    private function postArguments(): array
    {
        return [$this->anybody(), $this->key(), $this->conversation(), $this->one(self::TEXTS), mt_rand(0, 3)];
    }

    private function endArguments(): array
    {
        return [$this->anybody(), $this->key(), $this->conversation()];
    }

    private function takeArguments(): array
    {
        return [$this->operator(), $this->key(), $this->conversation()];
    }

    private function transferArguments(): array
    {
        return [$this->operator(), $this->key(), $this->conversation(), mt_rand(1, 5), $this->chance(40) ? 'please' : ''];
    }

    private function reopenArguments(): array
    {
        return [$this->anybody(), $this->key(), $this->conversation()];
    }

    private function onlineArguments(): array
    {
        return [$this->operator(), $this->key(), $this->chance(20) ? 'Another Name' : null,
            $this->chance(50) ? mt_rand(1, 4) : null];
    }

    private function offlineArguments(): array
    {
        return [$this->operator(), $this->key(), $this->one(['ask', 'end', 'hand_over'])];
    }

    private function pollArguments(): array
    {
        return [$this->one(self::VISITORS), $this->conversation(), mt_rand(0, 1)];
    }

    private function readArguments(): array
    {
        return [$this->anybody(), $this->conversation(), mt_rand(0, 1)];
    }

    private function silentArguments(): array
    {
        return $this->chance(50) ? ['operators', mt_rand(1, 4)] : ['visitors', $this->conversation()];
    }

    private function lateArguments(): array
    {
        return [$this->one([61, 301, 901])];
    }

    private function sweepArguments(): array
    {
        return [];
    }
}
