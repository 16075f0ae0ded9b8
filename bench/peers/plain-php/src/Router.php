<?php

namespace PlainChat;

/** Routing: every change of who has a conversation. Each call is one transaction. */
final class Router
{
    public function __construct(
        private readonly Database $db,
        private readonly Cache $cache,
        private readonly int $shop,
    ) {
    }

    /** @param callable(Routing): void $act */
    private function run(?Identity $who, ?Answers $once, callable $act): Placement
    {
        return (new Routing($this->db, $this->cache, $this->shop))->run($who, $once, $act);
    }

    private static function only(Identity $who, bool $operators, string $action): void
    {
        if ($who->isOperator() !== $operators) {
            throw new Problem('not-allowed', $operators
                ? "$action: for operators, not for guests and customers"
                : "$action: for guests and customers, not for operators");
        }
    }

    private static function gated(?string $verdict): ?Placement
    {
        if ($verdict === null) {
            return null;
        }
        $placement = new Placement();
        $placement->outcome = $verdict;
        return $placement;
    }

    public function online(Identity $who, string $key, ?string $name = null, ?int $capacity = null): Placement
    {
        self::only($who, true, 'online');
        $once = new Answers('online', $key, [$name, $capacity]);
        return $this->run($who, $once, static fn (Routing $r) => (new Attendance($r))->online($name, $capacity));
    }

    /** @param string $mode "ask", "end" or "hand_over" */
    public function offline(Identity $who, string $key, string $mode = 'ask'): Placement
    {
        self::only($who, true, 'offline');
        $once = new Answers('offline', $key, [$mode]);
        return $this->run($who, $once, static fn (Routing $r) => (new Attendance($r))->offline($mode));
    }

    public function hold(Identity $who, string $address): Placement
    {
        self::only($who, false, 'hold');
        return self::gated($this->cache->gate($who->actor))
            ?? $this->run($who, null, static fn (Routing $r) => (new Door($r))->hold(Limits::network($address)));
    }

    public function release(Identity $who): void
    {
        self::only($who, false, 'release');
        $this->run($who, null, static fn (Routing $r) => (new Door($r))->release());
    }

    /** @param array{email?: string, phone?: string} $about */
    public function start(
        Identity $who,
        string $key,
        string $text,
        string $address,
        array $about = [],
        bool $first = true,
    ): Placement {
        self::only($who, false, 'start');
        Text::message($text);
        $email = $about['email'] ?? null;
        $phone = $about['phone'] ?? null;
        $once = new Answers('start', $key, [$text]);
        // Only a first try may be turned away by the gate: a repetition could have been answered before.
        return ($first ? self::gated($this->cache->gate($who->actor)) : null)
            ?? $this->run($who, $once, static fn (Routing $r) => (new Door($r))->start($text, $email, $phone));
    }

    public function take(Identity $who, string $key, int $conversation): Placement
    {
        self::only($who, true, 'take');
        $once = new Answers('take', $key, [$conversation]);
        return $this->run($who, $once, static fn (Routing $r) => (new Hands($r))->take($conversation));
    }

    public function transfer(Identity $who, string $key, int $conversation, int $operator, string $note = ''): Placement
    {
        self::only($who, true, 'transfer');
        if ($note !== '') {
            Text::message($note, 'note');
        }
        if ($operator === (int) $who->person) {
            throw new Problem('invalid', 'operator: must be a colleague, not yourself', 'operator');
        }
        $once = new Answers('transfer', $key, [$conversation, $operator, $note]);
        return $this->run($who, $once, static fn (Routing $r) => (new Hands($r))->transfer($conversation, $operator, $note));
    }

    public function end(Identity $who, string $key, int $conversation): Placement
    {
        $once = new Answers('end', $key, [$conversation]);
        return $this->run($who, $once, static fn (Routing $r) => (new Hands($r))->end($conversation));
    }

    public function reopen(Identity $who, string $key, int $conversation): Placement
    {
        $once = new Answers('reopen', $key, [$conversation]);
        // Asked before the lock is taken. What Redis does not know refuses nothing.
        $left = $who->isOperator() && $this->cache->here($conversation) === false;
        return $this->run($who, $once, static fn (Routing $r) => (new Hands($r))->reopen($conversation, $left));
    }

    /** Expires what is due and fills places; returns how many changes it made. Then old answers go. */
    public function sweep(): int
    {
        $routing = new Routing($this->db, $this->cache, $this->shop);
        $routing->run(null, null, static fn () => null);
        foreach (['outcome' => 24 * 3600, 'decision' => 30 * 24 * 3600] as $table => $seconds) {
            $this->db->run(
                "DELETE FROM {$this->db->p}$table WHERE shop = ? AND at < ? ORDER BY at LIMIT 500",
                [$this->shop, (int) (microtime(true) * 1e6) - $seconds * 1_000_000],
            );
        }
        return $routing->tx->changes;
    }

    /** @return list<array<string, mixed>> the decision log in its order */
    public function decisions(int $after = 0, int $limit = 100): array
    {
        return $this->db->rows(
            "SELECT * FROM {$this->db->p}decision WHERE shop = ? AND number > ? ORDER BY number LIMIT " . $limit,
            [$this->shop, $after],
        );
    }
}
