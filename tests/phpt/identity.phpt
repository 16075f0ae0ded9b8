--TEST--
Identity: what it takes, refuses and never lets change
--EXTENSIONS--
onlinechat
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Identity;
use OnlineChat\Role;

$hex = str_repeat('0a', 16);
echo json_encode(new Identity(Role::Guest, $hex)), "\n";
echo json_encode(new Identity(Role::Customer, '42', 'Zoë', 'fr-ca', 'A_z-9')), "\n";
echo json_encode(new Identity(Role::Operator, '4294967295', str_repeat('é', 80))) === false ? "no\n" : "80 characters\n";

foreach ([
    [Role::Guest, '42'], [Role::Guest, strtoupper($hex)], [Role::Customer, $hex], [Role::Customer, '0'],
    [Role::Customer, '042'], [Role::Operator, '4294967296'], [Role::Operator, ''],
    [Role::Guest, $hex, str_repeat('é', 81)], [Role::Guest, $hex, "a\xff"], [Role::Guest, $hex, "a\nb"],
    [Role::Guest, $hex, '', 'english'], [Role::Guest, $hex, '', 'en', 'a b'],
    [Role::Guest, $hex, '', 'en', str_repeat('x', 65)], [Role::Customer, '7', '', 'en', '', true],
    [Role::Guest, $hex, '', 'en', '', false, 'a@b'], [Role::Operator, '7', '', 'en', '', false, '', '1'],
    [Role::Customer, '7', '', 'en', '', false, str_repeat('e', 256)], [Role::Customer, '7', '', 'en', '', false, '', "1\n2"],
] as $arguments) {
    thrown(fn () => new Identity(...$arguments));
}
thrown(fn () => new Identity('guest', $hex));
thrown(fn () => new Identity(Role::Guest));
thrown(fn () => new Identity(Role::Guest, []));

$who = new Identity(Role::Guest, $hex);
thrown(fn () => $who->__construct(Role::Guest, $hex));
thrown(function () use ($who) { $who->name = 'x'; });
thrown(function () use ($who) { $who->other = 'x'; });
thrown(function () use ($who) { unset($who->role); });
thrown(fn () => clone $who);
thrown(fn () => serialize($who));
thrown(fn () => unserialize('O:19:"OnlineChat\Identity":0:{}'));
thrown(fn () => (new ReflectionClass(Identity::class))->newInstanceWithoutConstructor());
?>
===DONE===
--EXPECT--
{"role":"guest","person":"0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a","name":"","language":"","session":"","issued":0,"expires":0,"first":0,"supervisor":false,"email":"","phone":""}
{"role":"customer","person":"42","name":"Zo\u00eb","language":"fr-ca","session":"A_z-9","issued":0,"expires":0,"first":0,"supervisor":false,"email":"","phone":""}
80 characters
OnlineChat\InvalidValue [field person]: person: a guest's must be 32 lower-case hex digits
OnlineChat\InvalidValue [field person]: person: a guest's must be 32 lower-case hex digits
OnlineChat\InvalidValue [field person]: person: must be a number from 1 to 4294967295 without leading zero
OnlineChat\InvalidValue [field person]: person: must be a number from 1 to 4294967295 without leading zero
OnlineChat\InvalidValue [field person]: person: must be a number from 1 to 4294967295 without leading zero
OnlineChat\InvalidValue [field person]: person: must be a number from 1 to 4294967295 without leading zero
OnlineChat\InvalidValue [field person]: person: must be a number from 1 to 4294967295 without leading zero
OnlineChat\InvalidValue [field name]: name: at most 80 characters, got 81
OnlineChat\InvalidValue [field name]: name: must be valid UTF-8, byte 2 is not
OnlineChat\InvalidValue [field name]: name: must be one line without tabs
OnlineChat\InvalidValue [field language]: language: must be a code such as "en" or "fr-ca", or empty
OnlineChat\InvalidValue [field session]: session: at most 64 of A-Z, a-z, 0-9, _ and -
OnlineChat\InvalidValue [field session]: session: at most 64 of A-Z, a-z, 0-9, _ and -
OnlineChat\InvalidValue [field supervisor]: supervisor: must be an operator
OnlineChat\InvalidValue [field email]: email: is for customers
OnlineChat\InvalidValue [field phone]: phone: is for customers
OnlineChat\InvalidValue [field email]: email: at most 255 characters, got 256
OnlineChat\InvalidValue [field phone]: phone: must be one line without tabs
TypeError: OnlineChat\Identity::__construct(): Argument #1 ($role) must be of type OnlineChat\Role, string given
ArgumentCountError: OnlineChat\Identity::__construct() expects at least 2 arguments, 1 given
TypeError: OnlineChat\Identity::__construct(): Argument #2 ($person) must be of type string, array given
Error: OnlineChat\Identity::__construct() has already been called
Error: Cannot modify readonly property OnlineChat\Identity::$name
Error: Cannot create dynamic property OnlineChat\Identity::$other
Error: Cannot unset readonly property OnlineChat\Identity::$role
Error: Trying to clone an uncloneable object of class OnlineChat\Identity
Exception: Serialization of 'OnlineChat\Identity' is not allowed
Exception: Unserialization of 'OnlineChat\Identity' is not allowed
ReflectionException: Class OnlineChat\Identity is an internal class marked as final that cannot be instantiated without invoking its constructor
===DONE===
