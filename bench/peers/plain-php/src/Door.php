<?php

namespace PlainChat;

/** What a visitor asks of the door: a hold, its release, a first message. */
final class Door
{
    private const HOLD = 60_000_000;
    private const HOLD_MOST = 300_000_000;

    private readonly Transaction $tx;

    public function __construct(private readonly Routing $routing)
    {
        $this->tx = $routing->tx;
    }

    public function hold(string $address): void
    {
        [$open, $owner] = $this->tx->open($this->tx->actor);
        if ($open) {
            $this->routing->place($open, $owner, $open->status === Status::Ongoing ? 'assigned' : 'waiting');
            return;
        }
        $since = $this->tx->holdSince($this->tx->actor);
        if ($since === null) {
            $this->newHold($address);
            return;
        }
        $until = min($since + self::HOLD_MOST, $this->tx->now + self::HOLD);
        $this->tx->db->run(
            "UPDATE {$this->tx->db->p}hold SET until = ? WHERE shop = ? AND visitor = ?",
            [$until, $this->tx->shopId, $this->tx->actor],
        );
        $this->held($until, 'renewed');
    }

    private function newHold(string $address): void
    {
        $tx = $this->tx;
        if (!$tx->shop->hasPlace()) {
            $this->refuse('no_place', $tx->shop->noPlace());
            return;
        }
        $count = $tx->db->row(
            "SELECT COUNT(*) AS n FROM {$tx->db->p}hold WHERE shop = ? AND address = ?",
            [$tx->shopId, $address],
        );
        if ($count['n'] >= $tx->shop->holdsPerAddress) {
            $this->refuse('address', 'full');
            return;
        }
        $until = $tx->now + self::HOLD;
        $tx->db->run(
            "INSERT INTO {$tx->db->p}hold (shop, visitor, address, since, until) VALUES (?, ?, ?, ?, ?)",
            [$tx->shopId, $tx->actor, $address, $tx->now, $until],
        );
        $tx->shop->holds++;
        $this->held($until, 'place');
    }

    private function held(int $until, string $rule): void
    {
        $tx = $this->tx;
        $tx->shop->nextDue = min($tx->shop->nextDue, $until);
        $tx->out->outcome = 'held';
        $tx->out->until = intdiv($until, 1000);
        $tx->out->decision = $tx->decide('hold', $rule, 'held', detail: (string) $until);
        $tx->tell->held = ['actor' => $tx->actor, 'until' => $tx->out->until];
    }

    /** A hold chooses nobody, so a refused one names no candidates. */
    private function refuse(string $rule, string $outcome): void
    {
        $this->tx->out->outcome = $outcome;
        $this->tx->out->decision = $this->tx->decide('hold', $rule, $outcome);
    }

    public function release(): void
    {
        if ($this->tx->holdSince($this->tx->actor) !== null) {
            $this->tx->dropHold($this->tx->actor);
            $this->tx->decide('hold_end', 'released', 'done');
        }
        $this->tx->out->outcome = 'done';
    }

    public function start(string $text, ?string $email, ?string $phone): void
    {
        $tx = $this->tx;
        [$open, $owner] = $tx->open($tx->actor);
        if ($open) {
            $tx->out->number = $this->routing->changes->message($open, $owner, 1, $tx->who->name, $text);
            $tx->tell->board($open->operator);
            $tx->tell->queueChanged = $tx->tell->queueChanged || $open->status === Status::Waiting;
            $this->routing->place($open, $owner, 'posted');
            return;
        }
        $ownHold = $tx->holdSince($tx->actor) !== null;
        $candidates = $tx->candidates();
        $best = $tx->shop->hasPlace($ownHold) ? $candidates[0] ?? null : null;
        $outcome = $best ? 'assigned' : $tx->shop->noPlace();
        $log = Transaction::log($candidates);
        if ($outcome === 'full' || $outcome === 'closed') {
            $tx->out->outcome = $outcome;
            $tx->out->decision = $tx->decide('start', 'no_place', $outcome, candidates: $log);
            return;
        }
        if ($ownHold) {
            $tx->dropHold($tx->actor);
        }
        $c = $this->insert($best, $text, $email, $phone);
        $tx->out->number = $this->routing->changes->message($c, $best, 1, $tx->who->name, $text, false);
        $this->routing->place($c, $best, $outcome);
        $tx->out->decision = $tx->decide('start', $best ? 'fewest_open' : 'queue', $outcome, $c, null, $best?->id, $log,
            $ownHold ? 'hold' : '');
    }

    /** A customer keeps one line of the history, a guest gets a new one. */
    private function insert(?Operator $best, string $text, ?string $email, ?string $phone): Conversation
    {
        $tx = $this->tx;
        $who = $tx->who;
        $tx->db->run(
            "INSERT INTO {$tx->db->p}thread (shop, customer, name, email, phone) VALUES (?, ?, ?, ?, ?)"
                . ' ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), name = VALUES(name),'
                . ' email = COALESCE(VALUES(email), email), phone = COALESCE(VALUES(phone), phone)',
            [$tx->shopId, $who->role === 'customer' ? $who->person : null, $who->name, $email, $phone],
        );
        $thread = $tx->db->inserted();
        $c = new Conversation(0, $thread, $tx->actor, Status::Waiting, null, 0, 2, $tx->now);
        $this->routing->changes->count($c, $best);
        $tx->db->run(
            "INSERT INTO {$tx->db->p}conversation (shop, thread, visitor, name, language, status, operator, last_number,"
                . ' revision, started_at, last_at, waiting_since, excerpt) VALUES (?, ?, ?, ?, ?, ?, ?, 1, 2, ?, ?, ?, ?)',
            [$tx->shopId, $thread, $tx->actor, $who->name, $who->language, $c->status->value, $c->operator, $tx->now,
                $tx->now, $best ? 0 : $tx->now, mb_substr($text, 0, 200, 'UTF-8')],
        );
        $c->id = $tx->db->inserted();
        $tx->tell->state($c, $best);
        return $c;
    }
}
