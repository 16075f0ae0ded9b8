--TEST--
Secrets and tickets do not stand in stack traces
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php
if (PHP_VERSION_ID < 80200) {
    die('skip #[SensitiveParameter] is PHP 8.2');
}
?>
--INI--
zend.exception_ignore_args=0
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;

function trace(callable $what): void
{
    try {
        $what();
    } catch (Throwable $e) {
        echo get_class($e), "\n", preg_match('/Sensitive/', $e->getTraceAsString()) ? "hidden\n" : "shown\n";
        echo str_contains(print_r($e->getTrace()[0], true), 'topsecret') ? "leaks\n" : "clean\n";
    }
}
trace(fn () => new Chat(options(['secrets' => ['topsecret']])));
$tickets = (new Chat(options()))->tickets();
trace(fn () => $tickets->verify('topsecret'));
trace(fn () => $tickets->renew('topsecret'));
var_dump((new ReflectionClass(Chat::class))->getProperties());
var_dump(new Chat(options(['redis' => ['password' => 'topsecret']])));
?>
===DONE===
--EXPECT--
OnlineChat\InvalidValue
hidden
clean
OnlineChat\InvalidTicket
hidden
clean
OnlineChat\InvalidTicket
hidden
clean
array(0) {
}
object(OnlineChat\Chat)#4 (0) {
}
===DONE===
