<?php

/* Writes the digests of the Lua scripts into src/Script.php: run it after changing one. */

require __DIR__ . '/autoload.php';

$file = __DIR__ . '/src/Script.php';
$text = file_get_contents($file);
foreach (PlainChat\Script::cases() as $script) {
    $text = preg_replace(
        "/self::$script->name => '[^']*'/",
        "self::$script->name => '" . sha1($script->source()) . "'",
        $text,
    );
}
file_put_contents($file, $text);
