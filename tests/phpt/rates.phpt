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
?>
===DONE===
--EXPECT--
write some wait
start some wait
poll some wait
===DONE===
