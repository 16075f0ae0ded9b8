<?php

namespace PlainChat;

/** The life of a routing transaction: lock, replay, expire, drain, act, drain, commit, tell. */
final class Routing
{
    public Transaction $tx;
    public Changes $changes;
    public Queue $queue;
    public SignOff $signOff;

    public function __construct(
        private readonly Database $db,
        private readonly Cache $cache,
        private readonly int $shop,
    ) {
    }

    /** @param callable(self): void $act */
    public function run(?Identity $who, ?Answers $once, callable $act): Placement
    {
        // Before the lock: no Redis call while one is held.
        $silent = $this->cache->silent();
        $this->db->transaction(function () use ($who, $once, $act, $silent): bool {
            $this->begin($who);
            if ($once && ($answer = $once->find($this->db, $this->shop, $who->actor)) !== null) {
                $this->replay($answer);
                return false;
            }
            (new Expiry($this->tx, $this->changes, $this->signOff))->run($silent);
            // Who waits comes before who arrives.
            $this->queue->drain();
            $act($this);
            $this->queue->drain();
            $once?->store($this->db, $this->shop, $who->actor, $this->tx->out->answer(), $this->tx->now);
            $this->tx->save();
            return true;
        });
        $this->cache->tell($this->tx->tell, $this->tx->shop);
        if ($silent['seed']) {
            $this->seed();
        }
        return $this->tx->out;
    }

    private function begin(?Identity $who): void
    {
        $this->tx = $tx = new Transaction($this->db, $this->shop, $who);
        $this->changes = new Changes($tx);
        $this->queue = new Queue($tx, $this->changes);
        $this->signOff = new SignOff($tx, $this->changes, $this->queue);
        $tx->lock();
        if ($who) {
            (new Revocations($this->db, $this->shop))->check($who);
        }
    }

    /** The same answer as the first time; the other side is told again, in case the first telling was lost. */
    private function replay(string $answer): void
    {
        $this->tx->out = Placement::fromAnswer($answer);
        if ($this->tx->out->conversation) {
            try {
                [$c, $owner] = $this->tx->conversation($this->tx->out->conversation);
            } catch (Problem) {
                // Erased since: there is nobody left to tell.
                return;
            }
            $this->tx->out->status ??= $c->status->word();
            $this->tx->tell->state($c, $owner);
            $this->tx->tell->board($c->operator);
        }
    }

    /** Redis has lost the clocks of who must be heard from: they start anew. */
    private function seed(): void
    {
        $ids = fn (string $sql): array => array_column($this->db->rows($sql, [$this->shop]), 'id');
        $this->cache->seed(
            $ids("SELECT id FROM {$this->db->p}operator WHERE shop = ? AND online = 1 AND away_stage = 0"),
            $ids("SELECT id FROM {$this->db->p}conversation WHERE shop = ? AND status IN (1, 2)"),
        );
    }

    /** The operator who asks: online, and here again if they were away. */
    public function me(): Operator
    {
        $me = $this->tx->operator((int) $this->tx->who->person);
        if (!$me?->online) {
            throw new Problem('not-allowed', 'operator: go online first');
        }
        if ($me->awayStage) {
            $this->signOff->back($me);
        }
        return $me;
    }

    /** @return array{Conversation, ?Operator} if this person may reach it */
    public function reach(int $id): array
    {
        [$c, $owner] = $this->tx->conversation($id);
        if (!$this->tx->who->isOperator() && $c->visitor !== $this->tx->actor) {
            throw new Problem('not-allowed', "conversation: number $id is not yours");
        }
        return [$c, $owner];
    }

    public function place(Conversation $c, ?Operator $owner, string $outcome): void
    {
        $this->tx->out->at($c, $owner, $outcome, $this->tx->shop->waiting);
    }

    public function conflict(Conversation $c, ?Operator $owner): void
    {
        $this->place($c, $owner, $c->status === Status::Archived ? 'archived' : 'conflict');
    }
}
