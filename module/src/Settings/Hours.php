<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Opening hours as the owner types them: "9:00-12:00, 14:00-18:00" a day, a date or a span of dates a line. */
final class Hours
{
    public const MOST_SPANS = 6;
    public const MOST_HOLIDAYS = 200;

    private const TIME = '((?:[01]?\d|2[0-3]):[0-5]\d|24:00)';
    private const DATE = '(\d{4}-\d\d-\d\d)';

    /**
     * @return list<array{from: string, to: string}>|null null: not to be understood
     */
    public static function day(string $typed): ?array
    {
        $spans = [];
        foreach (\preg_split('/[\s]*[,;\n][\s]*/', \trim($typed), -1, PREG_SPLIT_NO_EMPTY) ?: [] as $span) {
            if (\preg_match('/^' . self::TIME . '\s*[-–]\s*' . self::TIME . '$/uD', $span, $found) !== 1 || $found[1] === '24:00') {
                return null;
            }
            $spans[] = ['from' => self::padded($found[1]), 'to' => self::padded($found[2])];
        }

        return \count($spans) > self::MOST_SPANS ? null : $spans;
    }

    /**
     * @return list<array{from: string, to: string}>|null null: not to be understood
     */
    public static function holidays(string $typed): ?array
    {
        $spans = [];
        foreach (\preg_split('/\R/', $typed) ?: [] as $line) {
            if (\trim($line) === '') {
                continue;
            }
            if (\preg_match('/^' . self::DATE . '(?:\s*[-–\/\s]\s*' . self::DATE . ')?$/uD', \trim($line), $found) !== 1) {
                return null;
            }
            $span = ['from' => $found[1], 'to' => $found[2] ?? $found[1]];
            if (!self::dated($span['from']) || !self::dated($span['to']) || $span['to'] < $span['from']) {
                return null;
            }
            $spans[] = $span;
        }

        return \count($spans) > self::MOST_HOLIDAYS ? null : $spans;
    }

    /** @return array{zone: string, week: list<list<array{from: string, to: string}>>, holidays: list<array{from: string, to: string}>}|null */
    public static function of(\Shop $shop): ?array
    {
        if (!Store::of($shop, 'hours_on')) {
            return null;
        }
        $week = Store::of($shop, 'week');

        return [
            'zone' => Store::of($shop, 'zone') ?: self::usualZone(),
            'week' => \array_map(static fn (int $day) => self::day((string) ($week[$day] ?? '')) ?? [], \range(0, 6)),
            'holidays' => self::holidays(Store::of($shop, 'holidays')) ?? [],
        ];
    }

    /** The shop's own. */
    public static function usualZone(): string
    {
        $zone = (string) \Configuration::get('PS_TIMEZONE');

        return \in_array($zone, \DateTimeZone::listIdentifiers(), true) ? $zone : 'UTC';
    }

    private static function dated(string $date): bool
    {
        [$year, $month, $day] = \array_map('intval', \explode('-', $date));

        return \checkdate($month, $day, $year);
    }

    private static function padded(string $time): string
    {
        return \str_pad($time, 5, '0', STR_PAD_LEFT);
    }
}
