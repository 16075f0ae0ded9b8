<?php

/* tools/test's body: which suites, what they need, in which order. --list and --check run none. */

namespace OnlineChat\Tools\Test;

spl_autoload_register(static function (string $class): void {
    require __DIR__ . '/' . substr($class, strlen(__NAMESPACE__) + 1) . '.php';
});

$root = dirname(__DIR__, 3);
$suites = require __DIR__ . '/suites.php';
$words = array_slice($argv, 1);
if (in_array('--list', $words, true)) {
    echo 'Suites: ', implode(' ', array_keys($suites)), "\n";
    exit;
}
$chosen = array_values(array_diff($words, ['--check']))
    ?: array_keys(array_filter($suites, static fn (array $suite): bool => !($suite['named'] ?? false)));
if ($unknown = array_diff($chosen, array_keys($suites))) {
    fwrite(STDERR, 'unknown suite: ' . implode(', ', $unknown) . '; there are ' . implode(', ', array_keys($suites)) . "\n");
    exit(2);
}
if (in_array('--check', $words, true)) {
    exit;
}

@mkdir("$root/build/logs", recursive: true);
$report = new Report("$root/build/report.jsonl");
$runner = new Runner($root, $report, ['ONLINECHAT_ROOT' => $root] + getenv());
$provide = new Provide($root, $runner);
foreach ($suites as $name => ['needs' => $needs, 'steps' => $steps]) {
    if (!in_array($name, $chosen, true)) {
        continue;
    }
    try {
        $provide->all($needs);
    } catch (\RuntimeException $problem) {
        $report->begin($name);
        $report->add(new Result($name, Result::FAILED, $problem->getMessage()));
        $report->finish();
        continue;
    }
    $runner->suite($name, ...$steps);
    $provide->release();
}
exit($report->close() ? 0 : 1);
