<?php

namespace OnlineChat\Bench\ShopPage;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Goal;
use OnlineChat\Bench\Report;
use OnlineChat\Bench\Sample;

/** What the chat costs a shop: its pages, the status request, a ticket, and polls beside PrestaShop's own. */
final class Bench
{
    private const ENTRY = '/modules/onlinechat/entry.php?shop=1';
    private const CONTROLLER = '/index.php?fc=module&module=onlinechat&controller=entry&shop=1';

    private readonly Web $web;
    private readonly Pages $pages;

    /** @param string $bare "host:port" of the same shop served by a PHP without the extension */
    public function __construct(private readonly Shop $shop, string $bare, private readonly Report $report)
    {
        $this->web = new Web($shop->url);
        $this->pages = new Pages($shop, $this->web, new Web($shop->url, $bare), $report);
    }

    public function run(): void
    {
        try {
            $this->pages->run();
            $this->polls();
            $this->status();
            $this->ticket();
        } finally {
            $this->shop->restore();
        }
    }

    private function polls(): void
    {
        $requests = $this->shop->fill();
        $rates = [];
        foreach (range(0, max(2, (int) (5 * Environment::scale()))) as $round) {
            foreach ([self::ENTRY, self::CONTROLLER] as $side => $path) {
                $rates[$side] ??= new Sample();
                $rate = $this->web->load(str_replace('%s', $path, $requests), $this->shop->run, 2 * Environment::scale());
                $round === 0 || $rates[$side]->add($round, $rate);
            }
        }
        $this->shop->restore();
        $this->report->section('Polls of ' . Shop::VISITORS . ' conversations with nothing new, 8 connections');
        $this->report->compare('polls', '/s', $rates[0], $rates[1], 'front controller', Goal::atLeast(50));
    }

    private function status(): void
    {
        $count = max(50, (int) (1000 * Environment::scale()));
        $path = self::ENTRY . '&action=status';
        $this->web->get($path);
        $before = Cpu::used($this->shop->run);
        foreach (range(1, $count) as $ignored) {
            $this->web->get($path);
        }
        $ms = (Cpu::used($this->shop->run) - $before) / $count;
        $this->report->note('CPU of the status request', ['cpu_us' => round(1000 * $ms)],
            sprintf("\nstatus request: %.0f µs of CPU of PHP-FPM and nginx", 1000 * $ms));
    }

    private function ticket(): void
    {
        $sample = new Sample();
        foreach (range(0, max(3, (int) (20 * Environment::scale()))) as $i) {
            $got = $this->web->post('/index.php?fc=module&module=onlinechat&controller=ticket');
            if (!isset(json_decode($got['body'], true)['ticket'])) {
                throw new \RuntimeException("no ticket: {$got['body']}");
            }
            $i === 0 || $sample->add(0, $got['ttfb']);
        }
        $this->report->note('first ticket', ['p50' => $sample->median(), 'p99' => $sample->p99()], sprintf(
            'first ticket of a guest (one boot of PrestaShop): %.1f ms, p99 %.1f ms', $sample->median(), $sample->p99()));
    }
}
