--TEST--
Redis talking nonsense, read-only or locked: the chat goes on without it
--EXTENSIONS--
onlinechat
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';
require __DIR__ . '/server.inc';

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
