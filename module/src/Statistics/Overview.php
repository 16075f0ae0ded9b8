<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Statistics;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Statistics;

/** What happened in the shops of the context: in all, in each period, at each operator. */
final class Overview
{
    public readonly Figures $total;
    /** @var list<Figures> */
    public readonly array $periods;
    /** @var array<int, Figures> by operator, 0: nobody's; whoever had most comes first */
    public readonly array $operators;
    /** @var array<int, string> as the chat had called them last, by operator */
    public readonly array $names;

    /**
     * @param iterable<Statistics> $rows of any number of shops
     * @param list<int> $bounds those the rows were asked for with
     * @param int $operator only this one's; 0: all
     */
    public function __construct(iterable $rows, array $bounds, int $operator = 0)
    {
        $total = new Figures();
        $periods = $operators = $names = [];
        for ($i = 1; $i < \count($bounds); ++$i) {
            $periods[] = new Figures();
        }
        $numbers = \array_flip($bounds);
        foreach ($rows as $row) {
            $names[(int) $row->operator] = (string) $row->operatorName;
            if ($operator > 0 && $row->operator !== $operator) {
                continue;
            }
            $total->add($row);
            $periods[$numbers[$row->from]]->add($row);
            ($operators[(int) $row->operator] ??= new Figures())->add($row);
        }
        \uasort($operators, static fn (Figures $one, Figures $other) => $other->conversations <=> $one->conversations);
        unset($names[0]);
        [$this->total, $this->periods, $this->operators, $this->names] = [$total, $periods, $operators, $names];
    }
}
