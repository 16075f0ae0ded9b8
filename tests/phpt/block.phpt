--TEST--
Blocking a person or an address: no hold, no start, no message, on no device, until it is over (issue 5.10)
--EXTENSIONS--
onlinechat
mysqlnd
mysqli
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Blocked;
use OnlineChat\NotAllowed;

$options = served();
$chat = chat(['queue' => true, 'maximum' => 20], $options);
[$router, $talk] = [$chat->router(), $chat->conversations()];
[$olga, $paul, $sue] = [operator(5), operator(6, 'Paul'), supervisor(7)];
$router->online($olga, fresh(), null, 9);
const OTHER = '192.0.2.99';

/** Each way in, as this visitor. */
function ways(object $chat, object $who, string $address, int $conversation = 0): void
{
    [$router, $talk] = [$chat->router(), $chat->conversations()];
    $ways = [
        'hold' => fn () => $router->hold($who, $address)->outcome->value,
        'start' => fn () => $router->start($who, fresh(), 'Hello', $address, [], false)->outcome->value,
        'post' => fn () => $conversation ? $talk->post($who, fresh(), $conversation, 'Hello')->outcome->value : '-',
        'reopen' => fn () => $conversation ? $router->reopen($who, fresh(), $conversation)->outcome->value : '-',
    ];
    foreach ($ways as $way => $act) {
        try {
            $got = $act();
        } catch (Blocked $e) {
            $got = $e instanceof NotAllowed && $e->until > microtime(true) * 1000 ? 'blocked' : 'blocked without an end';
        }
        echo "$way $got  ";
    }
    echo "\n";
}

echo "- a person: ended, refused, on every device; the same key answers as before\n";
$anna = customer(41, 'Anna');
$id = $router->start($anna, fresh(), 'Hello', ADDRESS)->conversation;
$key = fresh();
$blocked = $router->block($olga, $key, $id, 'person', 3600, 'Insults');
say('block', $blocked, 'outcome', 'status');
say('again', $router->block($olga, $key, $id, 'person', 3600, 'Insults'), 'outcome', 'repeated');
ways($chat, $anna, OTHER, $id);
ways($chat, customer(41), ADDRESS, $id);
ways($chat, guest(), ADDRESS);

echo "- listed, and lifted\n";
[$block] = $router->blocks($olga);
say('block', $block, 'what', 'name', 'by', 'reason');
var_dump($block->conversation === $id);
var_dump(abs($block->until - $block->at - 3600000) <= 1);
$router->unblock($olga, $block->id);
$router->unblock($olga, $block->id);
var_dump($router->blocks($olga));
ways($chat, $anna, OTHER, $id);

echo "- an address: whoever comes from it; an IPv6 network\n";
$guest = guest('Bert');
$id = $router->start($guest, fresh(), 'Hello', '2001:db8:1:2::1')->conversation;
$holder = guest();
say('holds', $router->hold($holder, '2001:db8:1:2::9'), 'outcome');
$router->block($olga, fresh(), $id, 'address', 60);
var_dump(array_slice($router->decisions(0, 1000), -1)[0]['holds']);
ways($chat, $guest, OTHER, $id);
ways($chat, guest(), '2001:db8:1:2:ffff::5');
ways($chat, guest(), '2001:db8:1:3::5');
say('listed', $router->blocks($olga)[0], 'what', 'name');

echo "- while holding; the place goes to who waits\n";
$small = chat(['queue' => true, 'maximum' => 1], ['shop' => random_int(1, 4294967295)]);
$small->router()->online($olga, fresh(), null, 1);
$first = guest('First');
$id = $small->router()->start($first, fresh(), 'Hello', ADDRESS)->conversation;
$waits = guest('Waits');
$small->router()->start($waits, fresh(), 'Hello', OTHER, [], false);
$small->router()->block($olga, fresh(), $id, 'person', 60);
say('who waited', $small->conversations()->read($waits, $small->conversations()->current($waits)), 'status', 'operator');
$small->router()->end($waits, fresh(), $small->conversations()->current($waits));
$holder = guest('Holder');
$small->router()->start($holder, fresh(), 'Hello', ADDRESS);
$id = $small->conversations()->current($holder);
$small->router()->end($holder, fresh(), $id);
$small->router()->hold($holder, ADDRESS);
$small->router()->block($olga, fresh(), $id, 'person', 60);
var_dump(array_slice($small->router()->decisions(0, 1000), -1)[0]['holds']);

