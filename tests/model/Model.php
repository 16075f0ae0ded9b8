<?php

declare(strict_types=1);

/**
 * A sequential model of the routing rules (I3, G5, G19). It is given the decision log of a shop in the order
 * of its numbers and says where the log breaks a rule. It shares no code with the extension.
 */
final class Model
{
    /** @var array<int, array{online: bool, stage: int, load: int, capacity: int, idle: int}> */
    public array $operators = [];
    /** @var array<int, array{status: int, operator: int, since: int, visitor: string}> */
    public array $conversations = [];
    /** @var array<string, true> visitors who have a hold */
    public array $holds = [];
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

    public function __construct(private readonly bool $queue)
    {
    }

    /** @param array<string, mixed> $decision a row of Router::decisions() */
    public function step(array $decision): void
    {
        $this->now = $decision;
        $this->check($decision['number'] === ++$this->number, "number, expected {$this->number}");
        $this->check($decision['at'] > $this->at, 'time goes back');
        $this->number = $decision['number'];
        $this->at = $decision['at'];
        $handler = [
            'online' => 'online', 'offline' => 'leave', 'away_off' => 'leave', 'away_over' => 'leave',
            'away' => 'away', 'back' => 'back', 'hold' => 'hold', 'hold_end' => 'holdEnd', 'start' => 'start',
            'drain' => 'drain', 'take' => 'take', 'transfer' => 'transfer', 'end' => 'finish', 'gone' => 'finish',
            'reopen' => 'reopen',
        ][$decision['event']] ?? null;
        if ($handler === null) {
            $this->check(false, 'unknown event');
            return;
        }
        $this->$handler($decision);
        $this->counts($decision);
    }

