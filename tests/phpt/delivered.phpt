--TEST--
Delivered: what the other side's browser has; read marks reach an open poll; a poll with nothing new asks no more
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$chat = chat();
[$router, $conversations] = [$chat->router(), $chat->conversations()];
[$olga, $oskar, $guest] = [operator(5), operator(6), guest()];
$router->online($olga, fresh());
$id = $router->start($guest, fresh(), 'Hello', ADDRESS)->conversation;
$poll = fn (int $after, int $revision) => $conversations->poll($guest, ADDRESS, 'tab-1', $id, $after, $revision);
$delivered = fn () => $router->board($olga)->ongoing[0]->deliveredToVisitor;
/** What it asks of both stores. */
$cost = function (callable $what): string {
    $before = counters();
    $what();
    $after = counters();
    return 'commands ' . ($after['Redis commands'] - $before['Redis commands'])
        . ', round trips ' . ($after['MySQL batches'] - $before['MySQL batches']);
};

echo "-- to the visitor\n";
var_dump($delivered());
$revision = $poll(0, 0)->messages->revision;
var_dump($delivered());
$poll(1, $revision);
var_dump($delivered());
$conversations->post($olga, fresh(), $id, 'Hi');
$poll(1, $revision);
echo 'sent with the answer, not yet confirmed: ', $delivered(), "\n";
$watch = $router->board($olga)->cursor;
$poll(2, $revision);
echo 'confirmed by the next poll: ', $delivered(), "\n";
var_dump($conversations->watch($olga, ADDRESS, 'console', $watch)->changed);
say('as a message', $conversations->read($olga, $id), 'readByOther', 'deliveredToOther');
echo $cost(fn () => $poll(2, $revision)), "\n";
$conversations->seen($guest, $id, 2);
say('read', $conversations->read($olga, $id), 'readByOther', 'deliveredToOther');

echo "-- to the operator\n";
$fresh = chat();
[$router, $conversations] = [$fresh->router(), $fresh->conversations()];
$router->online($olga, fresh());
$id = $router->start($guest, fresh(), 'Hello', ADDRESS)->conversation;
$conversations->poll($guest, ADDRESS, 'tab-1', $id, 0, 0);
say('not yet', $conversations->read($guest, $id), 'deliveredToOther');
$conversations->read($oskar, $id);
say('a colleague has it', $conversations->read($guest, $id), 'deliveredToOther');
$conversations->read($olga, $id);
$messages = $conversations->read($guest, $id);
say('it has', $messages, 'readByOther', 'deliveredToOther');
$poll = fn () => $conversations->poll($guest, ADDRESS, 'tab-1', $id, 1, $messages->revision);
$poll();
var_dump($poll()->changed);
$conversations->seen($olga, $id, 1);
$update = $poll();
var_dump($update->changed);
say('read', $update->messages, 'readByOther', 'deliveredToOther');
// a mark and a look within one millisecond: it looks once more
for ($tries = 0; $tries < 1000 && $poll()->changed; $tries++);
var_dump($poll()->changed);

echo "-- history\n";
$router->offline($olga, fresh(), OnlineChat\SignOff::End);
$line = $fresh->history()->find($olga)->lines[0];
var_dump($fresh->history()->messages($olga, $line->id)->conversations[0]->deliveredToOther);
?>
===DONE===
--EXPECT--
-- to the visitor
NULL
NULL
int(1)
sent with the answer, not yet confirmed: 1
confirmed by the next poll: 2
bool(true)
as a message readByOther=0 deliveredToOther=2
commands 3, round trips 1
read readByOther=2 deliveredToOther=2
-- to the operator
not yet deliveredToOther=null
a colleague has it deliveredToOther=null
it has readByOther=0 deliveredToOther=1
bool(false)
bool(true)
read readByOther=1 deliveredToOther=1
bool(false)
-- history
NULL
===DONE===
