<?php

namespace PlainChat;

/** Filling places from the queue, and giving on what an operator leaves. */
final class Queue
{
    private const MOST = 50;

    public function __construct(private readonly Transaction $tx, private readonly Changes $changes)
    {
    }

    /** First come, first served. */
    public function drain(): void
    {
        $tx = $this->tx;
        for ($i = 0; $i < self::MOST && $tx->shop->waiting > 0 && $tx->shop->hasPlace(); $i++) {
            $candidates = $tx->candidates();
            $row = $candidates ? $tx->db->row(
                'SELECT ' . Conversation::COLUMNS . " FROM {$tx->db->p}conversation c WHERE c.shop = ? AND c.status = 1"
                    . ' ORDER BY c.waiting_since, c.id LIMIT 1 FOR UPDATE',
                [$tx->shopId],
            ) : null;
            if (!$row) {
                return;
            }
            $conversation = Conversation::of($row);
            $log = Transaction::log($candidates);
            $this->changes->assign($conversation, $candidates[0]);
            $tx->decide('drain', 'fewest_open', 'assigned', $conversation, operator: $candidates[0]->id,
                candidates: $log, actor: $conversation->visitor);
        }
    }

    /** To a colleague with a place, else to the queue if it is on. False: neither was possible. */
    public function handOver(Conversation $c, Operator $from, string $event): bool
    {
        $tx = $this->tx;
        $candidates = $tx->candidates();
        $log = Transaction::log($candidates);
        if ($candidates && $tx->shop->holds < $tx->shop->free) {
            $this->changes->unassign($c, $from);
            $this->changes->assign($c, $candidates[0]);
            $tx->decide($event, 'fewest_open', 'assigned', $c, $from->id, $candidates[0]->id, $log);
            return true;
        }
        if (!$tx->shop->queue) {
            return false;
        }
        $this->changes->unassign($c, $from);
        // Who had been served comes before who never was.
        $this->changes->wait($c, $c->startedAt);
        $tx->decide($event, 'queue', 'waiting', $c, $from->id, null, $log, (string) $c->startedAt);
        return true;
    }
}
