--TEST--
Unread answers of much talked conversations come in calls of a bounded size
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
$chat = chat(['mail_unread' => true, 'maximum' => 10], ['shop' => $shop]);
$router = $chat->router();
$olga = operator(5);
$router->online($olga, fresh(), 'Olga', 10);
$pdo = connected();
for ($i = 1; $i <= 5; $i++) {
    $id = $router->start(customer($i), fresh(), 'Hello', ADDRESS)->conversation;
    for ($n = 2, $rows = []; $n <= 251; $n++) {
        $rows[] = "($id, $n, 2, 5, 'Olga', 'Answer', 1)";
    }
    $pdo->exec('INSERT INTO phpt_onlinechat_message (conversation, number, author, operator, name, text, at) VALUES ' . implode(', ', $rows));
    $pdo->exec("UPDATE phpt_onlinechat_conversation SET last_number = 251 WHERE id = $id");
    $router->end($olga, fresh(), $id);
}
$pdo->exec("UPDATE phpt_onlinechat_conversation SET finished_at = finished_at - 360000000 WHERE shop = $shop");
for ($i = 1; $i <= 3; $i++) {
    $list = $chat->mailbox()->unread(100);
    echo implode(' ', array_map(static fn ($u) => count($u->messages), $list)), "\n";
    foreach ($list as $u) {
        $chat->mailbox()->answered($u->conversation, $u->messages[count($u->messages) - 1]->number);
    }
}
echo 'what was left of each: ', implode(' ', array_map(static fn ($u) => count($u->messages), $chat->mailbox()->unread(100))), "\n";
?>
===DONE===
--EXPECT--
200 200 200
50 50 50 200 200
50 50
what was left of each: 
===DONE===
