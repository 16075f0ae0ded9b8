# A private gateway for the stand-in shop and its second one, at a loopback port; nginx has it at /onlinechat/. It
# finds its shops as in a PrestaShop: by files below a root. Where the extension was built without libevent there is none.

gateway_configure() {
    local shop
    # What the pages say: none where nothing would answer.
    ONLINECHAT_GATEWAY=none
    ! gateway_built || ONLINECHAT_GATEWAY=/onlinechat/
    export ONLINECHAT_GATEWAY
    mkdir -p "$RUN_DIR/shop/app/config" "$RUN_DIR/shop/var/onlinechat"
    printf '<?php return ["parameters" => ["database_prefix" => "ps_"]];\n' >"$RUN_DIR/shop/app/config/parameters.php"
    for shop in 1 2; do
        cat >"$RUN_DIR/shop/var/onlinechat/shop-$shop.php" <<PHP
<?php

return [
    'version' => 1,
    'secrets' => ['$ONLINECHAT_SECRET'],
    'mysql' => ['socket' => '$ONLINECHAT_MYSQL_SOCKET', 'user' => '$ONLINECHAT_MYSQL_USER',
        'password' => '$ONLINECHAT_MYSQL_PASSWORD', 'database' => '$ONLINECHAT_MYSQL_DATABASE'],
    'redis' => ['socket' => '$ONLINECHAT_REDIS_SOCKET'],
    'trusted_proxies' => [],
];
PHP
    done
}

# Without libevent the class is there, too, and says so.
gateway_built() {
    [ -f "$EXTENSION" ] && PHP_INI_SCAN_DIR='' php -n -d extension="$EXTENSION" -r \
        'try { new OnlineChat\Gateway([]); } catch (OnlineChat\InvalidValue) { exit(0); } catch (Error) { exit(1); }' 2>/dev/null
}

gateway_answers() {
    (exec 3<>"/dev/tcp/127.0.0.1/$ONLINECHAT_GATEWAY_PORT") 2>/dev/null
}

gateway_start() {
    gateway_built || return 0
    PHP_INI_SCAN_DIR='' launch gateway php -n -d extension="$EXTENSION" "$ROOT/module/bin/onlinechat" gateway \
        --root "$RUN_DIR/shop" --listen "127.0.0.1:$ONLINECHAT_GATEWAY_PORT"
    ready gateway 20 gateway_answers
}
