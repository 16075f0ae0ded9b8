# A private Redis: socket and loopback port. ONLINECHAT_REDIS_SAVE of the caller turns snapshots on
# ("1 1": after a second if a key changed); without it, nothing is kept over a restart.

redis_configure() {
    mkdir -p "$RUN_DIR/redis"
    cat >"$RUN_DIR/redis.conf" <<CONF
bind 127.0.0.1
port $ONLINECHAT_REDIS_PORT
unixsocket $RUN_DIR/redis.sock
unixsocketperm 777
dir $RUN_DIR/redis
save ${ONLINECHAT_REDIS_SAVE:-\"\"}
appendonly no
daemonize no
maxmemory 256mb
stop-writes-on-bgsave-error no
CONF
}

redis_answers() {
    [ "$(redis-cli -s "$RUN_DIR/redis.sock" PING)" = PONG ]
}

redis_start() {
    launch redis redis-server "$RUN_DIR/redis.conf"
    ready redis 20 redis_answers
}
