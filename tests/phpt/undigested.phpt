--TEST--
Archiving and leaving a message note what is to be digested; sign-offs and sweeps take it; health says what waits
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

$shop = random_int(1, 4294967295);
$chat = chat([], ['shop' => $shop]);
$router = $chat->router();
$olga = operator(5);
$pdo = connected();
$waiting = fn () => $pdo->query("SELECT document FROM phpt_onlinechat_undigested WHERE shop = $shop"
    . ' ORDER BY document DESC')->fetchAll(PDO::FETCH_COLUMN);

$router->online($olga, fresh());
$id = $router->start(guest(), fresh(), 'Hello', ADDRESS)->conversation;
$router->end($olga, fresh(), $id);
echo "finished: ", json_encode($waiting()), "\n";
$key = fresh();
$mail = $chat->mailbox()->leave(null, $key, ADDRESS, ['email' => 'ann@example.com', 'message' => 'Hello, call me'], 'en');
$chat->mailbox()->leave(null, $key, ADDRESS, ['email' => 'ann@example.com', 'message' => 'Hello, call me'], 'en');
var_dump($waiting() === [-$mail]);

echo "-- signing off does not wait for a word that somebody has\n";
$pdo->exec("INSERT INTO phpt_onlinechat_word (shop, word) VALUES ($shop, 'hello')");
$pdo->beginTransaction();
$pdo->query("SELECT * FROM phpt_onlinechat_word WHERE shop = $shop FOR UPDATE");
say('signed off', $router->offline($olga, fresh()), 'outcome');
var_dump($waiting() === [$id, -$mail]);
$health = fn () => $chat->health()['history'];
$now = $health();
var_dump($now['ok'], $now['waiting'], $now['more'], abs($now['since'] - time() * 1000) < 60000);
$pdo->exec("UPDATE phpt_onlinechat_undigested SET at = at - 90000000000 WHERE shop = $shop AND document = $id");
$pdo->commit();
var_dump($health()['ok']);

echo "-- a sweep takes what is left\n";
$router->sweep();
echo json_encode($waiting()), ' ', json_encode($health()), "\n";
echo $pdo->query("SELECT documents FROM phpt_onlinechat_word WHERE shop = $shop AND word = 'HELLO'")->fetchColumn(), "\n";
?>
--EXPECT--
finished: []
bool(true)
-- signing off does not wait for a word that somebody has
signed off outcome="done"
bool(true)
bool(true)
int(2)
bool(false)
bool(true)
bool(false)
-- a sweep takes what is left
[] {"ok":true,"waiting":0,"more":false,"since":0}
2
