# A private nginx (or Apache, apache.sh): the stand-in shop's pages, its scripts, the gateway, and PHP through FPM.

nginx_configure() {
    apache_configure
    mkdir -p "$RUN_DIR/nginx"
    cat >"$RUN_DIR/nginx.conf" <<CONF
$([ "$(id -u)" != 0 ] || echo "user root;")
daemon off;
worker_processes 2;
pid $RUN_DIR/nginx/server.pid;
error_log $RUN_DIR/nginx.log warn;
worker_rlimit_nofile 10240;
events {
    worker_connections 4096;
}
http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    server_tokens off;
    client_body_temp_path $RUN_DIR/nginx/body;
    fastcgi_temp_path $RUN_DIR/nginx/fastcgi;
    proxy_temp_path $RUN_DIR/nginx/proxy;
    uwsgi_temp_path $RUN_DIR/nginx/uwsgi;
    scgi_temp_path $RUN_DIR/nginx/scgi;
    keepalive_requests 100000;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json application/problem+json;
    server {
        listen 127.0.0.1:$ONLINECHAT_PORT backlog=4096;
        root $ROOT/tests/storefront/public;
        index index.php index.html;
        location /js/ {
            alias $ROOT/module/views/js/;
        }
        location /img/unread- {
            alias $ROOT/module/views/img/unread-;
        }
        location /onlinechat/ {
            proxy_pass http://127.0.0.1:$ONLINECHAT_GATEWAY_PORT;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
            proxy_buffering off;
        }
        location ~ \.php\$ {
            include /etc/nginx/fastcgi_params;
            fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
            # Debian's parameters drop the port, and with it same-origin checks.
            fastcgi_param HTTP_HOST \$http_host;
            fastcgi_pass unix:$RUN_DIR/fpm.sock;
        }
    }
}
CONF
}

nginx_listens() {
    (exec 3<>"/dev/tcp/127.0.0.1/$ONLINECHAT_PORT") 2>/dev/null
}

nginx_start() {
    if [ "$ONLINECHAT_WEB" = apache ]; then
        launch nginx /usr/sbin/apache2 -D FOREGROUND -f "$RUN_DIR/apache.conf"
        ready nginx 20 nginx_listens
        return
    fi
    launch nginx nginx -p "$RUN_DIR/nginx" -e "$RUN_DIR/nginx.log" -c "$RUN_DIR/nginx.conf"
    ready nginx 20 nginx_listens
}
