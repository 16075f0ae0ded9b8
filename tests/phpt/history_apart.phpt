--TEST--
Deletion in small batches never blocks a chat: others go on while 100,000 messages are deleted, and the shop's lock is only held for some at a time (G23)
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
require __DIR__ . '/giant.inc';

use OnlineChat\Chat;

$options = served();
$shop = $options['shop'];
$chat = chat(['maximum' => 1000, 'capacity' => 1000], $options);
[$router, $conversations] = [$chat->router(), $chat->conversations()];
$olga = operator(5);
$pdo = connected();
$one = fn (string $sql) => $pdo->query($sql)->fetchColumn();
/** Runs it in a process of its own; says when it is done. */
$apart = function (callable $act) use ($options): Closure {
    [$mine, $its] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $child = pcntl_fork();
    if ($child === 0) {
        fclose($mine);
        try {
            fwrite($its, json_encode($act(new Chat($options))));
        } catch (OnlineChat\StoreUnavailable) {
            fwrite($its, 'gave up');
        }
        fclose($its);
        for (;;) {
            sleep(60);
        }
    }
    fclose($its);
    $said = '';
    return function (bool $wait) use ($mine, $child, &$said): ?string {
        stream_set_blocking($mine, $wait);
        $said .= stream_get_contents($mine);
        if ($wait) {
            posix_kill($child, SIGKILL);
            pcntl_waitpid($child, $status);
        }
        return $said === '' ? null : $said;
    };
};
/** All that a chat does to the tables, by somebody else in this shop. Waiting for a lock for a second would throw. */
$talk = function () use ($router, $conversations, $olga): void {
    $who = customer(random_int(1000, 2000000000), 'Other');
    $id = $router->start($who, fresh(), 'Hello', ADDRESS)->conversation;
    $conversations->post($olga, fresh(), $id, 'Yes?');
    $conversations->post($who, fresh(), $id, 'Where is it?');
    $router->end($who, fresh(), $id);
    $router->reopen($who, fresh(), $id);
    $router->end($olga, fresh(), $id);
};
$router->online($olga, fresh());

echo "-- stopped in the middle of a transaction, with all its locks\n";
$line = giant($pdo, $shop, 7, 5000, 20);
$left = fn () => (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_conversation WHERE thread = $line");
$first = (int) $one("SELECT MIN(id) FROM phpt_onlinechat_conversation WHERE thread = $line");
$stop = connected();
$stop->beginTransaction();
$stop->query('SELECT 1 FROM phpt_onlinechat_message WHERE conversation = ' . ($first + 2520) . ' AND number = 3 FOR UPDATE');
$deletion = $apart(fn (Chat $c) => $c->history()->delete($olga, [$line]));
while ($left() > 2500) {
    $talk();
}
$there = $left();
for ($i = 0; $i < 30; $i++) {
    $talk();
}
var_dump($there === 2500, $left() === $there, $deletion(false));
$router->offline($olga, fresh());
$router->online($olga, fresh());
echo "-- and while it goes on\n";
$stop->rollBack();
for ($talked = 0; $left() > 0; $talked++) {
    $talk();
    /* It gives up where a lock is held for too long; repeated, it goes on. */
    if ($deletion(false) === 'gave up') {
        $deletion(true);
        $deletion = $apart(fn (Chat $c) => $c->history()->delete($olga, [$line]));
    }
}
var_dump($deletion(true), $talked > 0, (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_message WHERE conversation BETWEEN $first AND $first + 4999"));

echo "-- without the shop's lock, however much it is\n";
$line = giant($pdo, $shop, 8, 2000, 2);
$stop->beginTransaction();
$stop->query("SELECT 1 FROM phpt_onlinechat_shop WHERE id = $shop FOR UPDATE");
var_dump($chat->history()->delete($olga, [$line]), $left());
$stop->rollBack();

echo "-- finished ones are archived first, some at a time\n";
$line = giant($pdo, $shop, 9, 1000, 3);
$pdo->exec("UPDATE phpt_onlinechat_conversation SET status = 3, operator = 5 WHERE thread = $line");
$pdo->exec("UPDATE phpt_onlinechat_thread SET conversations = 0, last_at = 0 WHERE id = $line");
$first = (int) $one("SELECT MIN(id) FROM phpt_onlinechat_conversation WHERE thread = $line");
/* Stopped at the line's row, after archiving: what each transaction took under the lock is noted for the digest. */
$stop->beginTransaction();
$stop->query("SELECT 1 FROM phpt_onlinechat_message WHERE conversation = $first AND number = 1 FOR UPDATE");
$deletion = $apart(fn (Chat $c) => $c->history()->erase(null, 9));
while ((int) $one("SELECT COUNT(*) FROM phpt_onlinechat_conversation WHERE thread = $line AND status = 3") > 0) {
    $talk();
}
$held = $pdo->query("SELECT COUNT(*) FROM phpt_onlinechat_undigested WHERE shop = $shop AND document BETWEEN $first AND $first + 999 GROUP BY at")
    ->fetchAll(PDO::FETCH_COLUMN);
var_dump(count($held), max($held) <= 100, array_sum($held));
$stop->rollBack();
$deletion(true);
var_dump($chat->history()->erase(null, 9) <= 1, $left(), (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_message WHERE conversation BETWEEN $first AND $first + 999"));
?>
===DONE===
--EXPECT--
-- stopped in the middle of a transaction, with all its locks
bool(true)
bool(true)
NULL
-- and while it goes on
string(2) "[]"
bool(true)
int(0)
-- without the shop's lock, however much it is
array(0) {
}
int(0)
-- finished ones are archived first, some at a time
int(10)
bool(true)
int(1000)
bool(true)
int(0)
int(0)
===DONE===
