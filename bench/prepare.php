<?php

/* php prepare.php router|entry: makes both sides' tables and fills them alike. */

namespace OnlineChat\Bench;

require __DIR__ . '/autoload.php';

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
