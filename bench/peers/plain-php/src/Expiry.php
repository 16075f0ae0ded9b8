<?php

namespace PlainChat;

/** What every routing transaction does first: expire what is due, at most 50 of each. */
final class Expiry
{
    private const MOST = 50;
    private const AWAY_HAND_OVER = 300_000_000;
    private const AWAY_SIGN_OFF = 900_000_000;

    public function __construct(
        private readonly Transaction $tx,
        private readonly Changes $changes,
        private readonly SignOff $signOff,
    ) {
    }

    /** @param array{operators: list<int>, conversations: list<int>} $silent whom Redis has not heard from */
    public function run(array $silent): void
    {
        if ($this->tx->now >= $this->tx->shop->nextDue) {
            $this->holds();
            $this->operators(1, self::AWAY_HAND_OVER);
            $this->operators(2, self::AWAY_SIGN_OFF);
            $this->findNext();
        }
        foreach ($silent['operators'] as $id) {
            $this->away($id);
        }
        foreach ($silent['conversations'] as $id) {
            $this->gone($id);
        }
    }

    private function holds(): void
    {
        $tx = $this->tx;
        $due = $tx->db->rows(
            "SELECT visitor FROM {$tx->db->p}hold WHERE shop = ? AND until <= ? ORDER BY until LIMIT " . self::MOST,
            [$tx->shopId, $tx->now],
        );
        foreach ($due as ['visitor' => $visitor]) {
            $tx->dropHold($visitor);
            $tx->decide('hold_end', 'expired', 'done', actor: $visitor);
        }
    }

    private function operators(int $stage, int $after): void
    {
        $rows = $this->tx->db->rows(
            'SELECT ' . Operator::COLUMNS . " FROM {$this->tx->db->p}operator o"
                . ' WHERE o.shop = ? AND o.away_stage = ? AND o.away_since <= ? ORDER BY o.away_since LIMIT 5',
            [$this->tx->shopId, $stage, $this->tx->now - $after],
        );
        foreach ($rows as $row) {
            $o = Operator::of($row);
            if ($o->awaySince + self::AWAY_SIGN_OFF <= $this->tx->now) {
                $this->signOff->leave($o, false, 'away_off');
            } else {
                $this->signOff->hand($o);
            }
        }
    }

    private function findNext(): void
    {
        $tx = $this->tx;
        $row = $tx->db->row(
            "SELECT (SELECT MIN(until) FROM {$tx->db->p}hold WHERE shop = ?) AS hold,"
                . " (SELECT MIN(away_since) FROM {$tx->db->p}operator WHERE shop = ? AND away_stage = 1) AS away1,"
                . " (SELECT MIN(away_since) FROM {$tx->db->p}operator WHERE shop = ? AND away_stage = 2) AS away2",
            [$tx->shopId, $tx->shopId, $tx->shopId],
        );
        $tx->shop->nextDue = min(
            $row['hold'] ?? PHP_INT_MAX,
            isset($row['away1']) ? $row['away1'] + self::AWAY_HAND_OVER : PHP_INT_MAX,
            isset($row['away2']) ? $row['away2'] + self::AWAY_SIGN_OFF : PHP_INT_MAX,
        );
    }

    /** No sign of the operator: no new conversations. */
    private function away(int $id): void
    {
        $tx = $this->tx;
        $o = $tx->operator($id);
        if (!$o || !$o->here()) {
            $tx->tell->{$o?->online ? 'away' : 'offline'}[] = $id;
            return;
        }
        $tx->shop->free -= $o->free();
        $tx->shop->present--;
        $tx->db->run(
            "UPDATE {$tx->db->p}operator SET away_stage = 1, away_since = ? WHERE shop = ? AND id = ?",
            [$tx->now, $tx->shopId, $id],
        );
        $tx->shop->nextDue = min($tx->shop->nextDue, $tx->now + self::AWAY_HAND_OVER);
        $tx->tell->away[] = $id;
        $tx->tell->queueChanged = true;
        $tx->decide('away', 'silent', 'done', before: $id);
    }

    private function gone(int $id): void
    {
        try {
            [$c, $owner] = $this->tx->conversation($id);
        } catch (Problem) {
            $this->tx->tell->closed[] = $id;
            return;
        }
        if (!$c->status->isOpen()) {
            $this->tx->tell->closed[] = $id;
            return;
        }
        $before = $c->operator;
        $this->changes->finish($c, $owner);
        $this->tx->decide('gone', 'silent', 'done', $c, $before, actor: $c->visitor);
    }
}
