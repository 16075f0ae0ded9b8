--TEST--
A visitor and an operator chat: online, start, read, post, poll, end, reopen, sign-off, history (G11-G18, G22-G24)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\SignOff;

$chat = chat(['maximum' => 5]);
[$router, $conversations, $history] = [$chat->router(), $chat->conversations(), $chat->history()];
[$olga, $zoe] = [operator(5), customer(42, 'Zoë')];

echo json_encode($chat->presence()->status()->mode), "\n";
say('hold', $router->hold($zoe, ADDRESS), 'outcome');
say('start', $router->start($zoe, fresh(), 'Hello?', ADDRESS), 'outcome', 'conversation', 'number', 'status');
say('online', $router->online($olga, fresh()), 'outcome', 'operator', 'operatorName');
echo json_encode($chat->presence()->status()->mode), "\n";
var_dump($conversations->current($zoe));

$hold = $router->hold($zoe, ADDRESS);
say('hold', $hold, 'outcome');
var_dump($hold->until - microtime(true) * 1000 > 50000);
$placement = $router->start($zoe, fresh(), "Hello <b>&amp;</b>\n\u{1F600}", ADDRESS, ['email' => 'zoe@example.com', 'phone' => '123'], false);
say('start', $placement, 'outcome', 'number', 'status', 'operator', 'operatorName', 'repeated');
$id = $placement->conversation;
var_dump($conversations->current($zoe) === $id);
say('start again', $router->start($zoe, fresh(), 'Second', ADDRESS), 'outcome', 'number', 'status');

$posted = $conversations->post($olga, fresh(), $id, 'Good morning', 2);
say('post', $posted, 'number', 'status', 'accepted', 'repeated', 'outcome');
$messages = $conversations->read($zoe, $id);
say('read', $messages, 'from', 'to', 'last', 'status', 'operator', 'operatorName', 'operatorAway', 'position', 'readByOther');
foreach ($messages->messages as $m) {
    say('  message', $m, 'number', 'author', 'name', 'text');
}
say('read after 2', $conversations->read($zoe, $id, 2, 1), 'from', 'to', 'last');
say('read after all', $conversations->read($zoe, $id, 3), 'from', 'to', 'last', 'messages');
say('read after more than all', $conversations->read($zoe, $id, 9), 'from', 'to', 'last');
say('read limited', $conversations->read($olga, $id, 0, 2), 'from', 'to', 'last');

$board = $router->board($olga);
say('me', $board->me, 'id', 'name', 'online', 'away', 'capacity', 'load');
say('board', $board->ongoing[0], 'status', 'role', 'customer', 'name', 'language', 'last', 'readByOperator', 'excerpt', 'here');
var_dump(count($board->finished), count($board->waiting), $board->colleagues, $board->maximum, $board->open);

say('end', $router->end($zoe, fresh(), $id), 'outcome', 'status');
say('end again', $router->end($olga, fresh(), $id), 'outcome');
say('visitor writes again', $conversations->post($zoe, fresh(), $id, 'One more thing'), 'accepted', 'status', 'number');
say('end', $router->end($olga, fresh(), $id), 'outcome');
$conversations->poll($zoe, ADDRESS, 'tab', $id, 4, 0);
$chat->presence()->gone($zoe, 'tab', $id);
say('nobody to reopen it for', $router->reopen($olga, fresh(), $id), 'outcome', 'status');
$conversations->poll($zoe, ADDRESS, 'tab', $id, 4, 0);
say('reopen', $router->reopen($olga, fresh(), $id), 'outcome', 'status', 'operator');
say('sign-off, asked', $router->offline($olga, fresh()), 'outcome');
say('sign-off, end', $router->offline($olga, fresh(), SignOff::End), 'outcome');
say('archived', $conversations->read($zoe, $id), 'status', 'last');
say('post', $conversations->post($zoe, fresh(), $id, 'Too late'), 'accepted', 'outcome', 'number');
var_dump($conversations->current($zoe));

$lines = $history->find($olga)->lines;
say('line', $lines[0], 'customer', 'name', 'email', 'phone', 'lastText', 'conversations');
foreach ($history->messages($olga, $lines[0]->id)->conversations as $conversation) {
    foreach ($conversation->messages as $m) {
        say('  message', $m, 'number', 'author', 'text');
    }
}
var_dump($history->find($olga, ['to' => $lines[0]->lastAt - 1])->lines);
?>
===DONE===
--EXPECT--
"form"
hold outcome="closed"
start outcome="closed" conversation=0 number=0 status=null
online outcome="done" operator=5 operatorName="Olga"
"chat"
NULL
hold outcome="held"
bool(true)
start outcome="assigned" number=1 status="ongoing" operator=5 operatorName="Olga" repeated=false
bool(true)
start again outcome="posted" number=2 status="ongoing"
post number=3 status="ongoing" accepted=true repeated=false outcome="done"
read from=1 to=3 last=3 status="ongoing" operator=5 operatorName="Olga" operatorAway=false position=0 readByOther=2
  message number=1 author="visitor" name="Zo\u00eb" text="Hello <b>&amp;<\/b>\n\ud83d\ude00"
  message number=2 author="visitor" name="Zo\u00eb" text="Second"
  message number=3 author="operator" name="Olga" text="Good morning"
read after 2 from=3 to=3 last=3
read after all from=4 to=3 last=3 messages=[]
read after more than all from=10 to=9 last=3
read limited from=1 to=2 last=3
me id=5 name="Olga" online=true away=false capacity=4 load=1
board status="ongoing" role="customer" customer=42 name="Zo\u00eb" language="en" last=3 readByOperator=2 excerpt="Good morning" here=null
int(0)
int(0)
array(0) {
}
int(5)
int(1)
end outcome="done" status="finished"
end again outcome="conflict"
visitor writes again accepted=true status="ongoing" number=4
end outcome="done"
nobody to reopen it for outcome="conflict" status="finished"
reopen outcome="assigned" status="ongoing" operator=5
sign-off, asked outcome="conflict"
sign-off, end outcome="done"
archived status="archived" last=4
post accepted=false outcome="archived" number=0
NULL
line customer=42 name="Zo\u00eb" email="zoe@example.com" phone="123" lastText="One more thing" conversations=1
  message number=1 author="visitor" text="Hello <b>&amp;<\/b>\n\ud83d\ude00"
  message number=2 author="visitor" text="Second"
  message number=3 author="operator" text="Good morning"
  message number=4 author="visitor" text="One more thing"
array(0) {
}
===DONE===
