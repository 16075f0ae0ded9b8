--TEST--
Deleting that is killed in the middle leaves whole conversations; it asks for no lock of the shop's; erasing who talks on (G23)
--EXTENSIONS--
onlinechat
mysqlnd
pdo
pdo_mysql
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';
require __DIR__ . '/crowd.inc';

use OnlineChat\Chat;

$options = served();
$shop = $options['shop'];
$chat = chat(['maximum' => 100, 'capacity' => 100], $options);
$olga = operator(5);
$pdo = connected();
$one = fn (string $sql) => $pdo->query($sql)->fetchColumn();

/** A line with archived conversations of six messages each; each line's number and its first conversation's. */
$line = function (int $customer, int $conversations) use ($pdo, $shop, $one): array {
    $pdo->exec("INSERT INTO phpt_onlinechat_thread (shop, customer, name, conversations, last_at, last_text)"
        . " VALUES ($shop, $customer, 'Ann', $conversations, $conversations, '')");
    $thread = (int) $pdo->lastInsertId();
    $rows = array_map(fn ($i) => "($shop, $thread, 'c:$customer', 4, 6, $i, $i)", range(1, $conversations));
    $pdo->exec('INSERT INTO phpt_onlinechat_conversation (shop, thread, visitor, status, last_number, started_at, last_at) VALUES '
        . implode(',', $rows));
    $first = (int) $one("SELECT MIN(id) FROM phpt_onlinechat_conversation WHERE thread = $thread");
    for ($n = 1; $n <= 6; $n++) {
        $pdo->exec("INSERT INTO phpt_onlinechat_message (conversation, number, author, text, at) SELECT id, $n, 1 + $n % 2,"
            . " CONCAT('said ', $n, ' in ', id), id FROM phpt_onlinechat_conversation WHERE thread = $thread");
    }
    $pdo->exec("UPDATE phpt_onlinechat_thread SET last_text = CONCAT('said 6 in ', $first + $conversations - 1) WHERE id = $thread");
    return [$thread, $first];
};
/** What is wrong with this shop's lines. */
$broken = fn () => [
    'not whole' => (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_conversation c WHERE shop = $shop AND last_number <>"
        . " (SELECT COUNT(*) FROM phpt_onlinechat_message WHERE conversation = c.id)"),
    'without a line' => (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_conversation c WHERE shop = $shop AND NOT EXISTS"
        . " (SELECT 1 FROM phpt_onlinechat_thread WHERE id = c.thread)"),
    'wrong sums' => (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_thread t WHERE shop = $shop AND (conversations <>"
        . " (SELECT COUNT(*) FROM phpt_onlinechat_conversation WHERE thread = t.id AND status = 4) OR (last_at > 0) <> (conversations > 0))"),
];
$messages = fn (int $first, int $n) => (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_message WHERE conversation BETWEEN"
    . " $first AND $first + $n");

echo "-- killed in the middle\n";
[$thread, $first] = $line(7, 1000);
$last = $first + 999;
/* It stops in the middle of a lot, at a message that somebody looks at. */
$stop = connected();
$stop->beginTransaction();
$stop->query('SELECT 1 FROM phpt_onlinechat_message WHERE conversation = ' . ($first + 520) . ' AND number = 3 FOR UPDATE');
$child = pcntl_fork();
if ($child === 0) {
    (new Chat($options))->history()->delete($olga, [$thread]);
    for (;;) {
        sleep(60);
    }
}
$left = fn () => (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_conversation WHERE thread = $thread");
while ($left() > 500) {
    usleep(1000);
}
posix_kill($child, SIGKILL);
pcntl_waitpid($child, $status);
$stop->rollBack();
/* What the server was still at has ended when the line can be had. */
$stop->beginTransaction();
$stop->query("SELECT 1 FROM phpt_onlinechat_thread WHERE id = $thread FOR UPDATE");
$stop->rollBack();
var_dump(in_array($left(), [500, 450]), $messages($first, 999) === 6 * $left());
echo json_encode($broken()), "\n";
$shown = $chat->history()->find($olga, ['customer' => 7])->lines[0];
var_dump($shown->conversations === $left(), $shown->lastText === "said 6 in $last");
for ($read = [], $next = ''; $next !== null; $next = $part->next) {
    $part = $chat->history()->messages($olga, $thread, $next);
    $read += array_column($part->conversations, 'conversation', 'conversation');
}
var_dump(count($read) === $left());

echo "-- repeated, while somebody has the shop's lock\n";
$stop->beginTransaction();
$stop->query("SELECT 1 FROM phpt_onlinechat_shop WHERE id = $shop FOR UPDATE");
var_dump($chat->history()->delete($olga, [$thread]), $left(), $messages($first, 999));
[$other] = $line(8, 60);
var_dump($chat->history()->expire(1, 1000), $one("SELECT COUNT(*) FROM phpt_onlinechat_thread WHERE id = $other"));
$stop->rollBack();

echo "-- who talks on while being deleted and erased\n";
$chat->router()->online($olga, fresh());
$ann = customer(9, 'Ann');
/* Some rounds each, at least, where a second is short. */
$until = microtime(true) + 2;
$answers = crowd($options, [
    function (Chat $c) use ($ann, $until): int {
        for ($n = 0; $n < 3 || microtime(true) < $until; $n++) {
            try {
                $id = $c->router()->start($ann, fresh(), "Number $n", ADDRESS)->conversation;
                $c->conversations()->post($ann, fresh(), $id, 'More');
                $c->router()->end($ann, fresh(), $id);
            } catch (OnlineChat\NotFound) {
                /* Erased between two calls. */
            }
        }
        return $n;
    },
    function (Chat $c) use ($olga, $until): int {
        for ($n = 0; $n < 3 || microtime(true) < $until; $n++) {
            $c->history()->delete($olga, array_map(fn ($t) => $t->id, $c->history()->find($olga, ['customer' => 9])->lines));
            $c->router()->sweep();
        }
        return $n;
    },
    function (Chat $c) use ($until): int {
        for ($n = 0; $n < 3 || microtime(true) < $until; $n++) {
            $c->history()->erase(null, 9);
            usleep(20000);
        }
        return $n;
    },
]);
var_dump(array_map(fn ($n) => is_int($n) && $n > 0 ? 'went on' : $n, $answers));
echo json_encode($broken()), "\n";
$counts = $pdo->query("SELECT ongoing, waiting FROM phpt_onlinechat_shop WHERE id = $shop")->fetch(PDO::FETCH_NUM);
var_dump($counts[0] === (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_conversation WHERE shop = $shop AND status = 2"), $counts[1]);
var_dump($chat->router()->board($olga)->me->load === $counts[0]);
$chat->history()->erase(null, 9);
var_dump($chat->router()->board($olga)->me->load, $one("SELECT COUNT(*) FROM phpt_onlinechat_thread WHERE shop = $shop"));
?>
===DONE===
--EXPECTF--
-- killed in the middle
bool(true)
bool(true)
{"not whole":0,"without a line":0,"wrong sums":0}
bool(true)
bool(true)
bool(true)
-- repeated, while somebody has the shop's lock
array(0) {
}
int(0)
int(0)
int(60)
int(0)
-- who talks on while being deleted and erased
array(3) {
  [0]=>
  string(7) "went on"
  [1]=>
  string(7) "went on"
  [2]=>
  string(7) "went on"
}
{"not whole":0,"without a line":0,"wrong sums":0}
bool(true)
int(0)
bool(true)
int(0)
int(0)
===DONE===
