# Apache in front of an installed PrestaShop, in RUN_DIR: event MPM, PHP-FPM by proxy_fcgi, and PrestaShop's own
# .htaccess files honoured, as on a shop's server.

APACHE_MODULES=(mpm_event env setenvif headers mime dir alias rewrite filter deflate expires
    authz_core authz_host access_compat proxy proxy_fcgi proxy_http)

# own: the module's .htaccess opens the entry. documented: none is read there, the site's configuration has what
# docs/install.md says. refused: the site lets no module's file be asked.
shop_apache_entry() {
    local path=${SHOP_PATH%/}
    case $SHOP_ENTRY in
        documented)
            printf '<Directory "%s/modules/onlinechat">\n    AllowOverride None\n</Directory>\n' "$SHOP_ROOT"
            documented '<LocationMatch "^/modules/onlinechat/.+\.php">' 4 | sed "s#/modules/#$path/modules/#"
            ;;
        refused) printf '<LocationMatch "^%s/modules/.*\\.php">\n    Require all denied\n</LocationMatch>\n' "$path" ;;
    esac
}

shop_apache_configure() {
    local modules=/usr/lib/apache2/modules name user=
    # Apache refuses to work as root.
    [ "$(id -u)" != 0 ] || user=$'User www-data\nGroup www-data'
    mkdir -p "$RUN_DIR/apache"
    {
        for name in "${APACHE_MODULES[@]}"; do
            printf 'LoadModule %s_module %s/mod_%s.so\n' "$name" "$modules" "$name"
        done
        cat <<CONF
$user
ServerRoot "$RUN_DIR/apache"
ServerName $SHOP_HOST:$SHOP_PORT
Listen 127.0.0.1:$SHOP_LISTEN
PidFile "$RUN_DIR/apache/server.pid"
DefaultRuntimeDir "$RUN_DIR/apache"
Mutex posixsem
ErrorLog "$RUN_DIR/apache.error.log"
LogLevel warn
CustomLog "$RUN_DIR/access.log" "%h %t \"%r\" %>s %B"
TypesConfig /etc/mime.types
StartServers 1
ServerLimit 2
ThreadsPerChild 32
MaxRequestWorkers 64
KeepAlive On
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json
DocumentRoot "$SHOP_ROOT"
DirectoryIndex index.php
<Directory />
    AllowOverride None
    Require all denied
</Directory>
<Directory "$SHOP_ROOT">
    Options FollowSymLinks
    AllowOverride All
    Require all granted
</Directory>
<FilesMatch "\.php$">
    <If "-f %{REQUEST_FILENAME}">
        SetHandler "proxy:unix:$SHOP_SOCKET|fcgi://localhost/"
    </If>
</FilesMatch>
<Proxy "fcgi://localhost/">
    ProxySet timeout=120
</Proxy>
$([ "${SHOP_PATH%/}" = '' ] || printf 'Alias "%s" "%s"' "${SHOP_PATH%/}" "$SHOP_ROOT")
$(shop_apache_entry)
$(shop_gateway_location)
CONF
    } >"$RUN_DIR/apache.conf"
}

shop_apache_start() {
    # One that was killed, since a stream kept it from ending, left its number there: Apache refuses to start while a process,
    # another's or a zombie, has it.
    rm -f "$RUN_DIR/apache/server.pid"
    launch apache /usr/sbin/apache2 -D FOREGROUND -f "$RUN_DIR/apache.conf"
    ready apache 20 port_answers 127.0.0.1 "$SHOP_LISTEN"
}
