--TEST--
A guest who signs in keeps the conversation, which becomes the customer's (issue 5.8)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Identity;
use OnlineChat\Role;
use OnlineChat\SignOff;

$chat = chat(['capacity' => 4, 'holds_per_address' => 1]);
$router = $chat->router();
$talk = $chat->conversations();
$olga = operator(5);
$router->online($olga, fresh());

echo "- an ongoing conversation changes hands of the visitor, not of the operator\n";
$guest = guest('Visitor');
$ticket = $chat->tickets()->make($guest);
$asGuest = $chat->tickets()->verify($ticket);
$lost = fresh();
$id = $router->start($asGuest, $lost, 'Hello', ADDRESS, ['email' => 'a@example.com'])->conversation;
$revision = $talk->read($asGuest, $id)->revision;
$cursor = $router->board($olga)->cursor;
$customer = new Identity(Role::Customer, '7', 'Anna', 'fr');
$key = fresh();
var_dump($router->adopt($asGuest, $customer, $key), $router->adopt($asGuest, $customer, $key));
$line = $router->board($olga)->ongoing[0];
var_dump($line->id === $id, $line->customer, $line->name, $line->language, $line->operator);
var_dump($talk->read($customer, $id)->revision > $revision, $talk->current($customer) === $id);
var_dump($talk->watch($olga, ADDRESS, 'tab', $cursor)->changed);
$load = $router->board($olga)->me->load;
var_dump($load);

echo "- what the guest had sent counts as sent: the same key from the customer\n";
say('start', $router->start($customer, $lost, 'Hello', ADDRESS), 'outcome', 'repeated');
var_dump($talk->read($customer, $id)->last);

echo "- the guest's ticket is over\n";
thrown(fn () => $talk->post($asGuest, fresh(), $id, 'Me again'));
thrown(fn () => $talk->read($asGuest, $id));
thrown(fn () => $talk->poll($asGuest, ADDRESS, 'tab', $id, 0, 0));
thrown(fn () => $router->start($asGuest, fresh(), 'Me again', ADDRESS));
thrown(fn () => $chat->tickets()->renew($ticket));

echo "- both have one open: both stay, the newest message leads\n";
$second = guest();
$other = $router->start($second, fresh(), 'As a guest', ADDRESS)->conversation;
var_dump($router->adopt($second, $customer, fresh()), $talk->current($customer) === $other);
$talk->post($customer, fresh(), $id, 'In the first');
var_dump($talk->current($customer) === $id);
say('start', $router->start($customer, fresh(), 'Where to?', ADDRESS), 'outcome', 'number');
var_dump($talk->read($customer, $id)->last, $router->board($olga)->me->load);
$router->end($customer, fresh(), $id);
var_dump($talk->current($customer) === $other);

echo "- one line of the history holds both\n";
$router->offline($olga, fresh(), SignOff::End);
$lines = $chat->history()->find($olga)->lines;
var_dump(count($lines), $lines[0]->customer, $lines[0]->conversations, $lines[0]->email);

echo "- what is archived stays the guest's\n";
$router->online($olga, fresh());
$third = guest('Third');
$old = $router->start($third, fresh(), 'Old', ADDRESS)->conversation;
$router->end($third, fresh(), $old);
$router->offline($olga, fresh());
var_dump($router->adopt($third, $customer, fresh()), count($chat->history()->find($olga)->lines));

echo "- a hold goes along, and is one\n";
$router->online($olga, fresh());
$fourth = guest();
$router->hold($fourth, ADDRESS);
var_dump($router->adopt($fourth, $customer, fresh()));
say('hold', $router->hold($customer, ADDRESS), 'outcome');
$fifth = guest();
$router->hold($fifth, '192.0.2.8');
var_dump($router->adopt($fifth, $customer, fresh()));
say('start', $router->start($customer, fresh(), 'Now', ADDRESS), 'outcome');
$counts = array_slice($router->decisions(0, 1000), -1)[0];
var_dump($counts['holds'], $counts['ongoing']);

echo "- nobody else\n";
thrown(fn () => $router->adopt($customer, customer(8), fresh()));
thrown(fn () => $router->adopt(guest(), guest(), fresh()));
thrown(fn () => $router->adopt(guest(), $olga, fresh()));
thrown(fn () => $router->adopt(guest(), $customer, $key));
?>
--EXPECT--
- an ongoing conversation changes hands of the visitor, not of the operator
int(1)
int(1)
bool(true)
int(7)
string(4) "Anna"
string(2) "fr"
int(5)
bool(true)
bool(true)
bool(true)
int(1)
- what the guest had sent counts as sent: the same key from the customer
start outcome="assigned" repeated=true
int(1)
- the guest's ticket is over
OnlineChat\InvalidTicket [reason revoked]: ticket: it was revoked; sign in again
OnlineChat\InvalidTicket [reason revoked]: ticket: it was revoked; sign in again
OnlineChat\InvalidTicket [reason revoked]: ticket: it was revoked; sign in again
OnlineChat\InvalidTicket [reason revoked]: ticket: it was revoked; sign in again
OnlineChat\InvalidTicket [reason revoked]: ticket: it was revoked; sign in again
- both have one open: both stay, the newest message leads
int(1)
bool(true)
bool(true)
start outcome="posted" number=3
int(3)
int(2)
bool(true)
- one line of the history holds both
int(1)
int(7)
int(2)
string(13) "a@example.com"
- what is archived stays the guest's
int(0)
int(2)
- a hold goes along, and is one
int(0)
hold outcome="held"
int(0)
start outcome="assigned"
int(0)
int(1)
- nobody else
OnlineChat\NotAllowed: adopt: from a guest to a customer only
OnlineChat\NotAllowed: adopt: from a guest to a customer only
OnlineChat\NotAllowed: adopt: for guests and customers, not for operators
OnlineChat\KeyReused: key: it was used for another request; make a new key
