<?php

/*
 * Prints COUNT free TCP ports on loopback, taken below the range the kernel hands to outgoing
 * connections: no client's own port can then be in the way when a server is restarted. The first is
 * PREFERRED, or standard error says why it is not.
 *
 * php free-port.php COUNT [PREFERRED]
 */

$count = (int) ($argv[1] ?? 1);
$candidates = isset($argv[2]) ? [(int) $argv[2]] : [];
$held = [];
for ($tries = 0; count($held) < $count; $tries++) {
    if ($tries > 1000) {
        fwrite(STDERR, "free-port: no free port between 20000 and 32000\n");
        exit(1);
    }
    $wanted = array_shift($candidates);
    $port = $wanted ?? random_int(20000, 32000);
    $socket = @stream_socket_server("tcp://127.0.0.1:$port", $number, $why);
    if ($socket !== false) {
        $held[$port] = $socket;
    } elseif ($wanted !== null) {
        fwrite(STDERR, "port $wanted cannot be had ($why): another stands in for it\n");
    }
}
echo implode("\n", array_keys($held)), "\n";
