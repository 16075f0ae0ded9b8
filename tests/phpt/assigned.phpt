--TEST--
When a conversation was first an operator's is kept, and no transfer or return changes it
--EXTENSIONS--
onlinechat
mysqlnd
pdo
pdo_mysql
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\SignOff;

$shop = random_int(1, 4294967295);
$chat = chat(['maximum' => 100, 'queue' => true], ['shop' => $shop]);
$router = $chat->router();
[$olga, $otto] = [operator(5), operator(6, 'Otto')];
$pdo = connected();
$row = fn (int $id) => $pdo->query("SELECT started_at, assigned_at, operator FROM phpt_onlinechat_conversation WHERE id = $id")->fetch();

echo "-- at once\n";
$router->online($olga, fresh(), null, 1);
$first = $router->start(guest('Ann'), fresh(), 'Hello', ADDRESS)->conversation;
$at = $row($first)['assigned_at'];
var_dump($at === $row($first)['started_at']);

echo "-- from the queue\n";
$ben = guest('Ben');
$second = $router->start($ben, fresh(), 'Hello', ADDRESS)->conversation;
var_dump($row($second)['assigned_at']);
$router->online($otto, fresh(), null, 10);
$waited = $row($second);
var_dump($waited['operator'], $waited['assigned_at'] > $waited['started_at']);

echo "-- transferred\n";
$router->transfer($olga, fresh(), $first, 6);
var_dump($row($first)['operator'], $row($first)['assigned_at'] === $at);

echo "-- ended and opened again\n";
$router->end($otto, fresh(), $first);
$router->reopen($otto, fresh(), $first);
var_dump($row($first)['assigned_at'] === $at);

echo "-- through the queue a second time\n";
$router->offline($olga, fresh());
$router->offline($otto, fresh(), SignOff::HandOver);
var_dump($row($first)['operator']);
$router->online($olga, fresh(), null, 10);
var_dump($row($first)['operator'], $row($first)['assigned_at'] === $at);

echo "-- somebody's before it was kept: unknown\n";
$pdo->exec("UPDATE phpt_onlinechat_conversation SET assigned_at = 0 WHERE id = $first");
$router->online($otto, fresh(), null, 10);
$router->transfer($olga, fresh(), $first, 6);
var_dump($row($first)['operator'], $row($first)['assigned_at']);

echo "-- nobody's when it ended, and its visitor writes again\n";
$router->offline($olga, fresh());
$router->offline($otto, fresh(), SignOff::End);
$router->online($olga, fresh(), null, 1);
$router->start(guest('Full'), fresh(), 'Hello', ADDRESS);
$zoe = guest('Zoe');
$third = $router->start($zoe, fresh(), 'Hello', ADDRESS);
$router->end($zoe, fresh(), $third->conversation);
var_dump($third->outcome->value, $row($third->conversation)['assigned_at']);
$router->online($otto, fresh(), null, 10);
echo $chat->conversations()->post($zoe, fresh(), $third->conversation, 'One thing more')->outcome->value, "\n";
$row = $row($third->conversation);
var_dump($row['operator'], $row['assigned_at'] > $row['started_at']);
?>
===DONE===
--EXPECT--
-- at once
bool(true)
-- from the queue
int(0)
int(6)
bool(true)
-- transferred
int(6)
bool(true)
-- ended and opened again
bool(true)
-- through the queue a second time
NULL
int(5)
bool(true)
-- somebody's before it was kept: unknown
int(6)
int(0)
-- nobody's when it ended, and its visitor writes again
string(7) "waiting"
int(0)
done
int(6)
bool(true)
===DONE===
