# What the shops stand on: the database their parameters name, and a Redis at its usual address. Each is
# started only where nothing answers, and only what was started here is ended here.

# The datadir of a database that lies beside the shop.
shop_datadir() {
    printf '%s\n' "$(dirname "$SHOP_ROOT")/prestashop-db/data"
}

shop_database_answers() {
    MYSQL_PWD=$DB_PASSWORD mariadb --no-defaults --user="$DB_USER" \
        ${DB_SOCKET:+--socket="$DB_SOCKET"} ${DB_SOCKET:---host="$DB_HOST" --port="$DB_PORT"} --execute "SELECT 1" >/dev/null 2>&1
}

shop_database_start() {
    local datadir
    if shop_database_answers; then
        return 0
    fi
    datadir=$(shop_datadir)
    [ -d "$datadir/mysql" ] || die "$SHOP_ROOT: no database answers at $DB_HOST:$DB_PORT, and there is none in $datadir"
    say "starting the shops' MariaDB"
    launch mariadb mariadbd --no-defaults --user="$(id -un)" --datadir="$datadir" --socket="$RUN_DIR/mariadb.sock" \
        --pid-file="$RUN_DIR/mariadb-server.pid" --bind-address=127.0.0.1 --port="$DB_PORT" --skip-name-resolve \
        --skip-log-bin --max-connections=200 --innodb-buffer-pool-size=256M --performance-schema=OFF \
        --character-set-server=utf8mb4
    ready mariadb 60 shop_database_answers
}

# Where the module looks for Redis unless told otherwise.
shop_redis_start() {
    if port_answers 127.0.0.1 6379; then
        return 0
    fi
    mkdir -p "$RUN_DIR/redis"
    launch redis redis-server --bind 127.0.0.1 --port 6379 --dir "$RUN_DIR/redis" --save '' --appendonly no \
        --daemonize no --maxmemory 256mb
    ready redis 20 port_answers 127.0.0.1 6379
}
