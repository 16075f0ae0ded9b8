--TEST--
Fork: a child makes links of its own and leaves its parent's alone
--EXTENSIONS--
onlinechat
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$chat = chat();
[$router, $conversations] = [$chat->router(), $chat->conversations()];
$router->online(operator(5), fresh());
$guest = guest();
$id = $router->start($guest, fresh(), 'from the parent', ADDRESS)->conversation;
$before = counters();
echo "links opened: {$before['MySQL links opened']} {$before['Redis links opened']}\n";

$child = pcntl_fork();
if ($child === 0) {
    $conversations->post($guest, fresh(), $id, 'from the child');
    $after = counters();
    echo "child opened: ", $after['MySQL links opened'] - $before['MySQL links opened'], ' ',
        $after['Redis links opened'] - $before['Redis links opened'], "\n";
    echo "child dropped: {$after['MySQL links dropped after fork']} {$after['Redis links dropped after fork']}\n";
    exit(0);
}
pcntl_waitpid($child, $status);
echo 'child ended with ', pcntl_wexitstatus($status), "\n";

$conversations->post($guest, fresh(), $id, 'from the parent again');
foreach ($conversations->read($guest, $id)->messages as $m) {
    echo "$m->number $m->text\n";
}
var_dump($chat->presence()->here([$id])[$id]);
$after = counters();
echo "links opened: {$after['MySQL links opened']} {$after['Redis links opened']}\n";

echo "both at once\n";
$children = [];
for ($i = 0; $i < 3; $i++) {
    $children[$i] = pcntl_fork();
    if ($children[$i] === 0) {
        for ($n = 0; $n < 10; $n++) {
            $conversations->post($guest, fresh(), $id, "$i.$n");
        }
        exit(0);
    }
}
for ($n = 0; $n < 10; $n++) {
    $conversations->post($guest, fresh(), $id, "p.$n");
}
foreach ($children as $child) {
    pcntl_waitpid($child, $status);
    echo pcntl_wexitstatus($status);
}
$messages = $conversations->read($guest, $id, 3)->messages;
echo "\n", count($messages), ' ', json_encode(array_map(fn ($m) => $m->number, $messages) === range(4, 43)), "\n";
$texts = array_map(fn ($m) => $m->text, $messages);
foreach (['0', '1', '2', 'p'] as $who) {
    $own = array_values(array_filter($texts, fn ($t) => str_starts_with($t, "$who.")));
    echo json_encode($own === array_map(fn ($n) => "$who.$n", range(0, 9))), ' ';
}
?>

===DONE===
--EXPECT--
links opened: 1 1
child opened: 1 1
child dropped: 1 1
child ended with 0
1 from the parent
2 from the child
3 from the parent again
bool(false)
links opened: 1 1
both at once
000
40 true
true true true true 
===DONE===
