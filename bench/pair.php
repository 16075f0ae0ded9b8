<?php

/* php pair.php FILE: the times of pair.mjs, as tools/bench reports them. */

namespace OnlineChat\Bench;

require __DIR__ . '/autoload.php';

/** A stream that is not this much faster would not be worth a process of its own: stream by polls. */
const MOST = 0.1;

$times = json_decode((string) file_get_contents($argv[1]), true, 8, JSON_THROW_ON_ERROR);
$setup = array_replace(Setup::read(), ['at' => $times['at'], 'load before' => $times['load'], 'pair' => [
    "two browsers, {$times['browser']}, one visitor and one operator, both windows open",
    count($times['rounds']) . " rounds of {$times['messages']} messages each way, pauses up to {$times['think']} ms",
]]);
// They are about the other chat of the other benches.
unset($setup['links'], $setup['opcache'], $setup['versions']['phpredis']);
$report = new Report('pair', $setup);
$report->section('from Enter to the message in the other window: the stream beside the polls');
foreach (['to the operator', 'to the visitor'] as $where) {
    $stream = new Sample();
    $polls = new Sample();
    foreach ($times['rounds'] as $round => $found) {
        foreach ([[$stream, 'stream'], [$polls, 'polls']] as [$sample, $way]) {
            foreach ($found[$way][$where] as $value) {
                $sample->add($round, $value);
            }
        }
    }
    $report->compare($where, 'ms', $stream, $polls, 'polls', Goal::atMost(MOST));
}
exit($report->verdict() ? 0 : 1);
