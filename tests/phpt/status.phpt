--TEST--
The public status follows operators, places and settings (G6, G11, G19)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\SignOff;

$chat = chat(['maximum' => 1]);
$router = $chat->router();
$mode = static fn () => $chat->presence()->status()->mode->value;
$olga = operator(5);

echo 'nobody online: ', $mode(), "\n";
$chat->publish(['maximum' => 1, 'offline_mode' => false]);
echo 'without offline mode: ', $mode(), "\n";
$router->online($olga, fresh(), null, 5);
echo 'online: ', $mode(), "\n";
$router->start(guest(), fresh(), 'x', ADDRESS);
echo 'one of one: ', $mode(), "\n";
echo 'the next visitor: ', $router->start(guest(), fresh(), 'x', ADDRESS)->outcome->value, "\n";
$chat->publish(['maximum' => 1, 'offline_mode' => true]);
echo 'with offline mode: ', $mode(), "\n";
$chat->publish(['maximum' => 1, 'queue' => true]);
echo 'with a queue: ', $mode(), "\n";
$chat->publish(['maximum' => 2]);
echo 'two places: ', $mode(), "\n";
$first = $router->start(guest(), fresh(), 'x', ADDRESS);
echo 'two of two: ', $mode(), "\n";
$router->end($olga, fresh(), $first->conversation);
echo 'one ended: ', $mode(), "\n";
$router->offline($olga, fresh(), SignOff::End);
echo 'offline: ', $mode(), ' ', $chat->presence()->status()->settings, "\n";
?>
===DONE===
--EXPECT--
nobody online: form
without offline mode: none
online: chat
one of one: none
the next visitor: full
with offline mode: form
with a queue: queue
two places: chat
two of two: form
one ended: chat
offline: form 5
===DONE===
