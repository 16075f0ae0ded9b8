--TEST--
Redis away: everything but presence and typing works, straight from MySQL (I2)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$chat = chat(['maximum' => 5], ['redis' => ['socket' => '/nowhere/redis.sock']]);
[$router, $conversations] = [$chat->router(), $chat->conversations()];
[$olga, $guest] = [operator(5), guest()];
say('status', $chat->presence()->status(), 'mode', 'degraded', 'settings');
say('online', $router->online($olga, fresh()), 'outcome');
say('status', $chat->presence()->status(), 'mode', 'degraded');
say('hold', $router->hold($guest, ADDRESS), 'outcome');
$placement = $router->start($guest, fresh(), 'Hello', ADDRESS);
say('start', $placement, 'outcome', 'number');
$id = $placement->conversation;
say('post', $conversations->post($olga, fresh(), $id, 'Hi', 1), 'number');
$update = $conversations->poll($guest, ADDRESS, 's', $id, 1, 0);
say('poll', $update, 'changed', 'degraded', 'typing', 'sweep');
say('messages', $update->messages, 'from', 'to', 'last', 'readByOther');
$update = $conversations->poll($guest, ADDRESS, 's', $id, 2, $update->messages->revision);
say('poll', $update, 'changed', 'degraded', 'messages');
var_dump($update->delay >= 13500);
$update = $conversations->watch($olga, ADDRESS, 's', 123);
say('watch', $update, 'changed', 'degraded', 'typing');
say('board', $update->board->ongoing[0], 'last', 'here');
say('board', $router->board($olga), 'cursor', 'open');
$conversations->typing($guest, $id);
$conversations->seen($guest, $id, 2);
$chat->presence()->gone($guest, 's', $id);
var_dump($chat->presence()->here([$id]));
$chat->admit($guest, ADDRESS, 'write');
$chat->tickets()->revoke($guest);
var_dump($router->sweep());
thrown(fn () => $conversations->poll(guest(), ADDRESS, 's', 4000000000, 0, 0));
$health = $chat->health();
var_dump($health['redis']['ok'], $health['mysql']['ok'], $health['redis']['message'] !== '');

echo "-- a revoked ticket is refused by MySQL\n";
$ticket = $chat->tickets()->make($guest);
$who = $chat->tickets()->verify($ticket);
$chat->tickets()->revoke($who);
thrown(fn () => $conversations->poll($who, ADDRESS, 's', $id, 0, 0));
?>
===DONE===
--EXPECT--
status mode="form" degraded=true settings=1
online outcome="done"
status mode="chat" degraded=true
hold outcome="held"
start outcome="assigned" number=1
post number=2
poll changed=true degraded=true typing=null sweep=false
messages from=2 to=2 last=2 readByOther=1
poll changed=false degraded=true messages=null
bool(true)
watch changed=true degraded=true typing=null
board last=2 here=null
board cursor=0 open=1
NULL
int(0)
OnlineChat\NotFound: conversation: there is no number 4000000000 in this shop
bool(false)
bool(true)
bool(true)
-- a revoked ticket is refused by MySQL
OnlineChat\InvalidTicket [reason revoked]: ticket: it was revoked; sign in again
===DONE===
