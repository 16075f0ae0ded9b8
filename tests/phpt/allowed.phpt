--TEST--
Who may do what: roles, other people's conversations, other shops (I9)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$chat = chat();
[$router, $conversations, $history] = [$chat->router(), $chat->conversations(), $chat->history()];
[$olga, $guest, $other] = [operator(5), guest(), guest()];
$router->online($olga, fresh());
$id = $router->start($guest, fresh(), 'Hello', ADDRESS)->conversation;

echo "-- operators' actions\n";
foreach ([$guest, customer(42)] as $who) {
    thrown(fn () => $router->online($who, fresh()));
    thrown(fn () => $router->offline($who, fresh()));
    thrown(fn () => $router->take($who, fresh(), $id));
    thrown(fn () => $router->transfer($who, fresh(), $id, 5));
    thrown(fn () => $router->board($who));
    thrown(fn () => $conversations->watch($who, ADDRESS, 's', 0));
    thrown(fn () => $history->find($who));
    thrown(fn () => $history->messages($who, 1));
}
echo "-- visitors' actions\n";
thrown(fn () => $router->hold($olga, ADDRESS));
thrown(fn () => $router->release($olga));
thrown(fn () => $router->start($olga, fresh(), 'x', ADDRESS));
thrown(fn () => $conversations->current($olga));
thrown(fn () => $conversations->poll($olga, ADDRESS, 's', $id, 0, 0));

echo "-- another visitor's conversation\n";
thrown(fn () => $conversations->read($other, $id));
thrown(fn () => $conversations->post($other, fresh(), $id, 'x'));
thrown(fn () => $conversations->poll($other, ADDRESS, 's', $id, 0, 0));
thrown(fn () => $router->end($other, fresh(), $id));
thrown(fn () => $router->reopen($other, fresh(), $id));

echo "-- there is none\n";
thrown(fn () => $conversations->read($guest, 4000000000));
thrown(fn () => $conversations->post($guest, fresh(), 4000000000, 'x'));
thrown(fn () => $conversations->read($olga, 4000000000));
thrown(fn () => $history->messages($olga, 4000000000));
thrown(fn () => $router->take($olga, fresh(), 4000000000));
thrown(fn () => $router->end($olga, fresh(), 4000000000));

echo "-- another shop\n";
$elsewhere = chat();
thrown(fn () => $elsewhere->conversations()->read($guest, $id));
thrown(fn () => $elsewhere->conversations()->read($olga, $id));
thrown(fn () => $elsewhere->conversations()->post($guest, fresh(), $id, 'x'));
thrown(fn () => $elsewhere->router()->end($olga, fresh(), $id));
var_dump($elsewhere->router()->board($olga)->ongoing);
say('untouched', $conversations->read($guest, $id), 'last', 'status');

