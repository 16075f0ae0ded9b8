<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Report;
use OnlineChat\Bench\Sample;

/** Puts a question to both sides by turns, counts what the server reads for it, and reports. */
final class Asking
{
    private const ROUNDS = 10;
    private const EACH = 10;
    /** Answers the rows are counted of. */
    private const COUNTED = 10;
    /** From so many ms for an answer on, the other side is asked so many times in all. */
    private const SLOW = [20000 => 1, 10000 => 2, 1000 => 3, 200 => self::ROUNDS];

    public function __construct(private readonly Report $report, private readonly Rows $rows, private readonly Peer $peer)
    {
    }

    /** @return Sample ours, ms */
    public function ask(Question $q): Sample
    {
        $late = $this->peer->late;
        // Links are made.
        self::ms($q->ours, $q->variants[0]);
        $first = 0.0;
        $theirs = $this->rows->of(function () use ($q, &$first): void {
            $first = self::ms($q->theirs, $q->variants[0]);
        });
        $often = self::ROUNDS * self::each();
        foreach (self::SLOW as $from => $times) {
            if ($first >= $from) {
                $often = $times;
                break;
            }
        }
        $samples = $this->rounds($q, $often, $first);
        $rows = $this->counted($q, $often > self::ROUNDS ? null : $theirs);
        $this->report->question($q->name, $samples['ours'], $samples['theirs'], $rows, $q->goal, $this->remark($often, $this->peer->late - $late));
        return $samples['ours'];
    }

    private static function each(): int
    {
        return max(1, (int) round(self::EACH * min(1, Environment::scale() * 4)));
    }

    public static function ms(\Closure $side, mixed $variant): float
    {
        $began = hrtime(true);
        $side($variant);
        return (hrtime(true) - $began) / 1e6;
    }

    /** @return array{ours: Sample, theirs: Sample} */
    private function rounds(Question $q, int $often, float $first): array
    {
        $samples = ['ours' => new Sample(), 'theirs' => new Sample()];
        $asked = 0;
        // A slow one's first answer counts: each costs too much to throw one away.
        if ($often <= self::ROUNDS) {
            $samples['theirs']->add(0, $first);
            $asked = 1;
        }
        for ($round = 0, $i = 0; $round < self::ROUNDS; $round++) {
            for ($k = 0; $k < self::each(); $k++, $i++) {
                $variant = $q->variants[$i % count($q->variants)];
                $turn = ['ours' => $q->ours];
                if ($asked < $often && ($often > self::ROUNDS || ($k === 0 && $round > 0))) {
                    $turn['theirs'] = $q->theirs;
                    $asked++;
                }
                foreach ($round % 2 ? array_reverse($turn) : $turn as $side => $answer) {
                    $samples[$side]->add($round, self::ms($answer, $variant));
                }
            }
        }
        return $samples;
    }

    /** @param ?int $theirs of its first answer, where more would take too long @return array{ours: float, theirs: float, shown: float} */
    private function counted(Question $q, ?int $theirs): array
    {
        $variants = array_slice($q->variants, 0, self::COUNTED);
        $shown = $ours = $others = 0;
        foreach ($variants as $variant) {
            $ours += $this->rows->of(static function () use ($q, $variant, &$shown): void {
                $shown += ($q->ours)($variant);
            });
            $others += $theirs ?? $this->rows->of(static fn () => ($q->theirs)($variant));
        }
        return ['ours' => $ours / count($variants), 'theirs' => $others / count($variants), 'shown' => $shown / count($variants)];
    }

    private function remark(int $often, int $late): string
    {
        if ($often > self::ROUNDS) {
            return '';
        }
        return 'theirs was asked ' . ($often === 1 ? 'once' : "$often times") . ' in all, for it is slow'
            . ($late ? sprintf('; %d of its statements were cut off after %d s', $late, Peer::PATIENCE) : '');
    }
}
