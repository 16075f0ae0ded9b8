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

require __DIR__ . '/Processes.php';
require __DIR__ . '/Stores.php';
require __DIR__ . '/Writer.php';
require __DIR__ . '/Years.php';
require __DIR__ . '/../../tools/lib/options.php';
require __DIR__ . '/../../tools/lib/tap.php';

const KILLS = 3;

$conversations = (int) ($argv[1] ?? 200000);
$stores = new Stores(dirname(__DIR__, 2), 'migrate-' . getmypid());

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

Tap::result('each ALTER says how it runs, whatever goes over a table does so in lots', careless());
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

    $writer = new Writer(new Identity(Role::Guest, md5('guest')));
    Processes::until(static fn () => $writer->posted() > 50, 'messages are posted');
    $before = $writer->posted();

    $reader = $years->connect();
    $reader->beginTransaction();
    $reader->query('SELECT 1 FROM ps_onlinechat_conversation LIMIT 1')->fetchAll();
    $migration = Processes::spawn($migrates);
    Processes::until($years->stuck(...), 'the ALTER waits for a transaction that has read the table');
    $stuck = $writer->posted();
    Processes::until(static fn () => $writer->posted() > $stuck + 100, 'messages are posted while an ALTER waits');
    Tap::result('a hundred messages are posted while an ALTER waits for a long transaction',
        Processes::over($migration) ? ['the migration did not wait'] : []);
    $reader->commit();

    $problems = [];
    for ($kill = 1; $kill <= KILLS; $kill++) {
        $share = intdiv($conversations * $kill, KILLS + 2);
        Processes::until(static fn () => $years->waiting() > $share || Processes::over($migration), "a part of $share is done");
        if ($years->waiting() >= $conversations || !posix_kill($migration, SIGKILL)) {
            $problems[] = "cut $kill: the migration was over before";
        }
        Processes::until(static fn () => Processes::over($migration), 'what migrates is gone');
        $kill === 1 && $chat->schema() !== 7 && $problems[] = 'half a version is noted as a whole one';
        $migration = Processes::spawn($migrates);
    }
    Processes::until(static fn () => Processes::over($migration), 'the migration ends');
    printf("# %d messages were posted during the migration\n", $writer->posted() - $before);
    Tap::result('every message found its way meanwhile', $writer->problems());
    Tap::result("a migration over $conversations conversations is killed " . KILLS . ' times and begun again: version ' . $newest,
        [...$problems, ...($chat->schema() === $newest ? [] : ["it is {$chat->schema()}"])]);
    Tap::result('what was archived waits to be digested, once, and nothing else', $years->judge());
    Tap::plan();
} finally {
    Processes::end();
    $stores->stop();
}
