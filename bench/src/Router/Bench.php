<?php

namespace OnlineChat\Bench\Router;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Goal;
use OnlineChat\Bench\Report;
use OnlineChat\Bench\Sample;
use OnlineChat\Bench\Side;
use OnlineChat\Bench\Stage;

/** How fast decisions are. */
final class Bench
{
    private const ROUNDS = 10;
    private const EACH = 120;
    private const SHOP = 100;

    private readonly Side $ours;
    private readonly Side $theirs;

    public function __construct(private readonly Report $report)
    {
        [$this->ours, $this->theirs] = Side::both();
    }

    public function run(): void
    {
        $this->decisions();
        $this->full();
        $this->operators();
        (new Workers($this->report))->run();
    }

    private static function rounds(int $each = self::EACH): Rounds
    {
        return new Rounds(self::ROUNDS, (int) ceil($each * Environment::scale()));
    }

    private function decisions(): void
    {
        $this->report->section(sprintf('Decisions, one process, %d operators and %d open conversations', self::SHOP,
            Shops::OPEN));
        $cases = [
            'start' => new Start(self::SHOP),
            'end with a waiting conversation behind it' => new EndWithQueue(),
            'transfer' => new Transfer(self::SHOP),
            'hold' => new Hold(self::SHOP),
        ];
        foreach ($cases as $name => $case) {
            $samples = self::rounds()->run([
                'ours' => fn (): float => $case->once($this->ours),
                'theirs' => fn (): float => $case->once($this->theirs),
            ]);
            $this->report->compare($name, 'µs', $samples['ours'], $samples['theirs'], 'plain PHP', Goal::below(1));
        }
    }

    /** What the gate answers in one round trip, against the least that a round trip costs. */
    private function full(): void
    {
        $redis = Environment::redis();
        $case = new Full();
        $before = [$case->decided($this->ours), $case->decided($this->theirs)];
        $samples = self::rounds(600)->run([
            'ours' => fn (): float => $case->once($this->ours),
            'theirs' => fn (): float => $case->once($this->theirs),
            'ping' => static function () use ($redis): float {
                $began = hrtime(true);
                $redis->ping();
                return (hrtime(true) - $began) / 1000;
            },
        ], function () use ($case): void {
            // The gate's verdict is good for 10 s: said anew before each round.
            $case->refresh($this->ours);
            $case->refresh($this->theirs);
        });
        if ($before !== [$case->decided($this->ours), $case->decided($this->theirs)]) {
            throw new \RuntimeException('the door was asked: what was measured is not the gate');
        }
        // The gate decides nothing and is one round trip on both sides: PING is what it is measured by.
        $this->report->compare('full', 'µs', $samples['ours'], $samples['theirs'], 'plain PHP', null);
        $this->report->compare('full', 'µs', $samples['ours'], $samples['ping'], 'PING, same socket', Goal::atMost(1.3));
    }

    private function operators(): void
    {
        echo "\n";
        $this->report->section(sprintf('Start by operators online, %d open conversations', Shops::OPEN));
        $measures = [];
        foreach (Shops::OPERATORS as $operators) {
            $case = new Start($operators);
            $measures["ours $operators"] = fn (): float => $case->once($this->ours);
            $measures["theirs $operators"] = fn (): float => $case->once($this->theirs);
        }
        $samples = self::rounds(60)->run($measures);
        foreach (Shops::OPERATORS as $operators) {
            $this->report->compare("start with $operators online", 'µs', $samples["ours $operators"],
                $samples["theirs $operators"], 'plain PHP', Goal::below(1));
        }
        foreach ([100 => null, 1000 => Goal::atMost(1.5)] as $operators => $goal) {
            $this->report->compare("start with $operators online", 'µs', $samples["ours $operators"], $samples['ours 1'],
                'with 1 online', $goal);
        }
    }
}
