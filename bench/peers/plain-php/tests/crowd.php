<?php

/* php crowd.php SEED COUNT: asks the plain-PHP chat for random things, as one of several at once. */

namespace PlainChat\Tests;

require __DIR__ . '/../autoload.php';
foreach (['Side', 'PlainSide', 'Dice'] as $class) {
    require __DIR__ . "/$class.php";
}

$side = new PlainSide('crowd', 15, false);
$dice = new Dice((int) $argv[1]);
for ($i = 0; $i < (int) $argv[2]; $i++) {
    [$action, $arguments] = $dice->next();
    $answer = $side->run($action, $arguments);
    $dice->heard($answer['conversation'] ?? 0);
    if (str_contains($answer['refused'] ?? '', ':')) {
        fwrite(STDERR, "$action: {$answer['refused']}\n");
        exit(1);
    }
}
