# Serving installed PrestaShops: PHP-FPM and nginx for each, in RUN_DIR, at the address its database names.

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
listen = $RUN_DIR/fpm.sock
listen.mode = 0666
pm = static
pm.max_children = ${ONLINECHAT_FPM_CHILDREN:-6}
catch_workers_output = yes
; In debug mode the core would print notices into the pages.
php_admin_value[display_errors] = 0
decorate_workers_output = no
CONF
}

shop_nginx_configure() {
    local path=${SHOP_PATH%/} images='' digits='' groups='' index
    for ((index = 1; index <= 7; index++)); do
        digits+='(\d)' groups+="\$$index/"
        images+="rewrite ^$path/$digits(-[\w-]+)?/.+(\.(?:jpe?g|webp|png|avif))\$ $path/img/p/$groups"
        images+="$(for ((digit = 1; digit <= index; digit++)); do printf '$%d' "$digit"; done)\$$((index + 1))\$$((index + 2)) last;
        "
    done
    mkdir -p "$RUN_DIR/nginx"
    cat >"$RUN_DIR/nginx.conf" <<CONF
$([ "$(id -u)" != 0 ] || echo "user root;")
daemon off;
worker_processes 1;
pid $RUN_DIR/nginx/server.pid;
error_log $RUN_DIR/nginx.log warn;
events {
    worker_connections 2048;
}
http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log $RUN_DIR/access.log;
    server_tokens off;
    client_max_body_size 32m;
    client_body_temp_path $RUN_DIR/nginx/body;
    fastcgi_temp_path $RUN_DIR/nginx/fastcgi;
    proxy_temp_path $RUN_DIR/nginx/proxy;
    uwsgi_temp_path $RUN_DIR/nginx/uwsgi;
    scgi_temp_path $RUN_DIR/nginx/scgi;
    fastcgi_buffers 16 32k;
    fastcgi_buffer_size 64k;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json;
    server {
        listen 127.0.0.1:$SHOP_PORT;
        root $SHOP_ROOT;
        index index.php;
        port_in_redirect off;
        absolute_redirect off;
        $images
        rewrite ^$path/c/(\d+)(-[.*\w-]*)/.+(\.(?:jpe?g|webp|png|avif))\$ $path/img/c/\$1\$2\$3 last;
        location ~ ^$path/(app|bin|cache|classes|config|controllers|src|tests|tools|translations|var|vendor)/ {
            deny all;
        }
        location ~ ^$path/modules/.*/vendor/ {
            deny all;
        }
        location $path/$SHOP_OFFICE/ {
            try_files \$uri \$uri/ $path/$SHOP_OFFICE/index.php\$is_args\$args;
        }
        location / {
            try_files \$uri \$uri/ $path/index.php\$is_args\$args;
        }
        location ~ \.php(/|\$) {
            fastcgi_split_path_info ^(.+\.php)(/.*)\$;
            try_files \$fastcgi_script_name $path/index.php\$is_args\$args;
            include /etc/nginx/fastcgi_params;
            fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
            # Debian's parameters drop the port: the shop would redirect to its domain for ever.
            fastcgi_param HTTP_HOST \$http_host;
            fastcgi_pass unix:$RUN_DIR/fpm.sock;
            fastcgi_read_timeout 120s;
        }
    }
}
CONF
}

shop_fpm_listens() {
    [ -S "$RUN_DIR/fpm.sock" ] && grep -q 'ready to handle connections' "$RUN_DIR/fpm.log"
}

# shop_fpm_start [php.ini]
shop_fpm_start() {
    [ -f "$EXTENSION" ] || die "the extension is not built: run tools/build"
    rm -f "$RUN_DIR/fpm.sock"
    : >"$RUN_DIR/fpm.log"
    launch fpm php-fpm8.2 --nodaemonize --allow-to-run-as-root -c "${1:-$RUN_DIR/php.ini}" -y "$RUN_DIR/fpm.conf"
    ready fpm 20 shop_fpm_listens
}

port_answers() {
    (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

shop_nginx_start() {
    launch nginx nginx -p "$RUN_DIR/nginx" -e "$RUN_DIR/nginx.log" -c "$RUN_DIR/nginx.conf"
    ready nginx 20 port_answers "$SHOP_HOST" "$SHOP_PORT"
}
