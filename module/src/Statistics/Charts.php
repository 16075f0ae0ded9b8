<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Statistics;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Words;

/**
 * The page's tables, each with how its chart draws it: both show the same numbers, as the chart is drawn from the table.
 *
 * @phpstan-type Cell array{text: string, value: float|int|null}
 * @phpstan-type Chart array{
 *   id: string, title: string, kind: 'bar'|'line'|'across', unit: 'count'|'seconds', first: string, series: list<string>,
 *   more: list<string>, rows: list<array{name: string, short?: string, cells: list<Cell>}>
 * }
 */
final class Charts
{
    /**
     * @param list<array{name: string, short: string}> $periods
     * @param array<int, string> $names of operators, by id
     */
    public function __construct(private Overview $overview, private array $periods, private array $names, private bool $one)
    {
    }

    /** @return list<Chart> */
    public function all(): array
    {
        $charts = [$this->conversations(), $this->waiting(), $this->length()];

        return $this->one ? $charts : [...$charts, $this->operators()];
    }

    /** @return Chart */
    private function conversations(): array
    {
        // Nobody's are no operator's.
        $series = $this->one ? ['conversations' => Words::say('Conversations')] : [
            'conversations' => Words::say('Conversations'),
            'abandoned' => Words::say('Of these, ended without an operator'),
            'missed' => Words::say('Messages left'),
        ];

        return [
            'id' => 'conversations', 'title' => Words::say('Conversations and messages left'), 'kind' => 'bar', 'unit' => 'count',
            'first' => Words::say('Period'), 'series' => \array_values($series), 'more' => [],
            'rows' => $this->byPeriod(static fn (Figures $one) => \array_map(static fn (string $name) => self::count((int) $one->{$name}), \array_keys($series))),
        ];
    }

    /** @return Chart */
    private function waiting(): array
    {
        return [
            'id' => 'waiting', 'title' => Words::say('How long visitors waited, on average'), 'kind' => 'line', 'unit' => 'seconds',
            'first' => Words::say('Period'), 'series' => [Words::say('For an operator'), Words::say('For the first answer')], 'more' => [],
            'rows' => $this->byPeriod(static fn (Figures $one) => [self::time($one->waiting()), self::time($one->answer())]),
        ];
    }

    /** @return Chart */
    private function length(): array
    {
        return [
            'id' => 'length', 'title' => Words::say('How long conversations were, on average'), 'kind' => 'line', 'unit' => 'seconds',
            'first' => Words::say('Period'), 'series' => [Words::say('Length')], 'more' => [Words::say('Messages of visitors'), Words::say('Messages of operators')],
            'rows' => $this->byPeriod(static fn (Figures $one) => [
                self::time($one->length()), self::count($one->visitorMessages), self::count($one->operatorMessages),
            ]),
        ];
    }

    /** @return Chart */
    private function operators(): array
    {
        $rows = [];
        foreach ($this->overview->operators as $id => $one) {
            if ($one->conversations > 0) {
                $rows[] = ['name' => $this->names[$id] ?? Words::say('Nobody'), 'cells' => [
                    self::count($one->conversations), self::time($one->waiting()), self::time($one->answer()), self::time($one->length()),
                    self::count($one->operatorMessages),
                ]];
            }
        }

        return [
            'id' => 'operators', 'title' => Words::say('Conversations by operator'), 'kind' => 'across', 'unit' => 'count',
            'first' => Words::say('Operator'), 'series' => [Words::say('Conversations')],
            'more' => [Words::say('Wait for an operator'), Words::say('Wait for the first answer'), Words::say('Length'), Words::say('Messages of operators')],
            'rows' => $rows,
        ];
    }

    /**
     * @param \Closure(Figures): list<Cell> $cells
     *
     * @return list<array{name: string, short: string, cells: list<Cell>}>
     */
    private function byPeriod(\Closure $cells): array
    {
        return \array_map(static fn (array $period, Figures $one) => $period + ['cells' => $cells($one)], $this->periods, $this->overview->periods);
    }

    /** @return Cell */
    private static function count(int $n): array
    {
        return ['text' => Words::number($n), 'value' => $n];
    }

    /** @return Cell */
    private static function time(?float $seconds): array
    {
        return ['text' => Duration::text($seconds), 'value' => $seconds];
    }
}
