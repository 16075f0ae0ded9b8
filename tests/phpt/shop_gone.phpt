--TEST--
A shop that is no more: what is kept of it, ending what was open for retention, and erasing all of it; no other shop's
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
require __DIR__ . '/redis.inc';

$shop = random_int(1, 4294967295);
$chat = chat(['maximum' => 2, 'queue' => true], ['shop' => $shop]);
[$router, $history] = [$chat->router(), $chat->history()];
$olga = operator(5);
$pdo = connected();
/** Tables with rows of a shop. */
$rows = function (int $shop) use ($pdo): array {
    $found = [];
    foreach ($pdo->query("SHOW TABLES LIKE 'phpt\\_onlinechat\\_%'")->fetchAll(PDO::FETCH_COLUMN) as $table) {
        $columns = $pdo->query("SHOW COLUMNS FROM $table")->fetchAll(PDO::FETCH_COLUMN);
        $own = in_array('shop', $columns) ? 'shop' : ($table === 'phpt_onlinechat_shop' ? 'id' : null);
        if ($own && $pdo->query("SELECT COUNT(*) FROM $table WHERE $own = $shop")->fetchColumn()) {
            $found[] = substr($table, strlen('phpt_onlinechat_'));
        }
    }
    return $found;
};
$orphans = fn () => [
    $pdo->query('SELECT COUNT(*) FROM phpt_onlinechat_message m LEFT JOIN phpt_onlinechat_conversation c ON c.id = m.conversation WHERE c.id IS NULL')->fetchColumn(),
    $pdo->query('SELECT COUNT(*) FROM phpt_onlinechat_posting p LEFT JOIN phpt_onlinechat_word w ON w.id = p.word WHERE w.id IS NULL')->fetchColumn(),
];
$fill = function (OnlineChat\Chat $chat) use ($olga): void {
    $router = $chat->router();
    $router->online($olga, fresh(), null, 1);
    $ended = $router->start($ann = customer(77), fresh(), 'Ended', ADDRESS)->conversation;
    $router->end($ann, fresh(), $ended);
    $router->offline($olga, fresh());
    $router->online($olga, fresh(), null, 1);
    $chat->history()->digest();
    $router->end($ann, fresh(), $router->start($ann, fresh(), 'Finished', ADDRESS)->conversation);
    $chat->presence()->visit($ann, '/q', 'Q', 'Browser');
    $router->start($ann, fresh(), 'Ongoing', ADDRESS);
    $router->start(guest(), fresh(), 'Waiting', ADDRESS);
    $chat->mailbox()->leave(null, fresh(), ADDRESS, ['email' => 'left@example.com', 'message' => 'Left'], 'en');
};
$before = $orphans();

echo "-- what is kept\n";
echo json_encode($chat->kept()), "\n";
$fill($chat);
$other = chat(['queue' => true], ['shop' => $second = $shop === 1 ? 2 : $shop - 1]);
$fill($other);
echo json_encode($chat->kept()), "\n";
$shops = $chat->shops();
var_dump(in_array($shop, $shops, true), in_array($second, $shops, true), $shops === array_values(array_unique($shops)));

echo "-- retention reaches what was open\n";
$later = (int) (microtime(true) * 1000) + 60000;
var_dump($chat->endAll(), $chat->endAll());
say('status', $chat->presence()->status(), 'mode');
echo implode(' ', array_unique(array_column(array_filter($router->decisions(0, 1000), fn ($d) => $d['event'] === 'end'), 'rule'))), "\n";
var_dump($history->expire($later - 86400000), $history->expire($later, 1));
echo json_encode($chat->kept()), "\n";

echo "-- erased\n";
var_dump($chat->eraseAll(1), $chat->eraseAll(), $chat->eraseAll());
echo json_encode($rows($shop)), json_encode($chat->kept()), json_encode(in_array($shop, $chat->shops(), true)), "\n";
// What ends by itself: an operator's cursor, and the head of what retention took, which is older than a day elsewhere.
echo implode(' ', array_diff(redis_naming($shop, ''), ['l', 'sweep', 'gate'])), "\n";
echo json_encode($other->kept()), "\n";

echo "-- with what is open\n";
var_dump($other->eraseAll(), $other->eraseAll());
echo json_encode($rows($second)), json_encode($orphans() === $before), "\n";

echo "-- there may be none of it, and Redis may be away\n";
var_dump($other->eraseAll(), $other->endAll());
$blind = chat(['queue' => true], ['shop' => $second, 'redis' => ['socket' => '/nowhere/redis.sock']]);
$fill($blind);
var_dump($blind->endAll(), $blind->eraseAll(), $blind->eraseAll(), $rows($second));

echo "-- rules\n";
thrown(fn () => $chat->eraseAll(0));
thrown(fn () => $chat->eraseAll(1001));
?>
===DONE===
--EXPECT--
-- what is kept
{"conversations":0,"messages":0}
{"conversations":4,"messages":1}
bool(true)
bool(true)
bool(true)
-- retention reaches what was open
int(2)
int(0)
status mode="chat"
asked shop_gone
int(0)
int(1)
{"conversations":3,"messages":1}
-- erased
int(1)
int(2)
int(0)
[]{"conversations":0,"messages":0}false
board h
{"conversations":4,"messages":1}
-- with what is open
int(3)
int(0)
[]true
-- there may be none of it, and Redis may be away
int(0)
int(0)
int(2)
int(3)
int(0)
array(0) {
}
-- rules
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 1000, got 0
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 1000, got 1001
===DONE===
