# PHP-FPM for an installed PrestaShop, in RUN_DIR.

# Not in RUN_DIR: Apache's workers run as another user, who may not look into this project's folder.
shop_fpm_socket() {
    SHOP_SOCKET="/tmp/onlinechat-$(printf '%s' "$RUN_DIR" | cksum | cut -d' ' -f1).sock"
}

shop_fpm_configure() {
    cat >"$RUN_DIR/php.ini" <<INI
extension = $EXTENSION
memory_limit = 512M
max_execution_time = 120
post_max_size = 64M
upload_max_filesize = 32M
realpath_cache_size = 4096K
realpath_cache_ttl = 120
opcache.memory_consumption = 256
opcache.interned_strings_buffer = 32
opcache.max_accelerated_files = 30000
opcache.revalidate_freq = 0
display_errors = 0
log_errors = 1
error_log = $RUN_DIR/php.log
date.timezone = UTC
session.save_path = $RUN_DIR/tmp
INI
    # The same without the extension, for "php.ini lost it".
    grep -v '^extension' "$RUN_DIR/php.ini" >"$RUN_DIR/php-without.ini"
    # Debug mode without a file of the shop changed: the core defines it only where nobody has.
    cat >"$RUN_DIR/debug.php" <<'PHP'
<?php
define('_PS_MODE_DEV_', true);
define('_PS_DISPLAY_COMPATIBILITY_WARNING_', true);
PHP
    { cat "$RUN_DIR/php.ini"; echo "auto_prepend_file = $RUN_DIR/debug.php"; } >"$RUN_DIR/php-debug.ini"
    cat >"$RUN_DIR/fpm.conf" <<CONF
[global]
error_log = $RUN_DIR/fpm.log
log_level = notice
daemonize = no
[shop]
$([ "$(id -u)" != 0 ] || printf 'user = root\ngroup = root\n')
listen = $SHOP_SOCKET
listen.mode = 0666
pm = static
pm.max_children = ${ONLINECHAT_FPM_CHILDREN:-6}
catch_workers_output = yes
; In debug mode the core would print notices into the pages.
php_admin_value[display_errors] = 0
decorate_workers_output = no
CONF
}

shop_fpm_listens() {
    [ -S "$SHOP_SOCKET" ] && grep -q 'ready to handle connections' "$RUN_DIR/fpm.log"
}

# shop_fpm_start [php.ini]
shop_fpm_start() {
    [ -f "$EXTENSION" ] || die "the extension is not built: run tools/build"
    rm -f "$SHOP_SOCKET"
    : >"$RUN_DIR/fpm.log"
    launch fpm php-fpm8.2 --nodaemonize --allow-to-run-as-root -c "${1:-$RUN_DIR/php.ini}" -y "$RUN_DIR/fpm.conf"
    ready fpm 20 shop_fpm_listens
}
