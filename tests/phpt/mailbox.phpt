--TEST--
A message left while there is no chat: the shop's rules, once by key, instead of waiting (G20, G21)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$chat = chat(['queue' => true]);
$mailbox = $chat->mailbox();
$fields = ['first_name' => 'Ann', 'last_name' => 'Bell', 'email' => 'ann@example.com', 'phone' => '+33 1', 'message' => "Hello\nthere"];
echo json_encode($chat->settings()['form']), json_encode($chat->settings()['mail_unread']), "\n";

echo "-- once by key\n";
$key = fresh();
$id = $mailbox->leave(null, $key, ADDRESS, $fields, 'fr');
var_dump($id > 0, $mailbox->leave(null, $key, '192.0.2.8', $fields, 'fr') === $id);
thrown(fn () => $mailbox->leave(null, $key, ADDRESS, ['message' => 'other'] + $fields, 'fr'));
var_dump($mailbox->leave(customer(7), fresh(), ADDRESS, ['email' => 'a@b', 'message' => '?'], '') > $id);

echo "-- instead of waiting\n";
[$olga, $guest] = [operator(5), guest()];
$chat->router()->online($olga, fresh(), null, 1);
$other = $chat->router()->start(guest(), fresh(), 'First', ADDRESS)->conversation;
$waiting = $chat->router()->start($guest, fresh(), 'Second', ADDRESS);
say('waits', $waiting, 'outcome');
$key = fresh();
$id = $mailbox->leave($guest, $key, ADDRESS, $fields, 'en', $waiting->conversation);
say('ended', $chat->conversations()->read($guest, $waiting->conversation), 'status');
var_dump($mailbox->leave($guest, $key, ADDRESS, $fields, 'en', $waiting->conversation) === $id);
var_dump(count($chat->router()->board($olga)->waiting));
$decision = array_slice($chat->router()->decisions(), -1)[0];
echo $decision['event'], ' ', $decision['rule'], "\n";
thrown(fn () => $mailbox->leave($guest, fresh(), ADDRESS, $fields, 'en', $other));
thrown(fn () => $mailbox->leave(null, fresh(), ADDRESS, $fields, 'en', $waiting->conversation));
thrown(fn () => $mailbox->leave($guest, fresh(), ADDRESS, $fields, 'en', 999999999));
$chat->router()->end($olga, fresh(), $other);
$taken = $chat->router()->start($guest, fresh(), 'Again', ADDRESS);
var_dump($mailbox->leave($guest, fresh(), ADDRESS, $fields, 'en', $taken->conversation) > $id);
say('an operator has it: it goes on', $chat->conversations()->read($guest, $taken->conversation), 'status');

echo "-- blocked\n";
$chat->router()->block($olga, fresh(), $taken->conversation, 'person', 60);
thrown(fn () => $mailbox->leave($guest, fresh(), ADDRESS, $fields, 'en'));
var_dump($mailbox->leave(null, fresh(), ADDRESS, $fields, 'en') > 0);
$rude = $chat->router()->start(customer(8), fresh(), 'Rude', '2001:db8::1')->conversation;
$chat->router()->block($olga, fresh(), $rude, 'address', 60);
thrown(fn () => $mailbox->leave(null, fresh(), '2001:db8::2', $fields, 'en'));
var_dump($mailbox->leave(null, fresh(), '2001:db8:0:1::2', $fields, 'en') > 0);

echo "-- rules\n";
$leave = fn (array $over, string $language = 'en', string $key = null, string $address = ADDRESS) =>
    thrown(fn () => $mailbox->leave(null, $key ?? fresh(), $address, $over + $fields, $language));
