--TEST--
Too much at once: RateLimited says how long to wait
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\RateLimited;

$chat = chat();
$guest = guest();
foreach (['write', 'start', 'poll'] as $action) {
    $admitted = 0;
    try {
        for (; $admitted < 100000; $admitted++) {
            $chat->admit($guest, ADDRESS, $action);
        }
    } catch (RateLimited $e) {
        echo $action, ' ', $admitted > 0 ? 'some' : 'none', ' ', $e->retryAfter > 0 && $e->retryAfter <= 600000 ? 'wait' : $e->retryAfter, "\n";
    }
}
$chat->admit(guest(), '2001:db8::1', 'write');
$chat->admit(null, '2001:db8::2', 'start');

/* Without Redis this server counts: each action for itself, a person and an address each. */
$chat = chat([], ['redis' => ['socket' => '/nowhere/redis.sock']]);
$most = static function (callable $admit): int {
    for ($admitted = 0; $admitted < 200; $admitted++) {
        try {
            $admit();
        } catch (RateLimited $e) {
            return $e->retryAfter > 0 ? $admitted : -1;
        }
    }
    return $admitted;
};
echo 'a person: ', $most(static fn () => $chat->admit($guest, ADDRESS, 'start')), "\n";
echo 'another action: ', $most(static fn () => $chat->admit($guest, ADDRESS, 'form')), "\n";
echo 'an address: ', $most(static fn () => $chat->admit(null, '2001:db8::7', 'start')), "\n";
echo 'its network: ', $most(static fn () => $chat->admit(guest(), '2001:db8::8', 'start')), "\n";
echo 'another: ', $most(static fn () => $chat->admit(guest(), '2001:db8:1::8', 'start')), "\n";
?>
===DONE===
--EXPECT--
write some wait
start some wait
poll some wait
a person: 5
another action: 5
an address: 30
its network: 0
another: 30
===DONE===
