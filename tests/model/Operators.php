<?php

declare(strict_types=1);

/** What operators do: there or not, and with conversations of theirs and of others. */
trait Operators
{
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
}
