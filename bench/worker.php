<?php

/*
 * php worker.php SIDE SECONDS SHOP,…: connects, says "ready", waits for a line, then starts and ends
 * conversations in the shops by turns, and says how many decisions a second that were.
 */

namespace OnlineChat\Bench;

require __DIR__ . '/autoload.php';

[, $name, $seconds, $shops] = $argv;
$side = Side::named($name);
$routers = array_map(static fn (string $shop): object => $side->chat((int) $shop)->router(), explode(',', $shops));

$cycle = static function (int $i) use ($side, $routers): void {
    $router = $routers[$i % count($routers)];
    $who = $side->guest();
    $placement = $side->expect('assigned', $router->start($who, Side::key(), 'Is this in stock?', '10.0.0.1'));
    $side->expect('done', $router->end($who, Side::key(), $placement->conversation));
};

for ($i = 0; $i < 20; $i++) {
    $cycle($i);
}
echo "ready\n";
fgets(STDIN);
$began = hrtime(true);
$until = $began + (int) ($seconds * 1e9);
for ($i = 0; hrtime(true) < $until; $i++) {
    $cycle($i);
}
echo 2 * $i / ((hrtime(true) - $began) / 1e9), "\n";
