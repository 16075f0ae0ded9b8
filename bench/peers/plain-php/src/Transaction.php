<?php

namespace PlainChat;

/** A routing transaction under the shop's lock: what it read, what it decides, what Redis hears afterwards. */
final class Transaction
{
    private const MOST = 8;

    public Shop $shop;
    /** Microseconds, the database's; steps with each decision. */
    public int $now;
    public Placement $out;
    public readonly string $actor;
    public int $changes = 0;
    public readonly Tell $tell;

    public function __construct(
        public readonly Database $db,
        public readonly int $shopId,
        public readonly ?Identity $who,
    ) {
        $this->actor = $who->actor ?? 'shop';
        $this->out = new Placement();
        $this->tell = new Tell();
    }

    /** Locks the shop's row; makes it with its defaults when it is first needed. */
    public function lock(): void
    {
        $sql = 'SELECT ' . Shop::COLUMNS . ", CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS UNSIGNED) AS now_us"
            . " FROM {$this->db->p}shop WHERE id = ? FOR UPDATE";
        $row = $this->db->row($sql, [$this->shopId]);
        if (!$row) {
            $this->db->run("INSERT IGNORE INTO {$this->db->p}shop (id, settings) VALUES (?, '{}')", [$this->shopId]);
            $row = $this->db->row($sql, [$this->shopId]);
        }
        $this->shop = Shop::of($row);
        $this->now = max($row['now_us'], $this->shop->clock + 1);
    }

    public function save(): void
    {
        $s = $this->shop;
        $this->db->run(
            "UPDATE {$this->db->p}shop SET ongoing = ?, waiting = ?, holds = ?, present = ?, free = ?, decision = ?,"
                . ' clock = ?, next_due = ? WHERE id = ?',
            [$s->ongoing, $s->waiting, $s->holds, $s->present, $s->free, $s->decision, $this->now, $s->nextDue,
                $this->shopId],
        );
    }

    /** @return array{Conversation, ?Operator} with the operator who has it */
    public function conversation(int $id): array
    {
        $row = $this->db->row(
            'SELECT ' . Conversation::COLUMNS . ', ' . Operator::COLUMNS . " FROM {$this->db->p}conversation c"
                . " LEFT JOIN {$this->db->p}operator o ON o.shop = c.shop AND o.id = c.operator"
                . ' WHERE c.id = ? AND c.shop = ? FOR UPDATE',
            [$id, $this->shopId],
        ) ?? throw new Problem('not-found', "conversation: there is no number $id in this shop");
        return [Conversation::of($row), $row['o_id'] === null ? null : Operator::of($row)];
    }

    /** A visitor has one open conversation: two tabs that start at once meet in it. @return array{?Conversation, ?Operator} */
    public function open(string $visitor): array
    {
        $row = $this->db->row(
            'SELECT ' . Conversation::COLUMNS . ', ' . Operator::COLUMNS . " FROM {$this->db->p}conversation c"
                . " LEFT JOIN {$this->db->p}operator o ON o.shop = c.shop AND o.id = c.operator"
                . ' WHERE c.shop = ? AND c.visitor = ? AND c.status IN (1, 2) ORDER BY c.id DESC LIMIT 1 FOR UPDATE',
            [$this->shopId, $visitor],
        );
        return $row
            ? [Conversation::of($row), $row['o_id'] === null ? null : Operator::of($row)]
            : [null, null];
    }

    public function operator(int $id): ?Operator
    {
        $row = $this->db->row(
            'SELECT ' . Operator::COLUMNS . " FROM {$this->db->p}operator o WHERE o.shop = ? AND o.id = ?",
            [$this->shopId, $id],
        );
        return $row ? Operator::of($row) : null;
    }

    /**
     * The best eight for a new conversation, best first: fewest open conversations, then idle longest. The
     * index has that order, so eight rows are read however many are online.
     *
     * @return list<Operator>
     */
    public function candidates(): array
    {
        return array_map(Operator::of(...), $this->db->rows(
            'SELECT ' . Operator::COLUMNS . " FROM {$this->db->p}operator o WHERE o.shop = ? AND o.available = 1"
                . ' ORDER BY o.load_now, o.idle_since, o.id LIMIT ' . self::MOST,
            [$this->shopId],
        ));
    }

    /** @param list<Operator> $candidates */
    public static function log(array $candidates): string
    {
        $words = [];
        foreach ($candidates as $o) {
            $words[] = "$o->id:$o->load/$o->capacity@$o->idleSince";
        }
        return implode(' ', $words);
    }

    /** When the visitor's hold began, null without one. */
    public function holdSince(string $visitor): ?int
    {
        return $this->db->row(
            "SELECT since FROM {$this->db->p}hold WHERE shop = ? AND visitor = ?",
            [$this->shopId, $visitor],
        )['since'] ?? null;
    }

    public function dropHold(string $visitor): void
    {
        $this->db->run("DELETE FROM {$this->db->p}hold WHERE shop = ? AND visitor = ?", [$this->shopId, $visitor]);
        $this->shop->holds--;
    }

    /** A line of the decision log with the counts after it; its number. */
    public function decide(
        string $event,
        string $rule,
        string $outcome,
        ?Conversation $conversation = null,
        ?int $before = null,
        ?int $operator = null,
        string $candidates = '',
        string $detail = '',
        ?string $actor = null,
    ): int {
        $s = $this->shop;
        $s->decision++;
        $this->changes++;
        $this->db->run(
            "INSERT INTO {$this->db->p}decision (shop, number, at, event, rule, outcome, actor, conversation, status,"
                . ' operator_before, operator, maximum, ongoing, waiting, holds, free, candidates, detail)'
                . ' VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
            [$this->shopId, $s->decision, $this->now, $event, $rule, $outcome, $actor ?? $this->actor,
                $conversation?->id, $conversation?->status->value, $before, $operator, $s->maximum, $s->ongoing,
                $s->waiting, $s->holds, $s->free, $candidates, $detail],
        );
        $this->now++;
        return $s->decision;
    }
}
