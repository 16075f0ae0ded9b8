<?php

declare(strict_types=1);

/** What visitors do and what happens to them: holds, first messages, the queue, the end, signing in. */
trait Visitors
{
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
