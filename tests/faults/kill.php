<?php

declare(strict_types=1);

/*
 * The kill test (I1, I2, I3): MariaDB, Redis and workers are killed and Redis is emptied, in turns, while
 * eight processes chat. Afterwards every acknowledged message is there once, numbers are gapless, places are
 * right, and nobody waited longer than 30 s to see a message.
 *
 *     php -d extension=… tests/faults/kill.php [ROUNDS [PROCESSES]]
 *
 * Prints TAP. Starts stores of its own.
 */

require __DIR__ . '/Chatter.php';
require __DIR__ . '/Stores.php';
require __DIR__ . '/../model/Model.php';
require __DIR__ . '/../../tools/lib/options.php';
require __DIR__ . '/../../tools/lib/tap.php';

$rounds = (int) ($argv[1] ?? 20);
$processes = (int) ($argv[2] ?? 8);
$stores = new Stores(dirname(__DIR__, 2), 'kill-' . getmypid());
$folder = sys_get_temp_dir() . '/kill' . getmypid();
mkdir($folder);
$workers = [];

function spawn(int $number): void
{
    global $workers, $folder;
    $pid = pcntl_fork();
    if ($pid === 0) {
        mt_srand();
        (new Chatter(onlinechat_options(), $number, "$folder/notes$number"))->run("$folder/stop");
        exit(0);
    }
    $workers[$number] = $pid;
}

/** Messages seen so far, in all processes together. */
function seen(): int
{
    global $folder;
    $seen = 0;
    foreach (glob("$folder/notes*") as $file) {
        $seen += substr_count((string) file_get_contents($file), "\nseen ");
    }
    return $seen;
}

/** The chat goes on after a fault: a dozen more messages have arrived. */
function goesOn(int $before): bool
{
    for ($deadline = microtime(true) + 60; microtime(true) < $deadline; usleep(20_000)) {
        if (seen() >= $before + 12) {
            return true;
        }
    }
    return false;
}

function notes(string $kind): array
{
    global $folder;
    $list = [];
    foreach (glob("$folder/notes*") as $file) {
        foreach (file($file, FILE_IGNORE_NEW_LINES) as $line) {
            if (str_starts_with($line, "$kind ")) {
                $list[] = substr($line, strlen($kind) + 1);
            }
        }
    }
    return $list;
}

$stores->start();
try {
    $chat = new OnlineChat\Chat(onlinechat_options());
    $chat->publish(['maximum' => 20, 'queue' => true]);
    for ($i = 1; $i <= $processes; $i++) {
        spawn($i);
    }
    goesOn(0);
    $faults = [
        'kill -9 of MariaDB' => fn () => $stores->kill('mariadb'),
        'kill -9 of Redis with snapshots' => fn () => $stores->kill('redis'),
        'FLUSHALL' => fn () => $stores->flush(),
        'kill -9 of a worker' => function () use (&$workers) {
            $number = array_rand($workers);
            posix_kill($workers[$number], SIGKILL);
            pcntl_waitpid($workers[$number], $status);
            spawn($number);
        },
    ];
    $stuck = array_fill_keys(array_keys($faults), []);
    for ($round = 1; $round <= $rounds; $round++) {
        foreach ($faults as $name => $fault) {
            $before = seen();
            $fault();
            if (!goesOn($before)) {
                $stuck[$name][] = "round $round: the chat did not go on within 60 s";
            }
        }
    }
    touch("$folder/stop");
    foreach ($workers as $pid) {
        pcntl_waitpid($pid, $status);
    }
    foreach ($stuck as $name => $problems) {
        Tap::result("$rounds times $name: the chat goes on", $problems);
    }

    $pdo = new PDO('mysql:unix_socket=' . getenv('ONLINECHAT_MYSQL_SOCKET') . ';dbname=' . getenv('ONLINECHAT_MYSQL_DATABASE'),
        (string) getenv('ONLINECHAT_MYSQL_USER'), (string) getenv('ONLINECHAT_MYSQL_PASSWORD'));
    $stored = [];
    foreach ($pdo->query('SELECT conversation, number, text FROM ps_onlinechat_message', PDO::FETCH_NUM) as $row) {
        $stored[$row[2]][] = "$row[0] $row[1]";
    }
    $problems = [];
    foreach ($sent = notes('sent') as $note) {
        [$conversation, $number, $text] = explode(' ', $note, 3);
        if (($stored[$text] ?? []) !== ["$conversation $number"]) {
            $problems[] = "$note: stored as " . json_encode($stored[$text] ?? null);
        }
    }
    Tap::result('I1: each of ' . count($sent) . ' acknowledged messages is there once, under its number', $problems);
    Tap::result('I4: no message is there twice', array_keys(array_filter($stored, fn ($places) => count($places) > 1)));
    Tap::result('I1: numbers are gapless', $pdo->query('SELECT c.id FROM ps_onlinechat_conversation c LEFT JOIN'
        . ' ps_onlinechat_message m ON m.conversation = c.id GROUP BY c.id HAVING COUNT(m.number) <> MAX(c.last_number)'
        . ' OR MAX(m.number) <> COUNT(m.number)')->fetchAll(PDO::FETCH_COLUMN));

    $model = new Model(true);
    for ($after = 0; $list = $chat->router()->decisions($after, 1000); $after = end($list)['number']) {
        array_map($model->step(...), $list);
    }
    $conversations = $operators = [];
    foreach ($pdo->query('SELECT id, status, operator FROM ps_onlinechat_conversation', PDO::FETCH_NUM) as $row) {
        $conversations[(int) $row[0]] = [(int) $row[1], (int) $row[2]];
    }
    foreach ($pdo->query('SELECT id, load_now FROM ps_onlinechat_operator', PDO::FETCH_NUM) as $row) {
        $operators[(int) $row[0]] = (int) $row[1];
    }
    $model->compare($conversations, $operators, (int) $pdo->query('SELECT COUNT(*) FROM ps_onlinechat_hold')->fetchColumn());
    Tap::result("I3: places are right after $after decisions", $model->violations);
    $waits = array_map('floatval', notes('seen'));
    sort($waits);
    printf("# waits: %d, median %.1f s, longest %.1f s\n", count($waits), $waits[intdiv(count($waits), 2)], end($waits));
    Tap::result('I2: nobody waited longer than 30 s', array_values(array_filter($waits, fn ($wait) => $wait > 30)));
    Tap::result('no process gave up', notes('problem'));
    Tap::plan();
} finally {
    foreach ($workers as $pid) {
        posix_kill($pid, SIGKILL);
    }
    $stores->stop();
    array_map('unlink', glob("$folder/*"));
    rmdir($folder);
}
