<?php

/*
 * php shop-page.php ROOT VERSION URL RUN BARE: a shop that tools/shops serves, BARE (host:port) by a PHP without the
 * extension; prints, appends to results.jsonl.
 */

namespace OnlineChat\Bench;

require __DIR__ . '/autoload.php';

[, $root, $version, $url, $run, $bare] = $argv;
// Whoever ends it in the middle gets the shop back as it was.
pcntl_async_signals(true);
foreach ([SIGINT, SIGTERM, SIGHUP] as $signal) {
    pcntl_signal($signal, static fn (int $number) => throw new \RuntimeException("ended by signal $number"));
}
$shop = new ShopPage\Shop($root, $url, $run);
preg_match('/pm\.max_children = (\d+)/', (string) file_get_contents("$run/fpm.conf"), $children);
$report = new Report('shop-page', [
    'at' => gmdate('Y-m-d\TH:i:s\Z'),
    'commit' => trim((string) shell_exec('git -C ' . escapeshellarg(__DIR__) . ' rev-parse --short HEAD')),
    'machine' => Setup::machine(),
    'load before' => implode(' ', array_map(static fn (float $v): string => sprintf('%.1f', $v), sys_getloadavg())),
    'shop' => ["PrestaShop $version", 'PHP ' . PHP_VERSION, "FPM children {$children[1]}", 'nginx', 'opcache on, the start theme'],
    'without' => 'the module is off in the shop: none of its hooks is called; one request a side by turns',
    'scale' => Environment::scale(),
]);
(new ShopPage\Bench($shop, $bare, $report))->run();
exit($report->verdict() ? 0 : 1);
