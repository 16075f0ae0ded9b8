--TEST--
Routing: queue, take, transfer with a note, hand-over, full (G15-G19)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\SignOff;

$chat = chat(['maximum' => 10, 'queue' => true]);
[$router, $conversations] = [$chat->router(), $chat->conversations()];
[$olga, $paul] = [operator(5, 'Olga'), operator(6, 'Paul')];
[$a, $b, $c] = [guest('A'), guest('B'), guest('C')];

$router->online($olga, fresh(), 'Olga from sales', 1);
$first = $router->start($a, fresh(), 'A', ADDRESS);
say('first', $first, 'outcome', 'operator', 'operatorName');
$second = $router->start($b, fresh(), 'B', ADDRESS);
say('second', $second, 'outcome', 'operator', 'operatorName', 'status', 'position');
$third = $router->start($c, fresh(), 'C', ADDRESS);
say('third', $third, 'outcome', 'position');
echo json_encode($chat->presence()->status()->mode), "\n";
say('take past capacity', $router->take($olga, fresh(), $second->conversation), 'outcome');
say('capacity', $router->online($olga, fresh(), null, 2), 'outcome', 'operatorName');
say('second now', $conversations->read($b, $second->conversation), 'status', 'operator', 'position');
say('third now', $conversations->read($c, $third->conversation), 'status', 'position');

say('to nobody', $router->transfer($olga, fresh(), $first->conversation, 6, 'angry'), 'outcome');
$router->online($paul, fresh(), null, 1);
say('third by itself', $conversations->read($c, $third->conversation), 'status', 'operator');
say('paul is full', $router->transfer($olga, fresh(), $first->conversation, 6, 'angry'), 'outcome');
$router->online($paul, fresh(), null, 3);
say('transfer', $router->transfer($olga, fresh(), $first->conversation, 6, 'angry'), 'outcome', 'operator', 'operatorName');
foreach ([$a, $paul] as $who) {
    $messages = $conversations->read($who, $first->conversation);
    say($who === $a ? 'visitor' : 'operator', $messages, 'from', 'to', 'last');
    foreach ($messages->messages as $m) {
        say('  message', $m, 'number', 'author', 'name', 'text');
    }
}
say('the visitor ends', $router->end($a, fresh(), $first->conversation), 'outcome');
say('hand over', $router->offline($olga, fresh(), SignOff::HandOver), 'outcome');
say('second', $conversations->read($b, $second->conversation), 'status', 'operator', 'operatorName');
say('taken already', $router->take($paul, fresh(), $second->conversation), 'outcome');
var_dump($router->sweep());
$events = array_column($router->decisions(), 'event');
echo implode(' ', array_unique($events)), "\n";
var_dump(array_column($router->decisions(), 'number') === range(1, count($events)));
var_dump(count($router->decisions(2, 3)));
?>
===DONE===
--EXPECT--
first outcome="assigned" operator=5 operatorName="Olga from sales"
second outcome="waiting" operator=null operatorName=null status="waiting" position=1
third outcome="waiting" position=2
"queue"
take past capacity outcome="full"
capacity outcome="done" operatorName="Olga from sales"
second now status="ongoing" operator=5 position=0
third now status="waiting" position=1
to nobody outcome="closed"
third by itself status="ongoing" operator=6
paul is full outcome="full"
transfer outcome="assigned" operator=6 operatorName="Paul"
visitor from=1 to=2 last=2
  message number=1 author="visitor" name="A" text="A"
operator from=1 to=2 last=2
  message number=1 author="visitor" name="A" text="A"
  message number=2 author="note" name="Olga from sales" text="angry"
the visitor ends outcome="done"
hand over outcome="done"
second status="ongoing" operator=6 operatorName="Paul"
taken already outcome="conflict"
int(0)
online start take drain transfer end offline
bool(true)
int(3)
===DONE===
