<?php

namespace OnlineChat\Bench\Whole;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Extension;
use OnlineChat\Bench\Nginx;

/** nginx as a shop has it: the entry by PHP-FPM, the gateway's streams passed on (docs/gateway.md). */
final class Server
{
    public static function configure(): void
    {
        $config = ['chat' => Environment::chat((new Extension())->prefix(), 1), 'trusted_proxies' => []];
        file_put_contents(Environment::run('entry.config.php'), '<?php return ' . var_export($config, true) . ";\n");
        file_put_contents(Environment::run('nginx.conf'), self::nginx());
    }

    private static function nginx(): string
    {
        $run = Environment::run();
        $root = dirname(__DIR__, 2) . '/public';
        $port = Environment::value('PORT');
        $gateway = Environment::value('GATEWAY_PORT');
        return Nginx::configuration('nginx', 2, 20000, <<<NGINX
                server_tokens off;
                # What is posted comes over links of the load's own, and says whose it is.
                set_real_ip_from 127.0.0.1;
                real_ip_header X-Forwarded-For;
                server {
                    listen 127.0.0.1:$port backlog=4096 reuseport;
                    root $root;
                    location /onlinechat/ {
                        proxy_pass http://127.0.0.1:$gateway;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
                        proxy_buffering off;
                        proxy_buffer_size 2k;
                    }
                    location ~ \.php$ {
                        include /etc/nginx/fastcgi_params;
                        fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
                        fastcgi_param ONLINECHAT_BENCH_CONFIG $run/entry.config.php;
                        fastcgi_pass unix:$run/fpm.sock;
                    }
                }
            NGINX);
    }
}
