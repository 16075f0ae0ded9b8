--TEST--
Limits of php.ini that make no sense are refused aloud
--EXTENSIONS--
onlinechat
--INI--
onlinechat.redis_read_ms=0
onlinechat.pool_links=many
onlinechat.breaker_ms=5001
--FILE--
<?php
echo ini_get('onlinechat.redis_read_ms'), ' ', ini_get('onlinechat.pool_links'), ' ', ini_get('onlinechat.breaker_ms'), "\n";
?>
===DONE===
--EXPECT--
Warning: onlinechat.redis_read_ms must be a whole number from 1 to 10000, got "0" in Unknown on line 0

Warning: onlinechat.pool_links must be a whole number from 1 to 1000, got "many" in Unknown on line 0

Warning: onlinechat.breaker_ms must be a whole number from 1 to 5000, got "5001" in Unknown on line 0
150 8 500
===DONE===
