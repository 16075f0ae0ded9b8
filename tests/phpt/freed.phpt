--TEST--
A freed place and who gets it next stand in the decision log as one transaction (issue 5)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\SignOff;

$router = ($chat = chat(['queue' => true]))->router();
$router->online(operator(5), fresh(), null, 1);
[$a, $b, $c] = [guest(), guest(), guest()];
$id = $router->start($a, fresh(), 'A', ADDRESS)->conversation;
$router->start($b, fresh(), 'B', ADDRESS, [], false);
$router->start($c, fresh(), 'C', ADDRESS, [], false);
$router->end($a, fresh(), $id);
$router->online(operator(6, 'Paul'), fresh(), null, 1);
$router->offline(operator(5), fresh(), SignOff::End);
foreach ($router->decisions() as $d) {
    $groups[$d['transaction']][] = "{$d['event']} {$d['outcome']}" . ($d['operator'] ? " {$d['operator']}" : '');
}
foreach ($groups as $first => $events) {
    echo $first, ': ', implode(', ', $events), "\n";
}
/* Readers hear of it with their next poll. */
$read = $chat->conversations()->read($c, $chat->conversations()->current($c));
$poll = $chat->conversations()->poll($c, ADDRESS, 'tab', $read->conversation, 1, 1);
say('C', $poll->messages, 'status', 'operator');
?>
--EXPECT--
1: online done 5
2: start assigned 5
3: start waiting
4: start waiting
5: end done, drain assigned 5
7: online done 6, drain assigned 6
9: offline done, offline done
C status="ongoing" operator=6
