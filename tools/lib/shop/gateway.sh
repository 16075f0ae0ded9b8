# A gateway for an installed PrestaShop, in RUN_DIR, as docs/gateway.md tells shops to run one: the module's own command
# in the shop's folder, behind the shop's web server at /onlinechat/. Pages use it once the module's setting names that path.

# A socket of its own for nginx, a port for Apache: as documented.
shop_gateway_address() {
    SHOP_GATEWAY_SOCKET="${SHOP_SOCKET%.sock}-gateway.sock"
    SHOP_GATEWAY_PORT=$(php "$ROOT/tools/lib/free-port.php")
    SHOP_GATEWAY_LISTEN="unix:$SHOP_GATEWAY_SOCKET"
    [ "$SHOP_SERVER" = nginx ] || SHOP_GATEWAY_LISTEN="127.0.0.1:$SHOP_GATEWAY_PORT"
}

# What docs/gateway.md says for this web server.
shop_gateway_location() {
    local path=${SHOP_PATH%/} first='location /onlinechat/ {'
    [ "$SHOP_GATEWAY" = yes ] || return 0
    [ "$SHOP_SERVER" = nginx ] || first='<Location "/onlinechat/">'
    documented "$first" 4 gateway | sed -e "s#unix:/run/onlinechat/gateway.sock#unix:$SHOP_GATEWAY_SOCKET#" \
        -e "s#127.0.0.1:8095#127.0.0.1:$SHOP_GATEWAY_PORT#" -e "s#^\( *\)location /onlinechat/#\1location $path/onlinechat/#" \
        -e "s#<Location \"/onlinechat/\"#<Location \"$path/onlinechat/\"#"
}

shop_gateway_listens() {
    grep -q '"event":"listening"' "$RUN_DIR/gateway.log"
}

shop_gateway_start() {
    [ "$SHOP_GATEWAY" = yes ] || return 0
    [ -d "$SHOP_ROOT/modules/onlinechat" ] || die "$SHOP_ROOT: --gateway wants the module: tools/shops install"
    # A page of the shop writes the files the gateway reads.
    [ -f "$SHOP_ROOT/var/onlinechat/shop-1.php" ] || curl -sLo /dev/null "$SHOP_URL/"
    : >"$RUN_DIR/gateway.log"
    launch gateway php -d extension="$EXTENSION" "$SHOP_ROOT/modules/onlinechat/bin/onlinechat" gateway \
        --root "$SHOP_ROOT" --listen "$SHOP_GATEWAY_LISTEN"
    ready gateway 20 shop_gateway_listens
    [ "$SHOP_SERVER" = apache ] || chmod 0666 "$SHOP_GATEWAY_SOCKET"
}
