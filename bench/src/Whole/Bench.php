<?php

namespace OnlineChat\Bench\Whole;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Gateway\Generator;
use OnlineChat\Bench\Goal;
use OnlineChat\Bench\Report;

/** A busy shop: every conversation open, each side typing and then writing every 30 s, from send to receipt. */
final class Bench
{
    private const EVERY = 30;
    private const SECONDS = 60;
    private const STEP_SECONDS = 15;
    /** ms, p99 from send to receipt */
    private const GOAL = 50;
    /** ms that bench/gateway waits for the last message. */
    private const PATIENCE = 5000;
    /** Of the rate of the goal, until one is too much. */
    private const STEPS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];

    public function __construct(private readonly Report $report, private readonly ?Page $page)
    {
    }

    public function run(): void
    {
        $generator = Generator::ofShop(Environment::value('PORT'), Environment::run('streams.txt'), Environment::run('writers.txt'));
        try {
            $this->under($generator);
        } finally {
            $generator->end();
        }
    }

    private function under(Generator $generator): void
    {
        $quiet = $this->page?->times();
        $generator->open(Chats::streams());
        $rate = (int) round(2 * Chats::count() / self::EVERY);
        // PHP's workers load what they need, and links are made.
        $generator->publish($rate, self::scaled(5), false);
        $this->goal($generator, $rate);
        $this->most($generator, $rate);
        if ($this->page && $quiet) {
            $this->pages($this->page, $generator, $rate, $quiet);
        }
    }

    private function goal(Generator $generator, int $rate): void
    {
        $before = Services::cpu();
        $stolen = Environment::stolen();
        $times = $generator->publish($rate, self::scaled(self::SECONDS), false);
        $this->report->absolute("$rate messages/s, from send to receipt, p99", 'ms', self::p99($times), Goal::atMost(self::GOAL), $times);
        $this->report->note('of these', [], sprintf('p50 %.1f ms, worst %.1f ms; %d sent, %d received, %d refused or failed%s', $times['p50'],
            $times['worst'], $times['sent'], $times['received'], $times['failed'], $times['failed'] ? " (first: {$times['why']})" : ''));
        foreach (Services::cpu() as $service => $used) {
            $cpu[$service] = round(100 * ($used - $before[$service]) / $times['seconds'], 1);
        }
        // What a busy host takes is missing here: a run with much of it says little of the goal.
        $cpu['taken by the host'] = round(100 * (Environment::stolen() - $stolen) / $times['seconds'], 1);
        $memory = array_map('round', Services::memory());
        $this->report->note('CPU, % of one processor', $cpu, 'CPU, % of one processor: ' . self::words($cpu));
        $this->report->note('memory, MB', $memory, 'memory, MB: ' . self::words($memory));
    }

    /**
     * Pages one after the other are a whole processor's work: a load of their own, behind what is measured without them.
     *
     * @param array{p50: float, p99: float} $quiet
     */
    private function pages(Page $page, Generator $generator, int $rate, array $quiet): void
    {
        $page->begin();
        $times = $generator->publish($rate, self::scaled(self::STEP_SECONDS), false);
        $loaded = $page->end();
        $this->report->note('page of PrestaShop, ms', ['without' => $quiet, 'with' => $loaded, 'messages' => $times], sprintf(
            'start page of PrestaShop, one after the other: p50 %.0f ms, p99 %.0f ms without load; %.0f and %.0f at %d messages/s, which then took p50 %.1f ms, p99 %.1f ms%s',
            $quiet['p50'], $quiet['p99'], $loaded['p50'], $loaded['p99'], $rate, $times['p50'], self::p99($times),
            $times['failed'] ? ", {$times['failed']} refused" : ''));
    }

    private function most(Generator $generator, int $rate): void
    {
        $good = 0;
        foreach (self::STEPS as $step) {
            $now = (int) round($rate * $step);
            $times = $generator->publish($now, self::scaled(self::STEP_SECONDS), false);
            $late = self::p99($times) > self::GOAL;
            $this->report->note("$now messages/s", $times, sprintf('%6d messages/s: p50 %.1f ms, p99 %.1f ms%s', $now, $times['p50'],
                $times['p99'], $times['failed'] ? ", {$times['failed']} refused (first: {$times['why']})" : ''));
            if ($late) {
                break;
            }
            $good = $now;
        }
        $this->report->note('most messages/s within the goal', ['rate' => $good, 'next' => $late ? $now : null],
            $late ? "p99 passes " . self::GOAL . " ms between $good and $now messages/s" : "p99 holds up to $good messages/s");
    }

    /** @param array<string, mixed> $times @return float ms; what did not come while it was waited for counts as just not */
    private static function p99(array $times): float
    {
        return $times['failed'] || $times['received'] < $times['sent'] ? max($times['p99'], self::PATIENCE) : $times['p99'];
    }

    private static function scaled(float $seconds): float
    {
        return max(2, $seconds * min(1, Environment::scale()));
    }

    /** @param array<string, float> $values */
    private static function words(array $values): string
    {
        return implode(', ', array_map(static fn (string $name, float $value): string => "$name $value", array_keys($values), $values));
    }
}