echo "- a guest who signs in stays blocked\n";
$small->router()->adopt($holder, customer(50), fresh());
ways($small, customer(50), OTHER, $id);

echo "- over: as if nothing had been\n";
$m = $options['mysql'];
$db = new mysqli(null, $m['user'], $m['password'], $m['database'], 0, $m['socket']);
$db->query('UPDATE phpt_onlinechat_block SET until = 1000000');
var_dump($small->router()->blocks($olga));
ways($small, customer(50), OTHER);
$router->sweep();
var_dump($db->query("SELECT COUNT(*) FROM phpt_onlinechat_block WHERE shop = {$options['shop']}")->fetch_row()[0]);

echo "- who may, and values\n";
$router->online($paul, fresh());
$router->online($sue, fresh());
$carl = guest('Carl');
$owner = $router->start($carl, fresh(), 'Hello', ADDRESS, [], false);
[$not] = array_values(array_filter([$olga, $paul], fn ($who) => (int) $who->person !== $owner->operator));
say('a colleague\'s', $router->block($not, fresh(), $owner->conversation, 'person', 60), 'outcome');
say('a supervisor', $router->block($sue, fresh(), $owner->conversation, 'person', 60), 'outcome');
thrown(fn () => $router->block($carl, fresh(), $owner->conversation, 'person', 60));
thrown(fn () => $router->block($olga, fresh(), $owner->conversation, 'family', 60));
thrown(fn () => $router->block($olga, fresh(), $owner->conversation, 'person', 59));
thrown(fn () => $router->block($olga, fresh(), $owner->conversation, 'person', 31536001));
thrown(fn () => $router->block($olga, fresh(), $owner->conversation, 'person', 60, str_repeat('x', 256)));
thrown(fn () => $router->blocks($carl));
thrown(fn () => $router->unblock($carl, 1));
?>
--EXPECT--
- a person: ended, refused, on every device; the same key answers as before
block outcome="done" status="finished"
again outcome="done" repeated=true
hold blocked  start blocked  post blocked  reopen blocked  
hold blocked  start blocked  post blocked  reopen blocked  
hold held  start assigned  post -  reopen -  
- listed, and lifted
block what="person" name="Anna" by="Olga" reason="Insults"
bool(true)
bool(true)
array(0) {
}
hold held  start assigned  post conflict  reopen conflict  
- an address: whoever comes from it; an IPv6 network
holds outcome="held"
int(0)
hold held  start assigned  post blocked  reopen blocked  
hold blocked  start blocked  post -  reopen -  
hold held  start assigned  post -  reopen -  
listed what="address" name="2001:db8:1:2::\/64"
- while holding; the place goes to who waits
who waited status="ongoing" operator=5
int(0)
- a guest who signs in stays blocked
hold blocked  start blocked  post blocked  reopen blocked  
- over: as if nothing had been
array(0) {
}
hold held  start assigned  post -  reopen -  
string(1) "0"
- who may, and values
a colleague's outcome="conflict"
a supervisor outcome="done"
OnlineChat\NotAllowed: block: for operators, not for guests and customers
OnlineChat\InvalidValue [field what]: what: must be person or address
OnlineChat\InvalidValue [field seconds]: seconds: must be from 60 to 31536000, got 59
OnlineChat\InvalidValue [field seconds]: seconds: must be from 60 to 31536000, got 31536001
OnlineChat\InvalidValue [field reason]: reason: at most 255 characters, got 256
OnlineChat\NotAllowed: blocks: for operators, not for guests and customers
OnlineChat\NotAllowed: unblock: for operators, not for guests and customers