--TEST--
Two tries of one key that overlap: the later one answers what the first did, never "unavailable" (I4)
--EXTENSIONS--
onlinechat
mysqlnd
mysqli
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

/* The first try, as a post holds it: the conversation's row locked, the answer written, COMMIT to come. The child
 * is to be killed, so that it runs none of PHP's shutdown. */
function overlapping(array $options, int $conversation, string $actor, string $key, float $seconds): int
{
    [$mine, $its] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $child = pcntl_fork();
    if ($child) {
        fread($mine, 1);
        return $child;
    }
    $m = $options['mysql'];
    $db = new mysqli(null, $m['user'], $m['password'], $m['database'], 0, $m['socket']);
    $db->begin_transaction();
    $db->query("SELECT id FROM phpt_onlinechat_conversation WHERE id = $conversation FOR UPDATE");
    $db->query("INSERT INTO phpt_onlinechat_outcome (shop, actor, action, `key`, body, answer, at) VALUES"
        . " ({$options['shop']}, '$actor', 2, x'$key', x'" . str_repeat('00', 16) . "', '6,1,1,2,0,0,0,0,0,', 1)");
    fwrite($its, '1');
    usleep((int) ($seconds * 1e6));
    $db->commit();
    for (;;) {
        sleep(60);
    }
}

$options = served();
$chat = chat([], $options);
$chat->router()->online(operator(5), fresh());
$guest = guest();
$id = $chat->router()->start($guest, fresh(), 'Hello', ADDRESS)->conversation;
$key = fresh();
/* Longer than a lock wait: the post goes the long way while the first try still holds its locks. */
$child = overlapping($options, $id, 'g:' . $guest->person, $key, 1.5);
thrown(fn () => $chat->conversations()->post($guest, $key, $id, 'Twice'));
echo $chat->conversations()->read($guest, $id)->last, " message\n";
posix_kill($child, SIGKILL);
pcntl_waitpid($child, $status);
?>
--EXPECT--
OnlineChat\KeyReused: key: it was used for another request; make a new key
1 message
