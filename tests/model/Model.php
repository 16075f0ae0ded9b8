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

    /** A transaction leaves no place empty that somebody waits for. */
    private function filled(): void
    {
        if ($this->waiting > 0 && $this->place(false) && $this->candidates() !== []) {
            $this->check(false, 'a place is left empty after');
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
    private function candidates(string $language = ''): array
    {
        $list = array_filter($this->operators, fn ($o) => $o['online'] && $o['stage'] === 0 && $o['load'] < $o['capacity']
            && ($language === '' || in_array($language, $o['languages'], true)));
        $ids = array_keys($list);
        usort($ids, fn ($a, $b) => [$list[$a]['load'], $list[$a]['idle'], $a] <=> [$list[$b]['load'], $list[$b]['idle'], $b]);
        return array_slice($ids, 0, 8);
    }

    private static function choosing(string $rule): bool
    {
        return in_array($rule, ['known', 'language', 'fewest_open'], true);
    }

    /** @return array{string, list<int>} the rule, and the best eight it chooses among */
    private function wanted(string $visitor): array
    {
        $known = $this->preferKnown ? $this->known[$visitor] ?? 0 : 0;
        $o = $this->operators[$known] ?? null;
        if ($o !== null && $o['online'] && $o['stage'] === 0 && $o['load'] < $o['capacity']) {
            return ['known', [$known]];
        }
        $language = $this->preferLanguage ? ($this->language)($visitor) : '';
        $speakers = $language === '' ? [] : $this->candidates($language);
        return $speakers !== [] ? ['language', $speakers] : ['fewest_open', $this->candidates()];
    }

    /** Given what was so far, the choice is the same once more. */
    private function checkChoice(array $d): void
    {
        $logged = $d['candidates'] === '' ? [] : array_map('intval', explode(' ', $d['candidates']));
        [$rule, $mine] = $this->wanted($this->conversations[$d['conversation']]['visitor']);
        $this->check($d['rule'] === $rule, "rule, expected $rule");
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

    private function online(array $d): void
    {
        $o = $this->operators[$d['operator']] ?? ['online' => false, 'load' => 0, 'idle' => 0];
        if (!$o['online']) {
            $o['idle'] = $this->at;
        }
        [$capacity, $languages] = explode(' ', "{$d['detail']} ");
        $this->operators[$d['operator']] = ['online' => true, 'stage' => 0, 'capacity' => (int) $capacity,
            'languages' => array_map(static fn ($code) => explode('-', $code)[0], explode(',', $languages))] + $o;
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
        unset($this->assistants[$id]);
        if (self::choosing($d['rule'])) {
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
            if ($this->shut($d)) {
                $this->check(!$has, 'refused a hold to who has one');
                return;
            }
            $this->check($d['rule'] === 'address' || !$this->place(false), 'refused a hold though there is a place');
            $this->check(!$has, 'refused a hold to who has one');
            return;
        }
        if ($d['rule'] === 'place') {
            $this->check(!$has && $this->place(false), 'held without a place');
            $this->check(!$this->closed(), 'held outside the hours');
            $this->check($this->waiting === 0, 'held before those who wait');
        } else {
            $this->check($has, 'renewed a hold that is none');
        }
        $this->holds[$d['actor']] = true;
    }

    /** The shop is known to be outside its hours now. */
    private function closed(): bool
    {
        return $this->openings?->closed($this->at) === true;
    }

    /** Refused because of the hours, and rightly. */
    private function shut(array $d): bool
    {
        if ($d['rule'] !== 'hours') {
            return false;
        }
        $this->check($d['outcome'] === 'closed' && $this->openings?->closed($this->at) !== false, 'refused within the hours');
        return $this->openings !== null;
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
        if ($this->shut($d)) {
            $this->check(!$own, 'outside the hours, but a place was held');
            return;
        }
        $this->check($own || !$this->closed(), 'not refused outside the hours');
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
        if ($d['operator_before'] !== null) {
            $this->transfer($d);
            return;
        }
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
        unset($this->assistants[$d['conversation']]);
        $this->takeBack($d['conversation']);
        $this->conversations[$d['conversation']]['status'] = self::FINISHED;
    }

    private function block(array $d): void
    {
        if (in_array($this->conversations[$d['conversation']]['status'], [self::WAITING, self::ONGOING], true)) {
            $this->finish($d);
        }
    }

    private function unblocked(array $d): void
    {
        $this->check($d['outcome'] === 'done', 'unblocked, but not done');
    }

    /** A guest signed in: their hold, or one of their conversations, is the customer's. */
    private function adopt(array $d): void
    {
        if ($d['conversation'] === null) {
            $this->check(isset($this->holds[$d['actor']]) && !isset($this->holds[$d['detail']]), 'adopted a hold that is none');
            unset($this->holds[$d['actor']]);
            $this->holds[$d['detail']] = true;
            return;
        }
        $c = &$this->conversations[$d['conversation']];
        $this->check($c['visitor'] === $d['actor'], 'adopted from another');
        $this->check($c['status'] !== 0, 'adopted what is not there');
        $c['visitor'] = $d['detail'];
        if ($d['operator'] !== null) {
            $this->known[$d['detail']] = $d['operator'];
        }
    }

    private function invite(array $d): void
    {
        [$id, $asked] = [$d['conversation'], (int) $d['detail']];
        $c = $this->conversations[$id];
        $this->check($c['status'] === self::ONGOING && $c['operator'] !== $asked, 'asked where there is nothing to look at');
        $this->check(!isset($this->assistants[$id][$asked]), 'asked twice');
        $o = $this->operators[$asked] ?? null;
        $here = $o !== null && $o['online'] && $o['stage'] === 0;
        $this->check($here === ($d['outcome'] !== 'closed'), 'asked who is not there');
        if ($d['outcome'] === 'done') {
            $this->assistants[$id][$asked] = true;
        }
    }

    private function lookedIn(array $d): void
    {
        $this->check(isset($this->assistants[$d['conversation']][(int) $d['detail']]), 'left without having looked in');
        unset($this->assistants[$d['conversation']][(int) $d['detail']]);
    }

    private function reopen(array $d): void
    {
        $id = $d['conversation'];
        $own = isset($this->holds[$d['actor']]);
        $this->check($this->conversations[$id]['status'] === self::FINISHED, 'reopened what was not finished');
        if ($this->shut($d)) {
            $this->check(!$own, 'outside the hours, but a place was held');
            return;
        }
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
        if (self::choosing($d['rule'])) {
            $this->checkChoice($d);
        }
        $this->give($id, $d['operator']);
    }
}
