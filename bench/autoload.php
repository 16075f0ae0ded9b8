<?php

/* Loads the classes of the benchmarks and of what they compare with. */

namespace OnlineChat\Bench;

spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, __NAMESPACE__ . '\\')) {
        require __DIR__ . '/src/' . strtr(substr($class, strlen(__NAMESPACE__) + 1), '\\', '/') . '.php';
    }
});

require __DIR__ . '/peers/plain-php/autoload.php';
