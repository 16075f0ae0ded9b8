--TEST--
MySQL away, refusing, without tables, or of another schema: which store, and what to do
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--INI--
onlinechat.breaker_ms=5000
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;
use OnlineChat\StoreUnavailable;

$hide = static fn (callable $what) => static function () use ($what): void {
    try {
        $what();
    } catch (StoreUnavailable $e) {
        // The client library's own words are between the first and the last part.
        echo $e->store, ': ', preg_replace('/: .*\((\d+)\)/', ': … ($1)', substr($e->getMessage(), 7)), "\n";
    }
};

$away = new Chat(served(['mysql' => ['socket' => '/nowhere/mysql.sock']]));
$hide(fn () => $away->schema())();
for ($i = 0; $i < 50; $i++) {
    try {
        $away->router()->start(guest(), fresh(), 'x', ADDRESS);
        echo "started?\n";
    } catch (StoreUnavailable) {
    }
}
/* One try, then the breaker answers. */
var_dump(counters()['MySQL links errors'], counters()['MySQL links refused by breaker'] >= 50);
var_dump($away->health()['mysql']['ok'], $away->health()['redis']['ok'], $away->health()['breaker']['mysql']['open']);

$port = ['mysql' => ['socket' => null, 'host' => '127.0.0.1', 'port' => 1]];
$hide(fn () => (new Chat(served($port)))->schema())();
$hide(fn () => (new Chat(served(['mysql' => ['password' => 'wrong']])))->schema())();
$hide(fn () => (new Chat(served(['mysql' => ['database' => 'mysql']])))->schema())();

echo "-- over TCP\n";
$tcp = new Chat(served(['mysql' => ['socket' => null, 'host' => '127.0.0.1', 'port' => (int) getenv('ONLINECHAT_MYSQL_PORT')],
    'redis' => ['socket' => null, 'host' => '127.0.0.1', 'port' => (int) getenv('ONLINECHAT_REDIS_PORT')]]));
var_dump($tcp->migrate() === $tcp->schema(), $tcp->presence()->here([1]));

echo "-- no tables\n";
$empty = new Chat(served(['prefix' => 'none_']));
var_dump($empty->schema());
thrown(fn () => $empty->presence()->status());
thrown(fn () => $empty->router()->start(guest(), fresh(), 'x', ADDRESS, [], false));
thrown(fn () => $empty->conversations()->current(guest()));
?>
===DONE===
--EXPECT--
mysql: cannot connect: … (2002); is the server running, and is the address right?
int(1)
bool(true)
bool(false)
bool(true)
bool(true)
mysql: cannot connect: … (2002); is the server running, and is the address right?
mysql: cannot connect: … (1045); check user and password
mysql: cannot connect: … (1044); check user and password
-- over TCP
bool(true)
array(1) {
  [1]=>
  bool(false)
}
-- no tables
int(0)
OnlineChat\SchemaMismatch: MySQL: Table 'onlinechat.none_onlinechat_shop' doesn't exist: run Chat::migrate()
OnlineChat\SchemaMismatch: MySQL: Table 'onlinechat.none_onlinechat_shop' doesn't exist: run Chat::migrate()
OnlineChat\SchemaMismatch: MySQL: Table 'onlinechat.none_onlinechat_conversation' doesn't exist: run Chat::migrate()
===DONE===
