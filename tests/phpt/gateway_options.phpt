--TEST--
The gateway's options: each error names the option and the rule; what is wrong before a start is listed
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php
ob_start();
phpinfo(INFO_MODULES);
if (!preg_match('/Gateway => libevent/', ob_get_clean())) {
    die('skip built without libevent');
}
?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Gateway;

$try = static fn (array $over) => thrown(static fn () => new Gateway($over + ['shops' => [options()]]));
thrown(static fn () => new Gateway([]));
$try(['shops' => []]);
$try(['shops' => 'all']);
$try(['shops' => [7]]);
$try(['shops' => [options(), ['shop' => 2] + options(['mysql' => ['port' => 0]])]]);
$try(['shops' => [options(['redis' => ['database' => 'x']])]]);
$try(['port' => 8095]);
$try(['listen' => 8095]);
$try(['listen' => '8095']);
$try(['listen' => 'localhost:8095']);
$try(['listen' => '127.0.0.1:0']);
$try(['listen' => 'unix:relative']);
$try(['listen' => '']);
$try(['metrics' => '127.0.0.1']);
$try(['metrics' => '127.0.0.1:8095']);
$try(['proxies' => ['10.0.0.1/8']]);
$try(['proxies' => '10.0.0.0/8']);
$try(['heartbeat' => 0]);
$try(['grace' => 51]);
$try(['buffer' => 100]);
$try(['most_streams' => 0]);
$try(['shed' => 96]);
$try(['memory' => '1G']);
$try(['heartbeat' => null, 'metrics' => '']);

$port = stream_socket_server('tcp://127.0.0.1:0');
$taken = stream_socket_get_name($port, false);
$gateway = new Gateway(['shops' => [options()], 'listen' => $taken, 'most_streams' => 1]);
thrown(static fn () => $gateway->__construct([]));
foreach ($gateway->check() as $found) {
    echo $found['name'], ' ', json_encode($found['ok']), ' ', str_replace($taken, 'TAKEN', $found['message']), "\n";
}
try {
    $gateway->run();
} catch (OnlineChat\InvalidValue $e) {
    echo $e->field, "\n";
}
thrown(static fn () => clone $gateway);

// Stopped before it begins: it listens, and ends.
fclose($port);
$gateway = new Gateway(['shops' => [options()], 'listen' => 'unix:' . sys_get_temp_dir() . '/oc-' . getmypid() . '.sock']);
$gateway->stop();
ob_start();
$gateway->run();
ob_end_clean();
?>
===DONE===
<?php exit(0); ?>
--EXPECTF--
OnlineChat\InvalidValue [field shops]: shops: is missing
OnlineChat\InvalidValue [field shops]: shops: at least one
TypeError: OnlineChat\Gateway::__construct(): option "shops" must be of type array, string given
TypeError: OnlineChat\Gateway::__construct(): option "shops" must be of type list<array>, int given
OnlineChat\InvalidValue [field shops[1].mysql.port]: shops[1].mysql.port: must be from 1 to 65535, got 0
TypeError: OnlineChat\Gateway::__construct(): option "shops[0].redis.database" must be of type int, string given
OnlineChat\InvalidValue [field port]: port: there is no such option
TypeError: OnlineChat\Gateway::__construct(): option "listen" must be of type string, int given
OnlineChat\InvalidValue [field listen]: listen: must be "ADDRESS:PORT" or "unix:/path"
OnlineChat\InvalidValue [field listen]: listen: "localhost" is no IP address
OnlineChat\InvalidValue [field listen]: listen: must be "ADDRESS:PORT" or "unix:/path"
OnlineChat\InvalidValue [field listen]: listen: a Unix socket is "unix:/path" of at most 107 bytes
OnlineChat\InvalidValue [field listen]: listen: must be "ADDRESS:PORT" or "unix:/path"
OnlineChat\InvalidValue [field metrics]: metrics: must be "ADDRESS:PORT" or "unix:/path"
OnlineChat\InvalidValue [field metrics]: metrics: must be another address than listen
OnlineChat\InvalidValue [field proxies]: proxies: "10.0.0.1/8" is no network such as 10.0.0.0/8 or 2001:db8::/32 (bits past the mask are 0)
TypeError: OnlineChat\Gateway::__construct(): option "proxies" must be of type array, string given
OnlineChat\InvalidValue [field heartbeat]: heartbeat: must be from 1 to 40, got 0
OnlineChat\InvalidValue [field grace]: grace: must be from 1 to 50, got 51
OnlineChat\InvalidValue [field buffer]: buffer: must be from 4096 to 16777216, got 100
OnlineChat\InvalidValue [field most_streams]: most_streams: must be from 1 to 1000000, got 0
OnlineChat\InvalidValue [field shed]: shed: must be from 10 to 95, got 96
TypeError: OnlineChat\Gateway::__construct(): option "memory" must be of type int, string given
nothing thrown
Error: OnlineChat\Gateway::__construct() has already been called
listen false listen: cannot listen at TAKEN: Address already in use
redis 1 false Redis at /nowhere/redis.sock cannot be reached: No such file or directory; is it running, and is the address right?
files true %d open files allowed, 65 needed for 1 streams
listen
Error: Trying to clone an uncloneable object of class OnlineChat\Gateway
%A===DONE===
