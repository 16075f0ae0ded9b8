<?php

declare(strict_types=1);

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Outcome;
use OnlineChat\OutcomeUnknown;
use OnlineChat\Role;
use OnlineChat\StoreUnavailable;

/**
 * One process of the kill test: a visitor and an operator who write to each other whatever happens to the
 * stores. What was acknowledged is noted in a file at once, so that it can be looked for afterwards.
 */
final class Chatter
{
    private const RETRY_US = 50_000;
    private const POLL_US = 100_000;
    private Chat $chat;
    private Identity $visitor;
    private Identity $operator;
    /** @var resource */
    private $notes;

    public function __construct(array $options, private readonly int $number, string $file)
    {
        $this->chat = new Chat($options);
        $this->operator = new Identity(Role::Operator, (string) $number, "Operator $number");
        $this->notes = fopen($file, 'a');
    }

    /** Until the file $stop is there. */
    public function run(string $stop): void
    {
        while (!file_exists($stop)) {
            $this->conversation($stop);
        }
    }

    private function note(string $kind, string $text): void
    {
        fwrite($this->notes, "$kind $text\n");
    }

    /** Repeats a write with its key until there is a definite answer (I4). */
    private function insist(callable $write): object
    {
        $key = bin2hex(random_bytes(16));
        for ($deadline = microtime(true) + 60; ;) {
            try {
                return $write($key);
            } catch (StoreUnavailable | OutcomeUnknown $problem) {
                if (microtime(true) > $deadline) {
                    $this->note('problem', 'no answer in 60 s: ' . $problem->getMessage());
                    throw $problem;
                }
                usleep(self::RETRY_US);
            }
        }
    }

    private function conversation(string $stop): void
    {
        $this->visitor = new Identity(Role::Guest, bin2hex(random_bytes(16)));
        $this->insist(fn ($key) => $this->chat->router()->online($this->operator, $key, null, 3));
        $text = $this->token();
        $placed = $this->insist(fn ($key) => $this->chat->router()->start($this->visitor, $key, $text, '192.0.2.1', [], false));
        if ($placed->conversation === 0) {
            $this->note('full', $placed->outcome->value);
            return;
        }
        $this->note('sent', "{$placed->conversation} {$placed->number} $text");
        $last = $placed->number;
        for ($i = mt_rand(5, 15); $i > 0 && !file_exists($stop); $i--) {
            $last = $this->exchange($placed->conversation, $last);
        }
        $this->insist(fn ($key) => $this->chat->router()->end($this->visitor, $key, $placed->conversation));
    }

    private function token(): string
    {
        return 'token ' . bin2hex(random_bytes(8));
    }

    /** Whoever has it answers; the visitor must come to see it by polling. */
    private function exchange(int $conversation, int $last): int
    {
        $read = $this->insist(fn () => $this->chat->conversations()->read($this->visitor, $conversation, $last));
        $writer = $this->visitor;
        if ($read->operator !== null && mt_rand(0, 1)) {
            $writer = new Identity(Role::Operator, (string) $read->operator, "Operator {$read->operator}");
        }
        $text = $this->token();
        $posted = $this->insist(fn ($key) => $this->chat->conversations()->post($writer, $key, $conversation, $text));
        if (!$posted->accepted) {
            return $last;
        }
        $this->note('sent', "$conversation {$posted->number} $text");
        $this->waitFor($conversation, $posted->number, $read->to, $read->revision);
        return $posted->number;
    }

    private function waitFor(int $conversation, int $number, int $after, int $revision): void
    {
        $started = microtime(true);
        for ($seen = $after; $seen < $number && microtime(true) < $started + 60; usleep(self::POLL_US)) {
            try {
                $update = $this->chat->conversations()->poll($this->visitor, "192.0.2.{$this->number}",
                    "tab{$this->number}", $conversation, $seen, $revision);
                $seen = $update->messages?->to ?? $seen;
            } catch (StoreUnavailable) {
                // The next poll comes.
            } catch (OnlineChat\RateLimited $limited) {
                usleep($limited->retryAfter * 1000);
            }
        }
        $this->note('seen', sprintf('%.1f', microtime(true) - $started));
    }
}
