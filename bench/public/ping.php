<?php

$redis = new Redis();
$redis->pconnect(getenv('ONLINECHAT_REDIS_SOCKET'));
$redis->ping();
