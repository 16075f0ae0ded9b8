# nginx in front of an installed PrestaShop, in RUN_DIR.

# What docs/install.md tells shops to write, for this shop; or a site that lets no module's file be asked.
shop_nginx_entry() {
    local path=${SHOP_PATH%/}
    if [ "$SHOP_ENTRY" = refused ]; then
        printf '        location ~ ^%s/modules/.*\\.php {\n            deny all;\n        }\n' "$path"
        return
    fi
    documented 'location = /modules/onlinechat/entry.php {' 4 |
        sed -e "s#unix:/run/php/php-fpm.sock#unix:$SHOP_SOCKET#" -e "s#/modules/onlinechat#$path/modules/onlinechat#" \
            -e 's#include fastcgi#include /etc/nginx/fastcgi#' -e 's/^/    /'
}

# shop_nginx_head NAME: what every nginx's configuration begins with, up to the inside of http. NAME is the folder of
# its own files below RUN_DIR, and the name of its error log.
shop_nginx_head() {
    cat <<CONF
$([ "$(id -u)" != 0 ] || echo "user root;")
daemon off;
worker_processes 1;
pid $RUN_DIR/$1/server.pid;
error_log $RUN_DIR/$1.log warn;
events {
    worker_connections 2048;
}
http {
    client_max_body_size 32m;
    client_body_temp_path $RUN_DIR/$1/body;
    fastcgi_temp_path $RUN_DIR/$1/fastcgi;
    proxy_temp_path $RUN_DIR/$1/proxy;
    uwsgi_temp_path $RUN_DIR/$1/uwsgi;
    scgi_temp_path $RUN_DIR/$1/scgi;
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
$(shop_nginx_head nginx)
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log $RUN_DIR/access.log;
    server_tokens off;
    fastcgi_buffers 16 32k;
    fastcgi_buffer_size 64k;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json;
    server {
        listen 127.0.0.1:$SHOP_LISTEN;
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
$(shop_nginx_entry)
$(shop_gateway_location)
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
            fastcgi_pass unix:$SHOP_SOCKET;
            fastcgi_read_timeout 120s;
        }
    }
}
CONF
}

shop_nginx_start() {
    launch nginx nginx -p "$RUN_DIR/nginx" -e "$RUN_DIR/nginx.log" -c "$RUN_DIR/nginx.conf"
    ready nginx 20 port_answers 127.0.0.1 "$SHOP_LISTEN"
}
