<?php

/* Loads the classes of the plain-PHP chat, one file a class. */

spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'PlainChat\\')) {
        require __DIR__ . '/src/' . substr($class, 10) . '.php';
    }
});
