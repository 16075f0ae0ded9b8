<?php

declare(strict_types=1);

foreach (['Choosing', 'Operators', 'Visitors'] as $part) {
    require __DIR__ . "/$part.php";
}

/**
 * A sequential model of the routing rules (I3, G5, G19). It is given the decision log of a shop in the order
 * of its numbers and says where the log breaks a rule. It shares no code with the extension.
 */
final class Model
{
    use Choosing;
    use Operators;
    use Visitors;

    /** @var array<int, array{online: bool, stage: int, load: int, capacity: int, idle: int}> */
    public array $operators = [];
    /** @var array<int, array{status: int, operator: int, since: int, visitor: string}> */
    public array $conversations = [];
    /** @var array<string, true> visitors who have a hold */
    public array $holds = [];
    /** @var array<int, array<int, true>> conversation => operators who look in */
    public array $assistants = [];
    /** @var list<string> */
    public array $violations = [];

    private const WAITING = 1;
    private const ONGOING = 2;
    private const FINISHED = 3;
    private int $number = 0;
    private int $at = 0;
    /** @var array<string, mixed> */
    private array $now = [];
    /** Counts kept with each step; count() checks them against the whole at the end. */
    private int $ongoing = 0;
    private int $waiting = 0;
    /** @var array<string, int> customer => who served them last */
    private array $known = [];
    private int $transaction = 0;

    /**
     * @param \Closure(string): string $language what a visitor's conversations are in
     * @param ?Openings $openings null: the shop has no hours
     */
    public function __construct(
        private readonly bool $queue,
        private readonly bool $preferKnown,
        private readonly bool $preferLanguage,
        private readonly \Closure $language,
        private readonly ?Openings $openings = null,
    ) {
    }

    /** @param array<string, mixed> $decision a row of Router::decisions() */
    public function step(array $decision): void
    {
        if ($decision['transaction'] !== $this->transaction) {
            $this->filled();
            $this->transaction = $decision['number'];
        }
        $this->now = $decision;
        $this->check($decision['transaction'] === $this->transaction, 'transaction');
        $this->check($decision['number'] === ++$this->number, "number, expected {$this->number}");
        $this->check($decision['at'] > $this->at, 'time goes back');
        $this->number = $decision['number'];
        $this->at = $decision['at'];
        $handler = [
            'online' => 'online', 'offline' => 'leave', 'away_off' => 'leave', 'away_over' => 'leave',
            'away' => 'away', 'back' => 'back', 'hold' => 'hold', 'hold_end' => 'holdEnd', 'start' => 'start',
            'drain' => 'drain', 'take' => 'take', 'transfer' => 'transfer', 'end' => 'finish', 'gone' => 'finish',
            'reopen' => 'reopen', 'adopt' => 'adopt', 'invite' => 'invite', 'leave' => 'lookedIn', 'block' => 'block', 'unblock' => 'unblocked',
        ][$decision['event']] ?? null;
        if ($handler === null) {
            $this->check(false, 'unknown event');
            return;
        }
        $this->$handler($decision);
        $this->counts($decision);
    }

    /** What the tables say at the end must be what the log led to. */
    public function compare(array $conversations, array $operators, int $holds, array $assistants): void
    {
        $this->filled();
        $this->now = ['event' => 'end of the log'];
        $mine = [];
        foreach (array_filter($this->assistants) as $id => $list) {
            array_push($mine, ...array_map(static fn ($operator) => [$id, $operator], array_keys($list)));
        }
        sort($mine);
        $this->check($mine === $assistants, 'who looks in: ' . json_encode([$mine, $assistants]));
        foreach ($conversations as $id => [$status, $operator]) {
            $mine = $this->conversations[$id] ?? null;
            $this->check($mine !== null && ($mine['status'] === $status || ($status === 4 && $mine['status'] === 3)),
                "conversation $id has status $status");
            $this->check($status !== self::ONGOING || $mine['operator'] === $operator, "conversation $id has owner $operator");
        }
        foreach ($operators as $id => $load) {
            $this->check($this->operators[$id]['load'] === $load, "operator $id has load $load");
            $real = count(array_filter($conversations, fn ($c) => $c === [self::ONGOING, $id]));
            $this->check($load === $real, "operator $id: load $load, but $real conversations");
        }
        $this->check($holds === count($this->holds), "$holds holds");
    }

    private function check(bool $holds, string $what): void
    {
        if (!$holds && count($this->violations) < 20) {
            $this->violations[] = "$what: " . json_encode($this->now);
        }
    }

    private function counts(array $d): void
    {
        $this->check($d['ongoing'] === $this->ongoing, "ongoing, expected {$this->ongoing}");
        $this->check($d['waiting'] === $this->waiting, "waiting, expected {$this->waiting}");
        $this->check($d['holds'] === count($this->holds), 'holds, expected ' . count($this->holds));
        $this->check($d['free'] === $this->free(), 'free, expected ' . $this->free());
        $this->check($this->ongoing <= $d['maximum'] || !in_array($d['outcome'], ['assigned'], true), 'over the maximum');
    }

    private function give(int $id, int $operator): void
    {
        $o = &$this->operators[$operator];
        $this->check(isset($o) && $o['online'] && $o['stage'] === 0, 'given to an operator who is not there');
        $this->check($o['load'] < $o['capacity'], 'over the capacity');
        $this->check($this->conversations[$id]['status'] !== self::ONGOING, 'assigned twice');
        $this->waiting -= $this->conversations[$id]['status'] === self::WAITING ? 1 : 0;
        $o['load']++;
        $o['idle'] = $this->at;
        $this->ongoing++;
        $this->conversations[$id]['status'] = self::ONGOING;
        $this->conversations[$id]['operator'] = $operator;
        unset($this->assistants[$id][$operator]);
        $visitor = $this->conversations[$id]['visitor'];
        if ($visitor[0] === 'c') {
            $this->known[$visitor] = $operator;
        }
    }

    private function takeBack(int $id): void
    {
        $c = &$this->conversations[$id];
        if ($c['status'] === self::ONGOING) {
            $this->operators[$c['operator']]['load']--;
            $this->operators[$c['operator']]['idle'] = $this->at;
            $this->ongoing--;
        }
        $this->waiting -= $c['status'] === self::WAITING ? 1 : 0;
        $c['status'] = 0;
    }

    private function wait(int $id, int $since): void
    {
        $this->check($this->queue, 'waits, but the queue is off');
        $this->conversations[$id] = ['status' => self::WAITING, 'operator' => 0, 'since' => $since] + $this->conversations[$id];
        $this->waiting++;
    }
}
