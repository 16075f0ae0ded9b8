--TEST--
Redis silent, late, talking nonsense, read-only or locked: bounded in time, no answer is taken for another's
--EXTENSIONS--
onlinechat
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
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
$late = $presence(server(function ($connection, int $n): void {
    fgets($connection);
    if ($n === 1) {
        usleep(250000);
    }
    @fwrite($connection, "*1\r\n:$n\r\n");
    drain($connection);
}));
var_dump($late->here([1]));
$before = counters();
usleep(700000);
$late->here([1]);
$after = counters();
var_dump($after['Redis links reused'] - $before['Redis links reused'], $after['Redis links opened'] - $before['Redis links opened']);

foreach ([
    'nonsense' => "HTTP/1.1 400 Bad Request\r\n\r\n",
    'an error' => "-ERR unknown\r\n",
    'read-only' => "-READONLY You can't write against a read only replica.\r\n",
    'loading' => "-LOADING Redis is loading the dataset in memory\r\n",
    'locked' => "-NOAUTH Authentication required.\r\n",
    'full' => "-OOM command not allowed when used memory > 'maxmemory'.\r\n",
    'a null' => "$-1\r\n",
    'closes' => '',
] as $name => $answer) {
    $odd = new OnlineChat\Chat(served(['redis' => ['socket' => server(function ($connection) use ($answer): void {
        while (($line = fgets($connection)) !== false) {
            if ($answer === '') {
                break;
            }
            if ($line[0] === '*') {
                fwrite($connection, $answer);
            }
        }
    })]]));
    $odd->migrate();
    echo "-- $name\n";
    var_dump($odd->presence()->here([1]));
    say('status', $odd->presence()->status(), 'mode', 'degraded');
    say('start', $odd->router()->start(guest(), fresh(), 'x', ADDRESS), 'outcome');
    $odd->admit(null, ADDRESS, 'write');
}
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
int(0)
int(1)
-- nonsense
NULL
status mode="form" degraded=true
start outcome="closed"
-- an error
NULL
status mode="form" degraded=true
start outcome="closed"
-- read-only
NULL
status mode="form" degraded=true
start outcome="closed"
-- loading
NULL
status mode="form" degraded=true
start outcome="closed"
-- locked
NULL
status mode="form" degraded=true
start outcome="closed"
-- full
NULL
status mode="form" degraded=true
start outcome="closed"
-- a null
array(1) {
  [1]=>
  bool(false)
}
status mode="form" degraded=false
start outcome="closed"
-- closes
NULL
status mode="form" degraded=true
start outcome="closed"
===DONE===
