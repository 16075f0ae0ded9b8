<?php

/* php prepare.php router|entry|gateway|shop|history: makes both sides' tables and fills them alike; the last three have ours only. */

namespace OnlineChat\Bench;

require __DIR__ . '/autoload.php';

if ($argv[1] === 'gateway') {
    Gateway\Shop::make(Gateway\Bench::most());
    exit;
}
if ($argv[1] === 'shop') {
    Whole\Chats::make();
    Whole\Server::configure();
    exit;
}
if ($argv[1] === 'history') {
    History\Prepare::run();
    exit;
}
$stage = new Stage();
foreach (Side::both() as $side) {
    $side->migrate();
    $argv[1] === 'router' ? Router\Shops::make($stage, $side) : Entry\Shops::make($stage, $side);
    $stage->analyze($side);
}
if ($argv[1] === 'entry') {
    Entry\Server::configure();
    Entry\Shops::tickets();
}
