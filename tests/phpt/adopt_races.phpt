--TEST--
Signing in while the guest posts, starts or ends, from processes at once: nothing lost, doubled or left to the guest
--EXTENSIONS--
onlinechat
mysqlnd
mysqli
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';
require __DIR__ . '/crowd.inc';

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\InvalidTicket;
use OnlineChat\Role;

$options = served();
$chat = chat(['capacity' => 1000, 'maximum' => 1000], $options);
$chat->router()->online(operator(5), fresh());
$problems = [];

/** As a widget does it: refused as the guest, the same key is sent again as the customer. */
function write(callable $act, Identity $guest, Identity $customer): object
{
    try {
        return $act($guest);
    } catch (InvalidTicket | OnlineChat\NotAllowed $over) {
        return $act($customer);
    }
}

for ($round = 1; $round <= 25; $round++) {
    $guest = $chat->tickets()->verify($chat->tickets()->make(guest("Guest $round")));
    $customer = new Identity(Role::Customer, (string) $round, "Customer $round", 'en');
    $id = $chat->router()->start($guest, fresh(), 'Hello', ADDRESS)->conversation;
    $keys = [fresh(), fresh(), fresh(), fresh()];
    $answers = crowd($options, [
        fn (Chat $c) => write(fn ($who) => $c->conversations()->post($who, $keys[0], $id, 'One'), $guest, $customer)->number,
        fn (Chat $c) => write(fn ($who) => $c->conversations()->post($who, $keys[1], $id, 'Two'), $guest, $customer)->number,
        fn (Chat $c) => $c->router()->adopt($guest, $customer, $keys[2]),
        fn (Chat $c) => $round % 2
            ? write(fn ($who) => $c->router()->end($who, $keys[3], $id), $guest, $customer)->outcome->value
            : write(fn ($who) => $c->router()->start($who, $keys[3], 'Three', ADDRESS), $guest, $customer)->outcome->value,
    ]);
    $read = $chat->conversations()->read($customer, $id);
    $texts = array_map(fn ($m) => $m->text, $read->messages);
    $numbers = array_map(fn ($m) => $m->number, $read->messages);
    $expected = $round % 2 ? ['Hello', 'One', 'Two'] : ['Hello', 'One', 'Three', 'Two'];
    sort($texts);
    if ($answers[2] !== 1 || $texts !== $expected || $numbers !== range(1, count($expected))
        || $chat->conversations()->current($customer) !== $id) {
        $problems[] = "round $round: " . json_encode([$answers, $texts, $numbers]);
    }
}
$board = $chat->router()->board(operator(5));
echo $problems === [] ? "nothing lost\n" : implode("\n", $problems) . "\n";
var_dump($board->me->load === count($board->ongoing), $board->open === $board->me->load);
$mine = array_filter([...$board->ongoing, ...$board->finished], fn ($c) => $c->customer === null);
var_dump(count($mine));
?>
--EXPECT--
nothing lost
bool(true)
bool(true)
int(0)
