<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Statistics;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use OnlineChat\Statistics;
use PrestaShop\Module\OnlineChat\History\Csv;
use PrestaShop\Module\OnlineChat\Settings\Words;

/** A row for each period, shop and operator, with counts and sums in seconds: whoever adds rows up gets right averages. */
final class CsvExport
{
    private const COLUMNS = [
        'from', 'to', 'shop', 'operator', 'operator_name', 'conversations', 'abandoned', 'messages_left', 'waited', 'waiting_seconds',
        'answered', 'answer_seconds', 'length_seconds', 'visitor_messages', 'operator_messages',
    ];
    /** Periods of a question: whatever is asked for, no more rows than theirs are held at once. */
    private const LOT = 31;

    /** @param array<int, string> $names of operators, by id */
    public function __construct(private Counted $counted, private Asked $asked, private array $names)
    {
    }

    /**
     * What goes wrong before the first row is thrown; after it the file says that it is not whole.
     *
     * @return \Generator<int, string>
     */
    public function lines(): \Generator
    {
        yield Csv::begin() . Csv::row(self::COLUMNS);
        $begun = false;
        try {
            foreach ($this->rows() as $row) {
                yield $row;
                $begun = true;
            }
        } catch (Exception $e) {
            if (!$begun) {
                throw $e;
            }
            yield Csv::row(['NOT COMPLETE', Words::say('This export broke off and is not complete. Please try again.')]);
        }
    }

    /** @return \Generator<int, string> */
    private function rows(): \Generator
    {
        $bounds = $this->asked->periods->bounds();
        $numbers = \array_flip($bounds);
        for ($first = 0; $first < \count($bounds) - 1; $first += self::LOT) {
            foreach ($this->counted->rows(\array_slice($bounds, $first, self::LOT + 1)) as $shop => $row) {
                if ($this->asked->operator === 0 || $row->operator === $this->asked->operator) {
                    yield $this->line($numbers[$row->from], $shop, $row);
                }
            }
        }
    }

    private function line(int $period, string $shop, Statistics $row): string
    {
        $operator = (int) $row->operator;

        return Csv::row([
            $this->asked->periods->from($period)->format('Y-m-d'), $this->asked->periods->to($period)->format('Y-m-d'), $shop,
            $operator > 0 ? $operator : '', $this->names[$operator] ?? (string) $row->operatorName, $row->conversations, $row->abandoned,
            $row->missed, $row->waited, self::seconds($row->waitingTime), $row->answered, self::seconds($row->answerTime),
            self::seconds($row->length), $row->visitorMessages, $row->operatorMessages,
        ]);
    }

    private static function seconds(int $ms): string
    {
        return \sprintf('%.3F', $ms / 1000);
    }
}
