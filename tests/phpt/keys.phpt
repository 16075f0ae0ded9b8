--TEST--
Keys: a repeat changes nothing and answers as before; another body is refused (I4)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\SignOff;

$chat = chat();
[$router, $conversations] = [$chat->router(), $chat->conversations()];
[$olga, $paul, $guest] = [operator(5), operator(6, 'Paul'), guest()];

function twice(callable $write): object
{
    [$one, $two] = [json_decode(json_encode($write()), true), $write()];
    $again = json_decode(json_encode($two), true);
    var_dump($one['repeated'], $again['repeated']);
    unset($one['repeated'], $again['repeated']);
    if ($one !== $again) {
        echo json_encode($one), "\n", json_encode($again), "\n";
    }
    return $two;
}

echo "online\n";
$key = fresh();
twice(fn () => $router->online($olga, $key, 'Olga', 2));
thrown(fn () => $router->online($olga, $key, 'Olga', 3));
thrown(fn () => $router->online($olga, $key, null, 2));
echo "another person's key is another key\n";
say('online', $router->online($paul, $key, 'Paul', 3), 'repeated');

echo "start\n";
$key = fresh();
$id = twice(fn () => $router->start($guest, $key, 'Hello', ADDRESS, [], false))->conversation;
thrown(fn () => $router->start($guest, $key, 'Hallo', ADDRESS, [], false));

echo "post\n";
$key = fresh();
twice(fn () => $conversations->post($guest, $key, $id, 'One'));
say('seen may differ', $conversations->post($guest, $key, $id, 'One', 2), 'repeated', 'number');
thrown(fn () => $conversations->post($guest, $key, $id, 'Two'));
thrown(fn () => $conversations->post($guest, $key, $id + 1, 'One'));

echo "transfer\n";
$key = fresh();
$owner = $conversations->read($guest, $id)->operator === 5 ? $olga : $paul;
$other = $owner === $olga ? 6 : 5;
twice(fn () => $router->transfer($owner, $key, $id, $other, 'note'));
thrown(fn () => $router->transfer($owner, $key, $id, $other, 'another note'));

echo "end, reopen\n";
$key = fresh();
twice(fn () => $router->end($guest, $key, $id));
thrown(fn () => $router->end($guest, $key, $id + 1));
echo "another action's key is another key\n";
twice(fn () => $router->reopen($guest, $key, $id));

echo "offline\n";
$key = fresh();
twice(fn () => $router->offline($olga, $key, SignOff::End));
thrown(fn () => $router->offline($olga, $key, SignOff::HandOver));

$numbers = array_map(fn ($m) => $m->number, $conversations->read($paul, $id)->messages);
var_dump($numbers === range(1, count($numbers)), count($numbers));
?>
===DONE===
--EXPECT--
online
bool(false)
bool(true)
OnlineChat\KeyReused: key: it was used for another request; make a new key
OnlineChat\KeyReused: key: it was used for another request; make a new key
another person's key is another key
online repeated=false
start
bool(false)
bool(true)
OnlineChat\KeyReused: key: it was used for another request; make a new key
post
bool(false)
bool(true)
seen may differ repeated=true number=2
OnlineChat\KeyReused: key: it was used for another request; make a new key
OnlineChat\KeyReused: key: it was used for another request; make a new key
transfer
bool(false)
bool(true)
OnlineChat\KeyReused: key: it was used for another request; make a new key
end, reopen
bool(false)
bool(true)
OnlineChat\KeyReused: key: it was used for another request; make a new key
another action's key is another key
bool(false)
bool(true)
offline
bool(false)
bool(true)
OnlineChat\KeyReused: key: it was used for another request; make a new key
bool(true)
int(3)
===DONE===
