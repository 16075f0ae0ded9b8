<?php

declare(strict_types=1);

/*
 * The stop test (I5, I7): Redis hangs (SIGSTOP) for a while, with forty polls and ten pages outside the chat a
 * second on five PHP-FPM workers. Every poll is answered, pages go on, nothing is lost, and when Redis is back
 * the chat is whole again by itself.
 *
 *     php -d extension=… tests/faults/stop.php [SECONDS [FILE]]
 *
 * Prints TAP; FILE gets the times, for tools/bench stop. Starts stores of its own.
 */

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;

require __DIR__ . '/Stores.php';
require __DIR__ . '/Traffic.php';
require __DIR__ . '/../../tools/lib/options.php';

const VISITORS = 40;

$seconds = (int) ($argv[1] ?? 30);
$test = 0;
putenv('ONLINECHAT_FPM_CHILDREN=5');
$stores = new Stores(dirname(__DIR__, 2), 'stop-' . getmypid());

function result(string $name, bool $ok, string $why = ''): void
{
    global $test;
    echo $ok ? 'ok ' : 'not ok ', ++$test, " - $name\n", $ok ? '' : "# $why\n";
}

function key128(): string
{
    return bin2hex(random_bytes(16));
}

/** @param list<float> $times */
function p99(array $times): float
{
    sort($times);
    return $times[(int) ceil(count($times) * 0.99) - 1];
}

/** @return list<array{Identity, int, string}> visitor, conversation, ticket */
function visitors(Chat $chat): array
{
    $chat->publish(['maximum' => 100]);
    $chat->router()->online(new Identity(Role::Operator, '1', 'Anna'), key128(), null, 100);
    $list = [];
    for ($i = 0; $i < VISITORS; $i++) {
        $who = new Identity(Role::Guest, md5("visitor $i"));
        $placed = $chat->router()->start($who, key128(), 'Hello', "192.0.2.$i", [], false);
        $list[] = [$who, $placed->conversation, $chat->tickets()->make($who)];
    }
    return $list;
}

function traffic(array $visitors): Traffic
{
    $url = (string) getenv('ONLINECHAT_URL');
    return new Traffic([
        'poll' => [40, static function (int $i) use ($visitors, $url): array {
            [, $conversation, $ticket] = $visitors[$i % VISITORS];
            return ["$url/entry.php?action=poll&conversation=$conversation&after=1&revision=2&stream=tab$i",
                ["Onlinechat-Ticket: $ticket"]];
        }],
        'page' => [10, static fn (int $i): array => ["$url/contact.php", []]],
    ]);
}

$stores->start();
try {
    $chat = new Chat(onlinechat_options());
    $visitors = visitors($chat);
    $traffic = traffic($visitors);
    $traffic->run(3); // workers warm up
    $traffic->run($seconds);
    $before = $traffic->times;

    posix_kill($stores->pid('redis'), SIGSTOP);
    [$who, $conversation] = $visitors[0];
    $traffic->run($seconds);
    $during = $traffic->times;
    $statuses = $traffic->statuses;
    $posted = $chat->conversations()->post($who, key128(), $conversation, 'Written while Redis hung');
    posix_kill($stores->pid('redis'), SIGCONT);

    $polls = array_sum($statuses['poll']);
    $answered = ($statuses['poll'][200] ?? 0) + ($statuses['poll'][204] ?? 0);
    result("I5: $polls polls are answered while Redis hangs for $seconds s", $answered === $polls, json_encode($statuses));
    result('I7: pages outside the chat are served', array_keys($statuses['page']) === [200], json_encode($statuses));
    result('I1: a message is acknowledged meanwhile', $posted->accepted);
    printf("# page outside the chat, p99: %.1f ms before, %.1f ms while Redis hung\n", p99($before['page']), p99($during['page']));

    for ($deadline = microtime(true) + 20; microtime(true) < $deadline; usleep(100_000)) {
        $update = $chat->conversations()->poll($who, '192.0.2.0', 'tab', $conversation, 1, 2);
        if (!$update->degraded) {
            break;
        }
    }
    result('the chat is whole again by itself', !$update->degraded, 'still degraded after 20 s');
    result('the message is read', $update->messages?->to === $posted->number, json_encode($update));
    echo "1..$test\n";
    if (isset($argv[2])) {
        file_put_contents($argv[2], json_encode(['seconds' => $seconds, 'before' => $before, 'during' => $during]));
    }
} finally {
    $stores->stop();
}
