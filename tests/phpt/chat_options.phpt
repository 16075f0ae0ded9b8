--TEST--
Chat: every option is checked, and the message names it
--EXTENSIONS--
onlinechat
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;

new Chat(options());
new Chat(options(['prefix' => '', 'redis' => ['user' => 'u', 'password' => 'p', 'database' => 3]]));
new Chat(['shop' => 4294967295, 'secrets' => [str_repeat('a', 32), str_repeat('b', 40)],
    'mysql' => ['host' => 'db', 'port' => 3307, 'user' => 'u', 'database' => 'd', 'tls' => true, 'ca' => '/ca.pem'],
    'redis' => ['host' => 'r', 'port' => 6380]]);
echo "good ones are good\n";

foreach ([
    ['shop' => 0], ['shop' => 4294967296], ['shop' => '1'], ['shop' => null],
    ['prefix' => 'a-b'], ['prefix' => str_repeat('p', 33)], ['prefix' => 5], ['prefix' => "a\0b"],
    ['secrets' => 'x'], ['secrets' => [5]], ['secrets' => ['short']],
    ['secrets' => [1 => str_repeat('s', 32), 2 => str_repeat('t', 32)]],
    ['mysql' => ['host' => 'db']], ['mysql' => ['socket' => null]], ['mysql' => ['socket' => '']],
    ['mysql' => ['user' => '']], ['mysql' => ['database' => null]], ['mysql' => ['port' => 70000]],
    ['mysql' => ['tls' => 1]], ['mysql' => ['ca' => []]], ['mysql' => ['charset' => 'latin1']],
    ['mysql' => ['password' => "a\0b"]], ['mysql' => ['user' => str_repeat('u', 4097)]],
    ['redis' => ['host' => 'r']], ['redis' => ['database' => -1]], ['redis' => ['database' => '0']],
    ['redis' => ['user' => 'u']], ['redis' => ['timeout' => 1]],
    ['more' => 1], [5 => 1],
] as $wrong) {
    thrown(fn () => new Chat(options($wrong)));
}
foreach (['shop', 'secrets', 'mysql', 'redis'] as $name) {
    $options = options();
    unset($options[$name]);
    thrown(fn () => new Chat($options));
}
thrown(fn () => new Chat(['secrets' => []] + options()));
thrown(fn () => new Chat(['mysql' => 'x'] + options()));
thrown(fn () => new Chat('x'));

/* References are followed; the caller's array stays as it is. */
$socket = '/nowhere/redis.sock';
$options = options();
$options['redis']['socket'] = &$socket;
new Chat($options);
var_dump($options['redis']['socket'] === $socket);
?>
===DONE===
--EXPECT--
good ones are good
OnlineChat\InvalidValue [field shop]: shop: must be from 1 to 4294967295, got 0
OnlineChat\InvalidValue [field shop]: shop: must be from 1 to 4294967295, got 4294967296
TypeError: OnlineChat\Chat::__construct(): option "shop" must be of type int, string given
OnlineChat\InvalidValue [field shop]: shop: is missing
OnlineChat\InvalidValue [field prefix]: prefix: must be at most 32 of A-Z, a-z, 0-9 and _
OnlineChat\InvalidValue [field prefix]: prefix: must be at most 32 of A-Z, a-z, 0-9 and _
TypeError: OnlineChat\Chat::__construct(): option "prefix" must be of type string, int given
OnlineChat\InvalidValue [field prefix]: prefix: must be at most 4096 bytes without NUL
TypeError: OnlineChat\Chat::__construct(): option "secrets" must be of type array, string given
TypeError: OnlineChat\Chat::__construct(): option "secrets" must be of type list<string>, int given
OnlineChat\InvalidValue [field secrets]: secrets: must be one or two strings of 32 to 4096 bytes
OnlineChat\InvalidValue [field secrets]: secrets: must be one or two strings of 32 to 4096 bytes
OnlineChat\InvalidValue [field mysql.host]: mysql.host: give either host or socket
OnlineChat\InvalidValue [field mysql.host]: mysql.host: give either host or socket
OnlineChat\InvalidValue [field mysql.host]: mysql.host: give either host or socket
OnlineChat\InvalidValue [field mysql.user]: mysql.user: is missing
OnlineChat\InvalidValue [field mysql.database]: mysql.database: is missing
OnlineChat\InvalidValue [field mysql.port]: mysql.port: must be from 1 to 65535, got 70000
TypeError: OnlineChat\Chat::__construct(): option "mysql.tls" must be of type bool, int given
TypeError: OnlineChat\Chat::__construct(): option "mysql.ca" must be of type string, array given
OnlineChat\InvalidValue [field mysql.charset]: mysql.charset: there is no such option
OnlineChat\InvalidValue [field mysql.password]: mysql.password: must be at most 4096 bytes without NUL
OnlineChat\InvalidValue [field mysql.user]: mysql.user: must be at most 4096 bytes without NUL
OnlineChat\InvalidValue [field redis.host]: redis.host: give either host or socket
OnlineChat\InvalidValue [field redis.database]: redis.database: must be from 0 to 65535, got -1
TypeError: OnlineChat\Chat::__construct(): option "redis.database" must be of type int, string given
OnlineChat\InvalidValue [field redis.user]: redis.user: needs redis.password
OnlineChat\InvalidValue [field redis.timeout]: redis.timeout: there is no such option
OnlineChat\InvalidValue [field more]: more: there is no such option
OnlineChat\InvalidValue [field 0]: 0: there is no such option
OnlineChat\InvalidValue [field shop]: shop: is missing
OnlineChat\InvalidValue [field secrets]: secrets: is missing
OnlineChat\InvalidValue [field mysql]: mysql: is missing
OnlineChat\InvalidValue [field redis]: redis: is missing
OnlineChat\InvalidValue [field secrets]: secrets: must be one or two strings of 32 to 4096 bytes
TypeError: OnlineChat\Chat::__construct(): option "mysql" must be of type array, string given
TypeError: OnlineChat\Chat::__construct(): Argument #1 ($options) must be of type array, string given
bool(true)
===DONE===
