--TEST--
Ticket: made, verified, forged, of another shop, under two secrets, too long
--EXTENSIONS--
onlinechat
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;

$old = str_repeat('o', 32);
$new = str_repeat('n', 70);
$tickets = (new Chat(options(['secrets' => [$old]])))->tickets();

$made = new Identity(Role::Customer, '42', 'Zoë . & <b>', 'fr-ca', 'sess-1');
$ticket = $tickets->make($made);
$who = $tickets->verify($ticket);
var_dump($who->role, $who->person, $who->name, $who->language, $who->session);
var_dump($who->expires - $who->issued, $who->first === $who->issued, abs($who->issued - (int) (microtime(true) * 1000)) < 5000);
var_dump(preg_match('/^[A-Za-z0-9._-]+$/', $ticket));

echo "-- signature\n";
$parts = explode('.', $ticket);
foreach ([1 => '2', 2 => 'o', 3 => '43', 4 => 'en', 5 => 'sess-2', 8 => (string) ($who->expires + 1), 9 => 'Ym9i'] as $i => $value) {
    $changed = $parts;
    $changed[$i] = $value;
    thrown(fn () => $tickets->verify(implode('.', $changed)));
}
$flipped = $ticket;
$flipped[-5] = $flipped[-5] === 'A' ? 'B' : 'A';
thrown(fn () => $tickets->verify($flipped));

echo "-- the signature is HMAC-SHA256\n";
foreach ([$old, $new] as $secret) {
    $t = (new Chat(options(['secrets' => [$secret]])))->tickets()->make($made);
    $at = strrpos($t, '.');
    $mac = rtrim(strtr(base64_encode(hash_hmac('sha256', substr($t, 0, $at), $secret, true)), '+/', '-_'), '=');
    var_dump(substr($t, $at + 1) === $mac);
}

echo "-- form\n";
foreach (['', 'x', 'v2' . substr($ticket, 2), $ticket . '.', substr($ticket, 0, -1), str_repeat('a', 2000), "$ticket\0", $ticket . '='] as $bad) {
    thrown(fn () => $tickets->verify($bad));
}

echo "-- another shop\n";
thrown(fn () => (new Chat(options(['shop' => 2, 'secrets' => [$old]])))->tickets()->verify($ticket));

echo "-- rotation\n";
$both = (new Chat(options(['secrets' => [$new, $old]])))->tickets();
echo $both->verify($ticket)->person, "\n";
$fresh = $both->make($made);
echo (new Chat(options(['secrets' => [$new]])))->tickets()->verify($fresh)->person, "\n";
thrown(fn () => $tickets->verify($fresh));

echo "-- arguments\n";
foreach ([29, 3601, 0, -1] as $seconds) {
    thrown(fn () => $tickets->make($made, $seconds));
}
thrown(fn () => $tickets->make('x'));
thrown(fn () => $tickets->verify());
thrown(fn () => $tickets->verify([]));
thrown(fn () => $tickets->renew($ticket, 5));
var_dump($tickets->verify($tickets->make($made, 3600))->role);
?>
===DONE===
--EXPECT--
enum(OnlineChat\Role::Customer)
string(2) "42"
string(12) "Zoë . & <b>"
string(5) "fr-ca"
string(6) "sess-1"
int(600000)
bool(true)
bool(true)
int(1)
-- signature
OnlineChat\InvalidTicket [reason forged]: The ticket was not signed with this shop's secret
OnlineChat\InvalidTicket [reason forged]: The ticket was not signed with this shop's secret
OnlineChat\InvalidTicket [reason forged]: The ticket was not signed with this shop's secret
OnlineChat\InvalidTicket [reason forged]: The ticket was not signed with this shop's secret
OnlineChat\InvalidTicket [reason forged]: The ticket was not signed with this shop's secret
OnlineChat\InvalidTicket [reason forged]: The ticket was not signed with this shop's secret
OnlineChat\InvalidTicket [reason forged]: The ticket was not signed with this shop's secret
OnlineChat\InvalidTicket [reason forged]: The ticket was not signed with this shop's secret
-- the signature is HMAC-SHA256
bool(true)
bool(true)
-- form
OnlineChat\InvalidTicket [reason malformed]: The ticket has not the form of a ticket
OnlineChat\InvalidTicket [reason malformed]: The ticket has not the form of a ticket
OnlineChat\InvalidTicket [reason malformed]: The ticket has not the form of a ticket
OnlineChat\InvalidTicket [reason malformed]: The ticket has not the form of a ticket
OnlineChat\InvalidTicket [reason malformed]: The ticket has not the form of a ticket
OnlineChat\InvalidTicket [reason malformed]: The ticket is longer than 1536 bytes
OnlineChat\InvalidTicket [reason malformed]: The ticket has not the form of a ticket
OnlineChat\InvalidTicket [reason malformed]: The ticket has not the form of a ticket
-- another shop
OnlineChat\InvalidTicket [reason foreign]: The ticket is of another shop
-- rotation
42
42
OnlineChat\InvalidTicket [reason forged]: The ticket was not signed with this shop's secret
-- arguments
OnlineChat\InvalidValue [field seconds]: seconds: must be from 30 to 3600, got 29
OnlineChat\InvalidValue [field seconds]: seconds: must be from 30 to 3600, got 3601
OnlineChat\InvalidValue [field seconds]: seconds: must be from 30 to 3600, got 0
OnlineChat\InvalidValue [field seconds]: seconds: must be from 30 to 3600, got -1
TypeError: OnlineChat\Ticket::make(): Argument #1 ($who) must be of type OnlineChat\Identity, string given
ArgumentCountError: OnlineChat\Ticket::verify() expects exactly 1 argument, 0 given
TypeError: OnlineChat\Ticket::verify(): Argument #1 ($ticket) must be of type string, array given
OnlineChat\InvalidValue [field seconds]: seconds: must be from 30 to 3600, got 5
enum(OnlineChat\Role::Customer)
===DONE===
