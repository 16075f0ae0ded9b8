<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Statistics;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Days, weeks (from Monday) or months in the owner's time zone: a day of a clock change has 23 or 25 hours. */
final class Periods
{
    /** OnlineChat\History::statistics() takes one bound more. */
    public const MOST = 399;

    /** @var non-empty-list<\DateTimeImmutable> the start of each, and the end of the last */
    private array $starts;

    /**
     * @param \DateTimeImmutable $from midnight of the first day
     * @param \DateTimeImmutable $to midnight of the last day, which is included
     * @param 'day'|'week'|'month' $by
     */
    public function __construct(\DateTimeImmutable $from, \DateTimeImmutable $to, private string $by)
    {
        $end = self::midnight($to->modify('+1 day'));
        $starts = [];
        for ($at = $from; $at < $end; $at = self::next($at, $by)) {
            $starts[] = $at;
        }
        $this->starts = [...$starts, $end];
    }

    /** @param 'day'|'week'|'month' $by */
    public static function fit(\DateTimeImmutable $from, \DateTimeImmutable $to, string $by): bool
    {
        $end = $from;
        for ($n = 0; $n < self::MOST; ++$n) {
            $end = self::next($end, $by);
        }

        return $to < $end;
    }

    public function count(): int
    {
        return \count($this->starts) - 1;
    }

    /** @return list<int> ms, as OnlineChat\History::statistics() takes them */
    public function bounds(): array
    {
        return \array_map(static fn (\DateTimeImmutable $at) => $at->getTimestamp() * 1000, $this->starts);
    }

    /** The first day of a period. */
    public function from(int $period): \DateTimeImmutable
    {
        return $this->starts[$period];
    }

    /** The last day of a period. */
    public function to(int $period): \DateTimeImmutable
    {
        return $this->starts[$period + 1]->modify('-1 day');
    }

    /**
     * @param string $format of a day, as PHP's date() has it
     * @param string $locale as "fr-FR"
     */
    public function name(int $period, string $format, string $locale): string
    {
        $from = $this->from($period);
        $to = $this->to($period);
        if ($this->isMonth($period)) {
            return self::written($from, 'LLL y', $locale);
        }

        return $from->format('Ymd') === $to->format('Ymd') ? $from->format($format) : $from->format($format) . ' – ' . $to->format($format);
    }

    /** Below a chart: the first day, or the month. */
    public function short(int $period, string $locale): string
    {
        return self::written($this->from($period), $this->isMonth($period) ? 'LLL y' : 'MMM d', $locale);
    }

    /** A part of a month, as one begins or ends, is named by its days. */
    private function isMonth(int $period): bool
    {
        return $this->by === 'month' && $this->from($period)->format('d') === '01' && $this->to($period)->format('d') === $this->from($period)->format('t');
    }

    private static function written(\DateTimeImmutable $day, string $skeleton, string $locale): string
    {
        $pattern = (new \IntlDatePatternGenerator($locale))->getBestPattern($skeleton);
        $none = \IntlDateFormatter::NONE;

        return (string) (new \IntlDateFormatter($locale, $none, $none, $day->getTimezone(), null, (string) $pattern))->format($day);
    }

    /** @param 'day'|'week'|'month' $by */
    private static function next(\DateTimeImmutable $at, string $by): \DateTimeImmutable
    {
        return self::midnight($at->modify(match ($by) {
            'day' => '+1 day',
            'week' => 'next monday',
            'month' => 'first day of next month',
        }));
    }

    /** Where clocks go forward at midnight a day begins at one: the next must not. */
    private static function midnight(\DateTimeImmutable $at): \DateTimeImmutable
    {
        return $at->setTime(0, 0);
    }
}
