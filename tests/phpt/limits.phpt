--TEST--
Limits of php.ini that make no sense are refused aloud
--EXTENSIONS--
onlinechat
--INI--
onlinechat.redis_connect_ms=0
onlinechat.redis_read_ms=0
onlinechat.mysql_connect_s=0
onlinechat.mysql_read_s=0
onlinechat.pool_links=many
onlinechat.breaker_ms=5001
--FILE--
<?php
foreach (['redis_connect_ms', 'redis_read_ms', 'mysql_connect_s', 'mysql_read_s', 'pool_links', 'breaker_ms'] as $name) {
    echo $name, ' ', ini_get("onlinechat.$name"), "\n";
}
?>
===DONE===
--EXPECT--
Warning: onlinechat.redis_connect_ms must be a whole number from 1 to 10000, got "0" in Unknown on line 0

Warning: onlinechat.redis_read_ms must be a whole number from 1 to 10000, got "0" in Unknown on line 0

Warning: onlinechat.mysql_connect_s must be a whole number from 1 to 60, got "0" in Unknown on line 0

Warning: onlinechat.mysql_read_s must be a whole number from 1 to 60, got "0" in Unknown on line 0

Warning: onlinechat.pool_links must be a whole number from 1 to 1000, got "many" in Unknown on line 0

Warning: onlinechat.breaker_ms must be a whole number from 1 to 5000, got "5001" in Unknown on line 0
redis_connect_ms 100
redis_read_ms 150
mysql_connect_s 2
mysql_read_s 3
pool_links 8
breaker_ms 500
===DONE===
