<?php

declare(strict_types=1);

/** Which places there are, and who gets a conversation: the rules of a choice. */
trait Choosing
{
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

    private function anyPresent(): bool
    {
        return array_filter($this->operators, fn ($o) => $o['online'] && $o['stage'] === 0) !== [];
    }
}
