--TEST--
Digesting: words of what was said and left, once each, whatever case and accents; not of notes; sums along with them
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
$chat = chat(['maximum' => 1000, 'capacity' => 1000], ['shop' => $shop]);
[$router, $talk, $history] = [$chat->router(), $chat->conversations(), $chat->history()];
$olga = operator(5);
$pdo = connected();
/** Words and in how many documents they stand, as counted and as they stand there. */
$words = function () use ($pdo, $shop): string {
    $rows = $pdo->query("SELECT w.word, w.documents, COUNT(p.document) AS there FROM phpt_onlinechat_word w LEFT JOIN"
        . " phpt_onlinechat_posting p ON p.word = w.id WHERE w.shop = $shop GROUP BY w.id ORDER BY w.word, w.id")->fetchAll(PDO::FETCH_ASSOC);
    foreach ($rows as $row) {
        if ($row['documents'] !== $row['there']) {
            return "$row[word]: $row[documents] counted, $row[there] there";
        }
    }
    return implode(' ', array_map(fn ($row) => "$row[word]:$row[documents]", $rows));
};
$waiting = fn () => (int) $pdo->query("SELECT COUNT(*) FROM phpt_onlinechat_undigested WHERE shop = $shop")->fetchColumn();

echo "-- nothing\n";
var_dump($history->digest());

echo "-- a conversation\n";
$router->online($olga, fresh());
$id = $router->start($ann = guest('Ann'), fresh(), 'Été à Paris, été!', ADDRESS)->conversation;
$talk->post($olga, fresh(), $id, 'ETE? Straße, Привет ПРИВЕТ');
$talk->post($ann, fresh(), $id, '日本語 👍');
$router->online(operator(7, 'Otto'), fresh());
$router->invite($olga, fresh(), $id, 7, 'secret note');
$router->end($olga, fresh(), $id);
$router->offline($olga, fresh());
$history->digest();
echo $words(), "\n";
$last = (int) $pdo->query("SELECT last_at DIV 1000000 FROM phpt_onlinechat_conversation WHERE id = $id")->fetchColumn();
echo implode(' ', $pdo->query("SELECT DISTINCT at - $last, document - $id FROM phpt_onlinechat_posting p JOIN phpt_onlinechat_word w"
    . " ON w.id = p.word WHERE w.shop = $shop")->fetch(PDO::FETCH_NUM)), "\n";
var_dump($history->digest(), $waiting());

echo "-- a left message, and another conversation\n";
$mail = $chat->mailbox()->leave(null, fresh(), ADDRESS, ['email' => 'ann@example.com', 'message' => 'Paris, please'], 'en');
$pdo->exec("INSERT INTO phpt_onlinechat_thread (shop, name) VALUES ($shop, 'Bob')");
$thread = (int) $pdo->lastInsertId();
/** As archived: a conversation with these messages. */
$archived = function (array $texts) use ($pdo, $shop, $thread): int {
    $pdo->exec("INSERT INTO phpt_onlinechat_conversation (shop, thread, visitor, status, last_number, started_at, last_at) VALUES"
        . " ($shop, $thread, 'g:x', 4, " . count($texts) . ', 1700000000000000, 1700000000000000)');
    $id = (int) $pdo->lastInsertId();
    foreach (array_chunk($texts, 500, true) as $some) {
        $pdo->exec('INSERT INTO phpt_onlinechat_message (conversation, number, author, text, at) VALUES ' . implode(',', array_map(
            fn ($n, $text) => "($id, $n + 1, 1, " . $pdo->quote($text) . ', 1700000000000000)', array_keys($some), $some)));
    }
    $pdo->exec("INSERT INTO phpt_onlinechat_undigested (shop, document) VALUES ($shop, $id)");
    return $id;
};
$archived(['Paris', 'un été']);
$archived(['', "broken \u{200B} ' \\ \" ok"]);
$archived(['...']);
var_dump($history->digest(1), (int) $pdo->query("SELECT COUNT(*) FROM phpt_onlinechat_posting WHERE document = -$mail")->fetchColumn());
var_dump($history->digest(), $waiting());
echo $words(), "\n";

