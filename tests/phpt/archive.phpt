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
$pdo = new PDO('mysql:unix_socket=' . getenv('ONLINECHAT_MYSQL_SOCKET') . ';dbname=' . getenv('ONLINECHAT_MYSQL_DATABASE'),
    getenv('ONLINECHAT_MYSQL_USER'), (string) getenv('ONLINECHAT_MYSQL_PASSWORD'));
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
[$at, $id] = [0, 0];
while ($page = $history->page($olga, $at, 50, $id)) {
    foreach ($page as $line) {
        $seen[] = $line->id;
    }
    [$at, $id] = [$line->lastAt, $line->id];
}
var_dump(count($seen), count(array_unique($seen)));
var_dump(count($history->page($olga, $at, 50)));
$last = $history->page($olga, 0, 1)[0];
$pdo->exec("UPDATE phpt_onlinechat_thread SET last_at = 1800000000000000 WHERE id = $last->id");
echo "a line that moved up: ", count($history->page($olga, $last->lastAt, 200, $last->id)), "\n";
echo "one that is gone: ", count($history->page($olga, $last->lastAt, 200, 999999999)), "\n";
thrown(fn () => $history->page($olga, 0, 50, -1));
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
int(0)
a line that moved up: 200
one that is gone: 200
OnlineChat\InvalidValue [field beforeId]: beforeId: must be at least 0, got -1
===DONE===
