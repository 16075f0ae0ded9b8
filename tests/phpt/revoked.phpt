--TEST--
A revoked ticket: renewing and polling refused at once, other sessions untouched
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Identity;
use OnlineChat\Role;

$chat = chat();
$tickets = $chat->tickets();
$person = fresh();
$ticket = $tickets->make(new Identity(Role::Guest, $person, '', 'en', 'one'));
$other = $tickets->make(new Identity(Role::Guest, $person, '', 'en', 'two'));
$who = $tickets->verify($ticket);
$chat->router()->online(operator(5), fresh());
$id = $chat->router()->start($who, fresh(), 'Hello', ADDRESS)->conversation;

$renewed = $tickets->verify($tickets->renew($ticket, 60));
var_dump($renewed->first === $who->first, $renewed->issued >= $who->issued, $renewed->expires - $renewed->issued);
$tickets->revoke($who);
thrown(fn () => $tickets->renew($ticket));
thrown(fn () => $chat->conversations()->poll($who, ADDRESS, 's', $id, 0, 0));
thrown(fn () => $chat->admit($who, ADDRESS, 'write'));
thrown(fn () => $chat->conversations()->post($who, fresh(), $id, 'x'));
thrown(fn () => $chat->router()->end($who, fresh(), $id));
echo $tickets->verify($tickets->renew($other))->session, "\n";
say('the other session', $chat->conversations()->post($tickets->verify($other), fresh(), $id, 'x'), 'accepted', 'number');
/* A ticket made after the revocation is good again. */
usleep(2000);
echo strlen($tickets->renew($tickets->make(new Identity(Role::Guest, $person, '', 'en', 'one')))) > 0 ? "signed in again\n" : '';
?>
===DONE===
--EXPECT--
bool(true)
bool(true)
int(60000)
OnlineChat\InvalidTicket [reason revoked]: ticket: it was revoked; sign in again
OnlineChat\InvalidTicket [reason revoked]: ticket: it was revoked; sign in again
OnlineChat\InvalidTicket [reason revoked]: this ticket was revoked; sign in again and get a new one
OnlineChat\InvalidTicket [reason revoked]: ticket: it was revoked; sign in again
OnlineChat\InvalidTicket [reason revoked]: ticket: it was revoked; sign in again
two
the other session accepted=true number=2
signed in again
===DONE===