$leave(['email' => '']);
$leave(['email' => 'nobody']);
$leave(['message' => " \n"]);
$leave(['message' => str_repeat('é', 4001)]);
$leave(['first_name' => "Ann\nBcc: all"]);
$leave(['phone' => "\xff"]);
$leave(['colour' => 'red']);
$leave(['email' => 5]);
$leave([], 'english!');
$leave([], 'en', 'key');
$leave([], 'en', null, 'here');
thrown(fn () => $mailbox->leave($olga, fresh(), ADDRESS, $fields, 'en'));
thrown(fn () => $mailbox->leave($guest, fresh(), ADDRESS, $fields, 'en', -1));

echo "-- another form\n";
$chat->publish(['form' => ['ask' => ['message', 'phone'], 'require' => ['phone']]]);
echo json_encode($chat->settings()['form']), "\n";
var_dump($mailbox->leave(null, fresh(), ADDRESS, ['phone' => '1', 'message' => '?', 'email' => ''], '') > 0);
thrown(fn () => $mailbox->leave(null, fresh(), ADDRESS, $fields, ''));
thrown(fn () => $mailbox->leave(null, fresh(), ADDRESS, ['message' => '?'], ''));
foreach ([5, ['ask' => 'email'], ['ask' => ['email']], ['ask' => ['message', 'x']], ['ask' => ['message'], 'require' => ['email']],
    ['require' => [5]]] as $form) {
    thrown(fn () => $chat->publish(['form' => $form]));
}
thrown(fn () => $chat->publish(['mail_unread' => 1]));
?>
===DONE===
--EXPECTF--
{"ask":["first_name","last_name","email","phone","message"],"require":["email","message"]}false
-- once by key
bool(true)
bool(true)
OnlineChat\KeyReused: key: it was used for another request; make a new key
bool(true)
-- instead of waiting
waits outcome="waiting"
ended status="finished"
bool(true)
int(0)
end message
OnlineChat\NotAllowed: conversation: number %d is not yours
OnlineChat\NotAllowed: leave: a conversation needs its visitor's ticket
OnlineChat\NotFound: conversation: there is no number 999999999 in this shop
bool(true)
an operator has it: it goes on status="ongoing"
-- blocked
OnlineChat\Blocked: blocked: an operator has ended this chat for a time
bool(true)
OnlineChat\Blocked: blocked: an operator has ended this chat for a time
bool(true)
-- rules
OnlineChat\InvalidValue [field email]: email: must not be blank
OnlineChat\InvalidValue [field email]: email: must have the form name@host
OnlineChat\InvalidValue [field message]: message: must not be blank
OnlineChat\InvalidValue [field message]: message: at most 4000 characters, got 4001
OnlineChat\InvalidValue [field first_name]: first_name: line breaks are not allowed
OnlineChat\InvalidValue [field phone]: phone: must be valid UTF-8, byte 1 is not
OnlineChat\InvalidValue [field fields]: fields: first_name, last_name, email, phone and message only
TypeError: OnlineChat\Mailbox::leave(): field "email" must be of type string, int given
OnlineChat\InvalidValue [field language]: language: must be an ISO code such as "en" or "fr-ca", or empty
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field address]: address: must be an IPv4 or IPv6 address
OnlineChat\NotAllowed: leave: for guests and customers, not for operators
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 0, got -1
-- another form
{"ask":["phone","message"],"require":["phone"]}
bool(true)
OnlineChat\InvalidValue [field first_name]: first_name: this shop's form does not ask for it
OnlineChat\InvalidValue [field phone]: phone: must not be blank
TypeError: OnlineChat\Chat::publish(): setting "form" must be of type array, int given
OnlineChat\InvalidValue [field form]: form: "ask" must be a list of fields
OnlineChat\InvalidValue [field form]: form: "ask" must hold message
OnlineChat\InvalidValue [field form]: form: "ask" may hold first_name, last_name, email, phone and message only
OnlineChat\InvalidValue [field form]: form: "require" may hold only what "ask" holds
OnlineChat\InvalidValue [field form]: form: "require" may hold first_name, last_name, email, phone and message only
TypeError: OnlineChat\Chat::publish(): setting "mail_unread" must be of type bool, int given
===DONE===