echo "-- an operator in the history: their own conversations and whom they talk with (issue 5.6)\n";
[$ann, $paul, $sue] = [customer(7, 'Ann'), operator(6, 'Paul'), supervisor(8)];
$old = $router->start($ann, fresh(), 'Hello', ADDRESS)->conversation;
$line = array_column($router->board($olga)->ongoing, 'thread', 'id')[$old];
thrown(fn () => $history->earlier($olga, $line));
$router->end($ann, fresh(), $old);
$router->online($olga, fresh());
$router->offline($olga, fresh(), OnlineChat\SignOff::HandOver);
$said = fn ($who) => array_column($history->earlier($who, $line)->conversations, 'conversation') === [$old] ? 'reads it' : 'reads something else';
echo $said($olga), "\n";
foreach ([$paul, $sue] as $who) {
    thrown(fn () => $history->earlier($who, $line));
    thrown(fn () => $conversations->read($who, $old));
}
say('their own', $conversations->read($olga, $old), 'last', 'status');
$router->online($paul, fresh());
$new = $router->start($ann, fresh(), 'Again', ADDRESS)->conversation;
echo $said($paul), ', ', $said($sue), "\n";
$nina = operator(9, 'Nina');
thrown(fn () => $history->earlier($nina, $line));
$router->online($nina, fresh());
$router->invite($paul, fresh(), $new, 9);
echo $said($nina), "\n";
thrown(fn () => $history->earlier($nina, 4000000000));
thrown(fn () => $history->earlier($ann, $line));
thrown(fn () => $history->earlier($nina, $line, '', 1001));
?>
===DONE===
--EXPECTF--
-- operators' actions
OnlineChat\NotAllowed: online: for operators, not for guests and customers
OnlineChat\NotAllowed: offline: for operators, not for guests and customers
OnlineChat\NotAllowed: take: for operators, not for guests and customers
OnlineChat\NotAllowed: transfer: for operators, not for guests and customers
OnlineChat\NotAllowed: board: for operators, not for guests and customers
OnlineChat\NotAllowed: watch: for operators, not for guests and customers
OnlineChat\NotAllowed: history: for operators, not for guests and customers
OnlineChat\NotAllowed: history: for operators, not for guests and customers
OnlineChat\NotAllowed: online: for operators, not for guests and customers
OnlineChat\NotAllowed: offline: for operators, not for guests and customers
OnlineChat\NotAllowed: take: for operators, not for guests and customers
OnlineChat\NotAllowed: transfer: for operators, not for guests and customers
OnlineChat\NotAllowed: board: for operators, not for guests and customers
OnlineChat\NotAllowed: watch: for operators, not for guests and customers
OnlineChat\NotAllowed: history: for operators, not for guests and customers
OnlineChat\NotAllowed: history: for operators, not for guests and customers
-- visitors' actions
OnlineChat\NotAllowed: hold: for guests and customers, not for operators
OnlineChat\NotAllowed: release: for guests and customers, not for operators
OnlineChat\NotAllowed: start: for guests and customers, not for operators
OnlineChat\NotAllowed: current: for guests and customers, not for operators
OnlineChat\NotAllowed: poll: for guests and customers, not for operators
-- another visitor's conversation
OnlineChat\NotAllowed: conversation: number %d is not yours
OnlineChat\NotAllowed: conversation: number %d is not yours
OnlineChat\NotAllowed: conversation: number %d is not yours
OnlineChat\NotAllowed: conversation: number %d is not yours
OnlineChat\NotAllowed: conversation: number %d is not yours
-- there is none
OnlineChat\NotFound: conversation: there is no number %d in this shop
OnlineChat\NotFound: conversation: there is no number %d in this shop
OnlineChat\NotFound: conversation: there is no number %d in this shop
OnlineChat\NotFound: thread: there is no line number %d in this shop's history
OnlineChat\NotFound: conversation: there is no number %d in this shop
OnlineChat\NotFound: conversation: there is no number %d in this shop
-- another shop
OnlineChat\NotFound: conversation: there is no number %d in this shop
OnlineChat\NotFound: conversation: there is no number %d in this shop
OnlineChat\NotFound: conversation: there is no number %d in this shop
OnlineChat\NotAllowed: operator: go online first
array(0) {
}
untouched last=1 status="ongoing"
-- an operator in the history: their own conversations and whom they talk with (issue 5.6)
OnlineChat\NotFound: thread: there is no line number %d in this shop's history
reads it
OnlineChat\NotAllowed: thread: none of the conversations of line %d is or was yours
OnlineChat\NotAllowed: conversation: number %d is not yours
OnlineChat\NotAllowed: thread: none of the conversations of line %d is or was yours
OnlineChat\NotAllowed: conversation: number %d is not yours
their own last=1 status="archived"
reads it, reads it
OnlineChat\NotAllowed: thread: none of the conversations of line %d is or was yours
reads it
OnlineChat\NotFound: thread: there is no line number 4000000000 in this shop's history
OnlineChat\NotAllowed: earlier: for operators, not for guests and customers
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 1000, got 1001
===DONE===
