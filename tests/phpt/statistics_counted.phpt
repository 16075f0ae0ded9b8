--TEST--
What is counted of each conversation and left message, exactly once, and stays when they are deleted (issue 8)
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
$chat = chat(['maximum' => 100, 'queue' => true], ['shop' => $shop]);
[$router, $history] = [$chat->router(), $chat->history()];
[$olga, $otto] = [operator(5), operator(6, 'Otto')];
$pdo = connected();
/** Seconds after a time long ago, so that what took a moment took as long as is wanted. */
const START = 1700000000 - 1700000000 % 1800;
$at = function (int $conversation, int $started, int $assigned, int $finished, array $answers = []) use ($pdo): void {
    $us = fn (int $seconds) => $seconds ? (START + $seconds) * 1000000 : 0;
    $pdo->exec("UPDATE phpt_onlinechat_conversation SET started_at = {$us($started)}, assigned_at = {$us($assigned)}, finished_at ="
        . " {$us($finished)} WHERE id = $conversation");
    foreach ($answers as $number => $seconds) {
        $pdo->exec("UPDATE phpt_onlinechat_message SET at = {$us($seconds)} WHERE conversation = $conversation AND number = $number");
    }
};
$post = fn ($who, int $id, string $text) => $chat->conversations()->post($who, fresh(), $id, $text);

echo "-- waits 20 s, is handed on with a note, answered after 65 s, ends after 10 min\n";
$router->online($olga, fresh(), null, 100);
$ann = guest('Ann');
$a = $router->start($ann, fresh(), 'Hello', ADDRESS)->conversation;
$router->online($otto, fresh(), null, 100);
$router->transfer($olga, fresh(), $a, 6, 'she asks for a mug');
$toOlga = function (object $started) use ($router): int {
    if ($started->operator !== 5) {
        $router->transfer(operator($started->operator), fresh(), $started->conversation, 5);
    }
    return $started->conversation;
};
$post($otto, $a, 'Hello Ann');
$post($ann, $a, 'A mug?');
$post($otto, $a, 'Blue');
$at($a, 100, 120, 700, [1 => 100, 2 => 130, 3 => 165, 4 => 170, 5 => 200]);
$router->end($otto, fresh(), $a);
$at($a, 100, 120, 700);

echo "-- at once, never answered; then of a time when assignments were not kept\n";
$b = $toOlga($router->start(guest('Ben'), fresh(), 'Hello', ADDRESS));
$router->end($olga, fresh(), $b);
$at($b, 200, 200, 260);
$c = $toOlga($router->start(guest('Cy'), fresh(), 'Hello', ADDRESS));
$post($olga, $c, 'Yes?');
$router->end($olga, fresh(), $c);
$at($c, 300, 0, 360, [2 => 330]);
$pdo->exec('UPDATE phpt_onlinechat_message SET at = ' . (START + 330) * 1000000 . " WHERE conversation = $c AND author = 2");

echo "-- one leaves the queue, another leaves a message\n";
$router->offline($otto, fresh());
$router->online($olga, fresh(), null, 1);
$last = $toOlga($router->start(guest('Last'), fresh(), 'Hello', ADDRESS));
$zoe = guest('Zoe');
$z = $router->start($zoe, fresh(), 'Hello', ADDRESS);
echo $z->outcome->value, "\n";
$router->end($zoe, fresh(), $z->conversation);
$at($z->conversation, 1801, 0, 1891);
$router->end($olga, fresh(), $last);
$at($last, -5, 0, 0);
$router->offline($olga, fresh());
$chat->mailbox()->leave(null, fresh(), ADDRESS, ['email' => 'jane@example.com', 'message' => 'Call me'], 'en');
$pdo->exec('UPDATE phpt_onlinechat_mail SET at = ' . (START + 1802) * 1000000 . " WHERE shop = $shop");

$pdo->exec("DELETE FROM phpt_onlinechat_statistic WHERE shop = $shop");
$pdo->exec("REPLACE INTO phpt_onlinechat_undigested (shop, document) SELECT shop, id FROM phpt_onlinechat_conversation WHERE shop = $shop AND status = 4"
    . " UNION ALL SELECT shop, -CAST(id AS SIGNED) FROM phpt_onlinechat_mail WHERE shop = $shop");
while ($history->digest()) {
}
$rows = function () use ($history, $olga): void {
    foreach ($history->statistics($olga, [START * 1000, (START + 1800) * 1000, (START + 3600) * 1000]) as $row) {
        echo json_encode(array_slice((array) $row, 2) + ['slot' => intdiv($row->from, 1000) - START]), "\n";
    }
};
$rows();
echo "-- once; and deleting leaves the sums\n";
var_dump($history->digest());
$lines = array_map(fn ($line) => $line->id, $history->find($olga)->lines);
$history->delete($olga, $lines);
$rows();
?>
===DONE===
--EXPECT--
-- waits 20 s, is handed on with a note, answered after 65 s, ends after 10 min
-- at once, never answered; then of a time when assignments were not kept
-- one leaves the queue, another leaves a message
waiting
{"operator":5,"operatorName":"Olga","conversations":2,"abandoned":0,"missed":0,"waited":1,"waitingTime":0,"answered":1,"answerTime":30000,"length":120000,"visitorMessages":2,"operatorMessages":1,"slot":0}
{"operator":6,"operatorName":"Otto","conversations":1,"abandoned":0,"missed":0,"waited":1,"waitingTime":20000,"answered":1,"answerTime":65000,"length":600000,"visitorMessages":2,"operatorMessages":2,"slot":0}
{"operator":null,"operatorName":null,"conversations":1,"abandoned":1,"missed":1,"waited":0,"waitingTime":0,"answered":0,"answerTime":0,"length":90000,"visitorMessages":1,"operatorMessages":0,"slot":1800}
-- once; and deleting leaves the sums
int(0)
{"operator":5,"operatorName":"Olga","conversations":2,"abandoned":0,"missed":0,"waited":1,"waitingTime":0,"answered":1,"answerTime":30000,"length":120000,"visitorMessages":2,"operatorMessages":1,"slot":0}
{"operator":6,"operatorName":"Otto","conversations":1,"abandoned":0,"missed":0,"waited":1,"waitingTime":20000,"answered":1,"answerTime":65000,"length":600000,"visitorMessages":2,"operatorMessages":2,"slot":0}
{"operator":null,"operatorName":null,"conversations":1,"abandoned":1,"missed":1,"waited":0,"waitingTime":0,"answered":0,"answerTime":0,"length":90000,"visitorMessages":1,"operatorMessages":0,"slot":1800}
===DONE===
