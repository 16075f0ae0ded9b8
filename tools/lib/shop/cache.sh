# A full-page cache in front of a shop, in RUN_DIR: at the shop's address, the web server behind it at another
# port. It keeps pages for everybody and does not look at cookies, as the harshest of the shops' caches do.
# The header X-Page-Cache says HIT or MISS.

# The pages that are kept: the start page, also of a language, and what ends in .html.
SHOP_CACHED='/([a-z][a-z]/)?(\?|$)|/[^?]*\.html(\?|$)'

shop_cache_nginx_configure() {
    mkdir -p "$RUN_DIR/front"
    rm -rf "$RUN_DIR/front/pages"
    cat >"$RUN_DIR/front.conf" <<CONF
$(shop_nginx_head front)
    access_log off;
    proxy_buffers 16 32k;
    proxy_buffer_size 64k;
    proxy_cache_path $RUN_DIR/front/pages keys_zone=pages:1m inactive=10m;
    map \$request_method\$request_uri \$kept {
        default 0;
        "~^GET($SHOP_CACHED)" 1;
    }
    server {
        listen 127.0.0.1:$SHOP_PORT;
        location / {
            error_page 418 = @kept;
            if (\$kept) {
                return 418;
            }
            proxy_set_header Host \$http_host;
            proxy_pass http://127.0.0.1:$SHOP_LISTEN;
        }
        location @kept {
            proxy_cache pages;
            proxy_cache_key \$http_host\$request_uri;
            proxy_cache_valid 200 10m;
            proxy_ignore_headers Set-Cookie Cache-Control Expires Vary X-Accel-Expires;
            proxy_hide_header Set-Cookie;
            proxy_set_header Accept-Encoding "";
            proxy_set_header Host \$http_host;
            add_header X-Page-Cache \$upstream_cache_status;
            proxy_pass http://127.0.0.1:$SHOP_LISTEN;
        }
    }
}
CONF
}

shop_cache_varnish_configure() {
    rm -rf "$RUN_DIR/varnish"
    mkdir -p "$RUN_DIR/varnish"
    cat >"$RUN_DIR/varnish.vcl" <<VCL
vcl 4.1;

backend shop {
    .host = "127.0.0.1";
    .port = "$SHOP_LISTEN";
    .first_byte_timeout = 120s;
}

sub vcl_recv {
    if (req.method == "GET" && req.url ~ "^($SHOP_CACHED)") {
        return (hash);
    }
    return (pass);
}

sub vcl_backend_response {
    if (bereq.uncacheable || beresp.status != 200) {
        set beresp.uncacheable = true;
    } else {
        unset beresp.http.Set-Cookie;
        unset beresp.http.Cache-Control;
        unset beresp.http.Vary;
        set beresp.ttl = 10m;
    }
    return (deliver);
}

sub vcl_deliver {
    if (obj.hits > 0) {
        set resp.http.X-Page-Cache = "HIT";
    } else {
        set resp.http.X-Page-Cache = "MISS";
    }
}
VCL
}

shop_cache_start() {
    case $SHOP_CACHE in
        nginx)
            shop_cache_nginx_configure
            launch cache nginx -p "$RUN_DIR/front" -e "$RUN_DIR/front.log" -c "$RUN_DIR/front.conf"
            ;;
        varnish)
            shop_cache_varnish_configure
            launch cache varnishd -F -j none -n "$RUN_DIR/varnish" -a "127.0.0.1:$SHOP_PORT" -f "$RUN_DIR/varnish.vcl" \
                -s malloc,64m -T none
            ;;
        *) return 0 ;;
    esac
    ready cache 30 port_answers 127.0.0.1 "$SHOP_PORT"
}
