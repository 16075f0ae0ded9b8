--TEST--
Redis silent or late: bounded in time, no answer is taken for another's
--EXTENSIONS--
onlinechat
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
--INI--
onlinechat.redis_read_ms=150
--FILE--
<?php
require __DIR__ . '/chat.inc';
require __DIR__ . '/server.inc';

$ms = static function (callable $what): float {
    $from = hrtime(true);
    $what();
    return (hrtime(true) - $from) / 1e6;
};
$presence = static fn (string $socket) => (new OnlineChat\Chat(served(['redis' => ['socket' => $socket]])))->presence();

echo "-- silent\n";
$silent = $presence(server('drain'));
$first = $ms(fn () => var_dump($silent->here([1])));
/* Redis would be silent for ever. */
var_dump($first >= 140 && $first < 10000);
$before = counters();
for ($i = 0; $i < 20; $i++) {
    $silent->here([1]);
}
/* The breaker answers, but for a try now and then. */
var_dump(counters()['Redis links refused by breaker'] - $before['Redis links refused by breaker'] >= 15);
say('status', $silent->status(), 'degraded');

echo "-- late: the answer comes after the time-out, and the link is not used again\n";
[$over, $tell] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$late = $presence(server(function ($connection, int $n) use ($over): void {
    fgets($connection);
    if ($n === 1) {
        fread($over, 1);
    }
    @fwrite($connection, "*1\r\n:$n\r\n");
    drain($connection);
}));
var_dump($late->here([1]));
$before = counters();
fwrite($tell, '1');
/* Until the breaker lets one try. */
do {
    usleep(20000);
    $late->here([1]);
    $after = counters();
    $used = array_map(fn ($how) => $after["Redis links $how"] - $before["Redis links $how"], ['reused', 'opened']);
} while ($used === [0, 0]);
echo json_encode($used), "\n";
?>
===DONE===
--EXPECT--
-- silent
NULL
bool(true)
bool(true)
status degraded=true
-- late: the answer comes after the time-out, and the link is not used again
NULL
[0,1]
===DONE===
