--TEST--
Sign-off archives in lots, a sweep goes on where one was cut short; history pages skip no line (G18, G22)
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
$chat = chat(['maximum' => 1000], ['shop' => $shop]);
$router = $chat->router();
$olga = operator(5);
$pdo = connected();
$count = fn (int $status) => (int) $pdo->query('SELECT COUNT(*) FROM phpt_onlinechat_conversation'
    . " WHERE shop = $shop AND status = $status")->fetchColumn();
/** Conversations that ended. */
$finish = function (int $n) use ($router, $olga): void {
    $router->online($olga, fresh(), null, 1000);
    for ($i = 0; $i < $n; $i++) {
        $router->end($olga, fresh(), $router->start(guest("Guest $i"), fresh(), "Hello $i", ADDRESS)->conversation);
    }
};

$finish(210);
$key = fresh();
$commits = fn () => (int) $pdo->query("SHOW GLOBAL STATUS LIKE 'Com_commit'")->fetch()[1];
$before = $commits();
say('signed off', $router->offline($olga, $key), 'outcome', 'repeated');
var_dump($commits() - $before >= 3, $count(3), $count(4));
say('again', $router->offline($olga, $key), 'outcome', 'repeated');

echo "-- cut short\n";
$finish(130);
$pdo->exec("UPDATE phpt_onlinechat_operator SET online = 0 WHERE shop = $shop");
$pdo->exec("UPDATE phpt_onlinechat_shop SET present = 0, free = 0 WHERE id = $shop");
$router->sweep();
var_dump($count(3));
$router->sweep();
var_dump($count(3), $count(4));

echo "-- back before it went on: they stay with the operator\n";
$finish(1);
$router->sweep();
var_dump($count(3));
$router->offline($olga, fresh());

echo "-- pages\n";
$pdo->exec("UPDATE phpt_onlinechat_thread SET last_at = 1700000000000000 + id % 7 * 300 WHERE shop = $shop");
$history = $chat->history();
$seen = [];
$cursor = '';
do {
    $page = $history->find($olga, [], 50, $cursor);
    array_push($seen, ...array_column($page->lines, 'id'));
    $cursor = $page->next;
} while ($cursor !== null);
var_dump(count($seen), count(array_unique($seen)));
?>
===DONE===
--EXPECT--
signed off outcome="done" repeated=false
bool(true)
int(0)
int(210)
again outcome="done" repeated=true
-- cut short
int(30)
int(0)
int(340)
-- back before it went on: they stay with the operator
int(1)
-- pages
int(341)
int(341)
===DONE===
