--TEST--
Digesting killed at random moments, and by several at once while lines are deleted: each document once in words and sums
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
$chat = chat([], $options);
$olga = operator(5);
$pdo = connected();
$one = fn (string $sql) => $pdo->query($sql)->fetchColumn();
/** Lines with an archived conversation each, of words that all have and one that no other has. */
$lines = function (int $n) use ($pdo, $shop): array {
    $threads = [];
    for ($i = 0; $i < $n; $i++) {
        $pdo->exec("INSERT INTO phpt_onlinechat_thread (shop, conversations, last_at) VALUES ($shop, 1, 1)");
        $threads[] = $thread = (int) $pdo->lastInsertId();
        $pdo->exec("INSERT INTO phpt_onlinechat_conversation (shop, thread, visitor, status, last_number, started_at, last_at) VALUES"
            . " ($shop, $thread, 'g:x', 4, 2, 1700000000000000, 1700000000000000)");
        $id = (int) $pdo->lastInsertId();
        $pdo->exec("INSERT INTO phpt_onlinechat_message (conversation, number, author, text, at) VALUES ($id, 1, 1, 'common words"
            . " of all Été ete', 1), ($id, 2, 1, 'alone$id group" . $i % 7 . "', 2)");
        $pdo->exec("INSERT INTO phpt_onlinechat_undigested (shop, document) VALUES ($shop, $id)");
    }
    return $threads;
};
$waiting = fn () => (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_undigested WHERE shop = $shop");
/** What is wrong, all documents having been digested: 7 words each, counted as they stand there, and summed once. */
$wrong = fn (int $summed) => json_encode([
    'not of 7 words' => (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_conversation c LEFT JOIN (SELECT STRAIGHT_JOIN p.document, COUNT(*)"
        . " words FROM phpt_onlinechat_word w JOIN phpt_onlinechat_posting p ON p.word = w.id WHERE w.shop = $shop GROUP BY p.document) d"
        . " ON d.document = c.id WHERE c.shop = $shop AND COALESCE(words, 0) <> 7"),
    'of no conversation' => (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_posting p JOIN phpt_onlinechat_word w ON w.id = p.word"
        . " WHERE w.shop = $shop AND NOT EXISTS (SELECT 1 FROM phpt_onlinechat_conversation c WHERE c.id = p.document)"),
    'wrongly counted' => (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_word w WHERE w.shop = $shop AND (documents = 0 OR documents <>"
        . ' (SELECT COUNT(*) FROM phpt_onlinechat_posting p WHERE p.word = w.id))'),
    'summed' => (int) $one("SELECT SUM(conversations) FROM phpt_onlinechat_statistic WHERE shop = $shop") - $summed,
]);

/* A checker makes all of it slower many times. */
[$cuts, $several] = getenv('ONLINECHAT_CHECKER') ? [12, 90] : [40, 300];
/** A process that digests what waits. Comes back when it begins, and so has its links; the socket is closed when it is done. */
$begin = function () use ($options): array {
    [$mine, $its] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $child = pcntl_fork();
    if ($child === 0) {
        $own = new Chat($options);
        $own->schema();
        fwrite($its, '1');
        try {
            $own->history()->digest(1000);
        } finally {
            fclose($its);
            for (;;) {
                sleep(60);
            }
        }
    }
    fclose($its);
    fread($mine, 1);
    return [$child, $mine];
};
/** Whether it was done within the time (µs); it is killed now, in any case. */
$done = function (array $process, int $us): bool {
    [$child, $mine] = $process;
    [$read, $write, $except] = [[$mine], null, null];
    $done = stream_select($read, $write, $except, intdiv($us, 1000000), $us % 1000000) > 0;
    posix_kill($child, SIGKILL);
    pcntl_waitpid($child, $status);
    return $done;
};

echo "-- killed\n";
/* How long it takes where this runs, undisturbed: the kills come within that time, at work, however slow it is. */
$lines(60);
$started = hrtime(true);
var_dump($done($begin(), 250000000));
$span = max(1, intdiv(hrtime(true) - $started, 1000));
for ($cut = $part = 0; $cut < $cuts || $part < $cuts / 4;) {
    $lines(max(0, 60 - $waiting()));
    $before = $waiting();
    if (!$done($begin(), random_int(0, $span))) {
        $cut++;
        $left = $waiting();
        $part += (int) ($left > 0 && $left < $before);
    }
}
while ($chat->history()->digest() > 0) {
}
$all = (int) $one("SELECT COUNT(*) FROM phpt_onlinechat_conversation WHERE shop = $shop");
var_dump($waiting());
echo $wrong($all), "\n";

echo "-- several at once, while lines are deleted\n";
$threads = $lines($several);
$digest = function (Chat $c): string {
    while ($c->history()->digest(7) > 0) {
    }
    return 'done';
};
$delete = function (Chat $c) use ($olga, $threads): string {
    foreach (array_chunk(array_slice($threads, intdiv(count($threads), 3), intdiv(count($threads), 2)), 5) as $some) {
        $c->history()->delete($olga, $some);
    }
    return 'done';
};
echo json_encode(crowd($options, [$digest, $digest, $delete])), "\n";
var_dump($waiting());
echo $wrong($all + $several), "\n";
?>
===DONE===
--EXPECT--
-- killed
bool(true)
int(0)
{"not of 7 words":0,"of no conversation":0,"wrongly counted":0,"summed":0}
-- several at once, while lines are deleted
["done","done","done"]
int(0)
{"not of 7 words":0,"of no conversation":0,"wrongly counted":0,"summed":0}
===DONE===
