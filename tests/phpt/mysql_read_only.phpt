--TEST--
MySQL read-only: writes say so, reading goes on, and nothing is left behind
--EXTENSIONS--
onlinechat
mysqlnd
mysqli
--SKIPIF--
<?php
require __DIR__ . '/skipif.inc';
skip_without_servers();
mysqli_report(MYSQLI_REPORT_OFF);
$root = @new mysqli('localhost', 'root', '', '', 0, getenv('ONLINECHAT_MYSQL_SOCKET'));
if ($root->connect_errno) {
    die('skip no root without a password on this MySQL');
}
?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$chat = chat();
[$router, $conversations] = [$chat->router(), $chat->conversations()];
$guest = guest();
$router->online(operator(5), fresh());
$id = $router->start($guest, fresh(), 'Hello', ADDRESS)->conversation;

$root = new mysqli('localhost', 'root', '', '', 0, getenv('ONLINECHAT_MYSQL_SOCKET'));
$root->query('SET GLOBAL read_only = 1');
try {
    $key = fresh();
    thrown(fn () => $conversations->post($guest, $key, $id, 'x'));
    thrown(fn () => $router->end($guest, fresh(), $id));
    say('read', $conversations->read($guest, $id), 'last', 'status');
} finally {
    $root->query('SET GLOBAL read_only = 0');
}
say('again', $conversations->post($guest, $key, $id, 'x'), 'number', 'repeated');
?>
===DONE===
--EXPECT--
OnlineChat\StoreUnavailable [store mysql]: MySQL: the server is read-only; name its primary in the settings, or make it writable
OnlineChat\StoreUnavailable [store mysql]: MySQL: the server is read-only; name its primary in the settings, or make it writable
read last=1 status="ongoing"
again number=2 repeated=false
===DONE===
