<?php

/* php run.php router|entry|gateway|shop|history [URL of a PrestaShop]: measures, prints, appends to results.jsonl. */

namespace OnlineChat\Bench;

require __DIR__ . '/autoload.php';

$name = $argv[1];
$report = new Report($name, Setup::read() + match ($name) {
    'entry' => Entry\Server::setup(),
    'gateway' => Gateway\Bench::setup() + ['processors' => Gateway\Processors::text()],
    'shop' => Gateway\Bench::setup(),
    'history' => (new History\Data())->setup(),
    default => [],
});
$bench = match ($name) {
    'router' => new Router\Bench($report),
    'entry' => new Entry\Bench($report),
    'gateway' => new Gateway\Bench($report),
    'history' => new History\Bench($report),
    'shop' => new Whole\Bench($report, isset($argv[2]) ? new Whole\Page($argv[2]) : null),
};
$bench->run();
exit($report->verdict() ? 0 : 1);
