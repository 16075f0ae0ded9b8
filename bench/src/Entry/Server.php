<?php

namespace OnlineChat\Bench\Entry;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Extension;
use OnlineChat\Bench\Nginx;
use OnlineChat\Bench\Plain;
use OnlineChat\Bench\Side;

/** nginx and PHP-FPM as tools/services starts them, with the benchmark's files. */
final class Server
{
    public static function configure(): void
    {
        foreach ([new Extension(), new Plain()] as $side) {
            // As a module has it: a PHP file with plain values.
            $config = ['chat' => Environment::chat($side->prefix(), Shops::SHOP), 'trusted_proxies' => []];
            file_put_contents(self::config($side), '<?php return ' . var_export($config, true) . ";\n");
        }
        file_put_contents(Environment::run('nginx.conf'), self::nginx());
    }

    private static function config(Side $side): string
    {
        return Environment::run($side->name() . '.config.php');
    }

    private static function nginx(): string
    {
        $run = Environment::run();
        $root = dirname(__DIR__, 2) . '/public';
        $ours = self::config(new Extension());
        $theirs = self::config(new Plain());
        $port = Environment::value('PORT');
        return Nginx::configuration('nginx', 2, 1024, <<<NGINX
                server_tokens off;
                # The load comes through a proxy of ours, so that each visitor has an address.
                set_real_ip_from 127.0.0.1;
                real_ip_header X-Forwarded-For;
                server {
                    listen 127.0.0.1:$port backlog=4096;
                    root $root;
                    location ~ \.php$ {
                        include /etc/nginx/fastcgi_params;
                        fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
                        fastcgi_param ONLINECHAT_BENCH_CONFIG $ours;
                        fastcgi_param PLAINCHAT_CONFIG $theirs;
                        fastcgi_pass unix:$run/fpm.sock;
                    }
                }
            NGINX);
    }

    /** @return array<string, mixed> */
    public static function setup(): array
    {
        preg_match('/pm\.max_children = (\d+)/', file_get_contents(Environment::run('fpm.conf')), $children);
        return ['web' => [
            trim((string) shell_exec('nginx -v 2>&1 | grep -o "nginx/.*"')),
            'FPM children' => $children[1],
            'wrk with 8 connections, 1 thread',
            Shops::VISITORS . ' visitors and addresses by turns, limits as they are',
        ]];
    }

    public static function url(): string
    {
        return Environment::value('URL');
    }
}
