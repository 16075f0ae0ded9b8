--TEST--
Polls: nothing new, a message, typing, read marks, presence, a lost head (I2, G13)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$chat = chat();
[$router, $conversations] = [$chat->router(), $chat->conversations()];
[$olga, $guest] = [operator(5), guest()];
$router->online($olga, fresh());
$id = $router->start($guest, fresh(), 'Hello', ADDRESS)->conversation;

$poll = fn (int $after, int $revision, bool $typing = false) =>
    $conversations->poll($guest, ADDRESS, 'tab-1', $id, $after, $revision, $typing);
$watch = fn (int $cursor, string $typing = '') => $conversations->watch($olga, ADDRESS, 'console', $cursor, $typing);

echo "-- visitor\n";
$update = $poll(0, 0);
say('first', $update, 'changed', 'degraded', 'board', 'typing', 'settings');
say('messages', $update->messages, 'from', 'to', 'last', 'status', 'operator');
$revision = $update->messages->revision;
$update = $poll(1, $revision);
say('nothing new', $update, 'changed', 'messages', 'typing');
var_dump($update->delay >= 1000 && $update->delay <= 60000);
$conversations->typing($olga, $id);
say('operator types', $poll(1, $revision), 'changed', 'typing', 'messages');
say('known to type', $poll(1, $revision, true), 'changed', 'typing');
$conversations->typing($olga, $id, false);
say('stopped', $poll(1, $revision, true), 'changed', 'typing');
$conversations->post($olga, fresh(), $id, 'Hi');
$update = $poll(1, $revision);
say('a message', $update, 'changed', 'typing');
say('messages', $update->messages, 'from', 'to', 'last');

echo "-- operator\n";
$update = $watch(0);
say('first', $update, 'changed', 'messages', 'typing', 'settings');
say('board', $update->board->ongoing[0], 'last', 'here', 'readByVisitor');
$cursor = $update->board->cursor;
say('nothing new', $watch($cursor), 'changed', 'board', 'typing');
$conversations->typing($guest, $id);
$update = $watch($cursor);
var_dump($update->changed, $update->typing === [$id]);
say('known to type', $watch($cursor, (string) $id), 'changed', 'board');
say('others shown', $watch($cursor, "$id,7"), 'changed');
$conversations->seen($guest, $id, 2);
$board = $router->board($olga);
say('read', $board->ongoing[0], 'readByVisitor', 'readByOperator');
$conversations->seen($guest, $id, 99);
say('read past the end', $router->board($olga)->ongoing[0], 'readByVisitor');
$conversations->post($guest, fresh(), $id, 'Thanks');
$update = $watch($board->cursor);
var_dump($update->changed, $update->board->ongoing[0]->last, $update->board->cursor > $board->cursor);

echo "-- presence\n";
var_dump($chat->presence()->here([$id, $id + 1000000]) === [$id => true, $id + 1000000 => false]);
$chat->presence()->gone($guest, 'tab-1', $id);
var_dump($chat->presence()->here([$id])[$id]);

echo "-- Redis forgets\n";
$redis = stream_socket_client('unix://' . getenv('ONLINECHAT_REDIS_SOCKET'));
fwrite($redis, "FLUSHDB\r\n");
echo fgets($redis);
$update = $poll(2, $revision);
say('answered by MySQL', $update, 'changed', 'degraded');
say('messages', $update->messages, 'from', 'to', 'last');
say('known again', $poll(3, $update->messages->revision), 'changed', 'messages');
say('board', $watch($board->cursor), 'changed', 'degraded');
say('status', $chat->presence()->status(), 'mode', 'degraded');
?>
===DONE===
--EXPECT--
-- visitor
first changed=true degraded=false board=null typing=false settings=1
messages from=1 to=1 last=1 status="ongoing" operator=5
nothing new changed=false messages=null typing=null
bool(true)
operator types changed=true typing=true messages=null
known to type changed=false typing=null
stopped changed=true typing=false
a message changed=true typing=false
messages from=2 to=2 last=2
-- operator
first changed=true messages=null typing=[] settings=1
board last=2 here=true readByVisitor=0
nothing new changed=false board=null typing=null
bool(true)
bool(true)
known to type changed=false board=null
others shown changed=true
read readByVisitor=2 readByOperator=0
read past the end readByVisitor=2
bool(true)
int(3)
bool(true)
-- presence
bool(true)
bool(false)
-- Redis forgets
+OK
answered by MySQL changed=true degraded=false
messages from=3 to=3 last=3
known again changed=false messages=null
board changed=true degraded=false
status mode="chat" degraded=false
===DONE===
