<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Times of the history (ms since 1970, UTC) as the employee reads them: in the shop's time zone and their language's format. */
final class Moment
{
    public static function text(int $ms): string
    {
        return \date((string) \Context::getContext()->language->date_format_full, \intdiv($ms, 1000));
    }

    /** For machines: RFC 3339, with the time zone. */
    public static function exact(int $ms): string
    {
        return \date('c', \intdiv($ms, 1000));
    }

    /** @return int|null the first millisecond of a day "YYYY-MM-DD", null if it is none */
    public static function startOf(string $day): ?int
    {
        $at = self::day($day);

        return $at === null ? null : $at->getTimestamp() * 1000;
    }

    /**
     * The day after may begin at midnight where this one began at one: clocks go forward at midnight in some places.
     *
     * @return int|null the last millisecond of a day "YYYY-MM-DD", null if it is none; days of a clock change have 23 or 25 hours
     */
    public static function endOf(string $day): ?int
    {
        $at = self::day($day);

        return $at === null ? null : $at->modify('+1 day')->setTime(0, 0)->getTimestamp() * 1000 - 1;
    }

    private static function day(string $day): ?\DateTimeImmutable
    {
        $at = \DateTimeImmutable::createFromFormat('!Y-m-d', $day);

        return $at !== false && $at->format('Y-m-d') === $day ? $at : null;
    }
}