echo "-- more words than one statement takes, and messages than one answer\n";
$texts = [];
for ($n = 0; $n < 2500; $n++) {
    $texts[] = 'w' . $n % 1200 . ' É' . $n % 700 . ' e' . $n % 700;
}
$archived($texts);
var_dump($history->digest());
$all = $pdo->query("SELECT SUM(documents = 1), COUNT(*) FROM phpt_onlinechat_word WHERE shop = $shop AND word REGEXP '^[weé][0-9]+$'")->fetch(PDO::FETCH_NUM);
echo implode(' ', $all), strpos($words(), 'counted') ? ' wrong' : ' right', "\n";

echo "-- what is not there any more, or of another shop\n";
$pdo->exec("INSERT INTO phpt_onlinechat_undigested (shop, document) VALUES ($shop, 9000000000), ($shop, -9000000000), ($shop + 1, 5)");
var_dump($history->digest(), $waiting(), $pdo->exec("DELETE FROM phpt_onlinechat_undigested WHERE shop = $shop + 1"));

echo "-- counted\n";
$sums = function () use ($history, $olga): string {
    $all = $history->statistics($olga, [1600000000000, (time() + 3600) * 1000]);
    return array_sum(array_column($all, 'conversations')) . ' ' . array_sum(array_column($all, 'missed'));
};
echo $sums(), "\n";

echo "-- what is deleted, erased and expired goes from the index; words nobody says any more go as well\n";
$other = $archived(['Paris remains']);
$pdo->exec("INSERT INTO phpt_onlinechat_thread (shop, name) VALUES ($shop, 'Eve')");
$pdo->exec("UPDATE phpt_onlinechat_conversation SET thread = {$pdo->lastInsertId()} WHERE id = $other");
$history->digest();
$archived(['never digested, counted']);
$history->delete($olga, [$thread]);
echo $words(), "\n";
echo $sums(), "\n";
$router->online($olga, fresh());
$open = $router->start($ann, fresh(), 'Paris once more', ADDRESS)->conversation;
var_dump($history->erase(null, null, 'ann@example.com'));
echo $words(), "\n";
var_dump($history->expire((time() + 10) * 1000) > 0);
var_dump($words(), $waiting());
$router->end($ann, fresh(), $open);
$router->offline(operator(7, 'Otto'), fresh());
$router->offline($olga, fresh());
$history->digest();
echo $words(), "\n";

echo "-- refused\n";
$pdo->exec("INSERT INTO phpt_onlinechat_undigested (shop, document) VALUES ($shop, 9000000000)");
$old = new OnlineChat\Chat(served(['shop' => $shop, 'prefix' => 'none_']));
thrown(fn () => $old->history()->digest());
thrown(fn () => $history->digest(0));
var_dump($history->digest());
?>
--EXPECT--
-- nothing
int(0)
-- a conversation
à:1 ete:1 paris:1 straße:1 привет:1 日本:1 本語:1 語:1
0 0
int(0)
int(0)
-- a left message, and another conversation
int(1)
int(2)
int(3)
int(0)
à:1 broken:1 ete:2 ok:1 paris:3 please:1 straße:1 un:1 привет:1 日本:1 本語:1 語:1
-- more words than one statement takes, and messages than one answer
int(1)
1900 1900 right
-- what is not there any more, or of another shop
int(2)
int(0)
int(1)
-- counted
5 1
-- what is deleted, erased and expired goes from the index; words nobody says any more go as well
à:1 ete:1 paris:3 please:1 remains:1 straße:1 привет:1 日本:1 本語:1 語:1
7 1
int(1)
à:1 ete:1 paris:2 remains:1 straße:1 привет:1 日本:1 本語:1 語:1
bool(true)
string(0) ""
int(0)
more:1 once:1 paris:1
-- refused
OnlineChat\SchemaMismatch: MySQL: Table 'onlinechat.none_onlinechat_schema' doesn't exist: run Chat::migrate()
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 10000, got 0
int(1)
