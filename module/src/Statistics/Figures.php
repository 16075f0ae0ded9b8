<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Statistics;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Statistics;

/** Rows of OnlineChat\History::statistics() added up. Sums and counts only, so averages are all there can be. */
final class Figures
{
    private const SUMS = [
        'conversations', 'abandoned', 'missed', 'waited', 'waitingTime', 'answered', 'answerTime', 'length', 'visitorMessages',
        'operatorMessages',
    ];

    public int $conversations = 0;
    public int $abandoned = 0;
    public int $missed = 0;
    public int $waited = 0;
    public int $waitingTime = 0;
    public int $answered = 0;
    public int $answerTime = 0;
    public int $length = 0;
    public int $visitorMessages = 0;
    public int $operatorMessages = 0;

    public function add(Statistics $row): void
    {
        foreach (self::SUMS as $name) {
            $this->{$name} += $row->{$name};
        }
    }

    public function isEmpty(): bool
    {
        return $this->conversations === 0 && $this->missed === 0;
    }

    /** @return float|null seconds from the start to the first assignment; null where none is known */
    public function waiting(): ?float
    {
        return self::average($this->waitingTime, $this->waited);
    }

    /** @return float|null seconds from the start to the operator's first message */
    public function answer(): ?float
    {
        return self::average($this->answerTime, $this->answered);
    }

    /** @return float|null seconds from the start to the end */
    public function length(): ?float
    {
        return self::average($this->length, $this->conversations);
    }

    private static function average(int $ms, int $n): ?float
    {
        return $n > 0 ? \round($ms / $n / 1000, 1) : null;
    }
}
