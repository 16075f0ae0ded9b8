# A private PHP-FPM with the extension. Its php.ini lists all it loads: what the machine's own
# configuration adds (a debugger, a profiler) would be measured and tested with it.

fpm_configure() {
    cat >"$RUN_DIR/php.ini" <<INI
extension = mysqlnd
extension = mbstring
extension = ctype
extension = tokenizer
extension = curl
extension = posix
extension = sockets
extension = igbinary
extension = redis
extension = pdo
extension = pdo_mysql
extension = $EXTENSION
zend_extension = opcache
opcache.enable = 1
opcache.validate_timestamps = 1
opcache.revalidate_freq = 0
display_errors = 0
log_errors = 1
error_reporting = -1
error_log = $RUN_DIR/php.log
date.timezone = UTC
variables_order = GPCS
expose_php = 0
sys_temp_dir = $RUN_DIR/tmp
session.save_path = $RUN_DIR/tmp
INI
    : >"$RUN_DIR/php.log"
    {
        cat <<CONF
[global]
error_log = $RUN_DIR/fpm.log
log_level = notice
daemonize = no
[shop]
$([ "$(id -u)" != 0 ] || printf 'user = root\ngroup = root\n')
listen = $RUN_DIR/fpm.sock
listen.mode = 0666
listen.backlog = 1024
pm = static
pm.max_children = ${ONLINECHAT_FPM_CHILDREN:-8}
pm.status_path = /fpm-status
catch_workers_output = yes
decorate_workers_output = no
clear_env = yes
CONF
        for name in "${ENVIRONMENT[@]}"; do
            printf 'env[%s] = "%s"\n' "$name" "${!name}"
        done
    } >"$RUN_DIR/fpm.conf"
}

# It listens before it serves; a connection is answered once children run, and nginx waits for that.
fpm_listens() {
    [ -S "$RUN_DIR/fpm.sock" ] && grep -q 'ready to handle connections' "$RUN_DIR/fpm.log"
}

fpm_start() {
    [ -f "$EXTENSION" ] || die "the extension is not built: run tools/build"
    rm -f "$RUN_DIR/fpm.sock"
    : >"$RUN_DIR/fpm.log"
    PHP_INI_SCAN_DIR='' launch fpm php-fpm8.2 --nodaemonize --allow-to-run-as-root \
        -c "$RUN_DIR/php.ini" -y "$RUN_DIR/fpm.conf"
    ready fpm 20 fpm_listens
}
