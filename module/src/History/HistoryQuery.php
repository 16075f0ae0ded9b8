<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\PrestaShop\Core\Grid\Search\SearchCriteriaInterface;

/**
 * What the form above the table asks for, as OnlineChat\History::find() takes it.
 */
final class HistoryQuery
{
    private const TEXTS = ['name', 'email', 'phone', 'text'];
    /** Of OnlineChat\History::find(). */
    private const TEXT_MOST = 100;
    private const BEGINNING_MOST = 255;

    /** Why nothing can be looked for, "" if it can. */
    public readonly string $problem;
    public readonly bool $oldestFirst;
    /** As it was typed, to be marked where it is found. */
    public readonly string $text;

    /**
     * Each is looked for by itself, and what they find is put together: a number may be a customer's or a guest's.
     *
     * @var list<array<string, mixed>>
     */
    public readonly array $filters;

    public function __construct(SearchCriteriaInterface $criteria)
    {
        $given = $criteria->getFilters();
        $this->oldestFirst = \strtolower((string) $criteria->getOrderWay()) === 'asc';
        $common = [];
        foreach (self::TEXTS as $name) {
            $value = \trim(self::word($given[$name] ?? ''));
            if ($value !== '') {
                $common[$name] = $value;
            }
        }
        $this->text = (string) ($common['text'] ?? '');
        if (\in_array($given['kind'] ?? '', ['conversation', 'message'], true)) {
            $common['kind'] = $given['kind'];
        }
        if ((int) self::word($given['operator'] ?? '') > 0) {
            $common['operator'] = (int) self::word($given['operator']);
        }
        $at = \is_array($given['at'] ?? null) ? $given['at'] : [];
        $days = [self::word($at['from'] ?? ''), self::word($at['to'] ?? '')];
        $from = Moment::startOf($days[0]);
        $to = Moment::endOf($days[1]);
        if ($from !== null) {
            $common['from'] = $from;
        }
        if ($to !== null) {
            $common['to'] = $to;
        }
        $id = \trim(self::word($given['person'] ?? ''), " \t\n\r\0\x0B#");
        $this->problem = self::tooLong($common) ?: self::noDay($days) ?: self::problem($id, $this->text, $from, $to);
        $this->filters = $this->problem === '' ? self::people($common, $id) : [];
    }

    /**
     * @param array<string, mixed> $common
     *
     * @return list<array<string, mixed>>
     */
    private static function people(array $common, string $id): array
    {
        return $id === '' ? [$common] : [
            $common + ['customer' => (int) $id],
            $common + ['thread' => (int) $id, 'guest' => true],
        ];
    }

    /** @param array<string, mixed> $common */
    private static function tooLong(array $common): string
    {
        foreach (['name', 'email', 'phone'] as $name) {
            if (\mb_strlen((string) ($common[$name] ?? '')) > self::BEGINNING_MOST) {
                return Words::say('Customer, e-mail and phone: at most 255 characters are looked for.');
            }
        }

        return '';
    }

    /** @param list<string> $days what is no day asks for something else than all days */
    private static function noDay(array $days): string
    {
        foreach ($days as $day) {
            if ($day !== '' && Moment::startOf($day) === null) {
                return Words::say('Date: days are written YYYY-MM-DD.');
            }
        }

        return '';
    }

    private static function problem(string $id, string $text, ?int $from, ?int $to): string
    {
        if ($id !== '' && !\preg_match('/^[1-9][0-9]{0,8}$/', $id)) {
            return Words::say('ID: the number of a customer or of a guest.');
        }
        if (\mb_strlen($text) > self::TEXT_MOST) {
            return Words::say('What was said: at most 100 characters are looked for.');
        }

        return $from !== null && $to !== null && $from > $to ? Words::say('Date: the first day is after the last.') : '';
    }

    private static function word(mixed $value): string
    {
        return \is_scalar($value) ? (string) $value : '';
    }
}
