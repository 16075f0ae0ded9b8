--TEST--
A colleague looks in: both see and write, no place is taken, and they go with the conversation (issue 5.3)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\SignOff;

$chat = chat(['maximum' => 10, 'queue' => true, 'capacity' => 2]);
[$router, $talk] = [$chat->router(), $chat->conversations()];
[$olga, $paul, $rita, $sue] = [operator(5), operator(6, 'Paul'), operator(7, 'Rita'), supervisor(8)];
$visitor = guest('Anna');
$router->online($olga, fresh());
$id = $router->start($visitor, fresh(), 'Hello', ADDRESS)->conversation;

echo "- asked, and in\n";
say('not there', $router->invite($olga, fresh(), $id, 6), 'outcome', 'operator');
$router->online($paul, fresh(), null, 1);
$router->online($rita, fresh());
$cursor = $router->board($paul)->cursor;
$free = array_slice($router->decisions(0, 1000), -1)[0]['free'];
$key = fresh();
say('in', $router->invite($olga, $key, $id, 6, 'He is angry'), 'outcome', 'operator', 'number');
say('again', $router->invite($olga, $key, $id, 6, 'He is angry'), 'outcome', 'repeated');
say('twice', $router->invite($olga, fresh(), $id, 6), 'outcome');
say('not who looks in', $router->invite($paul, fresh(), $id, 7), 'outcome');
thrown(fn () => $router->invite($olga, fresh(), $id, 5));
thrown(fn () => $router->invite($visitor, fresh(), $id, 6));
$board = $talk->watch($paul, ADDRESS, 'tab', $cursor)->board;
var_dump(array_column($board->assisting, 'id') === [$id], $board->ongoing, $board->me->load);
var_dump($router->board($olga)->ongoing[0]->assistants);
var_dump(array_slice($router->decisions(0, 1000), -1)[0]['free'] === $free);

echo "- both write under their own name, both hear\n";
$cursor = $router->board($paul)->cursor;
$talk->post($visitor, fresh(), $id, 'Where is it?');
var_dump($talk->watch($paul, ADDRESS, 'tab', $cursor)->changed);
$cursor = $router->board($olga)->cursor;
say('posted', $talk->post($paul, fresh(), $id, 'On its way', 3), 'accepted', 'status');
var_dump($talk->watch($olga, ADDRESS, 'tab', $cursor)->changed, $router->board($olga)->ongoing[0]->readByOperator);
foreach ($talk->read($visitor, $id)->messages as $m) {
    say('  message', $m, 'number', 'author', 'name', 'text');
}
say('not who is not in', $talk->post($rita, fresh(), $id, 'Me too'), 'accepted', 'outcome');

echo "- typing goes both ways, reading is one's own\n";
$talk->typing($paul, $id);
$m = $talk->read($visitor, $id);
var_dump($talk->poll($visitor, ADDRESS, 'tab', $id, $m->last, $m->revision)->typing);
$talk->typing($visitor, $id);
var_dump($talk->watch($paul, ADDRESS, 'tab', $router->board($paul)->cursor)->typing === [$id]);
$talk->seen($paul, $id, 4);
var_dump($talk->read($visitor, $id)->readByOther);
$talk->seen($olga, $id, 4);
var_dump($talk->read($visitor, $id)->readByOther);

echo "- only who has it ends and transfers\n";
say('end', $router->end($paul, fresh(), $id), 'outcome');
say('transfer', $router->transfer($paul, fresh(), $id, 7), 'outcome');
say('leave', $router->leave($rita, fresh(), $id), 'outcome');
say('leave', $router->leave($paul, fresh(), $id), 'outcome');
say('gone', $talk->post($paul, fresh(), $id, 'Still here?'), 'accepted');
var_dump($router->board($paul)->assisting, $router->board($olga)->ongoing[0]->assistants);

echo "- a supervisor looks in without being asked; to become the operator ends looking in\n";
$router->online($sue, fresh());
say('self', $router->invite($sue, fresh(), $id, 8), 'outcome');
$router->invite($olga, fresh(), $id, 6);
say('transfer', $router->transfer($olga, fresh(), $id, 6), 'outcome');
var_dump($router->board($paul)->ongoing[0]->assistants, count($router->board($paul)->assisting));

echo "- the end, either's sign-off, and waiting again end it\n";
$router->end($visitor, fresh(), $id);
var_dump(count($router->board($sue)->assisting));
$router->reopen($paul, fresh(), $id);
var_dump($router->board($paul)->ongoing[0]->assistants);
$router->invite($paul, fresh(), $id, 8);
$revision = $talk->read($visitor, $id)->revision;
say('sign-off of who looks in', $router->offline($sue, fresh()), 'outcome');
var_dump($router->board($paul)->ongoing[0]->assistants, $talk->read($visitor, $id)->revision > $revision);
$router->invite($paul, fresh(), $id, 7);
say('sign-off of who has it', $router->offline($paul, fresh(), SignOff::HandOver), 'outcome');
var_dump(count($router->board($rita)->assisting), count($router->board($olga)->assisting));
say('who got it', $talk->read($visitor, $id), 'status', 'operator');
$log = array_filter($router->decisions(0, 1000), fn ($d) => in_array($d['event'], ['invite', 'leave'], true));
foreach ($log as $d) {
    echo "{$d['event']} {$d['rule']} {$d['outcome']} {$d['operator']} {$d['detail']}\n";
}
?>
--EXPECT--
- asked, and in
not there outcome="closed" operator=5
in outcome="done" operator=5 number=2
again outcome="done" repeated=true
twice outcome="conflict"
not who looks in outcome="conflict"
OnlineChat\InvalidValue [field operator]: operator: must be a colleague, not yourself
OnlineChat\NotAllowed: invite: for operators, not for guests and customers
bool(true)
array(0) {
}
int(0)
array(1) {
  [0]=>
  int(6)
}
bool(true)
- both write under their own name, both hear
bool(true)
posted accepted=true status="ongoing"
bool(true)
int(0)
  message number=1 author="visitor" name="Anna" text="Hello"
  message number=3 author="visitor" name="Anna" text="Where is it?"
  message number=4 author="operator" name="Paul" text="On its way"
not who is not in accepted=false outcome="conflict"
- typing goes both ways, reading is one's own
bool(true)
bool(true)
int(0)
int(4)
- only who has it ends and transfers
end outcome="conflict"
transfer outcome="conflict"
leave outcome="conflict"
leave outcome="done"
gone accepted=false
array(0) {
}
array(0) {
}
- a supervisor looks in without being asked; to become the operator ends looking in
self outcome="done"
transfer outcome="assigned"
array(1) {
  [0]=>
  int(8)
}
int(0)
- the end, either's sign-off, and waiting again end it
int(0)
array(0) {
}
sign-off of who looks in outcome="done"
array(0) {
}
bool(true)
sign-off of who has it outcome="done"
int(0)
int(0)
who got it status="ongoing" operator=7
invite not_here closed 5 6
invite asked done 5 6
leave asked done 5 6
invite asked done 5 8
invite asked done 5 6
invite asked done 6 8
leave offline done 6 8
invite asked done 6 7