<?php

namespace PlainChat;

/** How many of an action in a sliding window, a person and an address; and revoked tickets. */
final class Limits
{
    /** Window (ms), a person, an address. */
    public const RATE = ['write' => [10000, 20, 60], 'start' => [60000, 5, 30], 'poll' => [10000, 50, 2000]];

    public function __construct(private readonly Cache $cache)
    {
    }

    public function admit(Identity $who, string $address, string $action): void
    {
        [$window, $person, $ofAddress] = self::RATE[$action];
        $this->judge($this->cache->ask(Script::Admit, [
            $action, $who->actor, self::network($address), $who->subject(), $who->issued, $window, $person, $ofAddress,
        ]), $action);
    }

    /** @return list<int>|null poll.lua's answer; null: Redis is away */
    public function poll(
        Identity $who,
        string $address,
        string $stream,
        int $conversation,
        int $after,
        int $revision,
    ): ?array {
        [$window, $person, $ofAddress] = self::RATE['poll'];
        $answer = $this->cache->ask(Script::Poll, [
            $who->actor, $who->subject(), $who->issued, self::network($address), $stream, $conversation, $after, $revision,
            $window, $person, $ofAddress,
        ]);
        $this->judge($answer, 'poll');
        return $answer;
    }

    /** @param list<int>|null $answer */
    private function judge(?array $answer, string $action): void
    {
        if ($answer && $answer[0] === 1) {
            throw new Problem('ticket-revoked', 'ticket: it was revoked; sign in again');
        }
        if ($answer && $answer[0] === 2) {
            throw new Problem('rate-limited', "too many requests ($action)", retryAfter: max(1, $answer[1]));
        }
    }

    /** Who has an IPv6 address has at least 2^64 of them: the network counts. */
    public static function network(string $address): string
    {
        if (!str_contains($address, ':') || ($bytes = @inet_pton($address)) === false) {
            return $address;
        }
        return str_starts_with($bytes, str_repeat("\0", 10) . "\xff\xff")
            ? inet_ntop(substr($bytes, 12))
            : bin2hex(substr($bytes, 0, 8)) . '/64';
    }
}
