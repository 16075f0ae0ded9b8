<?php

namespace PlainChat;

/** An operator leaves, or comes back. */
final class SignOff
{
    public function __construct(
        private readonly Transaction $tx,
        private readonly Changes $changes,
        private readonly Queue $queue,
    ) {
    }

    /** Offline: what is open is handed over or ended, what is finished goes to the history. */
    public function leave(Operator $o, bool $handOver, string $event): void
    {
        $this->uncount($o);
        $o->online = false;
        $o->awayStage = 0;
        $this->tx->db->run(
            "UPDATE {$this->tx->db->p}operator SET online = 0, away_stage = 0, away_since = NULL"
                . ' WHERE shop = ? AND id = ?',
            [$this->tx->shopId, $o->id],
        );
        $this->tx->tell->offline[] = $o->id;
        $this->tx->tell->queueChanged = true;
        $finished = $this->own('(c.operator = ? OR c.operator IS NULL) AND c.status = 3', $o);
        $this->tx->decide($event, 'offline', 'done', before: $o->id);
        foreach ($this->own('c.operator = ? AND c.status = 2', $o) as $c) {
            if ($handOver && $this->queue->handOver($c, $o, $event)) {
                continue;
            }
            $this->changes->finish($c, $o);
            $this->tx->decide($event, 'end', 'done', $c, $o->id);
            $this->changes->archive($c);
        }
        foreach ($finished as $c) {
            $this->changes->archive($c);
        }
        $this->tx->tell->board($o->id);
    }

    /** Away for five minutes: conversations go to colleagues, else to the queue, else they stay. */
    public function hand(Operator $o): void
    {
        $this->uncount($o);
        $o->awayStage = 2;
        $this->tx->db->run(
            "UPDATE {$this->tx->db->p}operator SET away_stage = 2 WHERE shop = ? AND id = ?",
            [$this->tx->shopId, $o->id],
        );
        $this->tx->decide('away_over', 'away', 'done', before: $o->id);
        foreach ($this->own('c.operator = ? AND c.status = 2', $o) as $c) {
            if (!$this->queue->handOver($c, $o, 'away_over')) {
                $this->changes->stay($c, $o);
            }
        }
        $this->tx->tell->board($o->id);
    }

    public function back(Operator $o): void
    {
        $tx = $this->tx;
        $told = $o->awayStage === 2;
        $o->awayStage = 0;
        $tx->shop->present++;
        $tx->shop->free += $o->free();
        $tx->db->run(
            "UPDATE {$tx->db->p}operator SET away_stage = 0, away_since = NULL WHERE shop = ? AND id = ?",
            [$tx->shopId, $o->id],
        );
        $tx->tell->online[] = $o->id;
        $tx->tell->queueChanged = true;
        $tx->tell->board($o->id);
        $tx->decide('back', 'here', 'done', operator: $o->id);
        // Their visitors had been told that the operator is away.
        foreach ($told ? $this->own('c.operator = ? AND c.status = 2', $o) : [] as $c) {
            $this->changes->stay($c, $o);
        }
    }

    private function uncount(Operator $o): void
    {
        if ($o->here()) {
            $this->tx->shop->free -= $o->free();
            $this->tx->shop->present--;
        }
    }

    /** @return list<Conversation> */
    private function own(string $which, Operator $o): array
    {
        return array_map(Conversation::of(...), $this->tx->db->rows(
            'SELECT ' . Conversation::COLUMNS . " FROM {$this->tx->db->p}conversation c"
                . " WHERE c.shop = ? AND $which ORDER BY c.id FOR UPDATE",
            [$this->tx->shopId, $o->id],
        ));
    }
}
