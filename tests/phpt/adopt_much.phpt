--TEST--
However much a guest has sent and begun, signing in holds the shop's lock for a bounded time: the newest go along
--EXTENSIONS--
onlinechat
mysqlnd
pdo
pdo_mysql
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$shop = random_int(1, 4294967295);
$chat = chat([], ['shop' => $shop]);
[$router, $talk] = [$chat->router(), $chat->conversations()];
$router->online($olga = operator(5), fresh(), null, 50);
$pdo = connected();
$count = fn (string $table, string $where) => (int) $pdo->query("SELECT COUNT(*) FROM phpt_onlinechat_$table WHERE shop = $shop AND $where")->fetchColumn();

$guest = guest('Guest');
$id = $router->start($guest, fresh(), 'Hello', ADDRESS)->conversation;
$pdo->exec("INSERT INTO phpt_onlinechat_conversation (shop, thread, visitor, name, status, operator, started_at, last_at)"
    . ' VALUES ' . implode(',', array_map(fn ($n) => "($shop, 0, 'g:$guest->person', 'Guest', 3, 5, $n, $n)", range(1, 300))));
foreach (array_chunk(range(1, 30000), 5000) as $part) {
    $pdo->exec("INSERT INTO phpt_onlinechat_outcome (shop, actor, action, `key`, body, answer, at) VALUES "
        . implode(',', array_map(fn ($n) => "($shop, 'g:$guest->person', 2, UNHEX(MD5($n)), UNHEX(MD5($n)), '6,1,1,0,0,0,1,0,0,', $n)", $part)));
}
$newest = fresh();
$talk->post($guest, $newest, $id, 'The newest');

$customer = customer(7, 'Ann');
echo 'conversations: ', $router->adopt($guest, $customer, fresh()), "\n";
var_dump($talk->current($customer) === $id);
say('the newest post', $talk->post($customer, $newest, $id, 'The newest'), 'number', 'repeated');
echo 'of the guest: ', $count('conversation', "visitor = 'g:$guest->person'"), ' conversations, ',
    $count('outcome', "actor = 'g:$guest->person'"), " answers\n";
echo 'newest conversations first: ', $count('conversation', "visitor = 'g:$guest->person' AND started_at > 201"), "\n";
?>
===DONE===
--EXPECT--
conversations: 100
bool(true)
the newest post number=2 repeated=true
of the guest: 201 conversations, 29502 answers
newest conversations first: 0
===DONE===
