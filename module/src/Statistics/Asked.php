<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Statistics;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Words;

/** What the form above the charts asks for: days from and to, by which steps, whose conversations. */
final class Asked
{
    /** Last days, with the steps they are shown by. */
    public const RANGES = [7 => 'day', 30 => 'day', 90 => 'week', 365 => 'month'];
    public const STEPS = ['day', 'week', 'month'];
    private const USUAL = 30;

    /** The days, "YYYY-MM-DD", both included. */
    public readonly string $from;
    public readonly string $to;
    /** Of the last days; 0: its own from and to. */
    public readonly int $range;
    /** @var 'day'|'week'|'month' */
    public readonly string $by;
    /** 0: every operator */
    public readonly int $operator;
    /** Why nothing can be shown, "" if it can. */
    public readonly string $problem;
    public readonly Periods $periods;

    /** @param array<array-key, mixed> $given from, to or range, by, operator; whatever else stands there asks for nothing */
    public function __construct(array $given, \DateTimeImmutable $now)
    {
        $today = $now->setTime(0, 0);
        $from = self::day($given['from'] ?? '', $now->getTimezone());
        $to = self::day($given['to'] ?? '', $now->getTimezone());
        $typed = self::word($given['from'] ?? '') !== '' || self::word($given['to'] ?? '') !== '';
        $range = (int) self::word($given['range'] ?? '');
        $this->range = $typed ? 0 : (isset(self::RANGES[$range]) ? $range : self::USUAL);
        $first = $this->range === 365 ? $today->modify('-1 year')->modify('+1 day') : $today->modify('-' . ($this->range - 1) . ' days');
        // Today may have begun at one, where clocks went forward at midnight.
        $first = $first->setTime(0, 0);
        $problem = $typed ? self::wrong($from, $to) : '';
        [$from, $to] = $typed && $problem === '' && $from !== null && $to !== null ? [$from, $to] : [$first, $today];
        $this->from = $from->format('Y-m-d');
        $this->to = $to->format('Y-m-d');
        $by = self::word($given['by'] ?? '');
        $this->by = \in_array($by, self::STEPS, true) ? $by : (self::RANGES[$this->range] ?? 'day');
        $this->operator = \max(0, (int) self::word($given['operator'] ?? ''));
        if ($problem === '' && !Periods::fit($from, $to, $this->by)) {
            $problem = Words::say('At most %n% days, weeks or months are shown at once: choose fewer, or longer steps.', ['%n%' => Periods::MOST]);
            [$from, $to] = [$to, $to];
        }
        $this->problem = $problem;
        $this->periods = new Periods($from, $to, $this->by);
    }

    /** @return array<string, int|string> as it stands in an address */
    public function given(): array
    {
        return ($this->range > 0 ? ['range' => $this->range] : ['from' => $this->from, 'to' => $this->to])
            + ['by' => $this->by] + ($this->operator > 0 ? ['operator' => $this->operator] : []);
    }

    private static function wrong(?\DateTimeImmutable $from, ?\DateTimeImmutable $to): string
    {
        if ($from === null || $to === null) {
            return Words::say('Date: both days are needed, as YYYY-MM-DD.');
        }

        return $from > $to ? Words::say('Date: the first day is after the last.') : '';
    }

    private static function day(mixed $typed, \DateTimeZone $zone): ?\DateTimeImmutable
    {
        $typed = self::word($typed);
        $at = \DateTimeImmutable::createFromFormat('!Y-m-d', $typed, $zone);

        return $at !== false && $at->format('Y-m-d') === $typed && $typed >= '1970-01-02' ? $at : null;
    }

    private static function word(mixed $value): string
    {
        return \is_scalar($value) ? \trim((string) $value) : '';
    }
}
