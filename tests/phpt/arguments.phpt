--TEST--
Each argument of each method against its rule; nothing is written
--EXTENSIONS--
onlinechat
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;

/* No server is there: a call that reached a store would say so. */
$chat = new Chat(options());
[$router, $conversations, $presence, $history] = [$chat->router(), $chat->conversations(), $chat->presence(), $chat->history()];
[$olga, $guest, $key] = [operator(5), guest(), fresh()];
$long = str_repeat('é', 4001);

echo "-- keys\n";
foreach (['', 'x', strtoupper(str_repeat('ab', 16)), str_repeat('a', 33), str_repeat('g', 32)] as $bad) {
    thrown(fn () => $router->online($olga, $bad));
}
thrown(fn () => $router->offline($olga, ''));
thrown(fn () => $router->start($guest, '', 'x', ADDRESS));
thrown(fn () => $router->take($olga, '', 1));
thrown(fn () => $router->transfer($olga, '', 1, 1));
thrown(fn () => $router->end($guest, '', 1));
thrown(fn () => $router->reopen($guest, '', 1));
thrown(fn () => $conversations->post($guest, '', 1, 'x'));

echo "-- router\n";
thrown(fn () => $router->online($olga, $key, ''));
thrown(fn () => $router->online($olga, $key, " \t"));
thrown(fn () => $router->online($olga, $key, str_repeat('x', 81)));
thrown(fn () => $router->online($olga, $key, null, 0));
thrown(fn () => $router->online($olga, $key, null, 1001));
thrown(fn () => $router->offline($olga, $key, 'ask'));
foreach (['', '1.2.3.4, 5.6.7.8', 'localhost', str_repeat('1', 46)] as $bad) {
    thrown(fn () => $router->hold($guest, $bad));
}
foreach (['', "  \n ", "\u{a0}\u{2003}", $long, "a\xc3", "a\0b", "\x1b[31m"] as $bad) {
    thrown(fn () => $router->start($guest, $key, $bad, ADDRESS));
}
thrown(fn () => $router->start($guest, $key, 'x', 'nowhere'));
thrown(fn () => $router->start($guest, $key, 'x', ADDRESS, ['mail' => 'x']));
thrown(fn () => $router->start($guest, $key, 'x', ADDRESS, ['x@example.com']));
thrown(fn () => $router->start($guest, $key, 'x', ADDRESS, ['email' => 5]));
thrown(fn () => $router->start($guest, $key, 'x', ADDRESS, ['email' => str_repeat('x', 256)]));
thrown(fn () => $router->start($guest, $key, 'x', ADDRESS, ['phone' => str_repeat('1', 33)]));
thrown(fn () => $router->start($guest, $key, 'x', ADDRESS, ['email' => "a@b\nBcc: c@d"]));
thrown(fn () => $router->start($guest, $key, 'x', ADDRESS, ['email' => 'nobody']));
thrown(fn () => $router->start($guest, $key, 'x', ADDRESS, ['phone' => "1\r2"]));
foreach ([0, -1] as $bad) {
    thrown(fn () => $router->take($olga, $key, $bad));
    thrown(fn () => $router->end($guest, $key, $bad));
    thrown(fn () => $router->reopen($guest, $key, $bad));
    thrown(fn () => $router->transfer($olga, $key, $bad, 1));
    thrown(fn () => $router->transfer($olga, $key, 1, $bad));
}
thrown(fn () => $router->transfer($olga, $key, 1, 4294967296));
thrown(fn () => $router->transfer($olga, $key, 1, 1, $long));
thrown(fn () => $router->decisions(-1));
thrown(fn () => $router->decisions(0, 0));
thrown(fn () => $router->decisions(0, 10001));
thrown(fn () => $router->sweep(1));

echo "-- conversations\n";
thrown(fn () => $conversations->post($guest, $key, 0, 'x'));
thrown(fn () => $conversations->post($guest, $key, 1, $long));
thrown(fn () => $conversations->post($guest, $key, 1, 'x', -1));
thrown(fn () => $conversations->read($guest, 0));
thrown(fn () => $conversations->read($guest, 1, -1));
thrown(fn () => $conversations->read($guest, 1, 4294967296));
thrown(fn () => $conversations->read($guest, 1, 0, 0));
thrown(fn () => $conversations->read($guest, 1, 0, 201));
thrown(fn () => $conversations->typing($guest, 0));
thrown(fn () => $conversations->seen($guest, 0, 1));
thrown(fn () => $conversations->seen($guest, 1, -1));
thrown(fn () => $conversations->poll($guest, 'x', 's', 1, 0, 0));
foreach (['', 'a b', str_repeat('s', 41)] as $bad) {
    thrown(fn () => $conversations->poll($guest, ADDRESS, $bad, 1, 0, 0));
}
thrown(fn () => $conversations->poll($guest, ADDRESS, 's', 0, 0, 0));
thrown(fn () => $conversations->poll($guest, ADDRESS, 's', 1, -1, 0));
thrown(fn () => $conversations->poll($guest, ADDRESS, 's', 1, 0, -1));
thrown(fn () => $conversations->watch($olga, ADDRESS, 's', -1));
thrown(fn () => $conversations->watch($olga, ADDRESS, '', 0));
thrown(fn () => $conversations->watch($olga, ADDRESS, 's', 0, '1;2'));
thrown(fn () => $conversations->watch($olga, '', 's', 0));

