<?php

/* php run.php router|entry: measures, prints, appends to results.jsonl. */

namespace OnlineChat\Bench;

require __DIR__ . '/autoload.php';

$name = $argv[1];
$report = new Report($name, Setup::read() + ($name === 'entry' ? Entry\Server::setup() : []));
$bench = $name === 'router' ? new Router\Bench($report) : new Entry\Bench($report);
$bench->run();
exit($report->verdict() ? 0 : 1);
