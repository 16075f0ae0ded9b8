--TEST--
Holds are limited an address; of an IPv6 address the network counts
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$router = chat(['holds_per_address' => 2, 'capacity' => 20])->router();
$router->online(operator(5), fresh());
$tries = ['192.0.2.7', '192.0.2.7', '192.0.2.7', '::ffff:192.0.2.7', '2001:db8:1:2::1', '2001:db8:1:2::2',
    '2001:DB8:1:2:ffff::3', '2001:db8:1:3::1'];
foreach ($tries as $address) {
    echo "$address: ", $router->hold(guest(), $address)->outcome->value, "\n";
}
?>
--EXPECT--
192.0.2.7: held
192.0.2.7: held
192.0.2.7: full
::ffff:192.0.2.7: full
2001:db8:1:2::1: held
2001:db8:1:2::2: held
2001:DB8:1:2:ffff::3: full
2001:db8:1:3::1: held
