--TEST--
Archiving a conversation and leaving a message note in the same transaction what is to be digested
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
$pdo = new PDO('mysql:unix_socket=' . getenv('ONLINECHAT_MYSQL_SOCKET') . ';dbname=' . getenv('ONLINECHAT_MYSQL_DATABASE'),
    getenv('ONLINECHAT_MYSQL_USER'), (string) getenv('ONLINECHAT_MYSQL_PASSWORD'));
$waiting = fn () => $pdo->query("SELECT document FROM phpt_onlinechat_undigested WHERE shop = $shop AND at > 1700000000000000"
    . ' ORDER BY document DESC')->fetchAll(PDO::FETCH_COLUMN);

$router->online($olga, fresh());
$id = $router->start(guest(), fresh(), 'Hello', ADDRESS)->conversation;
$router->end($olga, fresh(), $id);
echo "finished: ", json_encode($waiting()), "\n";
$key = fresh();
$mail = $chat->mailbox()->leave(null, $key, ADDRESS, ['email' => 'ann@example.com', 'message' => 'Call me'], 'en');
$chat->mailbox()->leave(null, $key, ADDRESS, ['email' => 'ann@example.com', 'message' => 'Call me'], 'en');
$router->offline($olga, fresh());
var_dump($waiting() === [$id, -$mail]);
?>
--EXPECT--
finished: []
bool(true)
