<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;

function rise(callable $what): string
{
    $before = counters();
    $what();
    $rise = [];
    foreach (counters() as $name => $value) {
        if ($value !== $before[$name] && !str_contains($name, 'commands') && !str_contains($name, 'batches')) {
            $rise[] = "$name " . sprintf('%+d', $value - $before[$name]);
        }
    }
    return implode(', ', $rise) ?: 'nothing';
}

$redis = fn (int $database) => (new Chat(served(['redis' => ['database' => $database]])))->presence();
[$zero, $one, $two] = [$redis(0), $redis(1), $redis(2)];

$zero->here([1]);
echo 'the same: ', rise(fn () => $zero->here([1])), "\n";
echo 'the same address in another chat: ', rise(fn () => $redis(0)->here([1])), "\n";
echo 'another database: ', rise(fn () => $one->here([1])), "\n";
echo 'a third: ', rise(fn () => $two->here([1])), "\n";
echo 'the first again: ', rise(fn () => $zero->here([1])), "\n";

echo "-- another user or password never gets a link that is not theirs\n";
$good = new Chat(served());
$good->migrate();
$good->schema();
foreach ([['password' => 'wrong'], ['user' => 'nobody'], ['password' => '']] as $other) {
    try {
        (new Chat(served(['mysql' => $other])))->schema();
        echo "let in\n";
    } catch (OnlineChat\StoreUnavailable) {
        echo "refused\n";
    }
}
echo 'the good one: ', rise(fn () => $good->schema()), "\n";

echo "-- a link that the server closed is not used\n";
$socket = stream_socket_client('unix://' . getenv('ONLINECHAT_REDIS_SOCKET'));
fwrite($socket, "CLIENT KILL TYPE normal SKIPME yes\r\n");
echo fgets($socket)[0], "\n";
$answer = 0;
echo 'after it: ', rise(function () use ($zero, &$answer) { $answer = $zero->here([1]); }), "\n";
var_dump($answer);
?>
===DONE===
