# Apache (event MPM) in nginx's place, for the stand-in shop: the same pages and scripts, PHP by proxy_fcgi, and the
# gateway as docs/gateway.md has it.

APACHE_MODULES=(mpm_event env headers mime dir alias filter deflate authz_core proxy proxy_fcgi proxy_http)

apache_configure() {
    local name
    mkdir -p "$RUN_DIR/apache"
    {
        for name in "${APACHE_MODULES[@]}"; do
            printf 'LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n' "$name" "$name"
        done
        # Apache refuses to work as root.
        [ "$(id -u)" != 0 ] || printf 'User www-data\nGroup www-data\n'
        cat <<CONF
ServerRoot "$RUN_DIR/apache"
ServerName 127.0.0.1:$ONLINECHAT_PORT
Listen 127.0.0.1:$ONLINECHAT_PORT
PidFile "$RUN_DIR/apache/server.pid"
DefaultRuntimeDir "$RUN_DIR/apache"
Mutex posixsem
ErrorLog "$RUN_DIR/apache.error.log"
LogLevel warn
TypesConfig /etc/mime.types
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json application/problem+json
DocumentRoot "$ROOT/tests/storefront/public"
DirectoryIndex index.php index.html
<Directory "$ROOT">
    AllowOverride None
    Require all granted
</Directory>
Alias "/js/" "$ROOT/module/views/js/"
AliasMatch "^/img/unread-(.*)" "$ROOT/module/views/img/unread-\$1"
<FilesMatch "\.php$">
    SetHandler "proxy:unix:$RUN_DIR/fpm.sock|fcgi://localhost/"
</FilesMatch>
CONF
        sed -n '/^    <Location "\/onlinechat\/">/,/^    <\/Location>/s/^    //p' "$ROOT/docs/gateway.md" |
            sed "s/127\.0\.0\.1:8095/127.0.0.1:$ONLINECHAT_GATEWAY_PORT/"
    } >"$RUN_DIR/apache.conf"
}
