--TEST--
Who waits hears how long it may take: place by place the mean gap between places freed in the last hour (issue 5.4)
--EXTENSIONS--
onlinechat
mysqlnd
mysqli
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$options = served();
$chat = chat(['maximum' => 1, 'queue' => true], $options);
$router = $chat->router();
$talk = $chat->conversations();
$m = $options['mysql'];
$db = new mysqli(null, $m['user'], $m['password'], $m['database'], 0, $m['socket']);
$router->online(operator(5), fresh(), null, 1);

echo "- not known in a new shop\n";
$first = guest();
$router->start($first, fresh(), 'Hello', ADDRESS);
$second = guest();
$waits = $router->start($second, fresh(), 'Hello', ADDRESS);
say('waits', $waits, 'outcome', 'position', 'estimate');
say('reads', $talk->read($second, $waits->conversation), 'position', 'estimate');

echo "- known from the third place freed on\n";
foreach ([$first, $second] as $who) {
    $router->end($who, fresh(), $talk->current($who));
}
$router->start($first, fresh(), 'Hello', ADDRESS);
say('after two', $router->start($second, fresh(), 'Hello', ADDRESS), 'position', 'estimate');
$router->end($first, fresh(), $talk->current($first));
$third = guest();
$key = fresh();
$waits = $router->start($third, $key, 'Hello', ADDRESS);
say('after three', $waits, 'outcome', 'position');
var_dump($waits->estimate >= 1000 && $waits->estimate <= 20000 + 1000);
var_dump($router->start($third, $key, 'Hello', ADDRESS)->estimate === $waits->estimate);
var_dump($router->hold(guest(), ADDRESS)->estimate);

echo "- 30 places freed since 30 minutes ago: about a minute each\n";
$minute = intdiv(time(), 60);
$db->query("UPDATE phpt_onlinechat_freed SET places = 28, minute = $minute - 30 WHERE shop = {$options['shop']}");
$db->query("INSERT INTO phpt_onlinechat_freed (shop, minute, places) VALUES ({$options['shop']}, $minute - 100, 500)");
$router->end($second, fresh(), $talk->current($second));
$router->end($third, fresh(), $talk->current($third));
$router->start($first, fresh(), 'Hello', ADDRESS);
for ($n = 1; $n <= 3; $n++) {
    $who = guest();
    $waits = $router->start($who, fresh(), 'Hello', ADDRESS, [], false);
    $read = $talk->read($who, $waits->conversation);
    echo "place $waits->position: ", intdiv($waits->estimate + 30000, 60000), " min, ",
        abs($read->estimate - $waits->estimate) < 10000 ? "reads the same\n" : "reads $read->estimate\n";
}
$router->sweep();
echo $db->query("SELECT COUNT(*) FROM phpt_onlinechat_freed WHERE shop = {$options['shop']} AND minute < $minute - 61")
    ->fetch_row()[0], " old minutes kept\n";

echo "- who signs off takes the places along: they do not count\n";
$counted = fn () => (int) $db->query("SELECT SUM(places) FROM phpt_onlinechat_freed WHERE shop = {$options['shop']}")->fetch_row()[0];
$before = $counted();
$router->offline(operator(5), fresh(), OnlineChat\SignOff::End);
echo $counted() - $before, " more\n";
?>
--EXPECT--
- not known in a new shop
waits outcome="waiting" position=1 estimate=0
reads position=1 estimate=0
- known from the third place freed on
after two position=1 estimate=0
after three outcome="waiting" position=1
bool(true)
bool(true)
int(0)
- 30 places freed since 30 minutes ago: about a minute each
place 1: 1 min, reads the same
place 2: 2 min, reads the same
place 3: 3 min, reads the same
0 old minutes kept
- who signs off takes the places along: they do not count
0 more
