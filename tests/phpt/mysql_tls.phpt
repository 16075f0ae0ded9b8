--TEST--
MySQL over TLS, with and without the server's authority
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php
require __DIR__ . '/skipif.inc';
skip_without_servers();
if (!is_file((string) getenv('ONLINECHAT_MYSQL_CA'))) {
    die('nocache skip ONLINECHAT_MYSQL_CA names no file');
}
?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;

$over = fn (array $mysql) => new Chat(served(['mysql' => $mysql + [
    'socket' => null, 'host' => '127.0.0.1', 'port' => (int) getenv('ONLINECHAT_MYSQL_PORT'), 'tls' => true]]));

var_dump($over([])->migrate() > 0);
var_dump($over(['ca' => getenv('ONLINECHAT_MYSQL_CA')])->schema() > 0);
try {
    $over(['ca' => __FILE__])->schema();
    echo "an authority that is none was taken\n";
} catch (OnlineChat\StoreUnavailable $e) {
    echo $e->store, "\n";
}
?>
===DONE===
--EXPECT--
bool(true)
bool(true)
mysql
===DONE===
