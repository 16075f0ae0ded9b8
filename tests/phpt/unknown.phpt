--TEST--
The answer to COMMIT is lost: OutcomeUnknown, and the same key settles it (I1, I4)
--EXTENSIONS--
onlinechat
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';
require __DIR__ . '/server.inc';

use OnlineChat\Chat;
use OnlineChat\OutcomeUnknown;

$options = served();
$chat = chat([], $options);
[$olga, $guest] = [operator(5), guest()];
$chat->router()->online($olga, fresh());
$conversation = $chat->router()->start($guest, fresh(), 'Hello', ADDRESS)->conversation;

/* Each write on a link of its own: the first COMMIT cuts it. */
function lost(array $options): Chat
{
    $cut = lossy(static fn (string $bytes) => preg_match('/\bCOMMIT\b/', $bytes) === 1);
    return new Chat(array_replace_recursive($options, ['mysql' => ['socket' => $cut]]));
}

function settled(string $name, callable $write, Chat $lossy, Chat $chat): void
{
    $key = fresh();
    try {
        $write($lossy, $key);
        echo "$name: no answer was lost\n";
    } catch (OutcomeUnknown) {
        say("$name: unknown, then", $write($chat, $key), 'outcome', 'repeated');
    }
}

settled('post', fn (Chat $c, string $k) => $c->conversations()->post($guest, $k, $conversation, 'Once'), lost($options), $chat);
settled('end', fn (Chat $c, string $k) => $c->router()->end($guest, $k, $conversation), lost($options), $chat);
settled('start', fn (Chat $c, string $k) => $c->router()->start($guest, $k, 'Again', ADDRESS, [], false), lost($options), $chat);
settled('online', fn (Chat $c, string $k) => $c->router()->online($olga, $k, 'Olga', 3), lost($options), $chat);

foreach ($chat->conversations()->read($guest, $conversation)->messages as $m) {
    echo "$m->number $m->text\n";
}
$second = $chat->conversations()->current($guest);
foreach ($chat->conversations()->read($guest, $second)->messages as $m) {
    echo "$m->number $m->text\n";
}

echo "-- an answer lost before COMMIT: nothing was written\n";
$early = lossy(static fn (string $bytes) => str_contains($bytes, 'FOR UPDATE'));
$key = fresh();
$write = fn (Chat $c) => $c->router()->end($guest, $key, $second);
try {
    $write(new Chat(array_replace_recursive($options, ['mysql' => ['socket' => $early]])));
    echo "no answer was lost\n";
} catch (OnlineChat\Exception $e) {
    echo get_class($e), "\n";
}
say('then', $write($chat), 'outcome', 'repeated');
?>
===DONE===
--EXPECT--
post: unknown, then outcome="done" repeated=true
end: unknown, then outcome="done" repeated=true
start: unknown, then outcome="assigned" repeated=true
online: unknown, then outcome="done" repeated=true
1 Hello
2 Once
1 Again
-- an answer lost before COMMIT: nothing was written
OnlineChat\StoreUnavailable
then outcome="done" repeated=false
===DONE===