echo "-- presence, history, chat\n";
thrown(fn () => $presence->gone($guest, ''));
thrown(fn () => $presence->gone($guest, 's', -1));
thrown(fn () => $presence->here(['1']));
thrown(fn () => $presence->here([0]));
thrown(fn () => $presence->here(range(1, 1001)));
var_dump($presence->here([]));
thrown(fn () => $history->find($olga, [], 0));
thrown(fn () => $history->find($olga, [], 1, 'x', 10001));
thrown(fn () => $history->find($olga, [], 1, '', 1000001));
thrown(fn () => $history->messages($olga, 0));
thrown(fn () => $chat->admit($guest, '', 'write'));
thrown(fn () => $chat->admit(null, ADDRESS, 'read'));
thrown(fn () => $chat->admit($guest));

echo "-- publish\n";
foreach ([
    ['maximum' => 0], ['maximum' => 10001], ['maximum' => '5'], ['queue' => 1], ['queue_limit' => 0],
    ['offline_mode' => 'yes'], ['capacity' => 1001], ['holds_per_address' => 0], ['public' => 'x'],
    ['x'], ['public' => ["a\xff"]], ['public' => [NAN]], ['public' => [str_repeat('x', 262144)]],
] as $bad) {
    thrown(fn () => $chat->publish($bad));
}
$deep = [];
for ($i = 0; $i < 40; $i++) {
    $deep = [$deep];
}
thrown(fn () => $chat->publish(['public' => $deep]));
thrown(fn () => $chat->publish(['public' => [new class implements JsonSerializable {
    public function jsonSerialize(): mixed
    {
        throw new LogicException('not now');
    }
}]]));
?>
===DONE===
--EXPECT--
-- keys
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
OnlineChat\InvalidValue [field key]: key: must be 32 lower-case hex digits
-- router
OnlineChat\InvalidValue [field name]: name: must not be blank
OnlineChat\InvalidValue [field name]: name: must not be blank
OnlineChat\InvalidValue [field name]: name: at most 80 characters, got 81
OnlineChat\InvalidValue [field capacity]: capacity: must be from 1 to 1000, got 0
OnlineChat\InvalidValue [field capacity]: capacity: must be from 1 to 1000, got 1001
TypeError: OnlineChat\Router::offline(): Argument #3 ($mode) must be of type OnlineChat\SignOff, string given
OnlineChat\InvalidValue [field address]: address: must be an IPv4 or IPv6 address
OnlineChat\InvalidValue [field address]: address: must be an IPv4 or IPv6 address
OnlineChat\InvalidValue [field address]: address: must be an IPv4 or IPv6 address
OnlineChat\InvalidValue [field address]: address: must be an IPv4 or IPv6 address
OnlineChat\InvalidValue [field text]: text: must not be blank
OnlineChat\InvalidValue [field text]: text: must not be blank
OnlineChat\InvalidValue [field text]: text: must not be blank
OnlineChat\InvalidValue [field text]: text: at most 4000 characters, got 4001
OnlineChat\InvalidValue [field text]: text: must be valid UTF-8, byte 2 is not
OnlineChat\InvalidValue [field text]: text: must be valid UTF-8, byte 2 is not
OnlineChat\InvalidValue [field text]: text: control characters other than tab and line breaks are not allowed
OnlineChat\InvalidValue [field address]: address: must be an IPv4 or IPv6 address
OnlineChat\InvalidValue [field about]: about: may hold email and phone only
OnlineChat\InvalidValue [field about]: about: may hold email and phone only
TypeError: OnlineChat\Router::start(): Argument #5 ($about) "email" must be of type string, int given
OnlineChat\InvalidValue [field email]: email: at most 255 characters, got 256
OnlineChat\InvalidValue [field phone]: phone: at most 32 characters, got 33
OnlineChat\InvalidValue [field email]: email: line breaks are not allowed
OnlineChat\InvalidValue [field email]: email: must have the form name@host
OnlineChat\InvalidValue [field phone]: phone: line breaks are not allowed
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field operator]: operator: must be from 1 to 4294967295, got 0
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got -1
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got -1
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got -1
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got -1
OnlineChat\InvalidValue [field operator]: operator: must be from 1 to 4294967295, got -1
OnlineChat\InvalidValue [field operator]: operator: must be from 1 to 4294967295, got 4294967296
OnlineChat\InvalidValue [field note]: note: at most 4000 characters, got 4001
OnlineChat\InvalidValue [field after]: after: must be at least 0, got -1
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 10000, got 0
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 10000, got 10001
ArgumentCountError: OnlineChat\Router::sweep() expects exactly 0 arguments, 1 given
-- conversations
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field text]: text: at most 4000 characters, got 4001
OnlineChat\InvalidValue [field seen]: seen: must be from 0 to 4294967295, got -1
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field after]: after: must be from 0 to 4294967295, got -1
OnlineChat\InvalidValue [field after]: after: must be from 0 to 4294967295, got 4294967296
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 200, got 0
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 200, got 201
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field number]: number: must be from 0 to 4294967295, got -1
OnlineChat\InvalidValue [field address]: address: must be an IPv4 or IPv6 address
OnlineChat\InvalidValue [field stream]: stream: must be 1 to 40 of A-Z, a-z, 0-9, _ and -
OnlineChat\InvalidValue [field stream]: stream: must be 1 to 40 of A-Z, a-z, 0-9, _ and -
OnlineChat\InvalidValue [field stream]: stream: must be 1 to 40 of A-Z, a-z, 0-9, _ and -
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field after]: after: must be from 0 to 4294967295, got -1
OnlineChat\InvalidValue [field revision]: revision: must be from 0 to 4294967295, got -1
OnlineChat\InvalidValue [field cursor]: cursor: must be at least 0, got -1
OnlineChat\InvalidValue [field stream]: stream: must be 1 to 40 of A-Z, a-z, 0-9, _ and -
OnlineChat\InvalidValue [field typing]: typing: must be ids of conversations with commas between, at most 4096 bytes
OnlineChat\InvalidValue [field address]: address: must be an IPv4 or IPv6 address
-- presence, history, chat
OnlineChat\InvalidValue [field stream]: stream: must be 1 to 40 of A-Z, a-z, 0-9, _ and -
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 0, got -1
TypeError: OnlineChat\Presence::here(): Argument #1 ($conversations) must be a list of int, string given
OnlineChat\InvalidValue [field conversations]: conversations: must be at least 1, got 0
OnlineChat\InvalidValue [field conversations]: conversations: must be from 0 to 1000, got 1001
array(0) {
}
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 1000, got 0
OnlineChat\InvalidValue [field offset]: offset: must be from 0 to 10000, got 10001
OnlineChat\InvalidValue [field offset]: offset: must be from 0 to 1000000, got 1000001
OnlineChat\InvalidValue [field thread]: thread: must be at least 1, got 0
OnlineChat\InvalidValue [field address]: address: must be an IPv4 or IPv6 address
OnlineChat\InvalidValue [field action]: action: must be "write", "start", "poll" or "form"
ArgumentCountError: OnlineChat\Chat::admit() expects exactly 3 arguments, 1 given
-- publish
OnlineChat\InvalidValue [field maximum]: maximum: must be from 1 to 10000, got 0
OnlineChat\InvalidValue [field maximum]: maximum: must be from 1 to 10000, got 10001
TypeError: OnlineChat\Chat::publish(): setting "maximum" must be of type int, string given
TypeError: OnlineChat\Chat::publish(): setting "queue" must be of type bool, int given
OnlineChat\InvalidValue [field queue_limit]: queue_limit: must be from 1 to 10000, got 0
TypeError: OnlineChat\Chat::publish(): setting "offline_mode" must be of type bool, string given
OnlineChat\InvalidValue [field capacity]: capacity: must be from 1 to 1000, got 1001
OnlineChat\InvalidValue [field holds_per_address]: holds_per_address: must be from 1 to 1000, got 0
TypeError: OnlineChat\Chat::publish(): setting "public" must be of type array, string given
OnlineChat\InvalidValue [field settings]: settings: names must be strings
OnlineChat\InvalidValue [field settings]: settings: cannot be written as JSON: valid UTF-8, finite numbers, at most 32 levels
OnlineChat\InvalidValue [field settings]: settings: cannot be written as JSON: valid UTF-8, finite numbers, at most 32 levels
OnlineChat\InvalidValue [field settings]: settings: at most 262144 bytes as JSON, got 262159
OnlineChat\InvalidValue [field settings]: settings: cannot be written as JSON: valid UTF-8, finite numbers, at most 32 levels
LogicException: not now
===DONE===
