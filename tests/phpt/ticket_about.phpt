--TEST--
A customer's email and telephone come with the ticket, as they were at the start (G22)
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

$chat = chat();
[$router, $tickets] = [$chat->router(), $chat->tickets()];
$router->online(operator(5), fresh(), null, 9);
$named = fn (string $id, string $email, string $phone) => new Identity(Role::Customer, $id, 'Ada', 'en', '', false, $email, $phone);

echo "- signed, verified, renewed\n";
$ticket = $tickets->make($named('41', 'ada@example.com', '+33 6'));
$who = $tickets->verify($tickets->renew($ticket));
var_dump($who->email, $who->phone, substr_count($ticket, '.') === 11, substr_count($tickets->make(customer(41)), '.') === 10);
[$only] = [$tickets->verify($tickets->make($named('41', '', '+33 6')))];
var_dump($only->email, $only->phone);
$parts = explode('.', $ticket);
$parts[10] = rtrim(strtr(base64_encode("eve@example.com\n"), '+/', '-_'), '=');
thrown(fn () => $tickets->verify(implode('.', $parts)));
$longest = $named('4294967295', str_repeat('é', 255), str_repeat('é', 32));
var_dump($tickets->verify($tickets->make($longest))->email === $longest->email);

echo "- a conversation keeps them; one that begins later with others has those, with none the former\n";
$line = function () use ($chat): void {
    [$thread] = $chat->history()->find(operator(5))->lines;
    echo json_encode([$thread->email, $thread->phone]), "\n";
};
$talk = function (Identity $who) use ($router, $line): void {
    $router->online(operator(5), fresh(), null, 9);
    $router->start($who, fresh(), 'Hello', ADDRESS);
    $router->offline(operator(5), fresh(), SignOff::End);
    $line();
};
$talk($who);
$talk($named('41', 'new@example.com', ''));
$talk(customer(41, 'Ada'));

echo "- a guest who signs in: the customer's\n";
$router->online(operator(5), fresh(), null, 9);
$guest = guest();
$router->start($guest, fresh(), 'Hello', ADDRESS);
$router->adopt($guest, $named('42', 'bob@example.com', '1'), fresh());
$router->offline(operator(5), fresh(), SignOff::End);
$line();
?>
--EXPECT--
- signed, verified, renewed
string(15) "ada@example.com"
string(5) "+33 6"
bool(true)
bool(true)
string(0) ""
string(5) "+33 6"
OnlineChat\InvalidTicket [reason forged]: The ticket was not signed with this shop's secret
bool(true)
- a conversation keeps them; one that begins later with others has those, with none the former
["ada@example.com","+33 6"]
["new@example.com","+33 6"]
["new@example.com","+33 6"]
- a guest who signs in: the customer's
["bob@example.com","1"]
