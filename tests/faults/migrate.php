<?php

declare(strict_types=1);

/*
 * The migration test: a shop that has chatted for years goes from version 7 of the schema to the newest, while chats go
 * on and a transaction holds on to what an ALTER wants; what migrates is killed on the way, three times, and begins
 * again. Afterwards everything archived waits to be digested, once, and nothing else does.
 *
 *     php -d extension=… tests/faults/migrate.php [CONVERSATIONS, 200000]
 *
 * Prints TAP. Starts stores of its own.
 */

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;

require __DIR__ . '/Stores.php';
require __DIR__ . '/Years.php';
require __DIR__ . '/../../tools/lib/options.php';

const KILLS = 3;

$conversations = (int) ($argv[1] ?? 200000);
$stores = new Stores(dirname(__DIR__, 2), 'migrate-' . getmypid());
$file = tempnam(sys_get_temp_dir(), 'posts');
$children = [];
$test = 0;

function result(string $name, array $problems): void
{
    global $test;
    echo $problems === [] ? 'ok ' : 'not ok ', ++$test, " - $name\n";
    foreach (array_slice($problems, 0, 10) as $problem) {
        echo "# $problem\n";
    }
}

function spawn(callable $work): int
{
    global $children;
    $pid = pcntl_fork();
    if ($pid === 0) {
        try {
            $work();
        } catch (Throwable $problem) {
            fwrite(STDERR, "$problem\n");
        }
        // Without PHP's shutdown, which is the parent's.
        posix_kill(getmypid(), SIGKILL);
    }
    return $children[] = $pid;
}

function over(int $pid): bool
{
    global $children;
    if (pcntl_waitpid($pid, $status, WNOHANG) === 0) {
        return false;
    }
    $children = array_diff($children, [$pid]);
    return true;
}

/** Waits for it. What cannot be for two minutes is a failure. */
function until(callable $condition, string $what): void
{
    for ($end = microtime(true) + 120; !$condition(); usleep(5000)) {
        if (microtime(true) > $end) {
            throw new RuntimeException("not within two minutes: $what");
        }
    }
}

/** A visitor who writes all the time; each acknowledged message is a byte in the file. */
function chats(string $file): void
{
    $chat = new Chat(onlinechat_options());
    $guest = new Identity(Role::Guest, md5('guest'));
    $conversation = (int) $chat->conversations()->current($guest);
    for ($i = 1; ; $i++) {
        $key = bin2hex(random_bytes(16));
        do {
            $posted = null;
            try {
                $posted = $chat->conversations()->post($guest, $key, $conversation, "Message $i");
            } catch (OnlineChat\StoreUnavailable | OnlineChat\OutcomeUnknown) {
                file_put_contents($file, '!', FILE_APPEND);
            }
        } while ($posted === null);
        file_put_contents($file, $posted->accepted ? '.' : '-', FILE_APPEND);
        usleep(2000);
    }
}

/** Messages posted so far. */
function posts(string $file): int
{
    return substr_count((string) file_get_contents($file), '.');
}

/** @return list<string> statements of the eighth version's file and later ones that could lock a large table for long */
function careless(): array
{
    $found = [];
    foreach (glob(__DIR__ . '/../../ext/store/schema/*.sql') as $file) {
        foreach ((int) basename($file) > 7 ? explode(";\n", (string) file_get_contents($file)) : [] as $statement) {
            $sql = trim((string) preg_replace('/^--.*$/m', '', $statement));
            $how = match (true) {
                str_starts_with($sql, 'CREATE TABLE') => null,
                str_starts_with($sql, 'ALTER TABLE') => '/ALGORITHM=(INSTANT|INPLACE, LOCK=NONE)/',
                default => '/\{each \w+\}/',
            };
            $how === null || preg_match($how, $sql) || $found[] = basename($file) . ": $sql";
        }
    }
    return $found;
}

result('each ALTER says how it runs, whatever goes over a table does so in lots', careless());
$stores->start('mariadb', 'redis');
try {
    $chat = new Chat(onlinechat_options());
    $newest = $chat->migrate();
    $chat->publish([]);
    $chat->router()->online(new Identity(Role::Operator, '1', 'Anna'), bin2hex(random_bytes(16)));
    $chat->router()->start(new Identity(Role::Guest, md5('guest')), bin2hex(random_bytes(16)), 'Hello', '192.0.2.1', [], false);
    $years = new Years($conversations);
    $years->begin();
    $migrates = static fn () => (new Chat(onlinechat_options()))->migrate();

    spawn(static fn () => chats($file));
    until(static fn () => posts($file) > 50, 'messages are posted');
    $before = posts($file);

    $reader = $years->connect();
    $reader->beginTransaction();
    $reader->query('SELECT 1 FROM ps_onlinechat_conversation LIMIT 1')->fetchAll();
    $migration = spawn($migrates);
    until($years->stuck(...), 'the ALTER waits for a transaction that has read the table');
    $stuck = posts($file);
    until(static fn () => posts($file) > $stuck + 100, 'messages are posted while an ALTER waits');
    result('a hundred messages are posted while an ALTER waits for a long transaction',
        over($migration) ? ['the migration did not wait'] : []);
    $reader->commit();

    $problems = [];
    for ($kill = 1; $kill <= KILLS; $kill++) {
        $share = intdiv($conversations * $kill, KILLS + 2);
        until(static fn () => $years->waiting() > $share || over($migration), "a part of $share is done");
        if ($years->waiting() >= $conversations || !posix_kill($migration, SIGKILL)) {
            $problems[] = "cut $kill: the migration was over before";
        }
        until(static fn () => over($migration), 'what migrates is gone');
        $kill === 1 && $chat->schema() !== 7 && $problems[] = 'half a version is noted as a whole one';
        $migration = spawn($migrates);
    }
    until(static fn () => over($migration), 'the migration ends');
    $text = (string) file_get_contents($file);
    printf("# %d messages were posted during the migration\n", posts($file) - $before);
    result('every message found its way meanwhile', array_filter(['!', '-'], static fn (string $bad): bool => str_contains($text, $bad)));
    result("a migration over $conversations conversations is killed " . KILLS . ' times and begun again: version ' . $newest,
        [...$problems, ...($chat->schema() === $newest ? [] : ["it is {$chat->schema()}"])]);
    result('what was archived waits to be digested, once, and nothing else', $years->judge());
    echo "1..$test\n";
} finally {
    foreach ($children as $pid) {
        posix_kill($pid, SIGKILL);
    }
    $stores->stop();
    unlink($file);
}
