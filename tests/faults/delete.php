<?php

declare(strict_types=1);

/*
 * The deleting test (G23): a shop lets go of what it has kept too long, from the very line in which a customer is
 * chatting, and a large line is deleted, while that customer writes all the time. Deleting goes in small transactions,
 * every message is acknowledged at the first try, and nothing of the open conversation is touched.
 *
 *     php -d extension=… tests/faults/delete.php [CONVERSATIONS of each line, 1000]
 *
 * Prints TAP. Starts stores of its own.
 */

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;

require __DIR__ . '/Processes.php';
require __DIR__ . '/Stores.php';
require __DIR__ . '/Writer.php';
require __DIR__ . '/../../tools/lib/options.php';
require __DIR__ . '/../../tools/lib/tap.php';

const LOT = 50; // as oc_delete.c has it

$conversations = (int) ($argv[1] ?? 1000);
$stores = new Stores(dirname(__DIR__, 2), 'delete-' . getmypid());

function number(PDO $pdo, string $query): int
{
    return (int) $pdo->query($query)->fetchColumn();
}

function deletes(PDO $pdo): int
{
    return (int) $pdo->query("SHOW GLOBAL STATUS LIKE 'Com_delete'")->fetchColumn(1);
}

/** So many archived conversations of three messages in a line, the oldest first. */
function fill(PDO $pdo, int $line, int $from, int $n): void
{
    $at = '1600000000000000 + seq * 1000000';
    $pdo->exec('INSERT INTO ps_onlinechat_conversation (id, shop, thread, visitor, status, last_number, started_at, last_at)'
        . " SELECT $from + seq, 1, $line, 'c:$line', 4, 3, $at, $at FROM seq_1_to_$n");
    $pdo->exec("INSERT INTO ps_onlinechat_message (conversation, number, author, text, at) SELECT $from + c.seq, n.seq, 1,"
        . " CONCAT('Message of ', c.seq), 1 FROM seq_1_to_$n c JOIN seq_1_to_3 n");
    $pdo->exec("UPDATE ps_onlinechat_thread SET conversations = $n, last_text = 'x', last_at = 1600000000000000 + $n * 1000000"
        . " WHERE id = $line");
}

$stores->start('mariadb', 'redis');
try {
    $chat = new Chat(onlinechat_options());
    $chat->migrate();
    $chat->publish([]);
    $anna = new Identity(Role::Operator, '1', 'Anna');
    $customer = new Identity(Role::Customer, '5', 'Carl');
    $chat->router()->online($anna, bin2hex(random_bytes(16)));
    $open = $chat->router()->start($customer, bin2hex(random_bytes(16)), 'Hello', '192.0.2.1', [], false)->conversation;
    $pdo = new PDO('mysql:unix_socket=' . getenv('ONLINECHAT_MYSQL_SOCKET') . ';dbname=' . getenv('ONLINECHAT_MYSQL_DATABASE'),
        (string) getenv('ONLINECHAT_MYSQL_USER'), (string) getenv('ONLINECHAT_MYSQL_PASSWORD'));
    $line = number($pdo, "SELECT thread FROM ps_onlinechat_conversation WHERE id = $open");
    $pdo->exec("INSERT INTO ps_onlinechat_thread (shop, customer, name) VALUES (1, 6, 'Dora')");
    $other = (int) $pdo->lastInsertId();
    fill($pdo, $line, 1000, $conversations);
    fill($pdo, $other, 1000 + $conversations, $conversations);

    $writer = new Writer($customer);
    Processes::until(static fn () => $writer->posted() > 20, 'messages are posted');
    $before = $writer->posted();
    $statements = deletes($pdo);
    $deleting = Processes::spawn(static function () use ($anna, $other): void {
        $history = (new Chat(onlinechat_options()))->history();
        $history->delete($anna, [$other]);
        while ($history->expire(1_650_000_000_000) > 0);
    });
    Processes::until(static fn () => Processes::over($deleting), 'all that is old is deleted');
    $statements = deletes($pdo) - $statements;
    $during = $writer->posted() - $before;
    Processes::until(static fn () => $writer->posted() > $before + $during + 20, 'messages are posted afterwards');

    echo "# $during messages were posted meanwhile, $statements statements deleted\n";
    Tap::result('G23: nothing old is left', number($pdo, 'SELECT COUNT(*) FROM ps_onlinechat_conversation') === 1 ? [] : ['some is']);
    Tap::result('in small transactions', $statements >= 2 * $conversations / LOT ? [] : ["only $statements statements"]);
    Tap::result('who chats in the line is not in the way', $during > 0 ? $writer->problems() : ['no message was posted']);
    Tap::result('I1: the open conversation is whole', number($pdo, "SELECT COUNT(*) FROM ps_onlinechat_message WHERE conversation = $open")
        >= $writer->posted() && number($pdo, "SELECT COUNT(*) = MAX(number) FROM ps_onlinechat_message WHERE conversation = $open")
        ? [] : ['messages are missing']);
    Tap::result('the other line is gone', number($pdo, "SELECT COUNT(*) FROM ps_onlinechat_thread WHERE id = $other") === 0 ? [] : ['it is there']);
    Tap::plan();
} finally {
    Processes::end();
    $stores->stop();
}
