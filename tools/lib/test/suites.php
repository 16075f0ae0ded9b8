<?php

/* The suites in their order: what each needs, and its commands. */

namespace OnlineChat\Tools\Test;

$tap = static fn (array $command, int $seconds = 300, array $environment = []): Step
    => new Step($command, new TapReader(), $seconds, $environment);
$phpt = static fn (array $options, int $seconds): Step
    => new Step(['tools/phpt', ...$options], new PhptReader(), $seconds);
$status = static fn (string $name, array $command, int $seconds = 120): Step
    => new Step($command, new StatusReader($name), $seconds);
$phpunit = static fn (string $suite, int $seconds = 300): Step => new Step(
    ['phpunit', '--testsuite', $suite, '--log-junit', "build/logs/$suite.xml"],
    new JunitReader("$root/build/logs/$suite.xml"),
    $seconds
);
// With the extension in PHPUnit's own process.
$extended = static fn (string $suite, array $options = []): Step => new Step(
    ['php', '-d', "extension=$root/build/ext/modules/onlinechat.so", ...$options, '/usr/bin/phpunit', '--testsuite', $suite,
        '--log-junit', "build/logs/$suite.xml"],
    new JunitReader("$root/build/logs/$suite.xml"),
    300
);
$gateway = static fn (string $name, array $options): Step => new Step(
    ['tests/gateway/run', ...$options, '--log-junit', "build/logs/$name.xml"],
    new JunitReader("$root/build/logs/$name.xml"),
    600
);
$cmocka = ['CMOCKA_MESSAGE_OUTPUT' => 'TAP'];

return [
    'core' => ['needs' => [], 'steps' => [
        $tap(['make', '-s', '-C', 'tests/core', 'run'], 300, $cmocka),
    ]],
    'store' => ['needs' => ['services'], 'steps' => [
        $tap(['make', '-s', '-C', 'tests/store', 'run'], 300, $cmocka),
    ]],
    'stubs' => ['needs' => [], 'steps' => [
        $status('arginfo is what the stubs say', ['tools/stubs', '--check']),
        $status('the packages hold every source', ['tools/sources']),
    ]],
    'phpt' => ['needs' => ['services'], 'steps' => [
        $phpt([], 600),
    ]],
    'entry' => ['needs' => ['services'], 'steps' => [
        $phpunit('entry'),
    ]],
    'gateway' => ['needs' => ['services'], 'steps' => [
        $gateway('gateway', []),
    ]],
    'operation' => ['needs' => ['services'], 'steps' => [
        $extended('operation'),
    ]],
    'peer' => ['needs' => ['services'], 'steps' => [
        // As tools/phpt: waits of a slow machine, not those of production.
        $extended('peer', ['-d', 'onlinechat.redis_connect_ms=5000', '-d', 'onlinechat.redis_read_ms=5000']),
    ]],
    'tools' => ['needs' => [], 'steps' => [
        $phpunit('tools'),
    ]],
    'module' => ['needs' => [], 'steps' => [
        $phpunit('module'),
    ]],
    'package' => ['needs' => [], 'steps' => [
        $phpunit('package', 600),
    ]],
    'client' => ['needs' => [], 'steps' => [
        $tap(['tools/lib/test/client']),
    ]],
    'lint' => ['needs' => [], 'steps' => [
        $tap(['tools/lib/test/lint']),
    ]],
    'style' => ['needs' => [], 'steps' => [
        $status('the module is written by PrestaShop\'s rules', ['tools/lib/test/style']),
    ]],
    'phpstan' => ['needs' => [], 'steps' => [
        $tap(['tests/phpstan/run'], 600),
    ]],
    'browser' => ['needs' => ['services'], 'steps' => [
        $tap(['node', 'tests/browser/run.mjs'], 3600),
    ]],
    'model' => ['needs' => ['services'], 'steps' => [
        // The long one is a command of its own: tests/model/run --operations 1000000
        $tap(['tests/model/run', '--operations', '30000'], 900),
    ]],
    'queries' => ['needs' => ['services'], 'steps' => [
        $tap(['tools/queries', '--check']),
    ]],
    'faults' => ['needs' => ['build'], 'steps' => [
        $tap(['tests/faults/run'], 1200),
    ]],
    'valgrind' => ['needs' => ['services'], 'steps' => [
        $phpt(['--valgrind'], 1800),
    ]],
    'san' => ['needs' => ['services'], 'steps' => [
        $tap(['make', '-s', '-C', 'tests/core', 'run', 'SAN=1'], 300, $cmocka),
        $tap(['make', '-s', '-C', 'tests/store', 'run', 'SAN=1'], 300, $cmocka),
        $phpt(['--san'], 1200),
        $gateway('gateway-san', ['--san']),
    ]],
    // Installs the module in every shop of PRESTASHOP_ROOTS; says which it skipped, and why. Up to an hour, and real
    // shops that are changed: only when it is named.
    'shop' => ['named' => true, 'needs' => ['build'], 'steps' => [
        $tap(['node', 'tests/shop/run.mjs'], 7200),
    ]],
    'readme' => ['needs' => ['build'], 'steps' => [
        $tap(['tests/readme/run'], 600),
    ]],
];
