<?php

/*
 * Empties the shop between two tests and publishes the settings named on the command line (JSON):
 * everybody goes offline, whatever is open ends, no place is kept. Redis is emptied too, rate limits
 * with it, which the chat has to bear anyway.
 */

declare(strict_types=1);

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;
use OnlineChat\SignOff;

const HELPER = 99;

$options = (require __DIR__ . '/../../storefront/config.php')['chat'];
$settings = json_decode($argv[1] ?? '{}', true, 16, JSON_THROW_ON_ERROR);
$mysql = new PDO(
    "mysql:unix_socket={$options['mysql']['socket']};dbname={$options['mysql']['database']}",
    $options['mysql']['user'],
    $options['mysql']['password'],
    [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION],
);
$shops = [1, 2];
foreach ($shops as $shop) {
    clear(new Chat(['shop' => $shop] + $options), $mysql, $shop);
}

$redis = stream_socket_client('unix://' . $options['redis']['socket'], $number, $text, 5);
fwrite($redis, "FLUSHALL\r\n");
fgets($redis);

foreach ($shops as $shop) {
    (new Chat(['shop' => $shop] + $options))->publish($settings);
}

function clear(Chat $chat, PDO $mysql, int $shop): void
{
    $router = $chat->router();
    $key = static fn (): string => bin2hex(random_bytes(16));
    $operator = static fn (int $id): Identity => new Identity(Role::Operator, (string) $id, "Operator $id", 'en');

    // Somebody with room for everything empties the queue, then all leave.
    $mysql->exec("UPDATE ps_onlinechat_hold SET until = 1 WHERE shop = $shop");
    $mysql->exec("DELETE FROM ps_onlinechat_block WHERE shop = $shop");
    $chat->publish(['maximum' => 10000, 'capacity' => 4]);
    $router->online($operator(HELPER), $key(), 'Reset', 1000);
    do {
        $changes = $router->sweep();
    } while ($changes > 0);
    $online = $mysql->query("SELECT id FROM ps_onlinechat_operator WHERE shop = $shop AND online = 1");
    foreach ($online->fetchAll(PDO::FETCH_COLUMN) as $id) {
        $router->offline($operator((int) $id), $key(), SignOff::End);
    }
    $left = (int) $mysql->query(
        "SELECT COUNT(*) FROM ps_onlinechat_conversation WHERE shop = $shop AND status < 3",
    )->fetchColumn();
    if ($left > 0) {
        fwrite(STDERR, "$left conversations of shop $shop are still open\n");
        exit(1);
    }
}
