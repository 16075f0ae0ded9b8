<?php

namespace OnlineChat\Bench\ShopPage;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Goal;
use OnlineChat\Bench\Report;
use OnlineChat\Bench\Sample;

/**
 * Front pages with the module and without, each by a PHP with the extension and by one that lost it. The sides take
 * turns request by request: what disturbs the machine for a second disturbs all alike.
 */
final class Pages
{
    private const ROUNDS = 12;
    private const TURNS = 30;
    private const LIMIT = 1.02;
    /** Each FPM child has to have served each side before it counts. */
    private const WARM_UP = 15;

    private const WITH = 'module on';
    private const WITHOUT = 'module off';
    private const BARE_WITH = 'module on, no extension';
    private const BARE_WITHOUT = 'module off, no extension';
    /** Switching takes turns too: each side is as often the first after it. */
    private const ORDERS = [
        [self::WITH, self::BARE_WITH, self::WITHOUT, self::BARE_WITHOUT],
        [self::BARE_WITHOUT, self::WITHOUT, self::BARE_WITH, self::WITH],
    ];

    /** @var array<string, Sample> by side */
    private array $times;
    /** @var array<string, int> by side */
    private array $bytes;

    public function __construct(
        private readonly Shop $shop,
        private readonly Web $web,
        private readonly Web $bare,
        private readonly Report $report,
    ) {
    }

    public function run(): void
    {
        $this->report->section('Pages, one request a side by turns: with the module / without');
        foreach ($this->pages() as $name => $path) {
            $this->measure($path);
            $this->report($name);
        }
    }

    /** @return array<string, string> path by name */
    private function pages(): array
    {
        $start = $this->web->get('/');
        preg_match('~href="([^"]+/\d+[^"]*\.html)~', $start['body'], $found);

        return ['start page' => (string) parse_url($start['url'], PHP_URL_PATH)]
            + ($found ? ['product or category' => (string) parse_url($found[1], PHP_URL_PATH)] : []);
    }

    private function measure(string $path): void
    {
        $this->times = array_map(static fn (): Sample => new Sample(), array_flip(self::ORDERS[0]));
        $turns = max(5, (int) (self::TURNS * Environment::scale()));
        foreach (range(0, max(2, (int) (self::ROUNDS * Environment::scale()))) as $round) {
            foreach (range(1, $round === 0 ? self::WARM_UP : $turns) as $turn) {
                foreach (self::ORDERS[$turn % 2] as $side) {
                    $ms = $this->ask($side, $path);
                    $round === 0 || $this->times[$side]->add($round, $ms);
                }
            }
        }
    }

    /** @return float ms until the first byte */
    private function ask(string $side, string $path): float
    {
        $on = $side === self::WITH || $side === self::BARE_WITH;
        $this->shop->module($on);
        $got = ($side === self::BARE_WITH || $side === self::BARE_WITHOUT ? $this->bare : $this->web)->get($path);
        if (str_contains($got['body'], 'onlinechat-config') !== ($side === self::WITH)) {
            throw new \RuntimeException("$path, $side: the page " . ($side === self::WITH ? 'lacks the widget' : 'has the widget'));
        }
        $this->bytes[$side] = $got['bytes'];

        return $got['ttfb'];
    }

    private function report(string $name): void
    {
        $goal = Goal::atMost(self::LIMIT);
        $t = $this->times;
        $this->report->compare("time to first byte, $name", 'ms', $t[self::WITH], $t[self::WITHOUT], 'without', $goal);
        $this->report->compare(
            "extension off, $name", 'ms', $t[self::BARE_WITH], $t[self::BARE_WITHOUT], 'without', $goal);
        $more = $this->bytes[self::WITH] - $this->bytes[self::WITHOUT];
        $this->report->note("bytes of the $name", ['with' => $this->bytes[self::WITH], 'without' => $this->bytes[self::WITHOUT]],
            "bytes of the $name, compressed: {$this->bytes[self::WITH]} with, {$this->bytes[self::WITHOUT]} without"
            . " ($more more, in no further request)");
    }
}
