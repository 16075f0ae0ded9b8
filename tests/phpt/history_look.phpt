--TEST--
Lines of an operator that are looked for in vain among the newest are read off a key and sorted, not refused (G22, issue 8)
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
require __DIR__ . '/said.inc';

// Tables of its own: one is locked, that each page reads last.
$said = new Said('look_');
$pdo = $said->pdo;
$lines = $talks = [];
for ($i = 1; $i <= 7000; $i++) {
    $lines[] = "($i, $said->shop, 'Line $i', 1, $i)";
    $talks[] = "($said->shop, $i, 'g:1', 4, 5, 1, $i)";
}
$pdo->exec('INSERT INTO look_onlinechat_thread (id, shop, name, conversations, last_at) VALUES ' . implode(', ', $lines));
$pdo->exec('INSERT INTO look_onlinechat_conversation (shop, thread, visitor, status, operator, started_at, last_at) VALUES ' . implode(', ', $talks));
$pdo->query('ANALYZE TABLE look_onlinechat_thread, look_onlinechat_conversation')->fetchAll();

$asking = fn (string $how): bool => (bool) $pdo->query("SELECT COUNT(*) FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
    . " AND info LIKE '%look\\_onlinechat\\_mail%' AND info LIKE '%$how%'")->fetchColumn();
/** The page asked for in another process, while looking through the lines takes its time. */
$slowly = function (array $filter, mixed ...$page) use ($pdo, $said, $asking): void {
    $pdo->exec('LOCK TABLES look_onlinechat_mail WRITE');
    [$mine, $its] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $child = pcntl_fork();
    if ($child === 0) {
        $history = (new OnlineChat\Chat(served(['shop' => $said->shop, 'prefix' => 'look_'])))->history();
        try {
            $found = $history->find($said->who, $filter, ...$page);
            fwrite($its, implode(', ', array_column($found->lines, 'name')) . " from $found->offset of $found->total");
        } catch (OnlineChat\InvalidValue $refused) {
            fwrite($its, $refused->getMessage());
        }
        fclose($its);
        for (;;) {
            sleep(60);
        }
    }
    fclose($its);
    stream_set_blocking($mine, false);
    // Until it reads all that fit, or was refused.
    for ($answer = ''; !$asking('DISTINCT') && $answer === '' && !feof($mine); usleep(2000)) {
        $answer .= stream_get_contents($mine);
    }
    $pdo->exec('UNLOCK TABLES');
    stream_set_blocking($mine, true);
    echo $answer, stream_get_contents($mine), "\n";
    posix_kill($child, SIGKILL);
    pcntl_waitpid($child, $status);
};
$slowly(['operator' => 5], 3);
$slowly(['operator' => 5], 2, '', 100, true);
$said->show('at once', ['operator' => 5], 3);
foreach ($pdo->query("SHOW TABLES LIKE 'look\\_onlinechat\\_%'")->fetchAll(PDO::FETCH_COLUMN) as $table) {
    $pdo->exec("DROP TABLE $table");
}
?>
===DONE===
--EXPECT--
Line 7000, Line 6999, Line 6998 from 0 of 7000
Line 101, Line 102 from 100 of 7000
at once: Line 7000 Line 6999 Line 6998
===DONE===
