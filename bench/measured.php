<?php

declare(strict_types=1);

/*
 * php bench/measured.php [RESULTS [DATA DOCS]]: what the configuration page and its guide say was measured, from the
 * newest whole runs in RESULTS (bench/results.jsonl). Writes module/data/measured.json, and the sentence between the marks in
 * docs/configuration.md. No figure of these is typed by hand.
 */

$root = dirname(__DIR__);
[, $results, $data, $docs] = $argv + [null, "$root/bench/results.jsonl", "$root/module/data/measured.json", "$root/docs/configuration.md"];

/** Rounded down to two digits: the others change from run to run. */
function lower(float $value): int
{
    $step = 10 ** max(0, (int) floor(log10($value)) - 1);

    return (int) (floor($value / $step) * $step);
}

/** @var array<string, array<string, mixed>> $newest by case */
$newest = [];
foreach (file($results, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES) ?: [] as $line) {
    $one = json_decode($line, true, 16, JSON_THROW_ON_ERROR);
    // A shorter run shows that it runs, not how fast.
    if ($one['bench'] === 'entry' && ($one['unit'] ?? '') === '/s' && (float) $one['setup']['scale'] >= 1) {
        $newest[$one['case']] = $one;
    }
}
foreach (['poll', 'post'] as $case) {
    if (!isset($newest[$case])) {
        fwrite(STDERR, "$results: no whole run of tools/bench entry has the case \"$case\"\n");
        exit(1);
    }
}
$setup = $newest['poll']['setup'];
$measured = [
    'polls' => lower((float) $newest['poll']['ours']['p50']),
    'messages' => lower((float) $newest['post']['ours']['p50']),
    'processors' => (int) $setup['machine'],
    'processes' => (int) $setup['web']['FPM children'],
    'php' => $setup['versions']['PHP'],
    'at' => substr($setup['at'], 0, 10),
    'commit' => $setup['commit'],
];
file_put_contents($data, json_encode($measured, JSON_PRETTY_PRINT | JSON_THROW_ON_ERROR) . "\n");

$sentence = sprintf(
    'Measured on %d processors with %d PHP processes (PHP %s, %s, `tools/bench entry`): %s polls or %s messages a second.',
    $measured['processors'],
    $measured['processes'],
    $measured['php'],
    $measured['at'],
    number_format($measured['polls']),
    number_format($measured['messages'])
);
$text = (string) file_get_contents($docs);
$new = preg_replace('/(<!-- measured -->).*?(<!-- \/measured -->)/s', '$1' . $sentence . '$2', $text, 1, $marks);
if ($marks !== 1 || $new === null) {
    fwrite(STDERR, "$docs: the marks <!-- measured --> and <!-- /measured --> are missing\n");
    exit(1);
}
file_put_contents($docs, $new);
