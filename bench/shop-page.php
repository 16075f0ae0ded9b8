<?php

/* php shop-page.php ROOT VERSION URL RUN: a shop that tools/shops serves; prints, appends to results.jsonl. */

namespace OnlineChat\Bench;

require __DIR__ . '/autoload.php';

[, $root, $version, $url, $run] = $argv;
$shop = new ShopPage\Shop($root, $url, $run);
preg_match('/pm\.max_children = (\d+)/', (string) file_get_contents("$run/fpm.conf"), $children);
$report = new Report('shop-page', [
    'at' => gmdate('Y-m-d\TH:i:s\Z'),
    'commit' => trim((string) shell_exec('git -C ' . escapeshellarg(__DIR__) . ' rev-parse --short HEAD')),
    'machine' => Setup::machine(),
    'load before' => implode(' ', array_map(static fn (float $v): string => sprintf('%.1f', $v), sys_getloadavg())),
    'shop' => ["PrestaShop $version", 'PHP ' . PHP_VERSION, "FPM children {$children[1]}", 'nginx', 'opcache on, the start theme'],
    'without' => 'the module is off in the shop: none of its hooks is called; sides change places each round',
    'scale' => Environment::scale(),
]);
(new ShopPage\Bench($shop, $report))->run();
exit($report->verdict() ? 0 : 1);
