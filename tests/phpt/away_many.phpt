--TEST--
Operators who went away together hand on one after another, each in a transaction of its own
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
$chat = chat(['queue' => true], ['shop' => $shop]);
$router = $chat->router();
$pdo = connected();
foreach ([1, 2, 3] as $id) {
    $router->online(operator($id), fresh(), null, 1);
    $router->start(guest(), fresh(), 'Hello', ADDRESS);
}
$pdo->exec("UPDATE phpt_onlinechat_operator SET away_stage = 1, away_since = (UNIX_TIMESTAMP() - 301) * 1000000 + id WHERE shop = $shop");
$pdo->exec("UPDATE phpt_onlinechat_shop SET present = 0, free = 0, next_due = 0 WHERE id = $shop");
for ($i = 1; $i <= 4; $i++) {
    $router->sweep();
}
$last = [];
foreach ($router->decisions(0, 1000) as $decision) {
    if ($decision['event'] === 'away_over') {
        $last[$decision['transaction']][$decision['operator_before']] = true;
    }
}
echo json_encode(array_map('array_keys', array_values($last))), "\n";
echo $pdo->query("SELECT GROUP_CONCAT(status) FROM phpt_onlinechat_conversation WHERE shop = $shop")->fetchColumn(), "\n";
?>
===DONE===
--EXPECT--
[[1],[2],[3]]
1,1,1
===DONE===
