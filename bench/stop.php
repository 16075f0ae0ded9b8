<?php

/* php stop.php FILE: the times of tests/faults/stop.php, as tools/bench reports them. */

namespace OnlineChat\Bench;

require __DIR__ . '/autoload.php';

$times = json_decode((string) file_get_contents($argv[1]), true, 8, JSON_THROW_ON_ERROR);
$report = new Report('stop', ['machine' => Setup::machine(), 'load' => '40 polls and 10 pages a second, 5 PHP-FPM workers',
    'seconds' => $times['seconds'] . ' before, ' . $times['seconds'] . ' with Redis stopped']);
$report->section('Redis stopped (SIGSTOP) beside Redis as usual, same workers; p99 in both columns');
foreach (['page' => Goal::atMost(2), 'poll' => null] as $kind => $goal) {
    $during = new Sample();
    $before = new Sample();
    foreach ([[$during, 'during'], [$before, 'before']] as [$sample, $when]) {
        $sample->add(0, Sample::quantile($times[$when][$kind], 0.99));
    }
    $name = $kind === 'page' ? 'page outside the chat, p99' : 'poll, p99';
    $report->compare($name, 'ms', $during, $before, 'before', $goal);
}
exit($report->verdict() ? 0 : 1);
