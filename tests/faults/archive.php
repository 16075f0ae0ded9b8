<?php

declare(strict_types=1);

/*
 * The archive test (G18, G24): an operator signs off with a thousand finished conversations, and the process that
 * archives them is killed at a random moment, or MariaDB is (every fifth time). What goes on afterwards archives each
 * conversation once; then digesting sixty of them is killed likewise, and each is searchable and counted once.
 *
 *     php -d extension=… tests/faults/archive.php [ROUNDS, 50 [CONVERSATIONS, 1000]]
 *
 * Prints TAP. Starts stores of its own.
 */

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\OutcomeUnknown;
use OnlineChat\Role;
use OnlineChat\StoreUnavailable;

require __DIR__ . '/Stores.php';
require __DIR__ . '/Day.php';
require __DIR__ . '/../../tools/lib/options.php';
require __DIR__ . '/../../tools/lib/tap.php';

const DIGESTED = 60;

$rounds = (int) ($argv[1] ?? 50);
$conversations = (int) ($argv[2] ?? 1000);
$stores = new Stores(dirname(__DIR__, 2), 'archive-' . getmypid());
$anna = new Identity(Role::Operator, '1', 'Anna');

/** In a process of its own, killed so many microseconds after it began, or let be (null). */
function killed(callable $work, ?int $after, ?callable $kill = null): void
{
    [$mine, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $pid = pcntl_fork();
    if ($pid === 0) {
        try {
            $chat = new Chat(onlinechat_options());
            $chat->schema();
            fwrite($theirs, 'x');
            $work($chat);
        } catch (StoreUnavailable | OutcomeUnknown) {
            // MariaDB was killed.
        } catch (Throwable $problem) {
            fwrite(STDERR, "$problem\n");
        }
        // Without PHP's shutdown, which is the parent's.
        posix_kill(getmypid(), SIGKILL);
    }
    fclose($theirs);
    fread($mine, 1);
    if ($after !== null) {
        usleep($after);
        $kill ? $kill() : posix_kill($pid, SIGKILL);
    }
    pcntl_waitpid($pid, $status);
}

/** How long it takes if nobody disturbs it, µs. */
function measured(callable $work): int
{
    $started = hrtime(true);
    killed($work, null);
    return intdiv(hrtime(true) - $started, 1000);
}

$stores->start('mariadb', 'redis');
try {
    $chat = new Chat(onlinechat_options());
    $chat->migrate();
    $chat->publish([]);
    $day = new Day(1);
    $day->make($conversations);
    $signsOff = static fn (string $key): Closure => static fn (Chat $chat) => $chat->router()->offline($anna, $key);
    $digests = static function (Chat $chat): void {
        while ($chat->history()->digest() > 0);
    };
    $comes = static function () use ($anna, $day): void {
        $day->again();
        (new Chat(onlinechat_options()))->router()->online($anna, bin2hex(random_bytes(16)));
    };

    $comes();
    $took = measured($signsOff(bin2hex(random_bytes(16))));
    $day->enough(DIGESTED);
    $time = [$took, measured($digests)];
    $archived = $digested = [];
    $cut = ['archiving' => 0, 'digesting' => 0];
    for ($round = 1; $round <= $rounds; $round++) {
        $kill = $round % 5 === 0 ? static fn () => $stores->kill('mariadb') : null;
        $key = bin2hex(random_bytes(16));
        $comes();
        killed($signsOff($key), mt_rand(0, $time[0]), $kill);
        $day->connect();
        $left = $day->finished();
        $cut['archiving'] += $left > 0 && $left < $conversations;

        // What follows a cut: the browser repeats the request with its key, and somebody's poll sweeps.
        $chat = new Chat(onlinechat_options());
        $chat->router()->offline($anna, $key);
        for ($sweeps = 0; $day->finished() && $sweeps <= $conversations / 100; $sweeps++) {
            $chat->router()->sweep();
        }
        $archived = [...$archived, ...array_map(fn ($problem) => "round $round: $problem", $day->archived())];

        $documents = $day->enough(DIGESTED);
        $waiting = $day->undigested();
        killed($digests, mt_rand(0, $time[1]), $kill);
        $day->connect();
        $left = $day->undigested();
        $cut['digesting'] += $left > 0 && $left < $waiting;
        $digests(new Chat(onlinechat_options()));
        $digested = [...$digested, ...array_map(fn ($problem) => "round $round: $problem", $day->digested($documents))];
    }
    echo "# of $rounds rounds {$cut['archiving']} ended in the middle of archiving, {$cut['digesting']} in the middle of digesting\n";
    Tap::result("G18, G24: $conversations conversations, killed $rounds times: each is archived once", $archived);
    Tap::result('each is searchable and counted once', $digested);
    Tap::result('rounds ended in the middle of it', array_keys(array_filter($cut, static fn (int $n): bool => $n === 0)));
    Tap::plan();
} finally {
    $stores->stop();
}
