<?php

namespace PlainChat;

/** Changes of a conversation's hands: take, transfer, end, reopen. */
final class Hands
{
    private readonly Transaction $tx;
    private readonly Changes $changes;

    public function __construct(private readonly Routing $routing)
    {
        $this->tx = $routing->tx;
        $this->changes = $routing->changes;
    }

    public function take(int $id): void
    {
        $tx = $this->tx;
        $me = $this->routing->me();
        [$c, $owner] = $this->routing->reach($id);
        if ($c->status !== Status::Waiting) {
            $this->routing->conflict($c, $owner);
            return;
        }
        $atCapacity = $me->load >= $me->capacity;
        if ($atCapacity || !$tx->shop->hasPlace()) {
            $this->routing->place($c, null, 'full');
            $tx->out->decision = $tx->decide('take', $atCapacity ? 'capacity' : 'no_place', 'full', $c);
            return;
        }
        $this->changes->assign($c, $me);
        $this->routing->place($c, $me, 'assigned');
        $tx->out->decision = $tx->decide('take', 'asked', 'assigned', $c, null, $me->id);
    }

    public function transfer(int $id, int $colleague, string $note): void
    {
        $tx = $this->tx;
        $me = $this->routing->me();
        $to = $tx->operator($colleague);
        [$c, $owner] = $this->routing->reach($id);
        if ($c->status !== Status::Ongoing || $c->operator !== $me->id) {
            $this->routing->conflict($c, $owner);
            return;
        }
        $here = $to?->here() ?? false;
        if (!$here || !$this->hasPlace($owner, $to)) {
            $this->routing->place($c, $owner, $here ? 'full' : 'closed');
            $tx->out->decision = $tx->decide('transfer', $here ? 'capacity' : 'not_here', $tx->out->outcome, $c, $me->id,
                $me->id);
            return;
        }
        $this->changes->unassign($c, $owner);
        $this->changes->assign($c, $to);
        if ($note !== '') {
            $tx->out->number = $this->changes->message($c, $to, 3, $me->name, $note);
        }
        $this->routing->place($c, $to, 'assigned');
        $tx->out->decision = $tx->decide('transfer', 'asked', 'assigned', $c, $me->id, $to->id);
    }

    /** Moving it costs a free place only where the operator who gives it does not get one back. */
    private function hasPlace(Operator $from, Operator $to): bool
    {
        $after = clone $from;
        $after->load--;
        $back = $after->free() - $from->free();
        return $to->load < $to->capacity && $this->tx->shop->holds < $this->tx->shop->free + $back;
    }

    public function end(int $id): void
    {
        $tx = $this->tx;
        $me = $tx->who->isOperator() ? $this->routing->me() : null;
        [$c, $owner] = $this->routing->reach($id);
        if (!$c->status->isOpen() || ($me && $c->status === Status::Ongoing && $c->operator !== $me->id)) {
            $this->routing->conflict($c, $owner);
            return;
        }
        $this->changes->finish($c, $owner);
        $this->routing->place($c, $owner, 'done');
        $tx->out->decision = $tx->decide('end', 'asked', 'done', $c, $c->operator);
    }

    /** An operator may reopen their own, while the visitor is still on the site. */
    public function reopen(int $id, bool $visitorLeft): void
    {
        $me = $this->tx->who->isOperator() ? $this->routing->me() : null;
        [$c, $owner] = $this->routing->reach($id);
        if ($me && (($c->operator && $c->operator !== $me->id) || $visitorLeft)) {
            $this->routing->conflict($c, $owner);
            return;
        }
        $this->reopenRead($c, $owner);
    }

    /** Finished → ongoing with the same operator if there is a place with them, else ($onlySame: not) as a start. */
    public function reopenRead(Conversation $c, ?Operator &$owner, bool $onlySame = false): bool
    {
        $tx = $this->tx;
        $ownHold = $tx->holdSince($c->visitor) !== null;
        if ($c->status !== Status::Finished || $tx->open($c->visitor)[0]) {
            $this->routing->conflict($c, $owner);
            return false;
        }
        [$to, $rule, $log] = $this->chooseForReopen($owner, $ownHold, $onlySame);
        $outcome = $to ? 'assigned' : ($onlySame ? 'full' : $tx->shop->noPlace());
        $before = $c->operator;
        if ($outcome === 'full' || $outcome === 'closed') {
            $this->routing->place($c, $owner, $outcome);
            $tx->out->decision = $tx->decide('reopen', $rule, $outcome, $c, $before, $before, $log,
                actor: $c->visitor);
            return false;
        }
        if ($ownHold) {
            $tx->dropHold($c->visitor);
        }
        if ($to) {
            $this->changes->assign($c, $to);
            $owner = $to;
        } else {
            $this->changes->wait($c, $tx->now);
            $rule = 'queue';
        }
        $tx->tell->board($before);
        $this->routing->place($c, $to, $outcome);
        $tx->out->decision = $tx->decide('reopen', $rule, $outcome, $c, $before, $to?->id, $log,
            $ownHold ? 'hold' : '', $c->visitor);
        return true;
    }

    /** @return array{?Operator, string, string} */
    private function chooseForReopen(?Operator $owner, bool $ownHold, bool $onlySame): array
    {
        if (!$this->tx->shop->hasPlace($ownHold)) {
            return [null, 'no_place', ''];
        }
        if ($owner?->free()) {
            return [$owner, 'same_operator', ''];
        }
        if ($onlySame) {
            return [null, 'capacity', ''];
        }
        $candidates = $this->tx->candidates();
        return [$candidates[0] ?? null, $candidates ? 'fewest_open' : 'no_place', Transaction::log($candidates)];
    }
}
