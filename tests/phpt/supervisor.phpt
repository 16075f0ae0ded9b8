--TEST--
A supervisor sees every open conversation, and takes, transfers and ends a colleague's (issue 5.3)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Role;

$chat = chat(['queue' => true, 'maximum' => 10]);
[$router, $tickets] = [$chat->router(), $chat->tickets()];
[$olga, $paul, $sue] = [operator(5), operator(6, 'Paul'), supervisor(7)];

echo "- the ticket says so, and renewing keeps it\n";
$ticket = $tickets->renew($tickets->make($sue));
$sue = $tickets->verify($ticket);
var_dump(explode('.', $ticket)[2], $sue->supervisor, $sue->role === Role::Operator, $tickets->verify($tickets->make($olga))->supervisor);

echo "- all open conversations of the shop, page by page\n";
$router->online($olga, fresh(), null, 2);
$ids = [];
foreach (['A', 'B', 'C'] as $name) {
    $visitors[] = $visitor = guest($name);
    $ids[] = $router->start($visitor, fresh(), $name, ADDRESS)->conversation;
}
$seen = $router->overview($sue);
var_dump(array_column($seen, 'id') === $ids);
echo json_encode(array_map(fn ($c) => [$c->name, $c->status->value, $c->operator, $c->here], $seen)), "\n";
var_dump(array_column($router->overview($sue, $ids[0], 1), 'id') === [$ids[1]]);
thrown(fn () => $router->overview($olga));
thrown(fn () => $router->overview($visitors[0]));
thrown(fn () => $router->overview($sue, 0, 1001));

echo "- taking over holds to the own capacity; the place that comes back goes to who waits\n";
$router->online($sue, fresh(), null, 1);
say('waiting', $chat->conversations()->read($visitors[2], $ids[2]), 'status', 'operator');
say('full', $router->take($sue, fresh(), $ids[0]), 'outcome', 'operator');
say('only a supervisor', $router->take($olga, fresh(), $ids[2]), 'outcome', 'operator');
say('waits', $router->start(guest('D'), fresh(), 'D', ADDRESS), 'outcome');
$router->online($paul, fresh(), null, 2);
say('transfer of a colleague\'s', $router->transfer($sue, fresh(), $ids[0], 6, 'Please'), 'outcome', 'operator');
say('not by others', $router->transfer($olga, fresh(), $ids[0], 7), 'outcome', 'operator');
say('to who has it', $router->transfer($sue, fresh(), $ids[0], 6), 'outcome', 'operator');
$router->online($sue, fresh(), null, 3);
say('who waited was first', $router->overview($sue, $ids[2])[0], 'name', 'status', 'operator');
say('taken over', $router->take($sue, fresh(), $ids[0]), 'outcome', 'operator', 'operatorName');
say('mine already', $router->take($sue, fresh(), $ids[0]), 'outcome');
say('not by others', $router->end($paul, fresh(), $ids[1]), 'outcome');
say('ended', $router->end($sue, fresh(), $ids[1]), 'outcome');
$log = array_filter($router->decisions(0, 1000), fn ($d) => $d['rule'] === 'supervisor');
echo json_encode(array_map(fn ($d) => [$d['event'], $d['operator_before'], $d['operator']], array_values($log))), "\n";
?>
--EXPECT--
- the ticket says so, and renewing keeps it
string(1) "s"
bool(true)
bool(true)
bool(false)
- all open conversations of the shop, page by page
bool(true)
[["A","ongoing",5,null],["B","ongoing",5,null],["C","waiting",null,null]]
bool(true)
OnlineChat\NotAllowed: overview: for supervisors
OnlineChat\NotAllowed: overview: for operators, not for guests and customers
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 1000, got 1001
- taking over holds to the own capacity; the place that comes back goes to who waits
waiting status="ongoing" operator=7
full outcome="full" operator=5
only a supervisor outcome="conflict" operator=7
waits outcome="waiting"
transfer of a colleague's outcome="assigned" operator=6
not by others outcome="conflict" operator=6
to who has it outcome="conflict" operator=6
who waited was first name="D" status="ongoing" operator=6
taken over outcome="assigned" operator=7 operatorName="Sue"
mine already outcome="conflict"
not by others outcome="conflict"
ended outcome="done"
[["take",6,7]]