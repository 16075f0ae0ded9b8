--TEST--
What is erased or deleted in MySQL is gone from Redis, too: heads, pages, browser and held places; without Redis nothing fails (I2)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';
require __DIR__ . '/redis.inc';

use OnlineChat\Identity;
use OnlineChat\Role;
use OnlineChat\SignOff;

$shop = random_int(1, 4294967295);
$chat = chat(['maximum' => 1000], ['shop' => $shop]);
[$router, $history] = [$chat->router(), $chat->history()];
$olga = operator(5);
$router->online($olga, fresh(), null, 100);
$id = random_int(2000000000, 4000000000);
$ann = new Identity(Role::Customer, (string) $id, 'Ann', 'en');
/** Kinds of this shop's keys that name somebody, without the counts of a limit and revocations. */
$naming = fn (string $who): string => implode(' ', array_diff(redis_naming($shop, $who), ['l', 'x']));
$talk = function (Identity $who) use ($router): int {
    $conversation = $router->start($who, fresh(), 'Hello', ADDRESS)->conversation;
    $router->end($who, fresh(), $conversation);
    return $conversation;
};

echo "-- a customer with one conversation that ended and one that is open\n";
$talk($ann);
$router->start($ann, fresh(), 'Again', ADDRESS);
$chat->presence()->visit($ann, '/q', 'Q', 'Browser');
$ben = customer(8);
$talk($ben);
echo $naming("c:$id"), "\n";
var_dump($history->erase(null, $id));
echo $naming("c:$id"), "\n";
echo $naming('c:8'), "\n";

echo "-- a place that is held\n";
$chat->router()->hold($ann, ADDRESS);
echo $naming("c:$id"), "\n";
$history->erase(null, $id);
echo $naming("c:$id"), "\n";

echo "-- a guest, by what they gave\n";
$guest = new Identity(Role::Guest, $own = fresh(), '', 'en');
$conversation = $router->start($guest, fresh(), 'Hello', ADDRESS, ['email' => 'guest@example.com'])->conversation;
echo $naming("g:$own"), "\n";
$history->erase(null, null, 'guest@example.com');
echo $naming("g:$own"), "\n";

echo "-- a line that is deleted\n";
$router->offline($olga, fresh(), SignOff::End);
$line = $history->find($olga, ['customer' => 8])->lines[0];
var_dump($history->delete($olga, [$line->id]));
echo $naming('c:8'), "\n";

echo "-- without Redis\n";
$router->online($olga, fresh(), null, 100);
$talk($ann);
$blind = new OnlineChat\Chat(served(['shop' => $shop, 'redis' => ['socket' => '/nowhere/redis.sock']]));
var_dump($blind->history()->erase(null, $id), $blind->history()->erase(null, $id));
echo $naming("c:$id"), "\n";
?>
===DONE===
--EXPECT--
-- a customer with one conversation that ended and one that is open
browser h pages
int(1)

h
-- a place that is held
hold

-- a guest, by what they gave
h

-- a line that is deleted
array(0) {
}

-- without Redis
int(1)
int(0)
h
===DONE===
