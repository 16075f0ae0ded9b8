# A private MariaDB: socket and loopback port, data in the run's folder. Its durability is ONLINECHAT_FLUSH
# (innodb_flush_log_at_trx_commit, default 1) of the caller, its buffer pool ONLINECHAT_BUFFER_POOL (default 256M), its redo log
# ONLINECHAT_REDO (64M). With ONLINECHAT_MARIADB_DATA its data is in that folder instead, and stays there for whoever starts it next.

MARIADB_TEMPLATE="$ROOT/build/cache/mariadb-$(mariadbd --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1)"

mariadb_configure() {
    cat >"$RUN_DIR/mariadb.cnf" <<CNF
[mariadbd]
user = $(id -un)
datadir = ${ONLINECHAT_MARIADB_DATA:-$RUN_DIR/mariadb}
socket = $RUN_DIR/mariadb.sock
pid-file = $RUN_DIR/mariadb.server.pid
tmpdir = $RUN_DIR/tmp
bind-address = 127.0.0.1
port = $ONLINECHAT_MYSQL_PORT
skip-name-resolve
skip-log-bin
max_connections = 200
innodb_buffer_pool_size = ${ONLINECHAT_BUFFER_POOL:-256M}
innodb_log_file_size = ${ONLINECHAT_REDO:-64M}
innodb_flush_log_at_trx_commit = ${ONLINECHAT_FLUSH:-1}
innodb_flush_method = O_DIRECT
performance_schema = OFF
character-set-server = utf8mb4
ssl-cert = $RUN_DIR/tls.crt
ssl-key = $RUN_DIR/tls.key
ssl-ca = $RUN_DIR/tls.crt
CNF
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 \
        -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1,DNS:localhost \
        -keyout "$RUN_DIR/tls.key" -out "$RUN_DIR/tls.crt" 2>/dev/null
}

# Making the system tables takes seconds; they are made once and copied.
mariadb_data() {
    local new
    if [ ! -d "$MARIADB_TEMPLATE" ]; then
        mkdir -p "$ROOT/build/cache"
        new=$(mktemp -d "$ROOT/build/cache/new.XXXXXX")
        quietly mariadb-install-db mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$new" \
            --auth-root-authentication-method=normal --skip-test-db --innodb-log-file-size=64M
        mv -T "$new" "$MARIADB_TEMPLATE" 2>/dev/null || rm -rf "$new"
    fi
    cp -a --sparse=always "$MARIADB_TEMPLATE" "$1"
}

mariadb_root() {
    mariadb --no-defaults --user=root --socket="$RUN_DIR/mariadb.sock" --batch --skip-column-names "$@"
}

mariadb_start() {
    local data
    data=$(sed -n 's/^datadir = //p' "$RUN_DIR/mariadb.cnf")
    if [ ! -d "$data" ]; then
        mkdir -p "$(dirname "$data")"
        mariadb_data "$data"
    fi
    launch mariadb mariadbd --defaults-file="$RUN_DIR/mariadb.cnf"
    ready mariadb 60 mariadb_root --execute "SELECT 1"
    # Once a configuration: kept data knows another run's password.
    if [ ! -e "$RUN_DIR/mariadb.granted" ]; then
        mariadb_grant
        touch "$RUN_DIR/mariadb.granted"
    fi
}

# Every database that begins with the name is the tests' own, to make and drop.
mariadb_grant() {
    mariadb_root <<SQL
CREATE DATABASE IF NOT EXISTS \`$ONLINECHAT_MYSQL_DATABASE\` CHARACTER SET utf8mb4;
CREATE OR REPLACE USER '$ONLINECHAT_MYSQL_USER'@'%' IDENTIFIED BY '$ONLINECHAT_MYSQL_PASSWORD';
GRANT ALL ON \`$ONLINECHAT_MYSQL_DATABASE%\`.* TO '$ONLINECHAT_MYSQL_USER'@'%';
SQL
}
