--TEST--
Pages without the chat: the patterns of the setting "hide" on the path
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$chat = chat(['hide' => ['^/order', '(a+)+$', '/über$']]);
$chat->router()->online(operator(5), fresh());
$mode = static fn (string ...$path) => $chat->presence()->status(...$path)->mode->value . "\n";

echo $mode(), $mode(''), $mode('/'), $mode('/order'), $mode('/order?step=2'), $mode('/my/order'), $mode('/pages/über');
ini_set('pcre.backtrack_limit', '1000');
echo 'not decided: ', $mode(str_repeat('a', 50) . '!');
$chat->publish(['hide' => ['/my/']]);
echo 'with the next settings: ', $mode('/order'), $mode('/my/order');
$chat->publish([]);
echo 'without: ', $mode('/my/order');

/* More shops than a worker keeps. */
$shops = [];
for ($i = 0; $i < 6; $i++) {
    $shops[] = $shop = chat(['hide' => ["^/$i"]]);
    $shop->router()->online(operator(5), fresh());
}
foreach ([0, 1] as $round) {
    foreach ($shops as $i => $shop) {
        echo $shop->presence()->status("/$i")->mode->value, ' ', $shop->presence()->status('/x')->mode->value, "\n";
    }
}
thrown(static fn () => $chat->presence()->status(str_repeat('x', 2001)));
thrown(static fn () => $chat->presence()->status("/\xff"));
?>
===DONE===
--EXPECT--
chat
chat
chat
none
none
chat
none
not decided: chat
with the next settings: chat
none
without: chat
none chat
none chat
none chat
none chat
none chat
none chat
none chat
none chat
none chat
none chat
none chat
none chat
OnlineChat\InvalidValue [field path]: path: at most 2000 bytes, got 2001
OnlineChat\InvalidValue [field path]: path: must be UTF-8
===DONE===
