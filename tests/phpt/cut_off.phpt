--TEST--
A server that Redis cannot be reached from: its visitors are not gone for the others (I2)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$shop = random_int(1, 4294967295);
$chat = chat([], ['shop' => $shop]);
$cut = new OnlineChat\Chat(served(['shop' => $shop, 'redis' => ['socket' => '/nowhere/redis.sock']]));
$olga = operator(5);
$chat->router()->online($olga, fresh());
$start = fn ($who) => $chat->router()->start($who, fresh(), 'Hello', ADDRESS)->conversation;
[$there, $gone] = [$start($anna = guest()), $start(guest())];
$status = fn (int $id) => $chat->conversations()->read($olga, $id)->status->value;

/** A command to Redis. */
$redis = function (string ...$words): string {
    static $link;
    $link ??= stream_socket_client('unix://' . getenv('ONLINECHAT_REDIS_SOCKET'));
    fwrite($link, '*' . count($words) . "\r\n" . implode('', array_map(fn ($w) => '$' . strlen($w) . "\r\n$w\r\n", $words)));
    return trim(fgets($link));
};
$clock = "for _, key in ipairs(redis.call('KEYS', '*:$shop}:visitors')) do if redis.call('ZSCORE', key, ARGV[1]) then %s end end return 0";
$silent = fn (int $id) => $redis('EVAL', sprintf($clock, "redis.call('ZADD', key, 1, ARGV[1])"), '0', (string) $id);
$left = fn (int $id) => $redis('EVAL', sprintf($clock, "local t = redis.call('TIME') return redis.call('ZSCORE', key, ARGV[1]) / 1000 - t[1]"), '0', (string) $id);

say('polls without Redis', $cut->conversations()->poll($anna, ADDRESS, 'tab', $there, 1, 1), 'degraded');
$silent($there);
$silent($gone);
$chat->router()->sweep();
echo $status($there), ' ', $status($gone), "\n";
$seconds = (int) substr($left($there), 1);
var_dump($seconds > 200 && $seconds <= 300);
?>
===DONE===
--EXPECT--
polls without Redis degraded=true
ongoing finished
bool(true)
===DONE===