    /** What the tables say at the end must be what the log led to. */
    public function compare(array $conversations, array $operators, int $holds): void
    {
        $this->now = ['event' => 'end of the log'];
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

    private function free(): int
    {
        $free = 0;
        foreach ($this->operators as $o) {
            $free += $o['online'] && $o['stage'] === 0 ? max(0, $o['capacity'] - $o['load']) : 0;
        }
        return $free;
    }

    private function place(bool $ownHold): bool
    {
        $holds = count($this->holds) - ($ownHold ? 1 : 0);
        return $this->ongoing + $holds < $this->now['maximum'] && $holds < $this->free();
    }

    /** @return list<int> the best eight: fewest open, idle longest, lowest id */
    private function candidates(): array
    {
        $list = array_filter($this->operators, fn ($o) => $o['online'] && $o['stage'] === 0 && $o['load'] < $o['capacity']);
        $ids = array_keys($list);
        usort($ids, fn ($a, $b) => [$list[$a]['load'], $list[$a]['idle'], $a] <=> [$list[$b]['load'], $list[$b]['idle'], $b]);
        return array_slice($ids, 0, 8);
    }

    private function checkChoice(array $d): void
    {
        $logged = $d['candidates'] === '' ? [] : array_map('intval', explode(' ', $d['candidates']));
        $mine = $this->candidates();
        $this->check($logged === $mine, 'candidates, expected ' . implode(' ', $mine));
        $this->check($d['operator'] === ($mine[0] ?? null), 'not the best operator');
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

    private function online(array $d): void
    {
        $o = $this->operators[$d['operator']] ?? ['online' => false, 'load' => 0, 'idle' => 0];
        if (!$o['online']) {
            $o['idle'] = $this->at;
        }
        $this->operators[$d['operator']] = ['online' => true, 'stage' => 0, 'capacity' => (int) $d['detail']] + $o;
    }

    /** Sign-off, or away for five or fifteen minutes: the operator first, then each conversation. */
    private function leave(array $d): void
    {
        $from = $d['operator_before'];
        if ($d['conversation'] === null) {
            $over = $d['event'] === 'away_over';
            $this->operators[$from]['online'] = $over;
            $this->operators[$from]['stage'] = $over ? 2 : 0;
            return;
        }
        $id = $d['conversation'];
        $this->check($this->conversations[$id]['operator'] === $from, 'left by an operator who does not have it');
        if ($d['rule'] === 'fewest_open') {
            $this->check(count($this->holds) < $this->free(), 'handed on into a held place');
            $this->checkChoice($d);
            $this->takeBack($id);
            $this->give($id, $d['operator']);
        } elseif ($d['rule'] === 'queue') {
            $this->takeBack($id);
            $this->wait($id, (int) $d['detail']);
        } else {
            $this->takeBack($id);
            $this->conversations[$id]['status'] = self::FINISHED;
        }
    }

    private function away(array $d): void
    {
        $this->check($this->operators[$d['operator_before']]['stage'] === 0, 'away twice');
        $this->operators[$d['operator_before']]['stage'] = 1;
    }

    private function back(array $d): void
    {
        $this->operators[$d['operator']]['stage'] = 0;
    }

    private function hold(array $d): void
    {
        $has = isset($this->holds[$d['actor']]);
        if ($d['outcome'] !== 'held') {
            $this->check($d['rule'] === 'address' || !$this->place(false), 'refused a hold though there is a place');
            $this->check(!$has, 'refused a hold to who has one');
            return;
        }
        if ($d['rule'] === 'place') {
            $this->check(!$has && $this->place(false), 'held without a place');
            $this->check($this->waiting === 0, 'held before those who wait');
        } else {
            $this->check($has, 'renewed a hold that is none');
        }
        $this->holds[$d['actor']] = true;
    }

    private function holdEnd(array $d): void
    {
        $this->check(isset($this->holds[$d['actor']]), 'ended a hold that is none');
        unset($this->holds[$d['actor']]);
    }

    private function start(array $d): void
    {
        $own = isset($this->holds[$d['actor']]);
        $place = $this->place($own) && $this->candidates() !== [];
        if ($d['conversation'] === null) {
            $this->check(!$place, 'refused though there is a place');
            $this->check($d['outcome'] !== 'full' || $this->candidates() !== [] || $this->anyPresent(), 'full, but nobody is there');
            return;
        }
        $this->check(($d['detail'] === 'hold') === $own, 'own hold');
        unset($this->holds[$d['actor']]);
        $this->conversations[$d['conversation']] = ['status' => 0, 'operator' => 0, 'since' => 0, 'visitor' => $d['actor']];
        if ($d['outcome'] === 'assigned') {
            $this->check($place, 'assigned without a place');
            $this->check($own || $this->waiting === 0, 'served before those who wait');
            $this->checkChoice($d);
            $this->give($d['conversation'], $d['operator']);
        } else {
            $this->check(!$place, 'waits though there is a place');
            $this->wait($d['conversation'], $this->at);
        }
    }

    private function anyPresent(): bool
    {
        return array_filter($this->operators, fn ($o) => $o['online'] && $o['stage'] === 0) !== [];
    }

    private function drain(array $d): void
    {
        $queue = array_filter($this->conversations, fn ($c) => $c['status'] === self::WAITING);
        $first = null;
        foreach ($queue as $id => $c) {
            if ($first === null || [$c['since'], $id] < [$queue[$first]['since'], $first]) {
                $first = $id;
            }
        }
        $this->check($first === $d['conversation'], "not the longest waiting, expected $first");
        $this->check($this->place(false), 'drained without a place');
        $this->checkChoice($d);
        $this->give($d['conversation'], $d['operator']);
    }

    private function take(array $d): void
    {
        $this->check($this->conversations[$d['conversation']]['status'] === self::WAITING, 'taken, but not waiting');
        if ($d['outcome'] === 'assigned') {
            $this->check($this->place(false), 'taken without a place');
            $this->give($d['conversation'], $d['operator']);
        }
    }

    private function transfer(array $d): void
    {
        if ($d['outcome'] !== 'assigned') {
            return;
        }
        $this->check($this->conversations[$d['conversation']]['operator'] === $d['operator_before'], 'transferred by another');
        $this->takeBack($d['conversation']);
        $this->give($d['conversation'], $d['operator']);
        $this->check($this->free() >= count($this->holds) || $this->free() >= $d['free'], 'transferred into a held place');
    }

    private function finish(array $d): void
    {
        $status = $this->conversations[$d['conversation']]['status'];
        $this->check($status === self::WAITING || $status === self::ONGOING, 'ended what was not open');
        $this->takeBack($d['conversation']);
        $this->conversations[$d['conversation']]['status'] = self::FINISHED;
    }

    private function reopen(array $d): void
    {
        $id = $d['conversation'];
        $own = isset($this->holds[$d['actor']]);
        $this->check($this->conversations[$id]['status'] === self::FINISHED, 'reopened what was not finished');
        if ($d['outcome'] !== 'assigned' && $d['outcome'] !== 'waiting') {
            // An operator who writes into a finished conversation of theirs gets it back, or nobody does.
            $mine = $d['rule'] === 'capacity' && !in_array($d['operator_before'], $this->candidates(), true)
                && $this->operators[$d['operator_before']]['load'] >= $this->operators[$d['operator_before']]['capacity'];
            $this->check($mine || !$this->place($own) || $this->candidates() === [], 'not reopened though there is a place');
            return;
        }
        $place = $this->place($own) && $this->candidates() !== [];
        $this->check($place === ($d['outcome'] === 'assigned'), 'place');
        unset($this->holds[$d['actor']]);
        if ($d['outcome'] === 'waiting') {
            $this->wait($id, $this->at);
            return;
        }
        $this->check($own || $this->waiting === 0, 'reopened before those who wait');
        if ($d['rule'] === 'fewest_open') {
            $this->checkChoice($d);
        }
        $this->give($id, $d['operator']);
    }
}
